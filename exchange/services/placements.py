"""Both cities confirm each place, by two different people; the last of them takes the seat."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.explanations import REFUSED
from exchange.models import Application, Placement, Wish
from exchange.queries.desk import Side, open_side
from exchange.queries.stay import WAITING, notices_about
from exchange.services.publication import offer_place
from exchange.services.seats import release_seat, take_seat
from exchange.services.swaps import lapse_swaps_of
from exchange.services.telling import coordination, tell
from exchange.services.undoing import decide
from exchange.states import APPLICATION, PLACEMENT, SEAT_HELD, PlacementStatus, RoundStatus
from lms.core import journal
from lms.core.errors import NotAllowed, Refused
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.outbox import UNDO_MINUTES
from people.models import Role, User
from people.policies import allowed, require
from training.notices import open_warnings
from training.services.overrides import override_warnings


@transaction.atomic
def confirm_placement(placement: Placement, *, actor: User, reason: str = "") -> Placement:
    """Confirm for the city in whose training office the actor works; in spite of an open warning with a reason."""
    lock(placement)
    side = _side_of(actor, placement)
    require(f"exchange.confirm_for_{side}", actor, placement)
    now = timezone.now()
    found = open_warnings(notices_about(placement))
    override_warnings(placement.apprentice, placement.host_city, placement.period, found, reason=reason, actor=actor)
    last = placement.status in PLACEMENT.steps[f"confirm_{side}_last"].sources
    changes = {f"{side}_confirmed_by": actor, f"{side}_confirmed_at": now}
    step = f"confirm_{side}_{'last' if last else 'first'}"
    if last and placement.round.status == RoundStatus.CLEARING:  # the apprentice is told at once
        PLACEMENT.advance(placement, step, status_since=now, **changes)
    else:
        decide(placement, step, actor=actor, status_since=now, **changes)
    if last:
        take_seat(placement.offer)
    journal.record(placement, "exchange.placement.confirm", actor=actor, side=side)
    if last and placement.round.status == RoundStatus.CLEARING:
        offer_place(placement, placement.round)
    elif last and not placement.round.placements.filter(status__in=WAITING).exists():
        for person in coordination():
            _tell_coordination(placement, person, "all_confirmed")
    return placement


@transaction.atomic
def refuse_placement(placement: Placement, *, actor: User, reason: str) -> Placement:
    """One of the cities cannot agree; the application stays in the matching, the place is not proposed again."""
    require("exchange.refuse_placement", actor, placement)
    if not reason.strip():
        raise Refused(_("Please give a reason, so that the coordination can find another way."), about=placement)
    changes = {"refused_by": actor, "end_note": reason.strip()}
    if placement.round.status == RoundStatus.CLEARING:  # the application is free for the next proposal at once
        PLACEMENT.advance(placement, "refuse", status_since=timezone.now(), **changes)
    else:
        decide(placement, "refuse", actor=actor, **changes)
    Wish.objects.filter(application=placement.application_id, offer=placement.offer_id).update(
        outcome=REFUSED, own_value=None, cutoff=None, basis=""
    )
    if placement.round.status == RoundStatus.CLEARING:
        APPLICATION.advance(placement.application, "leave_unmatched", status_since=timezone.now())
        placement.application.clearing_wishes.filter(offer=placement.offer_id).delete()
    journal.record(placement, "exchange.placement.refuse", actor=actor)
    for person in coordination():
        _tell_coordination(placement, person, "refused")
    return placement


def drop_placement_of(application: Application, *, actor: User) -> None:
    """Somebody withdraws from the exchange: whatever was planned for them is taken back, a seat becomes free."""
    standing = PLACEMENT.steps["cancel"].sources
    for placement in application.placements.filter(status__in=standing).select_related("offer"):
        held = PLACEMENT.advance(placement, "cancel", status_since=timezone.now())
        if held in SEAT_HELD:
            release_seat(placement.offer)
        lapse_swaps_of(placement, actor=actor)
        journal.record(placement, "exchange.placement.cancel", actor=actor)


@transaction.atomic
def override_one(placement: Placement, code: str, *, actor: User, reason: str) -> None:
    """Say why the stay takes place in spite of one warning; what is impossible stays impossible."""
    lock(placement)
    found = [one.finding for one in notices_about(placement) if one.is_open and one.finding.code == code]
    override_warnings(placement.apprentice, placement.host_city, placement.period, found, reason=reason, actor=actor)


def lock(placement: Placement) -> None:
    """See the placement as it is now and let nobody else decide meanwhile."""
    placement.refresh_from_db(from_queryset=Placement.objects.select_for_update())


def _side_of(actor: User, placement: Placement) -> Side:
    side = open_side(actor, placement)
    if side is not None:
        return side
    if placement.status not in WAITING:
        raise StepNotAllowed(
            _("This place has been decided already: %(status)s.") % {"status": PlacementStatus(placement.status).label},
            about=placement,
        )
    if actor.pk in (placement.home_confirmed_by_id, placement.host_confirmed_by_id):
        raise StepNotAllowed(
            _("You have confirmed this place already. For the other city somebody else decides."), about=placement
        )
    if any(allowed(f"exchange.confirm_for_{side}", actor, placement) for side in ("home", "host")):
        raise StepNotAllowed(
            _("Your city has confirmed this place already. Now it is the other city's turn."), about=placement
        )
    raise NotAllowed(role=Role.HR)


def _tell_coordination(placement: Placement, person: User, kind: str) -> None:
    """The coordination sees numbers, no names; its page is the matching."""
    url = placement.run.get_absolute_url() if placement.run else placement.round.get_absolute_url()
    tell(placement, kind, [person], url=url, hold=UNDO_MINUTES, round=placement.round.name)
