from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lms.core.privacy import no_personal_data
from people.models import City


@no_personal_data
class SchoolCalendar(models.Model):
    """The block weeks of one class at the vocational school."""

    city = models.ForeignKey(City, models.PROTECT, related_name="school_calendars", verbose_name=_("city"))
    name = models.CharField(_("class"), max_length=80)

    class Meta:
        verbose_name = _("school calendar")
        verbose_name_plural = _("school calendars")
        ordering = ["city__name", "name"]
        constraints = [models.UniqueConstraint(fields=["city", "name"], name="school_calendar_once_per_city")]

    def __str__(self) -> str:
        return self.name


@no_personal_data
class SchoolBlock(models.Model):
    calendar = models.ForeignKey(SchoolCalendar, models.CASCADE, related_name="blocks", verbose_name=_("calendar"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))

    class Meta:
        verbose_name = _("school block")
        verbose_name_plural = _("school blocks")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="school_block_ends_after_start")
        ]

    def __str__(self) -> str:
        return f"{self.starts_on} – {self.ends_on}"
