"""Who hears of what. The texts are templates/mail/certificates/*.txt; they name numbers, no other person."""

from certificates.models import Certificate, Revocation
from lms.notifications.services import notify
from people.models import Role, User
from people.queries import people_with


def tell_issued(certificate: Certificate, *, is_new: bool) -> None:
    kind = "certificates/issued" if is_new else "certificates/replaced"
    if certificate.recipient:
        notify(
            certificate.recipient,
            kind,
            url=certificate.get_absolute_url(),
            number=certificate.number,
            title=certificate.title,
        )


def tell_revoked(certificate: Certificate) -> None:
    if certificate.recipient:
        notify(
            certificate.recipient,
            "certificates/revoked",
            url=certificate.get_absolute_url(),
            number=certificate.number,
            title=certificate.title,
        )


def tell_proposed(revocation: Revocation) -> None:
    certificate = revocation.certificate
    for officer in officers_beside(certificate, without=revocation.proposed_by):
        url = certificate.get_absolute_url()
        notify(officer, "certificates/revocation_proposed", url=url, number=certificate.number)


def officers_beside(certificate: Certificate, *, without: User) -> list[User]:
    """Everybody of the training offices concerned who could be the second person."""
    found = {
        officer.pk: officer
        for city in (certificate.city_id, certificate.partner_city_id)
        if city is not None
        for officer in people_with(Role.HR, city=city)
    }
    return [officer for pk, officer in found.items() if pk not in (without.pk, certificate.recipient_id)]
