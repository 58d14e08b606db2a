"""What was decided and can be taken back for a while, and what was asked before deciding."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from exchange.models.applications import Application
from exchange.models.offers import HostOffer
from exchange.models.placements import Placement
from lms.core.privacy import YEAR, personal_data
from lms.notifications.outbox import UNDO_MINUTES
from people.models import User

UNDO = timedelta(minutes=UNDO_MINUTES)


class DecisionQuerySet(models.QuerySet["Decision"]):
    def visible_to(self, user: User) -> "DecisionQuerySet":
        """Whoever decided; nobody else can take it back."""
        return self.filter(by_id=user.pk)

    def fresh(self, now: datetime) -> "DecisionQuerySet":
        """Nobody has been told yet."""
        return self.filter(undone_at__isnull=True, at__gt=now - UNDO)


@personal_data(
    purpose=_("Taking a decision back before anybody is told of it"),
    keep_for=YEAR / 2,
    subject="by",
    fields=("before",),
)
class Decision(models.Model):
    """One step somebody took, with what it changed. `at` equals the `status_since` it left behind."""

    application = models.ForeignKey(Application, models.CASCADE, null=True, related_name="decisions")
    placement = models.ForeignKey(Placement, models.CASCADE, null=True, related_name="decisions")
    offer = models.ForeignKey(HostOffer, models.CASCADE, null=True, related_name="decisions")
    step = models.CharField(_("step"), max_length=24)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="decisions", verbose_name=_("decided by")
    )
    left = models.CharField(_("status before"), max_length=16)
    reached = models.CharField(_("status"), max_length=16)
    round_status = models.CharField(max_length=24)
    before = models.JSONField(_("before"), default=dict)
    bulk = models.UUIDField(null=True, db_index=True)
    at = models.DateTimeField(_("decided at"))
    undone_at = models.DateTimeField(_("taken back at"), null=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(application__isnull=False, placement__isnull=True, offer__isnull=True)
                | Q(application__isnull=True, placement__isnull=False, offer__isnull=True)
                | Q(application__isnull=True, placement__isnull=True, offer__isnull=False),
                name="decision_about_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.step}"

    @property
    def subject(self) -> Application | Placement | HostOffer:
        found = self.application or self.placement or self.offer
        assert found is not None  # noqa: S101 - decision_about_one_thing
        return found

    @property
    def until(self) -> datetime:
        """The last moment to take it back."""
        return self.at + UNDO


class InquiryQuerySet(models.QuerySet["Inquiry"]):
    def open(self) -> "InquiryQuerySet":
        return self.filter(closed_at__isnull=True)

    def visible_to(self, user: User) -> "InquiryQuerySet":
        """Whoever asked and whoever was asked."""
        return self.filter(Q(asked_by_id=user.pk) | Q(asked_id=user.pk))


@personal_data(
    purpose=_("Asking back before an application is decided"),
    keep_for=YEAR / 2,
    subject="application__apprentice",
    fields=("question", "answer"),
)
class Inquiry(models.Model):
    """A question to the apprentice or the trainer about an application; the deadline of the step keeps running."""

    application = models.ForeignKey(
        Application, models.CASCADE, related_name="inquiries", verbose_name=_("application")
    )
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked by"))
    asked = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="inquiries", verbose_name=_("asked person")
    )
    question = models.TextField(_("question"), max_length=1000)
    asked_at = models.DateTimeField(_("asked at"))
    answer = models.TextField(_("answer"), max_length=2000, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True)
    closed_at = models.DateTimeField(_("closed at"), null=True)

    objects = InquiryQuerySet.as_manager()

    class Meta:
        verbose_name = _("inquiry")
        verbose_name_plural = _("inquiries")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"], condition=Q(closed_at__isnull=True), name="inquiry_one_open_per_application"
            ),
            models.CheckConstraint(condition=~Q(asked=F("asked_by")), name="inquiry_asks_somebody_else"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | (Q(closed_at__isnull=False) & ~Q(answer="")),
                name="inquiry_answered_in_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application}: {self.asked_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("exchange:inquiry", args=[self.pk])
