import hashlib
import json
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from exchange.matching import Mode
from exchange.models.agreements import Agreement
from exchange.procedures import CHOICES, Procedure, procedure
from exchange.states import RoundStatus
from lms.core.privacy import YEAR, no_personal_data, personal_data
from people.models import City, Role, User
from people.queries import holds


class ExchangeRoundQuerySet(models.QuerySet["ExchangeRound"]):
    def visible_to(self, user: User) -> "ExchangeRoundQuerySet":
        """Everybody signed in may know which rounds there are; before they begin they belong to those who prepare."""
        if holds(user, Role.COORDINATOR, Role.HR):
            return self
        return self.exclude(status__in=[RoundStatus.DRAFT, RoundStatus.AGREED])

    def taking_applications(self) -> "ExchangeRoundQuerySet":
        return self.filter(status=RoundStatus.APPLICATIONS_OPEN)


ROUND_DATES = [
    "offers_from", "applications_from", "applications_until", "review_until", "matching_on", "confirm_until",
    "accept_until", "stays_from", "stays_until",
]  # fmt: skip


@no_personal_data
class ExchangeRound(models.Model):
    """One round of the exchange, from collecting offers to the last certificate. All dates are inclusive days."""

    name = models.CharField(_("name"), max_length=80)
    code = models.CharField(
        _("code"), max_length=12, unique=True, help_text=_("Part of the application numbers, for example 2027-F.")
    )
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="rounds", verbose_name=_("agreement"))
    offers_from = models.DateField(_("collecting offers from"))
    applications_from = models.DateField(_("applications from"))
    applications_until = models.DateField(_("applications until"))
    review_until = models.DateField(_("review by the home cities until"))
    matching_on = models.DateField(_("matching on"))
    confirm_until = models.DateField(_("confirmation by the cities until"))
    accept_until = models.DateField(_("answer of the apprentices until"))
    stays_from = models.DateField(_("stays from"))
    stays_until = models.DateField(_("stays until"))
    max_wishes = models.PositiveSmallIntegerField(_("wishes per person"), default=6)
    mode = models.CharField(_("procedure"), max_length=20, choices=CHOICES, default=Mode.SERIAL_MAX.value)
    # how many more guests than own people away, or the other way round, a city may have; empty is no limit
    tolerance = models.PositiveSmallIntegerField(_("tolerated difference in people"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=20, choices=RoundStatus.choices, default=RoundStatus.DRAFT, editable=False
    )
    status_since = models.DateTimeField(_("since"), default=timezone.now, editable=False)
    end_note = models.TextField(_("reason for canceling it"), max_length=1000, blank=True, editable=False)
    last_serial = models.PositiveIntegerField(default=0, editable=False)
    lottery_seed = models.CharField(max_length=64, blank=True, editable=False)
    lottery_commitment = models.CharField(max_length=64, blank=True, editable=False)

    objects = ExchangeRoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("exchange round")
        verbose_name_plural = _("exchange rounds")
        ordering = ["-stays_from", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(applications_from__gte=F("offers_from"))
                & Q(applications_until__gte=F("applications_from"))
                & Q(review_until__gte=F("applications_until"))
                & Q(matching_on__gte=F("review_until"))
                & Q(confirm_until__gte=F("matching_on"))
                & Q(accept_until__gte=F("confirm_until"))
                & Q(stays_from__gt=F("accept_until"))
                & Q(stays_until__gt=F("stays_from")),
                name="round_dates_in_order",
            ),
            models.CheckConstraint(condition=Q(max_wishes__range=(1, 6)), name="round_takes_one_to_six_wishes"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("exchange:round", args=[self.pk])

    @property
    def content_hash(self) -> str:
        """What the cities assent to: dates, wishes and the agreement as it stands, with its quotas."""
        days = [getattr(self, name).isoformat() for name in ROUND_DATES]
        content = [self.name, self.code, self.agreement_id, self.agreement.content_hash, days, self.max_wishes]
        content += [self.mode, self.tolerance]
        return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()

    @property
    def procedure(self) -> Procedure:
        return procedure(self.mode)

    @property
    def how_it_works(self) -> list[Promise]:
        return self.procedure.sentences(self.tolerance)

    @property
    def advice(self) -> Promise:
        """What may honestly be said about the order of one's wishes."""
        return self.procedure.advice(self.tolerance)

    @property
    def cities_confirm_until(self) -> date:
        """In the clearing there is time until the apprentices' own last day."""
        return self.accept_until if self.status == RoundStatus.CLEARING else self.confirm_until


@personal_data(purpose=_("Proof of who agreed to a round for a city"), keep_for=10 * YEAR, subject="person")
class RoundAssent(models.Model):
    """A city agrees to exactly this content of a round."""

    round = models.ForeignKey(ExchangeRound, models.CASCADE, related_name="assents", verbose_name=_("round"))
    city = models.ForeignKey(City, models.PROTECT, related_name="+", verbose_name=_("city"))
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("person"))
    content_hash = models.CharField(max_length=64)
    given_at = models.DateTimeField(_("given at"), auto_now_add=True)

    class Meta:
        verbose_name = _("assent to a round")
        verbose_name_plural = _("assents to rounds")
        ordering = ["given_at"]
        constraints = [
            models.UniqueConstraint(fields=["round", "city"], name="round_assent_once_per_city"),
            models.UniqueConstraint(fields=["round", "person"], name="round_assent_once_per_person"),
        ]

    def __str__(self) -> str:
        return f"{self.city} → {self.round}"


class RoundVoteQuerySet(models.QuerySet["RoundVote"]):
    def standing(self, question: str) -> "RoundVoteQuerySet":
        return self.filter(question=question, carried_at__isnull=True)


class Question(models.TextChoices):
    EXTEND = "extend", _("more time for applications")
    CANCEL = "cancel", _("cancel the round")


@personal_data(purpose=_("Proof of who voted on a round for a city"), keep_for=10 * YEAR, subject="person")
class RoundVote(models.Model):
    """A training office votes for more time (with the day) or for canceling (with the reason)."""

    round = models.ForeignKey(ExchangeRound, models.CASCADE, related_name="votes", verbose_name=_("round"))
    question = models.CharField(_("question"), max_length=8, choices=Question.choices)
    city = models.ForeignKey(City, models.PROTECT, related_name="+", verbose_name=_("city"))
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("person"))
    until = models.DateField(_("new last day for applications"), null=True)
    reason = models.TextField(_("reason"), max_length=1000, blank=True)
    given_at = models.DateTimeField(_("given at"), auto_now_add=True)
    carried_at = models.DateTimeField(_("carried at"), null=True)

    objects = RoundVoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("vote on a round")
        verbose_name_plural = _("votes on rounds")
        ordering = ["given_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "question", "city"],
                condition=Q(carried_at__isnull=True),
                name="round_vote_once_per_city",
            ),
            models.UniqueConstraint(
                fields=["round", "question", "person"],
                condition=Q(carried_at__isnull=True),
                name="round_vote_once_per_person",
            ),
            models.CheckConstraint(
                condition=Q(question="extend", until__isnull=False) | Q(question="cancel", until__isnull=True),
                name="round_vote_extends_to_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.city} → {self.round}"
