"""Places given by hand: a pin with a reason, and a new run that keeps it. No result is ever edited."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.models import Application, ExchangeRound, HostOffer, MatchRun, Pin
from exchange.queries.markets import market_from
from exchange.services.matching_runs import start_run
from exchange.states import RunStatus
from lms.core import journal
from lms.core.errors import Refused, TooLate
from people.models import User
from people.policies import require


@transaction.atomic
def pin_place(match_run: MatchRun, application: Application, offer: HostOffer, *, reason: str, actor: User) -> MatchRun:
    """Fix a place for somebody and compute again; another pin of the same person is released."""
    _require_latest(match_run, actor)
    if not reason.strip():
        raise Refused(_("Please say why this place is given by hand."), about=match_run)
    if application.number not in market_from(match_run.market).applicant_by_id:
        raise Refused(_("This person does not take part in the run."), about=match_run)
    _release(application, actor)
    pin = Pin.objects.create(application=application, offer=offer, reason=reason.strip(), person=actor)
    journal.record(pin, "exchange.pin.fix", actor=actor, application=application.number, offer=offer.pk)
    return start_run(match_run.round, actor=actor)


@transaction.atomic
def release_pin(match_run: MatchRun, application: Application, *, actor: User) -> MatchRun:
    """Let the procedure decide again, and compute anew."""
    _require_latest(match_run, actor)
    if not _release(application, actor):
        raise TooLate(_("This place is not fixed any more."), about=match_run)
    return start_run(match_run.round, actor=actor)


def _require_latest(match_run: MatchRun, actor: User) -> None:
    require("exchange.coordinate", actor, match_run)
    ExchangeRound.objects.select_for_update().get(pk=match_run.round_id)
    match_run.refresh_from_db(fields=["status"])
    if match_run.status != RunStatus.PROPOSED:
        raise TooLate(_("There is a newer run in the meantime. Please look at that one."), about=match_run)


def _release(application: Application, actor: User) -> bool:
    pin = Pin.objects.standing().filter(application=application).first()
    if pin is None:
        return False
    pin.released_at = timezone.now()
    pin.save(update_fields=["released_at"])
    journal.record(pin, "exchange.pin.release", actor=actor, application=application.number)
    return True
