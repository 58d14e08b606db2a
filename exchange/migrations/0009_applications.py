from django.conf import settings
from django.db import migrations, models


def rows_from_columns(apps, _schema_editor):
    Application, Consent = apps.get_model("exchange", "Application"), apps.get_model("exchange", "Consent")
    given = Application.objects.filter(consented_at__isnull=False).exclude(status="withdrawn")
    Consent.objects.bulk_create(
        Consent(application_id=pk, purpose="identity", text_version=version, given_at=moment)
        for pk, version, moment in given.values_list("pk", "consent_version", "consented_at")
    )


class Migration(migrations.Migration):
    dependencies = [("exchange", "0008_decisions"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.AddField(
            model_name="application",
            name="goals",
            field=models.TextField(
                blank=True,
                help_text="One to three goals, one sentence each.",
                max_length=900,
                verbose_name="what I would like to learn",
            ),
        ),
        migrations.AddField(
            model_name="application",
            name="period_checked_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="period checked at"),
        ),
        migrations.RemoveConstraint(model_name="application", name="application_handed_in_with_consent_and_number"),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status__in", ["draft", "withdrawn"]),
                    models.Q(
                        ("submitted_at__isnull", False),
                        ("serial__isnull", False),
                        models.Q(
                            ("consented_at__isnull", False),
                            ("status__in", ["rejected", "accepted", "declined", "expired", "unmatched"]),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="application_handed_in_with_consent_and_number",
            ),
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("identity", "My name and my dates go to the host city once both cities have confirmed"),
                            ("idea", "The host city may read my mission once both cities have confirmed"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="purpose",
                    ),
                ),
                ("text_version", models.CharField(editable=False, max_length=12, verbose_name="version of the text")),
                ("given_at", models.DateTimeField(editable=False, verbose_name="given at")),
                ("withdrawn_at", models.DateTimeField(editable=False, null=True, verbose_name="taken back at")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=models.CASCADE,
                        related_name="consents",
                        to="exchange.application",
                        verbose_name="application",
                    ),
                ),
            ],
            options={"verbose_name": "consent", "verbose_name_plural": "consents", "ordering": ["given_at", "pk"]},
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_at__isnull", True)),
                fields=("application", "purpose"),
                name="consent_stands_once_per_purpose",
            ),
        ),
        migrations.CreateModel(
            name="GuardianConsent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="name of the legal guardian")),
                ("given_on", models.DateField(verbose_name="given on")),
                (
                    "form",
                    models.CharField(
                        choices=[("paper", "on paper"), ("in_person", "in person")],
                        max_length=10,
                        verbose_name="how it was given",
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now=True, verbose_name="recorded at")),
                (
                    "application",
                    models.OneToOneField(
                        on_delete=models.CASCADE,
                        related_name="guardian_consent",
                        to="exchange.application",
                        verbose_name="application",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "consent of a legal guardian",
                "verbose_name_plural": "consents of legal guardians",
                "ordering": ["pk"],
            },
        ),
        migrations.RunPython(rows_from_columns, migrations.RunPython.noop),
    ]
