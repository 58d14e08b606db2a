from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.core.privacy import YEAR, personal_data
from people.models.organisation import City, Department


class Role(models.TextChoices):
    APPRENTICE = "apprentice", _("apprentice")
    TRAINER = "trainer", _("trainer")
    SUPERVISOR = "supervisor", _("host supervisor")
    HR = "hr", _("training office")
    COORDINATOR = "coordinator", _("coordination of the alliance")
    ADMIN = "admin", _("platform administration")


ALLIANCE_ROLES = [Role.COORDINATOR, Role.ADMIN]


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self, on: date | None = None) -> "MembershipQuerySet":
        day = on or timezone.localdate()
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), starts_on__lte=day)


@personal_data(purpose=_("Who may do what for which city"), keep_for=3 * YEAR, subject="person")
class Membership(models.Model):
    """A role of a person in a city (or the alliance), from one day to another."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    city = models.ForeignKey(
        City, models.PROTECT, null=True, blank=True, related_name="memberships", verbose_name=_("city")
    )
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="memberships", verbose_name=_("department")
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("role of a person")
        verbose_name_plural = _("roles of people")
        ordering = ["person", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="membership_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(city__isnull=False) | Q(role__in=[str(role) for role in ALLIANCE_ROLES]),
                name="membership_in_a_city_or_the_alliance",
            ),
            models.UniqueConstraint(
                fields=["person", "role", "city", "starts_on"], name="membership_once_per_role_city_and_start"
            ),
            models.UniqueConstraint(
                fields=["person", "role", "starts_on"],
                condition=Q(city__isnull=True),
                name="membership_once_per_alliance_role_and_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"

    @property
    def role_label(self) -> str:
        return str(self.get_role_display())
