from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certificates.models.certificates import Certificate
from certificates.states import CertificateStatus, RevocationReason
from lms.core.privacy import YEAR, personal_data
from people.models import User


class RevocationQuerySet(models.QuerySet["Revocation"]):
    def visible_to(self, user: User) -> "RevocationQuerySet":
        """Training offices decide among themselves; the recipient sees a revocation when it is one."""
        return self.filter(certificate__in=Certificate.objects.of_offices(user))

    def proposed(self) -> "RevocationQuerySet":
        return self.filter(confirmed_at__isnull=True)


@personal_data(
    purpose=_("Who took back a certificate, and why"),
    keep_for=10 * YEAR,
    subject="certificate__recipient",
    fields=("note",),
)
class Revocation(models.Model):
    """One person proposes to revoke a certificate, a second one confirms it."""

    certificate = models.OneToOneField(
        Certificate, models.PROTECT, related_name="revocation", verbose_name=_("certificate")
    )
    reason = models.CharField(_("reason"), max_length=16, choices=RevocationReason.choices)
    note = models.TextField(_("explanation"), max_length=1000)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("proposed by")
    )
    proposed_at = models.DateTimeField(_("proposed at"), auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("confirmed by")
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True)

    objects = RevocationQuerySet.as_manager()

    class Meta:
        verbose_name = _("revocation")
        verbose_name_plural = _("revocations")
        ordering = ["proposed_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("proposed_by")),
                name="revocation_by_two_people",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="revocation_confirmed_by_somebody_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.certificate}: {self.get_reason_display()}"

    def get_absolute_url(self) -> str:
        return self.certificate.get_absolute_url()

    @property
    def is_open(self) -> bool:
        return self.confirmed_at is None and self.certificate.status != CertificateStatus.REVOKED
