from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from exchange.models.offers import HostOffer
from exchange.models.rounds import ExchangeRound
from exchange.states import ApplicationStatus
from lms.core.privacy import YEAR, personal_data
from people.models import City, Role, User
from people.queries import acting_as, cities_where

TRAINER_HAS = timedelta(days=7)


class RejectionReason(models.TextChoices):
    TRAINING_PLAN = "training_plan", _("A part of the training cannot be moved.")
    EXAM = "exam", _("An exam lies too close to the stay.")
    SCHOOL = "school", _("Vocational school takes up too much of the stay.")
    PROBATION = "probation", _("Probation is still running.")
    PERSONNEL = "personnel", _("The department cannot do without the person in these weeks.")
    OTHER = "other", _("Another reason, see the note.")


class ApplicationQuerySet(models.QuerySet["Application"]):
    def overdue_at_trainer(self) -> "ApplicationQuerySet":
        """Handed in, and the trainer has let `endorsement_due` pass: the training office may stand in."""
        today = timezone.localdate()
        late = Q(submitted_at__date__lt=today - TRAINER_HAS) | Q(round__review_until__lt=today)
        return self.filter(late, status=ApplicationStatus.SUBMITTED)

    def visible_to(self, user: User) -> "ApplicationQuerySet":
        """The person, and then the home side only: host cities see pseudonymous cards (Art. 108 BayBG)."""
        handed_in, trainers = Q(submitted_at__isnull=False), acting_as(user, Role.TRAINER)
        return self.filter(
            Q(apprentice_id=user.pk)
            | handed_in
            & (Q(apprentice__apprenticeship__trainer__in=trainers) | Q(home_city__in=cities_where(user, Role.HR)))
        )


