from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from exchange.matching.audit import fingerprint
from exchange.models.rounds import ExchangeRound
from exchange.procedures import CHOICES, Procedure, procedure
from exchange.states import RunStatus
from lms.core.privacy import YEAR, personal_data
from people.models import Role, User
from people.queries import holds


class MatchRunQuerySet(models.QuerySet["MatchRun"]):
    def visible_to(self, user: User) -> "MatchRunQuerySet":
        return self if holds(user, Role.COORDINATOR) else self.none()


@personal_data(
    purpose=_("Proving how places were assigned (pseudonymous: application numbers only)"),
    keep_for=3 * YEAR,
    subject="created_by",
)
class MatchRun(models.Model):
    """One run of the matching: its whole input, its result and their hashes, so that it can be repeated."""

    round = models.ForeignKey(ExchangeRound, models.PROTECT, related_name="runs", verbose_name=_("round"))
    number = models.PositiveSmallIntegerField(_("run"))
    market = models.JSONField(_("input"))
    market_hash = models.CharField(_("hash of the input"), max_length=64)
    result = models.JSONField(_("result"))
    result_hash = models.CharField(_("hash of the result"), max_length=64)
    mode = models.CharField(_("procedure"), max_length=20, choices=CHOICES)
    engine = models.CharField(_("engine"), max_length=40)
    # what the independent checker found to be untrue; nothing is adopted that it contradicts
    verdict = models.JSONField(_("verdict of the check"), default=list)
    # over this record and the hash of the run before: none can be changed or left out unseen
    record_hash = models.CharField(_("hash of the record"), max_length=64, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=RunStatus.choices, default=RunStatus.PROPOSED, editable=False
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("started by")
    )
    created_at = models.DateTimeField(_("started at"), auto_now_add=True)

    objects = MatchRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("matching run")
        verbose_name_plural = _("matching runs")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="match_run_number_once_per_round"),
            models.UniqueConstraint(
                fields=["round"], condition=Q(status=RunStatus.ADOPTED.value), name="match_run_adopted_once_per_round"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round} · {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("exchange:match_run", args=[self.pk])

    def sealed(self, previous: str) -> str:
        """The hash of this record behind that of the run before it."""
        return fingerprint(
            {
                "previous": previous,
                "round": self.round.code,
                "number": self.number,
                "engine": self.engine,
                "mode": self.mode,
                "market": fingerprint(self.market),
                "result": fingerprint(self.result),
                "verdict": self.verdict,
                "created_by": self.created_by_id,
            }
        )

    @property
    def procedure(self) -> Procedure:
        return procedure(self.mode)
