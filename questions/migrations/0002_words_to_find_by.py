"""Questions are found by their words, folded; those that are there get theirs."""

from django.db import migrations, models

from lms.core.words import fold


def fill(apps, schema_editor):
    for question in apps.get_model("questions", "Question").objects.order_by("pk").iterator():
        question.searched = fold(str(question.definition.get("text", "")))
        question.save(update_fields=["searched"])


class Migration(migrations.Migration):
    dependencies = [("questions", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="question",
            name="searched",
            field=models.TextField(default="", editable=False, verbose_name="words to find it by"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
