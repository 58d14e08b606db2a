from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lms.core.privacy import YEAR, personal_data
from people.models import City, Role, User
from people.queries import acting_as, cities_where


class RuleSettingQuerySet(models.QuerySet["RuleSetting"]):
    def visible_to(self, user: User) -> "RuleSettingQuerySet":
        """Whoever is planned by a rule may read it: all who are signed in."""
        return self.all() if user.is_authenticated else self.none()


@personal_data(purpose=_("Knowing who set a rule of planning, and why"), keep_for=5 * YEAR, subject="set_by")
class RuleSetting(models.Model):
    """What a city says about a rule of `training.conflicts.rules` from a day on. Rows are added, never changed."""

    city = models.ForeignKey(City, models.CASCADE, related_name="rule_settings", verbose_name=_("city"))
    code = models.CharField(_("rule"), max_length=40)
    level = models.CharField(_("level"), max_length=8, blank=True)  # empty: as the rule says; "off": does not apply
    values = models.JSONField(_("values"), default=dict)
    valid_from = models.DateField(_("valid from"))
    reason = models.CharField(_("reason"), max_length=300)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name=_("changed by")
    )
    set_at = models.DateTimeField(_("changed at"), auto_now_add=True)

    objects = RuleSettingQuerySet.as_manager()

    class Meta:
        verbose_name = _("setting of a rule")
        verbose_name_plural = _("settings of rules")
        ordering = ["city__name", "code", "valid_from", "pk"]
        indexes = [models.Index(fields=["city", "code"], name="rule_setting_of_city")]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="rule_setting_says_why")]

    def __str__(self) -> str:
        return f"{self.city} · {self.code}"


class OverrideQuerySet(models.QuerySet["Override"]):
    def visible_to(self, user: User) -> "OverrideQuerySet":
        offices = cities_where(user, Role.HR)
        return self.filter(
            Q(apprentice_id=user.pk)
            | Q(apprentice__apprenticeship__trainer__in=acting_as(user, Role.TRAINER))
            | Q(apprentice__apprenticeship__city__in=offices)
            | Q(host_city__in=offices)
        )

    def standing(self) -> "OverrideQuerySet":
        return self.filter(withdrawn_at__isnull=True)


@personal_data(
    purpose=_("Planning despite a warning: who decided so, and why"), keep_for=3 * YEAR, subject="apprentice"
)
class Override(models.Model):
    """A warning somebody decided to plan despite of. It holds for these dates of this stay, and for no other."""

    apprentice = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="overrides", verbose_name=_("apprentice")
    )
    host_city = models.ForeignKey(City, models.PROTECT, related_name="+", verbose_name=_("host city"))
    code = models.CharField(_("rule"), max_length=40)
    law = models.CharField(_("law"), max_length=80, blank=True)
    starts_on = models.DateField(_("stay from"))
    ends_on = models.DateField(_("stay until"))
    # What has been seen when it was decided: {"sentence": …, "dates": [[from, until], …]}
    seen = models.JSONField(default=dict)
    reason = models.CharField(_("reason"), max_length=500)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), auto_now_add=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("withdrawn by"),
    )  # fmt: skip
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)

    objects = OverrideQuerySet.as_manager()

    class Meta:
        verbose_name = _("override of a warning")
        verbose_name_plural = _("overrides of warnings")
        ordering = ["-decided_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="override_says_why"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="override_ends_after_start"),
            models.CheckConstraint(condition=~Q(decided_by=F("apprentice")), name="override_not_by_oneself"),
            models.UniqueConstraint(
                fields=["apprentice", "host_city", "code", "starts_on", "ends_on"],
                condition=Q(withdrawn_at__isnull=True),
                name="override_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.apprentice} · {self.code}"
