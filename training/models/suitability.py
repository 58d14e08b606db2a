from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lms.core.privacy import YEAR, personal_data
from people.models import City, Role, User
from people.queries import cities_where


class TrainerSuitabilityQuerySet(models.QuerySet["TrainerSuitability"]):
    def visible_to(self, user: User) -> "TrainerSuitabilityQuerySet":
        return self.filter(Q(person_id=user.pk) | Q(city__in=cities_where(user, Role.HR)))

    def valid_on(self, day: date) -> "TrainerSuitabilityQuerySet":
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day), seen_on__lte=day)


@personal_data(purpose=_("Proving who may train (§§ 28, 30 BBiG)"), keep_for=3 * YEAR, subject="person")
class TrainerSuitability(models.Model):
    """The training office has seen the proof (AdA certificate or what stands in for it); the paper is not kept."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="suitability", verbose_name=_("person")
    )
    city = models.ForeignKey(City, models.PROTECT, related_name="+", verbose_name=_("city"))
    proof = models.CharField(_("proof"), max_length=120)
    seen_on = models.DateField(_("seen on"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name=_("seen by")
    )

    objects = TrainerSuitabilityQuerySet.as_manager()

    class Meta:
        verbose_name = _("suitability of a trainer")
        verbose_name_plural = _("suitability of trainers")
        ordering = ["person__last_name", "person__first_name", "-seen_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("seen_on")),
                name="suitability_ends_after_it_was_seen",
            ),
            models.CheckConstraint(condition=~Q(seen_by=F("person")), name="suitability_not_seen_by_oneself"),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.proof}"
