import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

ROUND_STATES = [
    ("draft", "in preparation"),
    ("agreed", "agreed by the cities"),
    ("offers_open", "offers are collected"),
    ("applications_open", "applications are open"),
    ("review", "applications are reviewed"),
    ("matching", "places are assigned"),
    ("confirmation", "the cities confirm"),
    ("published", "places are offered"),
    ("clearing", "free places are given away"),
    ("running", "stays are running"),
    ("evaluation", "records are issued"),
    ("closed", "closed"),
    ("canceled", "canceled"),
]
PLACEMENT_STATES = [
    ("proposed", "proposed"),
    ("home_confirmed", "confirmed by the home city"),
    ("host_confirmed", "confirmed by the host city"),
    ("confirmed", "confirmed by both cities"),
    ("refused", "refused"),
    ("offered", "offered to the apprentice"),
    ("accepted", "accepted"),
    ("declined", "declined"),
    ("expired", "not answered in time"),
    ("active", "running"),
    ("completed", "completed"),
    ("closed", "closed, record issued"),
    ("waived", "closed without a record"),
    ("canceled", "canceled"),
    ("terminated", "ended early"),
]
SEAT_HELD = ["confirmed", "offered", "accepted", "active", "completed", "closed", "waived", "terminated"]


def key():
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def to(model, name, delete=django.db.models.deletion.PROTECT, related="+"):
    return models.ForeignKey(on_delete=delete, related_name=related, to=model, verbose_name=name)


class Migration(migrations.Migration):
    dependencies = [("exchange", "0004_agreements"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.AddField(
            "exchangeround",
            "status_since",
            models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="since"),
        ),
        migrations.AlterField(
            "exchangeround",
            "status",
            models.CharField(
                choices=ROUND_STATES, default="draft", editable=False, max_length=20, verbose_name="status"
            ),
        ),
        migrations.RemoveConstraint("placement", "placement_confirmed_by_both_cities"),
        migrations.AlterField(
            "placement",
            "status",
            models.CharField(
                choices=PLACEMENT_STATES, default="proposed", editable=False, max_length=16, verbose_name="status"
            ),
        ),
        migrations.AddConstraint(
            "placement",
            models.CheckConstraint(
                condition=~Q(status__in=SEAT_HELD)
                | (Q(home_confirmed_by__isnull=False) & Q(host_confirmed_by__isnull=False)),
                name="placement_confirmed_by_both_cities",
            ),
        ),
        migrations.CreateModel(
            "RoundAssent",
            [
                ("id", key()),
                ("content_hash", models.CharField(max_length=64)),
                ("given_at", models.DateTimeField(auto_now_add=True, verbose_name="given at")),
                ("round", to("exchange.exchangeround", "round", django.db.models.deletion.CASCADE, "assents")),
                ("city", to("people.city", "city")),
                ("person", to(settings.AUTH_USER_MODEL, "person")),
            ],
            options={
                "verbose_name": "assent to a round",
                "verbose_name_plural": "assents to rounds",
                "ordering": ["given_at"],
                "constraints": [
                    models.UniqueConstraint(fields=("round", "city"), name="round_assent_once_per_city"),
                    models.UniqueConstraint(fields=("round", "person"), name="round_assent_once_per_person"),
                ],
            },
        ),
        migrations.CreateModel(
            "RoundVote",
            [
                ("id", key()),
                (
                    "question",
                    models.CharField(
                        choices=[("extend", "more time for applications"), ("cancel", "cancel the round")],
                        max_length=8,
                        verbose_name="question",
                    ),
                ),
                ("until", models.DateField(null=True, verbose_name="new last day for applications")),
                ("reason", models.TextField(blank=True, max_length=1000, verbose_name="reason")),
                ("given_at", models.DateTimeField(auto_now_add=True, verbose_name="given at")),
                ("carried_at", models.DateTimeField(null=True, verbose_name="carried at")),
                ("round", to("exchange.exchangeround", "round", django.db.models.deletion.CASCADE, "votes")),
                ("city", to("people.city", "city")),
                ("person", to(settings.AUTH_USER_MODEL, "person")),
            ],
            options={
                "verbose_name": "vote on a round",
                "verbose_name_plural": "votes on rounds",
                "ordering": ["given_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=Q(carried_at__isnull=True),
                        fields=("round", "question", "city"),
                        name="round_vote_once_per_city",
                    ),
                    models.UniqueConstraint(
                        condition=Q(carried_at__isnull=True),
                        fields=("round", "question", "person"),
                        name="round_vote_once_per_person",
                    ),
                    models.CheckConstraint(
                        condition=Q(question="extend", until__isnull=False) | Q(question="cancel", until__isnull=True),
                        name="round_vote_extends_to_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "ClearingWish",
            [
                ("id", key()),
                ("noted_at", models.DateTimeField(auto_now_add=True, verbose_name="noted at")),
                (
                    "application",
                    to("exchange.application", "application", django.db.models.deletion.CASCADE, "clearing_wishes"),
                ),
                ("offer", to("exchange.hostoffer", "offer")),
                ("noted_by", to(settings.AUTH_USER_MODEL, "noted by")),
            ],
            options={
                "verbose_name": "wish in the clearing",
                "verbose_name_plural": "wishes in the clearing",
                "ordering": ["noted_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("application", "offer"), name="clearing_wish_once_per_offer")
                ],
            },
        ),
    ]
