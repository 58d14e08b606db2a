"""Mandatory training: who has to take which course, how often, and until when each of them."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.models import CoursePage
from lms.core.privacy import YEAR, no_personal_data, personal_data
from people.models import City, Occupation, Role, User
from people.queries import cities_where


class ObligationQuerySet(models.QuerySet["Obligation"]):
    def visible_to(self, user: User) -> Any:
        return self.filter(city__in=cities_where(user, Role.HR, Role.TRAINER))

    def in_force(self, day: date) -> "ObligationQuerySet":
        """Those that ask something of somebody on a day; a course that was taken back asks nothing."""
        open_end = Q(ends_on__isnull=True) | Q(ends_on__gte=day)
        return self.filter(open_end, starts_on__lte=day, course__live=True)


@no_personal_data
class Obligation(models.Model):
    """A city asks its apprentices to take a course: all of them, those of an occupation, or of a year of training."""

    city = models.ForeignKey(City, models.PROTECT, related_name="obligations", verbose_name=_("city"))
    course = models.ForeignKey(CoursePage, models.PROTECT, related_name="obligations", verbose_name=_("course"))
    occupation = models.ForeignKey(
        Occupation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("occupation"),
        help_text=_("Leave empty for all occupations."),
    )  # fmt: skip
    year = models.PositiveSmallIntegerField(
        _("year of training"), null=True, blank=True, help_text=_("Leave empty for all years.")
    )
    every_months = models.PositiveSmallIntegerField(
        _("to be repeated every (months)"), null=True, blank=True, help_text=_("Leave empty if once is enough.")
    )
    days_to_complete = models.PositiveSmallIntegerField(_("days to complete it"), default=56)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)

    objects = ObligationQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandatory training")
        verbose_name_plural = _("mandatory trainings")
        ordering = ["city__name", "course__title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(every_months__isnull=True) | Q(every_months__gte=1), name="obligation_repeats_after_a_month"
            ),
            models.CheckConstraint(condition=Q(days_to_complete__gte=1), name="obligation_leaves_a_day"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="obligation_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.city}: {self.course}"


class DutyQuerySet(models.QuerySet["Duty"]):
    def visible_to(self, user: User) -> Any:
        """One's own; the training office sees who still has to take which course."""
        return self.filter(Q(person_id=user.pk) | Q(obligation__city__in=cities_where(user, Role.HR)))


@personal_data(purpose=_("Mandatory training: who has to take what until when"), keep_for=3 * YEAR, subject="person")
class Duty(models.Model):
    """One person, one mandatory training, one time. The next one begins when the evidence runs out."""

    obligation = models.ForeignKey(
        Obligation, models.CASCADE, related_name="duties", verbose_name=_("mandatory training")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="duties", verbose_name=_("person")
    )
    number = models.PositiveSmallIntegerField(_("time"), default=1)
    due_on = models.DateField(_("due on"))
    fulfilled_on = models.DateField(_("fulfilled on"), null=True, blank=True)
    reminded_weeks = models.PositiveSmallIntegerField(_("last reminded so many weeks before"), null=True, blank=True)
    told_on = models.DateField(_("last message on"), null=True, blank=True)
    created_at = models.DateTimeField(_("created at"), default=timezone.now)

    objects = DutyQuerySet.as_manager()

    class Meta:
        verbose_name = _("training to be taken")
        verbose_name_plural = _("trainings to be taken")
        ordering = ["due_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["obligation", "person", "number"], name="duty_once_each_time")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.obligation_id}"
