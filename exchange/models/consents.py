"""What somebody agreed to, and what a legal guardian did: rows that say to which text, and until when it stood."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from exchange.models.applications import Application
from lms.core.privacy import YEAR, personal_data
from people.models import Role, User
from people.queries import cities_where


class Purpose(models.TextChoices):
    IDENTITY = "identity", _("My name and my dates go to the host city once both cities have confirmed")
    IDEA = "idea", _("The host city may read my mission once both cities have confirmed")


@personal_data(
    purpose=_("Which text somebody agreed to, since when and until when"),
    keep_for=YEAR / 2,
    subject="application__apprentice",
    basis=_("Art. 7 (1) GDPR, Art. 108 BayBG"),
)
class Consent(models.Model):
    """One row for each time it was given. `Application.consented_at` says what of it stands for the identity."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="consents", verbose_name=_("application"))
    purpose = models.CharField(_("purpose"), max_length=10, choices=Purpose.choices, editable=False)
    text_version = models.CharField(_("version of the text"), max_length=12, editable=False)
    given_at = models.DateTimeField(_("given at"), editable=False)
    withdrawn_at = models.DateTimeField(_("taken back at"), null=True, editable=False)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["given_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "purpose"],
                condition=Q(withdrawn_at__isnull=True),
                name="consent_stands_once_per_purpose",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} ({self.text_version})"


class GuardianConsentQuerySet(models.QuerySet["GuardianConsent"]):
    def visible_to(self, user: User) -> "GuardianConsentQuerySet":
        """The training office at home alone."""
        return self.filter(application__home_city__in=cities_where(user, Role.HR))


@personal_data(
    purpose=_("That a legal guardian of somebody under 18 agrees to the stay"),
    keep_for=YEAR / 2,
    subject="application__apprentice",
    basis=_("§ 11 BBiG, § 1626 BGB, Art. 103 BayBG"),
    fields=("name",),
)
class GuardianConsent(models.Model):
    class Form(models.TextChoices):
        PAPER = "paper", _("on paper")
        IN_PERSON = "in_person", _("in person")

    application = models.OneToOneField(
        Application, models.CASCADE, related_name="guardian_consent", verbose_name=_("application")
    )
    name = models.CharField(_("name of the legal guardian"), max_length=120)
    given_on = models.DateField(_("given on"))
    form = models.CharField(_("how it was given"), max_length=10, choices=Form.choices)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name=_("recorded by")
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now=True)

    objects = GuardianConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent of a legal guardian")
        verbose_name_plural = _("consents of legal guardians")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
