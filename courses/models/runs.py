"""A course at a time and a place: who organises it, how many may come, and when they meet."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from courses.models.pages import CoursePage
from lms.core.privacy import no_personal_data
from people.models import City, Membership, Role, User
from people.queries import cities_where


class Admission(models.TextChoices):
    OPEN = "open", _("whoever enrolls takes part")
    APPROVAL = "approval", _("trainer or training office approves")
    INVITED = "invited", _("only those who are enrolled by others")


class RunQuerySet(models.QuerySet["CourseRun"]):
    def visible_to(self, user: User) -> Any:
        """Runs of the own city, and those that are open to all cities."""
        cities = Membership.objects.current().filter(person_id=user.pk).values("city_id")
        return self.filter(Q(city__in=cities) | Q(is_for_all_cities=True)).filter(course__live=True)

    def organised_by(self, user: User) -> Any:
        return self.filter(city__in=cities_where(user, Role.TRAINER, Role.HR))


@no_personal_data
class CourseRun(models.Model):
    """The seats are counted here: `seats_taken` is changed by one conditional UPDATE alone."""

    course = models.ForeignKey(CoursePage, models.PROTECT, related_name="runs", verbose_name=_("course"))
    city = models.ForeignKey(City, models.PROTECT, related_name="course_runs", verbose_name=_("organised by"))
    name = models.CharField(_("name"), max_length=120)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    enroll_until = models.DateField(_("enroll until"))
    seats = models.PositiveSmallIntegerField(
        _("seats"), null=True, blank=True, help_text=_("Leave empty if everybody can take part.")
    )
    seats_taken = models.PositiveIntegerField(_("seats taken"), default=0, editable=False)
    admission = models.CharField(_("admission"), max_length=8, choices=Admission.choices, default=Admission.OPEN)
    is_for_all_cities = models.BooleanField(_("open to all cities"), default=False)
    is_cancelled = models.BooleanField(_("cancelled"), default=False)

    objects = RunQuerySet.as_manager()

    class Meta:
        verbose_name = _("course run")
        verbose_name_plural = _("course runs")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="run_ends_after_start"),
            models.CheckConstraint(condition=Q(enroll_until__lte=F("ends_on")), name="run_enrolls_before_its_end"),
            models.CheckConstraint(
                condition=Q(seats__isnull=True) | Q(seats__gte=F("seats_taken")),
                name="run_has_no_more_people_than_seats",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@no_personal_data
class Session(models.Model):
    """A meeting of a run."""

    run = models.ForeignKey(CourseRun, models.CASCADE, related_name="sessions", verbose_name=_("course run"))
    title = models.CharField(_("title"), max_length=120)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    place = models.CharField(_("place"), max_length=200, blank=True)
    link = models.URLField(_("link"), blank=True)

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.title
