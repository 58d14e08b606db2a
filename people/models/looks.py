from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lms.core.privacy import YEAR, personal_data


class LookKind(models.TextChoices):
    """What of somebody's file was on the screen; nothing about what stood in it."""

    APPLICATION = "application", _("application")
    STAY = "stay", _("stay")
    STATION = "station", _("station")
    NOTE = "note", _("weekly note")
    ABSENCES = "absences", _("absences and exams")
    CALENDAR = "calendar", _("training calendar")
    CERTIFICATE = "certificate", _("certificate")


@personal_data(
    purpose=_("Showing people who has seen their file"),
    keep_for=YEAR,
    subject="subject",
    basis=_("Art. 5 (2), 15, 32 GDPR"),
)
class FileLook(models.Model):
    """One row for each viewer, person, kind and day, however often it was looked at."""

    viewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("seen by"))
    subject = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="looks", verbose_name=_("person")
    )
    what = models.CharField(_("looked at"), max_length=12, choices=LookKind.choices)
    about = models.CharField(_("about"), max_length=160, blank=True)
    day = models.DateField(_("day"))
    times = models.PositiveIntegerField(_("how often"), default=1)
    last_at = models.DateTimeField(_("last"))

    class Meta:
        verbose_name = _("look at a file")
        verbose_name_plural = _("looks at files")
        ordering = ["-last_at", "-pk"]
        indexes = [models.Index(fields=["subject", "-last_at"], name="look_of_person")]
        constraints = [
            models.UniqueConstraint(fields=["viewer", "subject", "what", "day"], name="look_once_a_day"),
            models.CheckConstraint(condition=~Q(viewer=F("subject")), name="look_by_somebody_else"),
            models.CheckConstraint(condition=Q(times__gte=1), name="look_at_least_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()}, {self.day}"
