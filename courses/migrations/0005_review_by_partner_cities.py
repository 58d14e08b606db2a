"""Two steps for all cities instead of one workflow for each; what waited for a release is handed in again."""

from django.db import migrations

STEPS = [("PartnerReview", "Durchsicht durch eine Partnerstadt"), ("Release", "Freigabe durch die Ausbildungsleitung")]


def replace_workflows(apps, schema_editor):
    Workflow, Task = apps.get_model("wagtailcore", "Workflow"), apps.get_model("wagtailcore", "Task")
    shelves = apps.get_model("courses", "CityShelfPage").objects.values("pk")
    pages = apps.get_model("wagtailcore", "WorkflowPage").objects.filter(page__in=shelves)
    old = list(pages.values_list("workflow", flat=True))
    if not old:
        return
    _stop(apps, old)
    Task.objects.filter(workflow_tasks__workflow__in=old).update(active=False)
    pages.update(workflow=_the_new_one(apps))
    Workflow.objects.filter(pk__in=old).update(active=False)


def _stop(apps, workflows):
    running = apps.get_model("wagtailcore", "WorkflowState").objects.filter(
        workflow__in=workflows, status__in=["in_progress", "needs_changes"]
    )
    apps.get_model("wagtailcore", "TaskState").objects.filter(
        workflow_state__in=running.values("pk"), status="in_progress"
    ).update(status="cancelled")
    running.update(status="cancelled")


def _the_new_one(apps):
    workflow = apps.get_model("wagtailcore", "Workflow").objects.create(name="Durchsicht und Freigabe", active=True)
    for order, (model, name) in enumerate(STEPS):
        kind = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="courses", model=model.lower())[0]
        task = apps.get_model("courses", model).objects.create(name=name, active=True, content_type=kind)
        apps.get_model("wagtailcore", "WorkflowTask").objects.create(
            workflow=workflow, task_id=task.pk, sort_order=order
        )
    return workflow


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("courses", "0004_adaptations_and_additions"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.RemoveField(model_name="partnerreview", name="groups"),
        migrations.RemoveField(model_name="release", name="groups"),
        migrations.RunPython(replace_workflows, migrations.RunPython.noop),
    ]
