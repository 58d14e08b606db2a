import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("exchange", "0007_cards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("step", models.CharField(max_length=24, verbose_name="step")),
                ("left", models.CharField(max_length=16, verbose_name="status before")),
                ("reached", models.CharField(max_length=16, verbose_name="status")),
                ("round_status", models.CharField(max_length=24)),
                ("before", models.JSONField(default=dict, verbose_name="before")),
                ("bulk", models.UUIDField(db_index=True, null=True)),
                ("at", models.DateTimeField(verbose_name="decided at")),
                ("undone_at", models.DateTimeField(null=True, verbose_name="taken back at")),
            ],
            options={
                "verbose_name": "decision",
                "verbose_name_plural": "decisions",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Inquiry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("question", models.TextField(max_length=1000, verbose_name="question")),
                ("asked_at", models.DateTimeField(verbose_name="asked at")),
                ("answer", models.TextField(blank=True, max_length=2000, verbose_name="answer")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="answered at")),
                ("closed_at", models.DateTimeField(null=True, verbose_name="closed at")),
            ],
            options={
                "verbose_name": "inquiry",
                "verbose_name_plural": "inquiries",
                "ordering": ["asked_at", "pk"],
            },
        ),
        migrations.AddField(
            model_name="decision",
            name="application",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="decisions",
                to="exchange.application",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decisions",
                to=settings.AUTH_USER_MODEL,
                verbose_name="decided by",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="offer",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="decisions",
                to="exchange.hostoffer",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="placement",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="decisions",
                to="exchange.placement",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("application__isnull", False), ("offer__isnull", True), ("placement__isnull", True)),
                    models.Q(("application__isnull", True), ("offer__isnull", True), ("placement__isnull", False)),
                    models.Q(("application__isnull", True), ("offer__isnull", False), ("placement__isnull", True)),
                    _connector="OR",
                ),
                name="decision_about_one_thing",
            ),
        ),
        migrations.AddField(
            model_name="inquiry",
            name="application",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="inquiries",
                to="exchange.application",
                verbose_name="application",
            ),
        ),
        migrations.AddField(
            model_name="inquiry",
            name="asked",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="inquiries",
                to=settings.AUTH_USER_MODEL,
                verbose_name="asked person",
            ),
        ),
        migrations.AddField(
            model_name="inquiry",
            name="asked_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="asked by",
            ),
        ),
        migrations.AddConstraint(
            model_name="inquiry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True)),
                fields=("application",),
                name="inquiry_one_open_per_application",
            ),
        ),
        migrations.AddConstraint(
            model_name="inquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(("asked", models.F("asked_by")), _negated=True), name="inquiry_asks_somebody_else"
            ),
        ),
        migrations.AddConstraint(
            model_name="inquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_at__isnull", True),
                    models.Q(("closed_at__isnull", False), models.Q(("answer", ""), _negated=True)),
                    _connector="OR",
                ),
                name="inquiry_answered_in_words",
            ),
        ),
    ]
