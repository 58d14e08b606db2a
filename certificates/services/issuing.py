"""Issue and replace certificates. Whether somebody may have one is for the caller to decide, who knows the reason."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from certificates.codes import new_code
from certificates.content import Content
from certificates.models import Certificate, NumberSeries
from certificates.notifications import tell_issued
from certificates.services.documents import draw_pdf
from certificates.states import CERTIFICATE, CertificateStatus
from lms.core import journal
from people.models import City, User

PREFIX = "WJ"
Source = tuple[str, int]


@transaction.atomic
def issue(
    *,
    kind: str,
    recipient: User,
    city: City,
    title: str,
    content: Content,
    source: Source,
    actor: User | None,
    issued_on: date,
    partner_city: City | None = None,
    language: str = "de",
) -> Certificate:
    """Issue a certificate for a source, e.g. ("courses.enrollment", 7); a source that has a valid one keeps it.

    Without an actor the system issues. A new certificate for a source whose last one was revoked replaces that one.
    """
    series = _locked_series(issued_on.year)
    last = Certificate.objects.from_source(source).filter(superseded_by=None).order_by("-pk").first()
    if last and last.status == CertificateStatus.ISSUED:
        return last
    certificate = Certificate.objects.create(
        **_numbered(series),
        kind=kind,
        recipient=recipient,
        recipient_name=recipient.full_name,
        initials=_initials(recipient.full_name),
        city=city,
        partner_city=partner_city,
        title=title,
        content=content.to_json(),
        issued_on=issued_on,
        issued_by=actor,
        language=language,
        source_type=source[0],
        source_id=source[1],
    )
    if last:
        Certificate.objects.filter(pk=last.pk).update(superseded_by=certificate)
    journal.record(certificate, "certificates.issue", actor=actor, number=certificate.number)
    _hand_out(certificate, is_new=last is None)
    return certificate


@transaction.atomic
def supersede(
    certificate: Certificate,
    *,
    actor: User | None,
    content: Content,
    title: str = "",
    recipient_name: str = "",
    issued_on: date | None = None,
) -> Certificate:
    """Issue a corrected certificate under a new number in place of a valid one, which then names its successor."""
    day = issued_on or timezone.localdate()
    name = recipient_name or certificate.recipient_name
    successor = Certificate.objects.create(
        **_numbered(_locked_series(day.year)),
        kind=certificate.kind,
        recipient=certificate.recipient,
        recipient_name=name,
        initials=_initials(name),
        city=certificate.city,
        partner_city=certificate.partner_city,
        title=title or certificate.title,
        content=content.to_json(),
        issued_on=day,
        issued_by=actor,
        language=certificate.language,
    )
    CERTIFICATE.advance(certificate, "supersede", superseded_by=successor)
    _take_over_source(certificate, successor)
    journal.record(certificate, "certificates.supersede", actor=actor, successor=successor.number)
    journal.record(successor, "certificates.issue", actor=actor, number=successor.number, replaces=certificate.number)
    _hand_out(successor, is_new=False)
    return successor


def _locked_series(year: int) -> NumberSeries:
    """The counter of the year, held until the transaction ends: numbers come one after the other, without gaps."""
    return NumberSeries.objects.select_for_update().get_or_create(prefix=PREFIX, year=year)[0]


def _numbered(series: NumberSeries) -> dict[str, str | int]:
    series.last += 1
    series.save(update_fields=["last"])
    number = f"{series.prefix}-{series.year}-{series.last:06}"
    return {"number": number, "year": series.year, "serial": series.last, "code": new_code()}


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in (words[0], words[-1])).upper()


def _take_over_source(certificate: Certificate, successor: Certificate) -> None:
    """Only now, as a source has one valid certificate at any moment."""
    successor.source_type, successor.source_id = certificate.source_type, certificate.source_id
    successor.save(update_fields=["source_type", "source_id"])


def _hand_out(certificate: Certificate, *, is_new: bool) -> None:
    """Enqueued in the transaction of the row: with the database as queue, there is never one without the other."""
    draw_pdf.enqueue(certificate.pk)
    tell_issued(certificate, is_new=is_new)
