"""The home city closes a completed stay by issuing its record."""

from datetime import date

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from certificates.models import Certificate
from certificates.services.issuing import issue
from certificates.states import CertificateKind
from exchange.models import Placement
from exchange.queries.records import record_content
from exchange.services.placements import lock
from exchange.services.telling import tell, trainer
from exchange.states import PLACEMENT
from lms.core import journal
from lms.core.errors import Refused
from people.models import User
from people.policies import require

LANGUAGE = "de"


@transaction.atomic
def waive_record(placement: Placement, *, actor: User, reason: str) -> Placement:
    """Close a stay without a record, for example because the person asked for it."""
    require("exchange.issue_record", actor, placement)
    lock(placement)
    if not reason.strip():
        raise Refused(_("Please give a reason. It stays with the stay."), about=placement)
    PLACEMENT.advance(placement, "waive", status_since=timezone.now(), end_note=reason.strip())
    journal.record(placement, "exchange.placement.waive", actor=actor)
    tell(placement, "record_waived", [placement.apprentice, trainer(placement)])
    return placement


@transaction.atomic
def issue_record(placement: Placement, *, actor: User, today: date | None = None) -> Certificate:
    require("exchange.issue_record", actor, placement)
    lock(placement)
    PLACEMENT.advance(placement, "close", status_since=timezone.now())
    day = today or timezone.localdate()
    with translation.override(LANGUAGE):
        content = record_content(placement, issued_by=actor, today=day)
    certificate = issue(
        kind=CertificateKind.EXCHANGE,
        recipient=placement.apprentice,
        city=placement.home_city,
        partner_city=placement.host_city,
        title=placement.offer.title,
        content=content,
        source=placement.source,
        actor=actor,
        issued_on=day,
        language=LANGUAGE,
    )
    journal.record(placement, "exchange.placement.close", actor=actor, certificate=certificate.number)
    return certificate