@personal_data(
    purpose=_("Applying for a stay in a partner city"),
    keep_for=YEAR / 2,
    subject="apprentice",
    basis=_("Art. 6 (1) a GDPR (consent to passing on), Art. 103, 108 BayBG"),
    fields=("idea", "motivation", "goals", "decision_note"),
)
class Application(models.Model):
    """One per person and round, with ranked wishes. The number is given when it is first handed in."""

    round = models.ForeignKey(ExchangeRound, models.PROTECT, related_name="applications", verbose_name=_("round"))
    apprentice = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="applications", verbose_name=_("apprentice")
    )
    home_city = models.ForeignKey(City, models.PROTECT, related_name="applications", verbose_name=_("home city"))
    serial = models.PositiveIntegerField(null=True, editable=False)
    number = models.CharField(_("number"), max_length=20, blank=True, editable=False)
    idea = models.TextField(
        _("my mission"), max_length=1500, blank=True,
        help_text=_("What would you like to see there and bring home? Two or three sentences are enough."),
    )  # fmt: skip
    motivation = models.TextField(
        _("why I would like to go"), max_length=1500, blank=True,
        help_text=_("Your trainer and your training office read this. Host cities do not."),
    )  # fmt: skip
    goals = models.TextField(
        _("what I would like to learn"), max_length=900, blank=True,
        help_text=_("One to three goals, one sentence each."),
    )  # fmt: skip
    checked_at = models.DateTimeField(_("details checked at"), null=True, editable=False)
    period_checked_at = models.DateTimeField(_("period checked at"), null=True, editable=False)
    consented_at = models.DateTimeField(_("consent given at"), null=True, editable=False)
    consent_version = models.CharField(max_length=12, blank=True, editable=False)
    status = models.CharField(
        _("status"), max_length=12, choices=ApplicationStatus.choices, default=ApplicationStatus.DRAFT, editable=False
    )
    status_since = models.DateTimeField(_("since"), auto_now_add=True, editable=False)
    submitted_at = models.DateTimeField(_("handed in at"), null=True, editable=False)
    endorsed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("endorsed by"),
    )  # fmt: skip
    endorsed_at = models.DateTimeField(null=True, editable=False)
    trainer_comment = models.TextField(_("comment of the trainer"), max_length=1000, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("decided by"),
    )  # fmt: skip
    decided_at = models.DateTimeField(null=True, editable=False)
    decision_reason = models.CharField(
        _("reason"), max_length=16, choices=RejectionReason.choices, blank=True, editable=False
    )
    decision_note = models.TextField(_("note"), max_length=1000, blank=True, editable=False)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["status_since", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "apprentice"], name="application_once_per_person_and_round"),
            models.UniqueConstraint(fields=["round", "serial"], name="application_serial_once_per_round"),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "withdrawn"])
                | Q(submitted_at__isnull=False)
                & Q(serial__isnull=False)
                & (
                    Q(consented_at__isnull=False)
                    | Q(status__in=["rejected", "accepted", "declined", "expired", "unmatched"])
                ),
                name="application_handed_in_with_consent_and_number",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["approved", "in_matching", "offered", "accepted", "unmatched"])
                | (Q(endorsed_by__isnull=False) & Q(decided_by__isnull=False) & ~Q(endorsed_by=F("decided_by"))),
                name="application_approved_by_four_eyes",
            ),
            models.CheckConstraint(
                condition=~Q(endorsed_by=F("apprentice")) & ~Q(decided_by=F("apprentice")),
                name="application_not_decided_by_oneself",
            ),
            models.CheckConstraint(
                condition=~Q(status="rejected") | ~Q(decision_reason=""), name="application_rejected_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.number or str(self.round)

    def get_absolute_url(self) -> str:
        return reverse("exchange:application", args=[self.pk])

    @property
    def endorsement_due(self) -> date:
        """The last day on which the trainer alone may endorse."""
        handed_in = timezone.localtime(self.submitted_at or self.status_since).date()
        return min(handed_in + TRAINER_HAS, self.round.review_until)


@personal_data(
    purpose=_("Which places a person would like, best first"), keep_for=YEAR / 2, subject="application__apprentice"
)
class Wish(models.Model):
    application = models.ForeignKey(Application, models.CASCADE, related_name="wishes", verbose_name=_("application"))
    offer = models.ForeignKey(HostOffer, models.PROTECT, related_name="wishes", verbose_name=_("offer"))
    rank = models.PositiveSmallIntegerField(_("rank"))
    outcome = models.CharField(_("why not"), max_length=40, blank=True, editable=False)
    own_value = models.IntegerField(null=True, editable=False)
    cutoff = models.IntegerField(null=True, editable=False)
    basis = models.CharField(max_length=8, blank=True, editable=False)

    class Meta:
        verbose_name = _("wish")
        verbose_name_plural = _("wishes")
        ordering = ["application", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["application", "rank"], name="wish_rank_once_per_application"),
            models.UniqueConstraint(fields=["application", "offer"], name="wish_offer_once_per_application"),
            models.CheckConstraint(condition=Q(rank__range=(1, 6)), name="wish_rank_from_one_to_six"),
        ]

    def __str__(self) -> str:
        return f"{self.rank}. {self.offer}"


@personal_data(
    purpose=_("Which free places a person without a place would take"), keep_for=YEAR / 2,
    subject="application__apprentice",
)  # fmt: skip
class ClearingWish(models.Model):
    """Said by the apprentice, or by the training office after talking to them."""

    application = models.ForeignKey(
        Application, models.CASCADE, related_name="clearing_wishes", verbose_name=_("application")
    )
    offer = models.ForeignKey(HostOffer, models.PROTECT, related_name="+", verbose_name=_("offer"))
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("noted by"))
    noted_at = models.DateTimeField(_("noted at"), auto_now_add=True)

    class Meta:
        verbose_name = _("wish in the clearing")
        verbose_name_plural = _("wishes in the clearing")
        ordering = ["noted_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["application", "offer"], name="clearing_wish_once_per_offer")]

    def __str__(self) -> str:
        return f"{self.application} → {self.offer}"
