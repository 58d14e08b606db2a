from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.core.privacy import YEAR, personal_data
from people.models.membership import Membership, Role

LENDABLE = [Role.TRAINER, Role.SUPERVISOR, Role.HR]


class SubstitutionQuerySet(models.QuerySet["Substitution"]):
    def standing(self) -> "SubstitutionQuerySet":
        """All that were not ended early."""
        return self.filter(ended_at__isnull=True)

    def current(self, on: date | None = None) -> "SubstitutionQuerySet":
        day = on or timezone.localdate()
        return self.standing().filter(starts_on__lte=day, ends_on__gte=day)


@personal_data(purpose=_("Who stands in for whom, and for how long"), keep_for=3 * YEAR, subject="person")
class Substitution(models.Model):
    """Somebody is away and a colleague acts in one of their roles: it is lent for some days, both of them included."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="substitutions", verbose_name=_("who is away")
    )
    membership = models.ForeignKey(
        Membership, models.CASCADE, related_name="substitutions", verbose_name=_("role that is lent")
    )
    substitute = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="stands_in", verbose_name=_("who stands in")
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name=_("entered by")
    )
    created_at = models.DateTimeField(_("entered at"), auto_now_add=True)
    ended_at = models.DateTimeField(_("ended early at"), null=True, editable=False)

    objects = SubstitutionQuerySet.as_manager()

    class Meta:
        verbose_name = _("substitution")
        verbose_name_plural = _("substitutions")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="substitution_ends_after_start"),
            models.CheckConstraint(condition=~Q(substitute=F("person")), name="substitution_by_somebody_else"),
            models.UniqueConstraint(
                fields=["membership", "starts_on"],
                condition=Q(ended_at__isnull=True),
                name="substitution_once_per_role_and_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} → {self.substitute}"

    @property
    def is_current(self) -> bool:
        return self.ended_at is None and self.starts_on <= timezone.localdate() <= self.ends_on
