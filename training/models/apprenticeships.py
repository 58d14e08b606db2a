from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lms.core.privacy import YEAR, personal_data
from people.models import City, Department, Occupation, Role, User
from people.queries import acting_as, cities_where
from training.models.calendars import SchoolCalendar


class ApprenticeshipQuerySet(models.QuerySet["Apprenticeship"]):
    def visible_to(self, user: User) -> "ApprenticeshipQuerySet":
        trained = Q(trainer__in=acting_as(user, Role.TRAINER))
        return self.filter(Q(person_id=user.pk) | trained | Q(city__in=cities_where(user, Role.HR)))


@personal_data(
    purpose=_("Planning and proving the training"),
    keep_for=3 * YEAR,
    subject="person",
    fields=("birth_date", "occupation", "starts_on", "ends_on", "probation_ends_on", "medical_checked_on"),
)
class Apprenticeship(models.Model):
    """The training of a person: the home city stays the training body throughout (§ 10 (5) BBiG)."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="apprenticeship", verbose_name=_("apprentice")
    )
    city = models.ForeignKey(City, models.PROTECT, related_name="apprenticeships", verbose_name=_("home city"))
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="apprenticeships", verbose_name=_("home department")
    )
    occupation = models.ForeignKey(
        Occupation, models.PROTECT, related_name="apprenticeships", verbose_name=_("occupation")
    )
    trainer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="trained", verbose_name=_("home trainer")
    )
    school_calendar = models.ForeignKey(
        SchoolCalendar, models.SET_NULL, null=True, blank=True, related_name="apprenticeships", verbose_name=_("class")
    )
    birth_date = models.DateField(_("date of birth"))
    starts_on = models.DateField(_("start of training"))
    ends_on = models.DateField(_("end of training"))
    probation_ends_on = models.DateField(_("end of probation"), null=True, blank=True)
    medical_checked_on = models.DateField(
        _("medical certificate of"), null=True, blank=True,
        help_text=_("For people under 18 (§§ 32, 33 JArbSchG). Only the date is kept, never the certificate."),
    )  # fmt: skip

    objects = ApprenticeshipQuerySet.as_manager()

    class Meta:
        verbose_name = _("apprenticeship")
        verbose_name_plural = _("apprenticeships")
        ordering = ["person__last_name", "person__first_name", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="apprenticeship_ends_after_start"),
            models.CheckConstraint(condition=~Q(trainer=F("person")), name="apprentice_is_not_own_trainer"),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.occupation.short})"

    def year_on(self, day: date) -> int:
        """The year of training on a day, from 1; never beyond the years of the occupation."""
        passed = day.year - self.starts_on.year - ((day.month, day.day) < (self.starts_on.month, self.starts_on.day))
        return max(1, min(passed + 1, self.occupation.years))

    def age_on(self, day: date) -> int:
        born = self.birth_date
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
