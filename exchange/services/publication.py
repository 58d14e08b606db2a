"""When both cities have confirmed all places, everybody hears at the same moment."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import ngettext

from exchange.models import Application, ExchangeRound, MatchRun, Placement
from exchange.queries.stay import WAITING
from exchange.services.telling import hosts, offices, tell, trainer
from exchange.states import APPLICATION, PLACEMENT, ROUND, RUN, ApplicationStatus, PlacementStatus, RunStatus
from lms.core import journal
from lms.core.errors import Refused
from lms.notifications.services import notify
from people.models import User
from people.policies import require

NAMED = 5


@transaction.atomic
def publish_round(round: ExchangeRound, *, actor: User) -> ExchangeRound:
    """Offer every confirmed place to its apprentice, and tell the others that there is none this time."""
    require("exchange.coordinate", actor, round)
    _require_all_confirmed(round)
    now = timezone.now()
    ROUND.advance(round, "publish", status_since=now)
    for placement in _confirmed(round):
        offer_place(placement, round)
    for application in _left_over(round):
        APPLICATION.advance(application, "leave_unmatched", status_since=now)
        notify(
            application.apprentice, "exchange/placement_unmatched", url=application.get_absolute_url(), round=round.name
        )
    journal.record(round, "exchange.round.publish", actor=actor)
    return round


@transaction.atomic
def return_to_matching(round: ExchangeRound, *, actor: User) -> ExchangeRound:
    """Compute again, for example after a refusal: what both cities confirmed stays, the rest is taken back."""
    require("exchange.coordinate", actor, round)
    ROUND.advance(round, "return_to_matching", status_since=timezone.now())
    for placement in round.placements.filter(status__in=WAITING):
        PLACEMENT.advance(placement, "cancel", status_since=timezone.now())
        journal.record(placement, "exchange.placement.cancel", actor=actor)
    for adopted in MatchRun.objects.filter(round=round, status=RunStatus.ADOPTED):
        RUN.advance(adopted, "discard")
    journal.record(round, "exchange.round.return_to_matching", actor=actor)
    return round


def offer_place(placement: Placement, round: ExchangeRound) -> None:
    """Both cities have confirmed it: the apprentice may answer."""
    now = timezone.now()
    PLACEMENT.advance(placement, "offer", status_since=now)
    APPLICATION.advance(placement.application, "offer", status_since=now)
    _tell_of_place(placement, round)


def _require_all_confirmed(round: ExchangeRound) -> None:
    waiting = list(round.placements.filter(status__in=WAITING).select_related("application").order_by("pk"))
    if not waiting:
        return
    numbers = ", ".join(placement.application.number for placement in waiting[:NAMED])
    sentence = ngettext(
        "%(count)s place is not yet confirmed by both cities: %(numbers)s.",
        "%(count)s places are not yet confirmed by both cities, for example: %(numbers)s.",
        len(waiting),
    )
    raise Refused(sentence % {"count": len(waiting), "numbers": numbers}, about=waiting[0].run or round)


def _confirmed(round: ExchangeRound) -> list[Placement]:
    confirmed = round.placements.filter(status=PlacementStatus.CONFIRMED)
    return list(
        confirmed.select_related(
            "application", "apprentice__apprenticeship__trainer", "offer__supervisor", "offer__deputy", "host_city"
        ).order_by("pk")
    )


def _left_over(round: ExchangeRound) -> list[Application]:
    left = Application.objects.filter(round=round, status=ApplicationStatus.IN_MATCHING)
    return list(left.select_related("apprentice").order_by("pk"))


def _tell_of_place(placement: Placement, round: ExchangeRound) -> None:
    until = round.accept_until.isoformat()
    tell(placement, "offered", [placement.apprentice], until=until)
    tell(placement, "published", [trainer(placement), *hosts(placement)], until=until)
    tell(placement, "published", offices(placement), until=until)
