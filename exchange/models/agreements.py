import hashlib
import json
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from exchange.consent import every_shareable
from exchange.states import AgreementStatus
from lms.core.privacy import YEAR, no_personal_data, personal_data
from people.models import City, Role, User
from people.queries import cities_where, holds


class AgreementKind(models.TextChoices):
    MEMORANDUM = "memorandum", _("memorandum of understanding")
    ADDENDUM = "addendum", _("addendum")


class Payer(models.TextChoices):
    HOME = "home", _("home city")
    HOST = "host", _("host city")


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def visible_to(self, user: User) -> "AgreementQuerySet":
        """Agreements are no secret among the partners: their training offices and the coordination read them."""
        if holds(user, Role.COORDINATOR):
            return self
        return self.filter(cities__in=cities_where(user, Role.HR)).distinct()

    def counting_on(self, day: date) -> "AgreementQuerySet":
        """In force, and valid on this day."""
        return self.filter(status=AgreementStatus.IN_FORCE, starts_on__lte=day, ends_on__gte=day)

    def with_content(self) -> "AgreementQuerySet":
        """With all that the fingerprint is made of."""
        return self.select_related("parent").prefetch_related(
            "cities", "documents", "parent__cities", "parent__documents"
        )


@no_personal_data
class Agreement(models.Model):
    """What the cities have agreed on, one row per version: a memorandum, or an addendum that states its terms anew."""

    kind = models.CharField(
        _("kind"), max_length=10, choices=AgreementKind.choices, default=AgreementKind.MEMORANDUM, editable=False
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, related_name="addenda", verbose_name=_("memorandum")
    )
    title = models.CharField(_("title"), max_length=160)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    cities = models.ManyToManyField(City, related_name="agreements", verbose_name=_("partner cities"))
    starts_on = models.DateField(_("valid from"))
    ends_on = models.DateField(_("valid until"))
    text = models.TextField(_("text"))
    fields_of_cooperation = models.JSONField(_("fields of cooperation"), default=list, blank=True)
    seats_per_round = models.PositiveSmallIntegerField(_("seats of each city in a round"), null=True, blank=True)
    balance_weeks = models.PositiveSmallIntegerField(_("tolerated difference in weeks"), null=True, blank=True)
    fares_by = models.CharField(_("fares"), max_length=4, choices=Payer.choices, default=Payer.HOME)
    lodging_by = models.CharField(_("lodging"), max_length=4, choices=Payer.choices, default=Payer.HOME)
    meals_by = models.CharField(_("meals"), max_length=4, choices=Payer.choices, default=Payer.HOME)
    settled_by_account = models.BooleanField(_("settled through the exchange account, without invoices"), default=True)
    cost_note = models.TextField(_("more about costs"), max_length=2000, blank=True)
    annex_text = models.TextField(_("how the cities share responsibility"), blank=True)
    shared_fields = models.JSONField(_("what a host city may see"), default=every_shareable)
    status = models.CharField(
        _("status"), max_length=10, choices=AgreementStatus.choices, default=AgreementStatus.DRAFT, editable=False
    )
    over_on = models.DateField(_("does not count any more from"), null=True, editable=False)
    end_note = models.TextField(_("reason for ending it"), max_length=1000, blank=True, editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-starts_on", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["title", "version"], name="agreement_version_once"),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="agreement_ends_after_start"),
            models.CheckConstraint(
                condition=Q(kind="memorandum", parent__isnull=True) | Q(kind="addendum", parent__isnull=False),
                name="agreement_addendum_has_a_memorandum",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("exchange:agreement", args=[self.pk])

    @property
    def is_addendum(self) -> bool:
        return self.kind == AgreementKind.ADDENDUM

    @property
    def content(self) -> dict[str, Any]:
        """Everything the cities assent to, as plain data; an addendum carries the fingerprint of its memorandum."""
        return {
            "kind": self.kind,
            "parent": self.parent.content_hash if self.parent else None,
            "title": self.title,
            "version": self.version,
            "cities": sorted(city.slug for city in self.cities.all()),
            "starts_on": self.starts_on.isoformat(),
            "ends_on": self.ends_on.isoformat(),
            "text": self.text,
            "fields_of_cooperation": self.fields_of_cooperation,
            "seats_per_round": self.seats_per_round,
            "balance_weeks": self.balance_weeks,
            "fares_by": self.fares_by,
            "lodging_by": self.lodging_by,
            "meals_by": self.meals_by,
            "settled_by_account": self.settled_by_account,
            "cost_note": self.cost_note,
            "annex_text": self.annex_text,
            "shared_fields": sorted(self.shared_fields),
            "documents": sorted([one.title, one.sha256] for one in self.documents.all() if not one.left_out_at),
        }

    @property
    def content_hash(self) -> str:
        """What the cities assent to: any change of content changes it."""
        return fingerprint(self.content)


def fingerprint(content: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


TERMS = [
    "text", "fields_of_cooperation", "seats_per_round", "balance_weeks", "fares_by", "lodging_by", "meals_by",
    "settled_by_account", "cost_note", "annex_text", "shared_fields",
]  # fmt: skip


class VoidReason(models.TextChoices):
    CHANGED = "changed", _("Assent lapsed, because the text was changed")
    WITHDRAWN = "withdrawn", _("Assent withdrawn")


@personal_data(purpose=_("Proof of who assented to an agreement for a city"), keep_for=10 * YEAR, subject="person")
class Assent(models.Model):
    """Stays when it no longer counts, with what it was given to."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="assents", verbose_name=_("agreement"))
    city = models.ForeignKey(City, models.PROTECT, related_name="+", verbose_name=_("city"))
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("person"))
    content_hash = models.CharField(max_length=64)
    content = models.JSONField(default=dict)
    given_at = models.DateTimeField(_("given at"), auto_now_add=True)
    voided_at = models.DateTimeField(_("voided at"), null=True)
    void_reason = models.CharField(_("why it does not count"), max_length=10, choices=VoidReason.choices, blank=True)

    class Meta:
        verbose_name = _("assent")
        verbose_name_plural = _("assents")
        ordering = ["given_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "city"], condition=Q(voided_at__isnull=True), name="assent_once_per_city"
            ),
            models.UniqueConstraint(
                fields=["agreement", "person"], condition=Q(voided_at__isnull=True), name="assent_once_per_person"
            ),
            models.CheckConstraint(
                condition=Q(voided_at__isnull=True, void_reason="") | (Q(voided_at__isnull=False) & ~Q(void_reason="")),
                name="assent_void_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.city} → {self.agreement}"


@personal_data(purpose=_("Proof of who added a document to an agreement"), keep_for=10 * YEAR, subject="added_by")
class AgreementDocument(models.Model):
    """A PDF that belongs to an agreement. Files are added, never replaced; one may be left out of a draft."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="documents", verbose_name=_("agreement"))
    title = models.CharField(_("name of the document"), max_length=120)
    file = models.FileField(_("file"), upload_to="agreements/", max_length=200)
    size = models.PositiveIntegerField(_("size"))
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("added by"))
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)
    left_out_at = models.DateTimeField(_("left out since"), null=True, editable=False)

    class Meta:
        verbose_name = _("document of an agreement")
        verbose_name_plural = _("documents of agreements")
        ordering = ["added_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "sha256"], condition=Q(left_out_at__isnull=True), name="agreement_document_once"
            )
        ]

    def __str__(self) -> str:
        return self.title
