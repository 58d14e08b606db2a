from collections.abc import Iterable

from django.db.models import Q, QuerySet

from certificates.codes import LENGTH, normalized
from certificates.models import Certificate, Revocation
from certificates.policies import is_the_recipient, works_in_a_training_office_of_it
from people.models import Role, User
from people.queries import holds


def certificate_list(user: User, search: str = "") -> QuerySet[Certificate]:
    """What this person may see, newest first; training offices search by number, name, title."""
    found = Certificate.objects.visible_to(user).select_related("city", "partner_city").defer("content")
    for word in search.split():
        found = found.filter(Q(number__icontains=word) | Q(recipient_name__icontains=word) | Q(title__icontains=word))
    return found.order_by("-issued_on", "-pk")


def looks_after_others(user: User) -> bool:
    return holds(user, Role.HR)


def certificates_for(source_type: str, ids: Iterable[int]) -> dict[int, Certificate]:
    """The valid certificates of many sources of one type, by the id of the source."""
    found = Certificate.objects.standing().filter(source_type=source_type, source_id__in=list(ids)).defer("content")
    return {certificate.source_id: certificate for certificate in found if certificate.source_id is not None}


def revocations_to_confirm(user: User) -> QuerySet[Revocation]:
    """Proposals of others that this person may confirm: for the inbox."""
    return (
        Revocation.objects.visible_to(user)
        .proposed()
        .exclude(proposed_by=user)
        .exclude(certificate__recipient=user)
        .select_related("certificate__city", "certificate__partner_city", "proposed_by")
        .order_by("proposed_at", "pk")
    )


def certificate_by_code(text: str) -> Certificate | None:
    """The certificate behind a code as people type it; asks the database for every text alike."""
    code = normalized(text)[: LENGTH + 1]
    return (
        Certificate.objects.filter(code=code)
        .select_related("city", "partner_city", "superseded_by", "supersedes", "revocation")
        .first()
    )


def may_look_into_proposals(user: User, certificate: Certificate) -> bool:
    """Whoever may decide about a revocation: a training office of it, but never the recipient."""
    return works_in_a_training_office_of_it(user, certificate) and not is_the_recipient(user, certificate)


def bears_last_name(certificate: Certificate, last_name: str) -> bool:
    """Whether the name on the certificate ends with this one, whatever its capitals and spaces."""
    asked, printed = (" ".join(name.casefold().split()) for name in (last_name, certificate.recipient_name))
    return bool(asked) and f" {printed}".endswith(f" {asked}")
