from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from exchange.models.applications import Application
from exchange.models.offers import HostOffer
from exchange.states import ReturnReason, Unsuitable, VerdictStatus
from lms.core.privacy import YEAR, personal_data


@personal_data(
    purpose=_("What a host department says about an application without a name"),
    keep_for=YEAR / 2,
    subject="application__apprentice",
    fields=("status", "rank", "reason"),
)
class HostVerdict(models.Model):
    """What a host says about one wish; without a row the wish is listed and counts as suitable.

    It hangs on application and place, as wishes are written anew whenever their order changes.
    """

    application = models.ForeignKey(Application, models.CASCADE, related_name="verdicts", verbose_name=_("application"))
    offer = models.ForeignKey(HostOffer, models.PROTECT, related_name="verdicts", verbose_name=_("offer"))
    status = models.CharField(
        _("status"), max_length=10, choices=VerdictStatus.choices, default=VerdictStatus.LISTED, editable=False
    )
    rank = models.PositiveSmallIntegerField(_("rank"), null=True, editable=False)
    reason = models.CharField(_("reason"), max_length=12, choices=Unsuitable.choices, blank=True, editable=False)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name=_("judged by")
    )
    judged_at = models.DateTimeField(_("judged at"), editable=False)
    countersigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("countersigned by"),
    )  # fmt: skip
    countersigned_at = models.DateTimeField(null=True, editable=False)
    return_reason = models.CharField(
        _("returned because"), max_length=12, choices=ReturnReason.choices, blank=True, editable=False
    )

    class Meta:
        verbose_name = _("verdict of a host")
        verbose_name_plural = _("verdicts of hosts")
        ordering = ["offer", "rank", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["application", "offer"], name="verdict_once_per_wish"),
            models.UniqueConstraint(fields=["offer", "rank"], name="verdict_rank_once_per_offer"),
            models.CheckConstraint(
                condition=Q(status="ranked", rank__isnull=False, rank__gte=1)
                | (~Q(status="ranked") & Q(rank__isnull=True)),
                name="verdict_ranked_has_a_rank",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["asked", "unsuitable", "returned"]) | ~Q(reason=""),
                name="verdict_unsuitable_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(countersigned_by=F("judged_by")), name="verdict_countersigned_by_somebody_else"
            ),
            models.CheckConstraint(
                condition=~Q(status="unsuitable") | Q(countersigned_by__isnull=False),
                name="verdict_unsuitable_is_countersigned",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.offer} · {self.get_status_display()}"
