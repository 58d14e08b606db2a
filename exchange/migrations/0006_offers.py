import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

PERSON = {
    "editable": False,
    "null": True,
    "on_delete": django.db.models.deletion.PROTECT,
    "related_name": "+",
    "to": settings.AUTH_USER_MODEL,
}


class Migration(migrations.Migration):
    dependencies = [
        ("exchange", "0005_rounds"),
        ("people", "0002_calendars_and_rules"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "hostoffer",
            "access_note",
            models.CharField(blank=True, max_length=300, verbose_name="more about accessibility"),
        ),
        migrations.AddField(
            "hostoffer",
            "seats_asked",
            models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="seats asked for"),
        ),
        migrations.AddField(
            "hostoffer", "seats_asked_by", models.ForeignKey(verbose_name="seats asked for by", **PERSON)
        ),
        migrations.AddField(
            "hostoffer", "withdrawal_agreed_by", models.ForeignKey(verbose_name="withdrawal agreed to by", **PERSON)
        ),
        migrations.AddField(
            "hostoffer", "withdrawal_asked_by", models.ForeignKey(verbose_name="withdrawal asked for by", **PERSON)
        ),
        migrations.AddConstraint(
            "hostoffer",
            models.CheckConstraint(
                condition=Q(("seats_asked__isnull", True), ("seats_asked_by__isnull", True))
                | Q(("seats_asked__gte", 1), ("seats_asked_by__isnull", False)),
                name="offer_seats_asked_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            "hostoffer",
            models.CheckConstraint(
                condition=Q(("withdrawal_agreed_by__isnull", True))
                | Q(("withdrawal_asked_by__isnull", False)) & ~Q(("withdrawal_agreed_by", F("withdrawal_asked_by"))),
                name="offer_withdrawal_takes_two_people",
            ),
        ),
        migrations.CreateModel(
            name="OfferSubscription",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "topic",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("citizens", "Citizens and services"),
                            ("administration", "Administration and work"),
                            ("infrastructure", "Technology and security"),
                        ],
                        max_length=14,
                        verbose_name="topic",
                    ),
                ),
                ("remote", models.BooleanField(default=False, verbose_name="with mobile work")),
                ("step_free", models.BooleanField(default=False, verbose_name="step-free workplace")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="since")),
                (
                    "city",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.city",
                        verbose_name="city",
                    ),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.occupation",
                        verbose_name="occupation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="offer_subscriptions",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "subscription to new places",
                "verbose_name_plural": "subscriptions to new places",
                "ordering": ["created_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        F("person"),
                        django.db.models.functions.comparison.Coalesce("city", 0),
                        F("topic"),
                        django.db.models.functions.comparison.Coalesce("occupation", 0),
                        F("remote"),
                        F("step_free"),
                        name="offer_subscription_once",
                    )
                ],
            },
        ),
    ]
