import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q
from django.utils import timezone

import exchange.consent


def ask_again(apps, schema_editor):
    """Drafts say more now than when cities assented to them."""
    apps.get_model("exchange", "Assent").objects.filter(agreement__status="draft").update(
        voided_at=timezone.now(), void_reason="changed"
    )


PAYERS = [("home", "home city"), ("host", "host city")]


class Migration(migrations.Migration):
    dependencies = [("exchange", "0003_calendars_and_rules"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.AlterField(
            "agreement",
            "status",
            models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_force", "in force"),
                    ("superseded", "superseded"),
                    ("ended", "ended"),
                ],
                default="draft",
                editable=False,
                max_length=10,
                verbose_name="status",
            ),
        ),
        migrations.AddField(
            "agreement",
            "kind",
            models.CharField(
                choices=[("memorandum", "memorandum of understanding"), ("addendum", "addendum")],
                default="memorandum",
                editable=False,
                max_length=10,
                verbose_name="kind",
            ),
        ),
        migrations.AddField(
            "agreement",
            "parent",
            models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="addenda",
                to="exchange.agreement",
                verbose_name="memorandum",
            ),
        ),
        migrations.AddField(
            "agreement",
            "fields_of_cooperation",
            models.JSONField(blank=True, default=list, verbose_name="fields of cooperation"),
        ),
        migrations.AddField(
            "agreement",
            "seats_per_round",
            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="seats of each city in a round"),
        ),
        migrations.AddField(
            "agreement",
            "balance_weeks",
            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="tolerated difference in weeks"),
        ),
        migrations.AddField(
            "agreement",
            "fares_by",
            models.CharField(choices=PAYERS, default="home", max_length=4, verbose_name="fares"),
        ),
        migrations.AddField(
            "agreement",
            "lodging_by",
            models.CharField(choices=PAYERS, default="home", max_length=4, verbose_name="lodging"),
        ),
        migrations.AddField(
            "agreement",
            "meals_by",
            models.CharField(choices=PAYERS, default="home", max_length=4, verbose_name="meals"),
        ),
        migrations.AddField(
            "agreement",
            "settled_by_account",
            models.BooleanField(default=True, verbose_name="settled through the exchange account, without invoices"),
        ),
        migrations.AddField(
            "agreement",
            "cost_note",
            models.TextField(blank=True, default="", max_length=2000, verbose_name="more about costs"),
            preserve_default=False,
        ),
        migrations.AddField(
            "agreement",
            "annex_text",
            models.TextField(blank=True, default="", verbose_name="how the cities share responsibility"),
            preserve_default=False,
        ),
        migrations.AddField(
            "agreement",
            "shared_fields",
            models.JSONField(default=exchange.consent.every_shareable, verbose_name="what a host city may see"),
        ),
        migrations.AddField(
            "agreement",
            "over_on",
            models.DateField(editable=False, null=True, verbose_name="does not count any more from"),
        ),
        migrations.AddConstraint(
            "agreement",
            models.CheckConstraint(
                condition=Q(("kind", "memorandum"), ("parent__isnull", True))
                | Q(("kind", "addendum"), ("parent__isnull", False)),
                name="agreement_addendum_has_a_memorandum",
            ),
        ),
        migrations.AlterModelOptions(
            "assent",
            {"ordering": ["given_at", "pk"], "verbose_name": "assent", "verbose_name_plural": "assents"},
        ),
        migrations.RemoveConstraint("assent", "assent_once_per_city_and_content"),
        migrations.AddField("assent", "content", models.JSONField(default=dict)),
        migrations.AddField("assent", "voided_at", models.DateTimeField(null=True, verbose_name="voided at")),
        migrations.AddField(
            "assent",
            "void_reason",
            models.CharField(
                blank=True,
                choices=[
                    ("changed", "Assent lapsed, because the text was changed"),
                    ("withdrawn", "Assent withdrawn"),
                ],
                default="",
                max_length=10,
                verbose_name="why it does not count",
            ),
            preserve_default=False,
        ),
        migrations.RunPython(ask_again, migrations.RunPython.noop),
        migrations.AddConstraint(
            "assent",
            models.UniqueConstraint(
                condition=Q(("voided_at__isnull", True)), fields=("agreement", "city"), name="assent_once_per_city"
            ),
        ),
        migrations.AddConstraint(
            "assent",
            models.UniqueConstraint(
                condition=Q(("voided_at__isnull", True)), fields=("agreement", "person"), name="assent_once_per_person"
            ),
        ),
        migrations.AddConstraint(
            "assent",
            models.CheckConstraint(
                condition=Q(("void_reason", ""), ("voided_at__isnull", True))
                | (Q(("voided_at__isnull", False)) & ~Q(("void_reason", ""))),
                name="assent_void_says_why",
            ),
        ),
        migrations.CreateModel(
            "AgreementDocument",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=120, verbose_name="name of the document")),
                ("file", models.FileField(max_length=200, upload_to="agreements/", verbose_name="file")),
                ("size", models.PositiveIntegerField(verbose_name="size")),
                ("sha256", models.CharField(max_length=64)),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="added at")),
                ("left_out_at", models.DateTimeField(editable=False, null=True, verbose_name="left out since")),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="added by",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="exchange.agreement",
                        verbose_name="agreement",
                    ),
                ),
            ],
            options={
                "verbose_name": "document of an agreement",
                "verbose_name_plural": "documents of agreements",
                "ordering": ["added_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=Q(("left_out_at__isnull", True)),
                        fields=("agreement", "sha256"),
                        name="agreement_document_once",
                    )
                ],
            },
        ),
    ]
