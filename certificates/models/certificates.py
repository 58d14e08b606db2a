from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from certificates.codes import grouped
from certificates.content import Content
from certificates.states import CertificateKind, CertificateStatus
from lms.core.addresses import absolute
from lms.core.privacy import YEAR, no_personal_data, personal_data
from people.models import City, Role, User
from people.queries import cities_where


@no_personal_data
class NumberSeries(models.Model):
    """The counter behind gapless numbers: raised in the transaction that makes the certificate."""

    prefix = models.CharField(_("prefix"), max_length=8)
    year = models.PositiveSmallIntegerField(_("year"))
    last = models.PositiveIntegerField(_("last number"), default=0)

    class Meta:
        verbose_name = _("series of numbers")
        verbose_name_plural = _("series of numbers")
        ordering = ["prefix", "year"]
        constraints = [models.UniqueConstraint(fields=["prefix", "year"], name="number_series_once_per_year")]

    def __str__(self) -> str:
        return f"{self.prefix}-{self.year}"


def concern_offices_of(user: User) -> Q:
    offices = cities_where(user, Role.HR)
    return Q(city__in=offices) | Q(partner_city__in=offices)


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def visible_to(self, user: User) -> "CertificateQuerySet":
        """One's own, and for training offices those that concern their city."""
        return self.filter(Q(recipient_id=user.pk) | concern_offices_of(user))

    def of_offices(self, user: User) -> "CertificateQuerySet":
        return self.filter(concern_offices_of(user))

    def standing(self) -> "CertificateQuerySet":
        return self.filter(status=CertificateStatus.ISSUED)

    def from_source(self, source: tuple[str, int]) -> "CertificateQuerySet":
        return self.filter(source_type=source[0], source_id=source[1])

    def without_document(self) -> "CertificateQuerySet":
        return self.filter(document__isnull=True)


@personal_data(
    purpose=_("Proving what somebody has learnt or where they have worked"),
    keep_for=10 * YEAR,
    subject="recipient",
    fields=("recipient_name", "initials", "content"),
)
class Certificate(models.Model):
    """What was certified on a day, frozen; the PDF is drawn from this row alone."""

    number = models.CharField(_("number"), max_length=24, unique=True, editable=False)
    year = models.PositiveSmallIntegerField(_("year"), editable=False)
    serial = models.PositiveIntegerField(_("serial number"), editable=False)
    code = models.CharField(_("check code"), max_length=16, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=16, choices=CertificateKind.choices)
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="certificates", verbose_name=_("recipient")
    )
    recipient_name = models.CharField(_("name of the recipient"), max_length=170)
    initials = models.CharField(_("initials"), max_length=4)
    city = models.ForeignKey(City, models.PROTECT, related_name="certificates", verbose_name=_("issuing city"))
    partner_city = models.ForeignKey(
        City, models.PROTECT, null=True, related_name="partner_certificates", verbose_name=_("partner city")
    )
    title = models.CharField(_("title"), max_length=200)
    content = models.JSONField(_("content"))
    issued_on = models.DateField(_("issued on"))
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("issued by")
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="de")
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=CertificateStatus.choices,
        default=CertificateStatus.ISSUED,
        editable=False,
    )
    superseded_by = models.OneToOneField(
        "self", models.PROTECT, null=True, editable=False, related_name="supersedes", verbose_name=_("replaced by")
    )
    source_type = models.CharField(max_length=40, blank=True, editable=False)
    source_id = models.PositiveBigIntegerField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["year", "serial"], name="certificate_serial_once_per_year"),
            models.UniqueConstraint(
                fields=["source_type", "source_id"],
                condition=Q(status="issued"),
                name="certificate_one_standing_per_source",
            ),
            models.CheckConstraint(
                condition=~Q(status="superseded") | Q(superseded_by__isnull=False),
                name="certificate_superseded_names_its_successor",
            ),
            models.CheckConstraint(
                condition=~Q(status="issued") | Q(superseded_by__isnull=True), name="certificate_valid_has_no_successor"
            ),
            models.CheckConstraint(
                condition=Q(partner_city__isnull=True) | ~Q(partner_city=models.F("city")),
                name="certificate_partner_is_another_city",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("certificates:detail", args=[self.pk])

    @property
    def check_url(self) -> str:
        """The address in the QR code; it holds no personal data."""
        return absolute(reverse("certificates:check", args=[self.code]))

    @property
    def code_in_groups(self) -> str:
        return grouped(self.code)

    @property
    def says(self) -> Content:
        return Content.from_json(self.content)

    @property
    def is_valid(self) -> bool:
        return self.status == CertificateStatus.ISSUED

    @property
    def tone(self) -> str:
        return CertificateStatus(self.status).tone


@personal_data(purpose=_("The PDF as it was handed out"), keep_for=10 * YEAR, subject="certificate__recipient")
class Document(models.Model):
    """The bytes of the PDF, kept apart so that lists stay light; made once and never changed."""

    certificate = models.OneToOneField(
        Certificate, models.CASCADE, related_name="document", verbose_name=_("certificate")
    )
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    stored_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("PDF of a certificate")
        verbose_name_plural = _("PDFs of certificates")

    def __str__(self) -> str:
        return self.sha256[:16]
