"""The PDF is drawn after the certificate exists, from its row alone: after a crash, drawing again mends all."""

import hashlib

from django_tasks import task

from certificates import layout
from certificates.models import Certificate, Document
from people.models import City


def ensure_pdf(certificate: Certificate) -> Document:
    """The stored PDF; drawn and stored now if that has not happened yet. The first to store it wins."""
    stored = Document.objects.filter(certificate=certificate).first()
    if stored:
        return stored
    pdf = layout.draw(sheet_of(certificate))
    return Document.objects.get_or_create(
        certificate=certificate, defaults={"pdf": pdf, "sha256": hashlib.sha256(pdf).hexdigest()}
    )[0]


@task()
def draw_pdf(pk: int) -> None:
    ensure_pdf(Certificate.objects.get(pk=pk))


def draw_missing() -> int:
    """After a crash: draw what no worker came to. Returns how many."""
    missing = list(Certificate.objects.without_document().order_by("pk"))
    for certificate in missing:
        ensure_pdf(certificate)
    return len(missing)


def sheet_of(certificate: Certificate) -> layout.Sheet:
    predecessor = Certificate.objects.filter(superseded_by=certificate).first()
    return layout.Sheet(
        kind=certificate.kind,
        number=certificate.number,
        code=certificate.code,
        check_url=certificate.check_url,
        recipient=certificate.recipient_name,
        title=certificate.title,
        content=certificate.says,
        issued_on=certificate.issued_on,
        issuer=_issuer(certificate.city),
        partner=_issuer(certificate.partner_city) if certificate.partner_city else None,
        replaces=predecessor.number if predecessor else "",
        language=certificate.language,
    )


def _issuer(city: City) -> layout.Issuer:
    return layout.Issuer(city.name, city.slug)
