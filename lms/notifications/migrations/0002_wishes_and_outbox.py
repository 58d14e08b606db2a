import datetime

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


def fill_outbox(apps, schema_editor):
    """What was mailed stays mailed, what was not is due."""
    notifications = apps.get_model("notifications", "Notification").objects
    deliveries = apps.get_model("notifications", "Delivery").objects
    notifications.update(appears_at=models.F("created_at"))
    for rows in _in_parts(notifications.values_list("pk", "created_at", "mailed_at").order_by("pk")):
        deliveries.bulk_create(
            deliveries.model(notification_id=pk, sent_at=mailed_at, due_at=None if mailed_at else created_at)
            for pk, created_at, mailed_at in rows
        )


def _in_parts(rows, size=1000):
    last = 0
    while part := list(rows.filter(pk__gt=last)[:size]):
        yield part
        last = part[-1][0]


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "notification", "about", models.CharField(blank=True, default="", max_length=80, verbose_name="about"), False
        ),
        migrations.AddField(
            "notification",
            "appears_at",
            models.DateTimeField(default=django.utils.timezone.now, verbose_name="appears at"),
        ),
        migrations.AlterModelOptions(
            "notification",
            {"ordering": ["-appears_at", "-pk"], "verbose_name": "message", "verbose_name_plural": "messages"},
        ),
        migrations.AddIndex("notification", models.Index(fields=["about"], name="notification_about")),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("due_at", models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="due at")),
                ("in_digest", models.BooleanField(default=False, verbose_name="in the one mail a day")),
                ("taken_at", models.DateTimeField(blank=True, null=True, verbose_name="taken at")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent at")),
                ("failures", models.PositiveIntegerField(default=0, verbose_name="failures")),
                (
                    "notification",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="delivery",
                        to="notifications.notification",
                        verbose_name="message",
                    ),
                ),
            ],
            options={
                "verbose_name": "delivery",
                "verbose_name_plural": "deliveries",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("due_at", None), ("sent_at", None), _connector="OR"),
                        name="delivery_sent_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("taken_at", None), ("due_at__isnull", False), _connector="OR"),
                        name="delivery_taken_if_due",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Wishes",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("groups", models.JSONField(blank=True, default=dict, verbose_name="ways")),
                (
                    "digest_hour",
                    models.PositiveSmallIntegerField(
                        default=8,
                        validators=[django.core.validators.MaxValueValidator(23)],
                        verbose_name="hour of the one mail a day",
                    ),
                ),
                ("has_quiet_hours", models.BooleanField(verbose_name="quiet hours")),
                ("quiet_from", models.TimeField(default=datetime.time(18), verbose_name="quiet from")),
                ("quiet_until", models.TimeField(default=datetime.time(7), verbose_name="quiet until")),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notification_wishes",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "wishes about messages",
                "verbose_name_plural": "wishes about messages",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("digest_hour__lte", 23)), name="wishes_digest_hour"),
                    models.CheckConstraint(
                        condition=models.Q(("quiet_from", models.F("quiet_until")), _negated=True),
                        name="wishes_quiet_hours",
                    ),
                ],
            },
        ),
        migrations.RunPython(fill_outbox, migrations.RunPython.noop),
        migrations.RemoveField("notification", "mailed_at"),
    ]
