"""Who may take back a certificate. Who may issue one is for those to say who know why it is issued."""

from typing import Any

import rules

from people.models import Role, User
from people.policies import allow
from people.queries import cities_where


@rules.predicate
def works_in_a_training_office_of_it(user: User, certificate: Any) -> bool:
    """Of the issuing or the partner city."""
    cities = [certificate.city_id, certificate.partner_city_id]
    return cities_where(user, Role.HR).filter(pk__in=cities).exists()


@rules.predicate
def is_the_recipient(user: User, certificate: Any) -> bool:
    return bool(certificate.recipient_id == user.pk)


@rules.predicate
def decides_for_its_certificate(user: User, revocation: Any) -> bool:
    certificate = revocation.certificate
    return works_in_a_training_office_of_it(user, certificate) and not is_the_recipient(user, certificate)


@rules.predicate
def proposed_it(user: User, revocation: Any) -> bool:
    return bool(revocation.proposed_by_id == user.pk)


allow("certificates.propose_revocation", works_in_a_training_office_of_it & ~is_the_recipient, role=Role.HR)
allow("certificates.confirm_revocation", decides_for_its_certificate & ~proposed_it, role=Role.HR)
allow("certificates.drop_revocation", decides_for_its_certificate, role=Role.HR)
