from django.conf import settings
from django.db import models
from django.db.models import Exists, F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from courses.models import CoursePage, Topic
from exchange.models.rounds import ExchangeRound
from exchange.states import OfferStatus
from lms.core.periods import DAY, Period, next_monday
from lms.core.privacy import YEAR, personal_data
from lms.core.templatetags.wanderjahr import date_range
from people.models import City, Department, Membership, Occupation, Role, User
from people.queries import acting_as, cities_where


class HostOfferQuerySet(models.QuerySet["HostOffer"]):
    def visible_to(self, user: User) -> "HostOfferQuerySet":
        """Published offers are for everybody in the alliance; drafts for those who write or review them."""
        shown = Q(status__in=[OfferStatus.PUBLISHED, OfferStatus.PAUSED, OfferStatus.CLOSED])
        acting = acting_as(user, Role.SUPERVISOR)
        mine = Q(author__in=acting) | Q(supervisor__in=acting) | Q(deputy__in=acting)
        leads = Membership.objects.current().filter(person_id=user.pk, role=Role.COORDINATOR)
        handed_in = Q(Exists(leads)) & ~Q(status=OfferStatus.DRAFT)
        return self.filter(shown | mine | Q(city__in=cities_where(user, Role.HR)) | handed_in)


@personal_data(purpose=_("Naming who looks after guests"), keep_for=3 * YEAR, subject="supervisor")
class HostOffer(models.Model):
    """What a department offers guests in one round. `seats_taken` is kept by exchange.services.seats alone."""

    round = models.ForeignKey(ExchangeRound, models.PROTECT, related_name="offers", verbose_name=_("round"))
    city = models.ForeignKey(City, models.PROTECT, related_name="offers", verbose_name=_("city"))
    department = models.ForeignKey(Department, models.PROTECT, related_name="offers", verbose_name=_("department"))
    title = models.CharField(_("title"), max_length=120)
    mission = models.TextField(_("mission and tasks"), max_length=3000)
    learning_goals = models.JSONField(_("learning goals"), default=list)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    weeks = models.PositiveSmallIntegerField(
        _("length of the stay in weeks, if its dates are open"), null=True, blank=True
    )
    seats = models.PositiveSmallIntegerField(_("seats"), default=1)
    seats_taken = models.PositiveSmallIntegerField(_("seats taken"), default=0, editable=False)
    occupations = models.ManyToManyField(
        Occupation, blank=True, related_name="+", verbose_name=_("occupations"),
        help_text=_("Leave empty if the offer suits every occupation."),
    )  # fmt: skip
    topic = models.CharField(_("topic"), max_length=14, choices=Topic.choices, blank=True)
    courses = models.ManyToManyField(
        CoursePage, blank=True, related_name="+", verbose_name=_("courses that prepare for it")
    )
    min_year = models.PositiveSmallIntegerField(_("from year of training"), default=1)
    max_year = models.PositiveSmallIntegerField(_("to year of training"), default=3)
    remote_share = models.PositiveSmallIntegerField(_("share of mobile work in percent"), default=0)
    step_free = models.BooleanField(_("the workplace is step-free"), default=False)
    access_note = models.CharField(_("more about accessibility"), max_length=300, blank=True)
    working_hours = models.CharField(_("working hours"), max_length=120, blank=True)
    works_from = models.TimeField(_("working day from"), null=True, blank=True)
    works_until = models.TimeField(_("working day until"), null=True, blank=True)
    break_minutes = models.PositiveSmallIntegerField(_("minutes of break"), null=True, blank=True)
    bring = models.CharField(_("what to bring"), max_length=300, blank=True)
    supervisor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="supervised_offers", verbose_name=_("supervisor")
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="deputy_offers", verbose_name=_("deputy")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="authored_offers", editable=False,
        verbose_name=_("written by"),
    )  # fmt: skip
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("last changed by"),
    )  # fmt: skip
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("reviewed by"),
    )  # fmt: skip
    review_comment = models.TextField(_("comment of the reviewer"), max_length=1000, blank=True, editable=False)
    end_note = models.TextField(_("reason for withdrawing it"), max_length=1000, blank=True, editable=False)
    seats_asked = models.PositiveSmallIntegerField(_("seats asked for"), null=True, editable=False)
    seats_asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("seats asked for by"),
    )  # fmt: skip
    withdrawal_asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("withdrawal asked for by"),
    )  # fmt: skip
    withdrawal_agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("withdrawal agreed to by"),
    )  # fmt: skip
    status = models.CharField(
        _("status"), max_length=10, choices=OfferStatus.choices, default=OfferStatus.DRAFT, editable=False
    )
    status_since = models.DateTimeField(_("since"), auto_now_add=True, editable=False)

    objects = HostOfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("host offer")
        verbose_name_plural = _("host offers")
        ordering = ["starts_on", "title", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="offer_ends_after_start"),
            models.CheckConstraint(
                condition=Q(weeks__isnull=True) | Q(weeks__gte=1, weeks__lte=52), name="offer_open_dates_in_weeks"
            ),
            models.CheckConstraint(condition=Q(seats__gte=1), name="offer_has_a_seat"),
            models.CheckConstraint(condition=Q(seats_taken__lte=F("seats")), name="offer_seats_not_overbooked"),
            models.CheckConstraint(
                condition=Q(min_year__gte=1) & Q(max_year__gte=F("min_year")), name="offer_years_in_order"
            ),
            models.CheckConstraint(condition=Q(remote_share__lte=100), name="offer_remote_share_is_a_percentage"),
            models.CheckConstraint(
                condition=~Q(status__in=[OfferStatus.PUBLISHED.value, OfferStatus.PAUSED.value])
                | (
                    Q(reviewer__isnull=False)
                    & ~Q(reviewer=F("author"))
                    & (Q(changed_by__isnull=True) | ~Q(reviewer=F("changed_by")))
                ),
                name="offer_published_after_review_by_somebody_else",
            ),
            models.CheckConstraint(condition=~Q(deputy=F("supervisor")), name="offer_deputy_is_somebody_else"),
            models.CheckConstraint(
                condition=Q(seats_asked__isnull=True, seats_asked_by__isnull=True)
                | Q(seats_asked__gte=1, seats_asked_by__isnull=False),
                name="offer_seats_asked_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(withdrawal_agreed_by__isnull=True)
                | Q(withdrawal_asked_by__isnull=False) & ~Q(withdrawal_agreed_by=F("withdrawal_asked_by")),
                name="offer_withdrawal_takes_two_people",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("exchange:offer", args=[self.pk])

    @property
    def period(self) -> Period:
        return Period(self.starts_on, self.ends_on)

    @property
    def windows(self) -> list[Period]:
        """When a guest can come: as said, or any whole weeks from Monday to Friday where the dates are open."""
        if self.weeks is None:
            return [self.period]
        length = (self.weeks * 7 - 3) * DAY
        first = next_monday(self.starts_on)
        mondays = (first + number * 7 * DAY for number in range(self.period.weeks))
        return [Period(monday, monday + length) for monday in mondays if monday + length <= self.ends_on]

    @property
    def when(self) -> str:
        """The time of the place, for people to read."""
        dates = date_range(self.starts_on, self.ends_on)
        if self.weeks is None:
            return dates
        return ngettext("%(weeks)s week within %(dates)s", "%(weeks)s weeks within %(dates)s", self.weeks) % {
            "weeks": self.weeks, "dates": dates
        }  # fmt: skip

    @property
    def seats_free(self) -> int:
        return self.seats - self.seats_taken
