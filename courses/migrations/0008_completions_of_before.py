"""Who completed a course before completions were kept gets theirs: everything in the course was asked for then."""

from django.db import migrations


def keep(apps, schema_editor):
    completed = apps.get_model("courses", "Enrollment").objects.filter(status="completed", completions__isnull=True)
    for enrollment in completed.order_by("pk"):
        read = enrollment.lessons_done.select_related("lesson").order_by("lesson__path")
        passed = enrollment.attempts.filter(passed=True).select_related("test").order_by("test__path")
        lessons = [leaf("lesson", one.lesson) for one in read]
        tests = [leaf("test", one.test) for one in passed]
        parts = [group("every", kind, done) for kind, done in (("lesson", lessons), ("test", tests)) if done]
        completion = enrollment.completions.create(
            completed_at=enrollment.completed_at,
            grade="scored" if tests else "reported",
            tree=group("all", None, parts),
        )
        certificates = apps.get_model("certificates", "Certificate").objects
        issued = certificates.filter(source_type="courses.enrollment", source_id=enrollment.pk)
        issued.update(source_type="courses.completion", source_id=completion.pk)


def leaf(kind, page):
    return {"kind": kind, "key": page.pk, "label": page.title, "count": 1, "needed": 1, "parts": []}


def group(kind, key, parts):
    return {"kind": kind, "key": key, "label": "", "count": len(parts), "needed": len(parts), "parts": parts}


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0007_last_save_of_each_answer"),
        ("certificates", "0001_initial"),
    ]

    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
