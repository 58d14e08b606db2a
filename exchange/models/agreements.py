import hashlib
import json

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from exchange.states import AgreementStatus
from lms.core.privacy import YEAR, no_personal_data, personal_data
from people.models import City, Role, User
from people.queries import cities_where, holds


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def visible_to(self, user: User) -> "AgreementQuerySet":
        """Agreements are no secret among the partners: their training offices and the coordination read them."""
        if holds(user, Role.COORDINATOR):
            return self
        return self.filter(cities__in=cities_where(user, Role.HR)).distinct()


@no_personal_data
class Agreement(models.Model):
    """The memorandum of understanding of the cities, one row per version."""

    title = models.CharField(_("title"), max_length=160)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    cities = models.ManyToManyField(City, related_name="agreements", verbose_name=_("partner cities"))
    starts_on = models.DateField(_("valid from"))
    ends_on = models.DateField(_("valid until"))
    text = models.TextField(_("text"))
    status = models.CharField(
        _("status"), max_length=10, choices=AgreementStatus.choices, default=AgreementStatus.DRAFT, editable=False
    )
    end_note = models.TextField(_("reason for ending it"), max_length=1000, blank=True, editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-starts_on", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["title", "version"], name="agreement_version_once"),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="agreement_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("exchange:agreement", args=[self.pk])

    @property
    def content_hash(self) -> str:
        """What the cities assent to: any change of content changes it."""
        days = [self.starts_on.isoformat(), self.ends_on.isoformat()]
        content = [self.title, self.version, *days, self.text, sorted(city.slug for city in self.cities.all())]
        return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


@personal_data(purpose=_("Proof of who assented to an agreement for a city"), keep_for=10 * YEAR, subject="person")
class Assent(models.Model):
    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="assents", verbose_name=_("agreement"))
    city = models.ForeignKey(City, models.PROTECT, related_name="+", verbose_name=_("city"))
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("person"))
    content_hash = models.CharField(max_length=64)
    given_at = models.DateTimeField(_("given at"), auto_now_add=True)

    class Meta:
        verbose_name = _("assent")
        verbose_name_plural = _("assents")
        ordering = ["given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "city", "content_hash"], name="assent_once_per_city_and_content"
            )
        ]

    def __str__(self) -> str:
        return f"{self.city} → {self.agreement}"
