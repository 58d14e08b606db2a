"""Take a certificate back: one person proposes it, a second one confirms it. The PDF stays as it was handed out."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from certificates.models import Certificate, Revocation
from certificates.notifications import tell_proposed, tell_revoked
from certificates.states import CERTIFICATE
from lms.core import journal
from lms.core.errors import TooLate
from lms.core.lifecycle import StepNotAllowed
from people.models import User
from people.policies import require


@transaction.atomic
def propose_revocation(certificate: Certificate, *, reason: str, note: str, actor: User) -> Revocation:
    require("certificates.propose_revocation", actor, certificate, city_id=certificate.city_id)
    Certificate.objects.select_for_update().get(pk=certificate.pk)
    if not CERTIFICATE.may(certificate, "revoke") or Revocation.objects.filter(certificate=certificate).exists():
        raise StepNotAllowed(_("Somebody else has already proposed to revoke this certificate."), about=certificate)
    revocation = Revocation.objects.create(certificate=certificate, reason=reason, note=note, proposed_by=actor)
    journal.record(certificate, "certificates.propose_revocation", actor=actor, reason=reason)
    tell_proposed(revocation)
    return revocation


@transaction.atomic
def confirm_revocation(revocation: Revocation, *, actor: User) -> Certificate:
    certificate = revocation.certificate
    require("certificates.confirm_revocation", actor, revocation, city_id=certificate.city_id)
    _decide(revocation, confirmed_by=actor, confirmed_at=timezone.now())
    CERTIFICATE.advance(certificate, "revoke")
    journal.record(certificate, "certificates.confirm_revocation", actor=actor, reason=revocation.reason)
    tell_revoked(certificate)
    return certificate


@transaction.atomic
def withdraw_proposal(revocation: Revocation, *, actor: User) -> Certificate:
    """The certificate stays valid; the proposal goes, the journal keeps that there was one."""
    certificate = revocation.certificate
    require("certificates.drop_revocation", actor, revocation, city_id=certificate.city_id)
    if Revocation.objects.proposed().filter(pk=revocation.pk).delete()[0] != 1:
        raise _somebody_was_faster(certificate)
    journal.record(certificate, "certificates.drop_revocation", actor=actor, reason=revocation.reason)
    return certificate


def _decide(revocation: Revocation, **changes: object) -> None:
    """Compare and set: of two people deciding at the same moment one wins."""
    if Revocation.objects.proposed().filter(pk=revocation.pk).update(**changes) != 1:
        raise _somebody_was_faster(revocation.certificate)
    for name, value in changes.items():
        setattr(revocation, name, value)


def _somebody_was_faster(certificate: Certificate) -> TooLate:
    return TooLate(_("Somebody was faster: this has already been decided. You see the new state."), about=certificate)
