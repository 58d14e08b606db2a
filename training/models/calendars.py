from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lms.core.periods import Period
from lms.core.privacy import YEAR, no_personal_data, personal_data
from people.models import City, Membership, Occupation, Role, User
from people.queries import acting_as, cities_where

STAFF = [Role.TRAINER, Role.SUPERVISOR, Role.HR, Role.COORDINATOR]


class SchoolCalendarQuerySet(models.QuerySet["SchoolCalendar"]):
    def visible_to(self, user: User) -> "SchoolCalendarQuerySet":
        """Classes hold no personal data: staff of all cities plan around them; apprentices see their own."""
        if Membership.objects.current().filter(person_id=user.pk, role__in=STAFF).exists():
            return self.all()
        return self.filter(apprenticeships__person_id=user.pk).distinct()

    def kept_by(self, user: User) -> "SchoolCalendarQuerySet":
        """Those that this person may change: the training office of the city."""
        return self.filter(city__in=cities_where(user, Role.HR))


@no_personal_data
class SchoolCalendar(models.Model):
    """When one class is away from work: blocks, weekly days and exams. `occupation` narrows who is offered it."""

    city = models.ForeignKey(City, models.PROTECT, related_name="school_calendars", verbose_name=_("city"))
    name = models.CharField(_("class"), max_length=80)
    school = models.CharField(_("school"), max_length=120, blank=True)
    occupation = models.ForeignKey(
        Occupation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("occupation")
    )

    objects = SchoolCalendarQuerySet.as_manager()

    class Meta:
        verbose_name = _("school calendar")
        verbose_name_plural = _("school calendars")
        ordering = ["city__name", "name"]
        constraints = [models.UniqueConstraint(fields=["city", "name"], name="school_calendar_once_per_city")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("training:class", args=[self.pk])


class BlockKind(models.TextChoices):
    SCHOOL = "school", _("block at the vocational school")
    COURSE = "course", _("course of the administration school")
    THEORY = "theory", _("theory phase")


@no_personal_data
class SchoolBlock(models.Model):
    calendar = models.ForeignKey(SchoolCalendar, models.CASCADE, related_name="blocks", verbose_name=_("calendar"))
    kind = models.CharField(_("kind"), max_length=8, choices=BlockKind.choices, default=BlockKind.SCHOOL)
    label = models.CharField(_("name"), max_length=80, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))

    class Meta:
        verbose_name = _("school block")
        verbose_name_plural = _("school blocks")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="school_block_ends_after_start"),
            models.UniqueConstraint(fields=["calendar", "starts_on", "ends_on"], name="school_block_once_per_class"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_on} – {self.ends_on}"

    @property
    def period(self) -> Period:
        return Period(self.starts_on, self.ends_on)


class Weekday(models.IntegerChoices):
    MONDAY = 1, _("Monday")
    TUESDAY = 2, _("Tuesday")
    WEDNESDAY = 3, _("Wednesday")
    THURSDAY = 4, _("Thursday")
    FRIDAY = 5, _("Friday")


@no_personal_data
class SchoolDay(models.Model):
    """A day of every week at school. One day a week with more than five lessons counts whole (§ 15 (1) no. 2 BBiG)."""

    calendar = models.ForeignKey(SchoolCalendar, models.CASCADE, related_name="days", verbose_name=_("calendar"))
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday.choices)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    whole_day = models.BooleanField(_("more than five lessons"), default=True)

    class Meta:
        verbose_name = _("weekly school day")
        verbose_name_plural = _("weekly school days")
        ordering = ["weekday", "starts_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="school_day_ends_after_start"),
            models.CheckConstraint(condition=Q(weekday__gte=1) & Q(weekday__lte=5), name="school_day_is_a_working_day"),
            models.UniqueConstraint(fields=["calendar", "weekday", "starts_on"], name="school_day_once_per_class"),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()}, {self.starts_on} – {self.ends_on}"

    @property
    def period(self) -> Period:
        return Period(self.starts_on, self.ends_on)


class ExamKind(models.TextChoices):
    WRITTEN_FINAL = "written", _("written final examination")
    FINAL = "final", _("oral or practical final examination")
    INTERMEDIATE = "interim", _("intermediate examination")
    OTHER = "other", _("other examination")


class ExamQuerySet(models.QuerySet["Exam"]):
    def visible_to(self, user: User) -> "ExamQuerySet":
        """Exams of a class like the class, those of a person like their training."""
        calendars = SchoolCalendar.objects.visible_to(user)
        home = Q(apprentice__apprenticeship__city__in=cities_where(user, Role.HR))
        near = Q(apprentice_id=user.pk) | Q(apprentice__apprenticeship__trainer__in=acting_as(user, Role.TRAINER))
        return self.filter(Q(calendar__in=calendars) | home | near).distinct()


@personal_data(purpose=_("Planning around examinations"), keep_for=YEAR, subject="apprentice")
class Exam(models.Model):
    """Of a whole class or of one person."""

    calendar = models.ForeignKey(
        SchoolCalendar, models.CASCADE, null=True, blank=True, related_name="exams", verbose_name=_("class")
    )
    apprentice = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="exams",
        verbose_name=_("apprentice"),
    )
    kind = models.CharField(_("kind"), max_length=8, choices=ExamKind.choices, default=ExamKind.OTHER)
    name = models.CharField(_("name"), max_length=80)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))

    objects = ExamQuerySet.as_manager()

    class Meta:
        verbose_name = _("exam")
        verbose_name_plural = _("exams")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="exam_ends_after_start"),
            models.CheckConstraint(
                condition=Q(calendar__isnull=False, apprentice__isnull=True)
                | Q(calendar__isnull=True, apprentice__isnull=False),
                name="exam_of_a_class_or_of_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.starts_on}"

    @property
    def period(self) -> Period:
        return Period(self.starts_on, self.ends_on)


class CityDayKind(models.TextChoices):
    JAV = "jav", _("meeting of the youth and trainee representatives")
    CLOSED = "closed", _("offices closed")
    OTHER = "other", _("other day to know about")


@no_personal_data
class CityDay(models.Model):
    """Days of a city that guests should know about; public holidays are computed, see training.holidays."""

    city = models.ForeignKey(City, models.CASCADE, related_name="days", verbose_name=_("city"))
    kind = models.CharField(_("kind"), max_length=8, choices=CityDayKind.choices, default=CityDayKind.OTHER)
    name = models.CharField(_("name"), max_length=80)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))

    class Meta:
        verbose_name = _("day of the city")
        verbose_name_plural = _("days of the cities")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="city_day_ends_after_start"),
            models.UniqueConstraint(fields=["city", "name", "starts_on"], name="city_day_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.starts_on}"

    @property
    def period(self) -> Period:
        return Period(self.starts_on, self.ends_on)
