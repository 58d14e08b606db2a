from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from exchange.models.applications import Application
from exchange.models.matching_runs import MatchRun
from exchange.models.offers import HostOffer
from exchange.models.rounds import ExchangeRound
from exchange.pseudonyms import pseudonym
from exchange.states import FALLEN_THROUGH, SEAT_HELD, SHOWN_TO_APPRENTICE, PlacementStatus
from lms.core.periods import Period
from lms.core.privacy import YEAR, personal_data
from people.models import City, Role, User
from people.queries import acting_as, cities_where

PLACEMENT_SOURCE = "exchange.placement"


class PlacementQuerySet(models.QuerySet["Placement"]):
    def visible_to(self, user: User) -> "PlacementQuerySet":
        """Both training offices at once; apprentice, trainer and host department when places are published."""
        offices, hosts = cities_where(user, Role.HR), acting_as(user, Role.SUPERVISOR)
        shown = Q(status__in=[str(status) for status in SHOWN_TO_APPRENTICE])
        involved = (
            Q(apprentice_id=user.pk)
            | Q(apprentice__apprenticeship__trainer__in=acting_as(user, Role.TRAINER))
            | Q(offer__supervisor__in=hosts)
            | Q(offer__deputy__in=hosts)
        )
        return self.filter(Q(home_city__in=offices) | Q(host_city__in=offices) | shown & involved)

    def named_for(self, user: User) -> "PlacementQuerySet":
        """With `is_known`: the home side knows who it is; the host once both cities have confirmed, with consent."""
        known = (
            Q(apprentice_id=user.pk)
            | Q(apprentice__apprenticeship__trainer_id=user.pk)
            | Q(home_city__in=cities_where(user, Role.HR))
            | Q(
                home_confirmed_by__isnull=False,
                host_confirmed_by__isnull=False,
                application__consented_at__isnull=False,
            )
        )
        return self.annotate(
            is_known=Case(When(known, then=Value(True)), default=Value(False), output_field=models.BooleanField())
        )

    def open(self) -> "PlacementQuerySet":
        return self.filter(status__in=[PlacementStatus.ACCEPTED, PlacementStatus.ACTIVE, PlacementStatus.COMPLETED])


@personal_data(purpose=_("Organising and proving an apprentice's stay"), keep_for=3 * YEAR, subject="apprentice")
class Placement(models.Model):
    """A stay of one apprentice at one offer; the home city stays responsible (§ 10 (5) BBiG)."""

    round = models.ForeignKey(ExchangeRound, models.PROTECT, related_name="placements", verbose_name=_("round"))
    application = models.ForeignKey(
        Application, models.PROTECT, related_name="placements", verbose_name=_("application")
    )
    run = models.ForeignKey(MatchRun, models.PROTECT, null=True, related_name="placements", verbose_name=_("run"))
    apprentice = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="placements", verbose_name=_("apprentice")
    )
    offer = models.ForeignKey(HostOffer, models.PROTECT, related_name="placements", verbose_name=_("offer"))
    home_city = models.ForeignKey(City, models.PROTECT, related_name="outgoing", verbose_name=_("home city"))
    host_city = models.ForeignKey(City, models.PROTECT, related_name="incoming", verbose_name=_("host city"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    status = models.CharField(
        _("status"), max_length=16, choices=PlacementStatus.choices, default=PlacementStatus.PROPOSED, editable=False
    )
    status_since = models.DateTimeField(_("since"), auto_now_add=True, editable=False)
    home_confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("confirmed for the home city by"),
    )  # fmt: skip
    home_confirmed_at = models.DateTimeField(null=True, editable=False)
    host_confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("confirmed for the host city by"),
    )  # fmt: skip
    host_confirmed_at = models.DateTimeField(null=True, editable=False)
    refused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("refused by"),
    )  # fmt: skip
    end_note = models.TextField(_("reason"), max_length=1000, blank=True, editable=False)
    answered_at = models.DateTimeField(null=True, editable=False)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="placement_ends_after_start"),
            models.CheckConstraint(condition=~Q(home_city=F("host_city")), name="placement_in_another_city"),
            models.CheckConstraint(
                condition=~Q(home_confirmed_by=F("host_confirmed_by")), name="placement_confirmed_by_two_people"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[str(status) for status in SEAT_HELD])
                | (Q(home_confirmed_by__isnull=False) & Q(host_confirmed_by__isnull=False)),
                name="placement_confirmed_by_both_cities",
            ),
            models.UniqueConstraint(
                fields=["application"],
                condition=~Q(status__in=[str(status) for status in FALLEN_THROUGH]),
                name="placement_one_standing_per_application",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application} → {self.offer.title}"

    def get_absolute_url(self) -> str:
        return reverse("exchange:placement", args=[self.pk])

    is_known = False  # whether the reader may know who it is; `named_for` says so

    @property
    def who(self) -> str:
        """The name for those who may know it, a code for everybody else."""
        if self.is_known:
            return self.apprentice.full_name
        return str(_("Candidate %(code)s")) % {"code": pseudonym(self.round_id, self.application_id, self.offer_id)}

    @property
    def home_name(self) -> str:
        return self.home_city.name if self.is_known else str(_("the home city"))

    @property
    def period(self) -> Period:
        return Period(self.starts_on, self.ends_on)

    @property
    def tone(self) -> str:
        return PlacementStatus(self.status).tone

    @property
    def source(self) -> tuple[str, int]:
        """Under which name stations and certificates of this stay are filed."""
        return (PLACEMENT_SOURCE, self.pk)
