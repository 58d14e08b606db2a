from django.db import migrations, models

CHOICES = [
    ("serial_max", "Balanced draw"),
    ("stable", "Priority of the hosts"),
    ("cycles", "Exchange in rings"),
    ("cycles_tolerance", "Exchange in rings with a margin"),
    ("optimum_generous", "Best wishes, few last ones"),
    ("optimum_greedy", "Best wishes, many first ones"),
    ("optimum_rank_sum", "Best wishes on average"),
]


class Migration(migrations.Migration):
    """Rounds and runs from before were assigned by the priority of the hosts; new rounds choose."""

    dependencies = [("exchange", "0011_swaps")]

    operations = [
        migrations.AddField(
            "exchangeround", "mode",
            models.CharField("procedure", max_length=20, choices=CHOICES, default="stable"),
        ),
        migrations.AlterField(
            "exchangeround", "mode",
            models.CharField("procedure", max_length=20, choices=CHOICES, default="serial_max"),
        ),
        migrations.AddField(
            "exchangeround", "tolerance",
            models.PositiveSmallIntegerField("tolerated difference in people", null=True, blank=True),
        ),
        migrations.AddField(
            "matchrun", "mode",
            models.CharField("procedure", max_length=20, choices=CHOICES, default="stable"),
            preserve_default=False,
        ),
    ]  # fmt: skip
