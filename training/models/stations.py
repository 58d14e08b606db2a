from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lms.core.periods import Period
from lms.core.privacy import YEAR, personal_data
from people.models import Department, Role, User
from people.queries import acting_as, cities_where
from training.states import NoteStatus, StationStatus


class StationQuerySet(models.QuerySet["Station"]):
    def visible_to(self, user: User) -> "StationQuerySet":
        offices = cities_where(user, Role.HR)
        return self.filter(
            Q(apprentice_id=user.pk)
            | Q(supervisor__in=acting_as(user, Role.SUPERVISOR))
            | Q(deputy__in=acting_as(user, Role.SUPERVISOR))
            | Q(apprentice__apprenticeship__trainer__in=acting_as(user, Role.TRAINER))
            | Q(apprentice__apprenticeship__city__in=offices)
            | Q(department__city__in=offices)
        )

    def standing(self) -> "StationQuerySet":
        """All that take up time: not the canceled ones."""
        return self.exclude(status=StationStatus.CANCELED)


@personal_data(purpose=_("Planning and proving where a person is trained"), keep_for=3 * YEAR, subject="apprentice")
class Station(models.Model):
    """A stretch of training in one department, at home or as a guest; named by `source` if booked by an exchange."""

    apprentice = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="stations", verbose_name=_("apprentice")
    )
    department = models.ForeignKey(Department, models.PROTECT, related_name="stations", verbose_name=_("department"))
    supervisor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="supervised_stations", verbose_name=_("supervisor")
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deputy_stations",
        verbose_name=_("deputy"),
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    tasks = models.TextField(_("tasks"), blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=StationStatus.choices, default=StationStatus.PLANNED, editable=False
    )
    checked_in_at = models.DateTimeField(_("checked in at"), null=True, editable=False)
    checked_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("checked in by"),
    )  # fmt: skip
    completed_at = models.DateTimeField(_("completed at"), null=True, editable=False)
    source_type = models.CharField(max_length=40, blank=True, editable=False)
    source_id = models.BigIntegerField(null=True, editable=False)

    objects = StationQuerySet.as_manager()

    class Meta:
        verbose_name = _("station")
        verbose_name_plural = _("stations")
        ordering = ["starts_on", "pk"]
        indexes = [models.Index(fields=["source_type", "source_id"], name="station_source")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="station_ends_after_start"),
            models.CheckConstraint(condition=~Q(supervisor=F("apprentice")), name="station_not_supervised_by_oneself"),
            models.CheckConstraint(
                condition=~Q(status__in=[StationStatus.RUNNING.value, StationStatus.DONE.value])
                | Q(checked_in_by__isnull=False),
                name="station_check_in_names_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.apprentice} · {self.department}"

    def get_absolute_url(self) -> str:
        return reverse("training:station", args=[self.pk])

    @property
    def period(self) -> Period:
        return Period(self.starts_on, self.ends_on)

    @property
    def tone(self) -> str:
        return StationStatus(self.status).tone


class WeeklyNoteQuerySet(models.QuerySet["WeeklyNote"]):
    def visible_to(self, user: User) -> "WeeklyNoteQuerySet":
        """Never the training office of another city: reports belong to the home side and the week's supervisor."""
        handed_in = ~Q(status=NoteStatus.DRAFT)
        return self.filter(
            Q(station__apprentice_id=user.pk)
            | handed_in
            & (
                Q(station__supervisor__in=acting_as(user, Role.SUPERVISOR))
                | Q(station__deputy__in=acting_as(user, Role.SUPERVISOR))
                | Q(station__apprentice__apprenticeship__trainer__in=acting_as(user, Role.TRAINER))
                | Q(station__apprentice__apprenticeship__city__in=cities_where(user, Role.HR))
            )
        )


@personal_data(
    purpose=_("Weekly record of the training (§ 13 sentence 2 no. 7 BBiG)"),
    keep_for=3 * YEAR,
    subject="station__apprentice",
    fields=("did", "learned", "next_week"),
)
class WeeklyNote(models.Model):
    station = models.ForeignKey(Station, models.CASCADE, related_name="notes", verbose_name=_("station"))
    week_starts_on = models.DateField(_("week of"))
    did = models.TextField(_("what I did"), max_length=2000)
    learned = models.TextField(_("what I learned"), max_length=2000, blank=True)
    next_week = models.TextField(_("what I want to take on next"), max_length=2000, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=NoteStatus.choices, default=NoteStatus.DRAFT, editable=False
    )
    submitted_at = models.DateTimeField(null=True, editable=False)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("read by")
    )
    comment = models.TextField(_("comment"), max_length=2000, blank=True)

    objects = WeeklyNoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("weekly note")
        verbose_name_plural = _("weekly notes")
        ordering = ["week_starts_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["station", "week_starts_on"], name="weekly_note_once_per_week"),
            models.CheckConstraint(condition=Q(week_starts_on__iso_week_day=1), name="weekly_note_starts_on_monday"),
        ]

    def __str__(self) -> str:
        return f"{self.station} · {self.week_starts_on}"

    def get_absolute_url(self) -> str:
        return reverse("training:note", args=[self.pk])

    @property
    def tone(self) -> str:
        return NoteStatus(self.status).tone
