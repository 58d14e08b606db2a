"""Two people swap their places in the clearing: both wish it, every city involved confirms it, then it happens at once.

Until the last confirmation nothing changes, so nobody loses a place because a city says no (ADR 0051).
"""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.models import ExchangeRound, HostOffer, Placement, Swap, SwapConfirmation, SwapWish
from exchange.queries.on_behalf import CONFIRMING
from exchange.queries.stay import stations_of
from exchange.queries.swaps import (
    Move,
    city_to_confirm,
    may_swap,
    moves_of,
    pair_of,
    swap_choices,
    swaps_for,
    want_each_other,
)
from exchange.services.booking import book_stay
from exchange.services.telling import coordination, hosts, office, offices, tell, trainer
from exchange.states import PLACEMENT, SWAP, PlacementStatus, SwapStatus
from lms.core import journal
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.core.lifecycle import StepNotAllowed
from people.models import City, Role, User
from people.policies import allowed, require
from training.notices import open_warnings
from training.services.overrides import override_warnings
from training.services.stations import cancel_station
from training.states import STATION

CONFIRMING_A_SWAP = "exchange.swap.confirm"


@transaction.atomic
def note_swap_wishes(placement: Placement, offers: Collection[HostOffer], *, actor: User) -> None:
    """Which other places the person would rather have; no place at all takes the wish back."""
    require("exchange.wish_to_swap", actor, placement)
    _lock(placement)
    _require_open(placement)
    possible = {choice.offer.pk for choice in swap_choices(placement)}
    if any(offer.pk not in possible for offer in offers):
        raise TooLate(_("One of these places cannot be had any more. You see what is still possible."), about=placement)
    wishes = SwapWish.objects.filter(placement=placement)
    wishes.exclude(offer__in=offers).delete()
    standing = set(wishes.values_list("offer_id", flat=True))
    SwapWish.objects.bulk_create(
        SwapWish(placement=placement, offer=offer) for offer in offers if offer.pk not in standing
    )
    for swap in Swap.objects.standing().about(placement).select_related("first", "second"):
        if not want_each_other(*swap.places):
            _lapse(swap, actor)
    journal.record(placement, "exchange.placement.swap_wishes", actor=actor, count=len(offers))


@transaction.atomic
def propose_swap(first: Placement, second: Placement, *, actor: User) -> Swap:
    """Put a pair before the cities that have to confirm it."""
    first, second = sorted((first, second), key=lambda place: place.pk)
    swap = Swap(round_id=first.round_id, first=first, second=second, proposed_by=actor)
    require("exchange.propose_swap", actor, swap)
    _lock(*swap.places)
    _require_open(*swap.places)
    if Swap.objects.standing().about(first, second).exists():
        raise TooLate(_("One of these places is part of a swap already that the cities decide on."), about=first.round)
    if Swap.objects.filter(first=first, second=second, status=SwapStatus.REFUSED).exists():
        raise TooLate(_("A city has refused this swap already."), about=first.round)
    _require_wanted_and_possible(swap, pair_of(first, second))
    swap.save()
    journal.record(swap, "exchange.swap.propose", actor=actor)
    _tell_offices(swap, "swap_proposed")
    return swap


@transaction.atomic
def confirm_swap(swap: Swap, *, actor: User, reason: str = "") -> Swap:
    """Confirm both places for the city in whose office the actor works; the last city carries the swap out."""
    swap = _locked(swap)
    city = _city_of(actor, swap)
    require("exchange.confirm_swap", actor, SwapConfirmation(swap=swap, city=city))
    _require_open(*swap.places)
    moves = moves_of(swap, actor)
    _require_wanted_and_possible(swap, moves)
    _require_nothing_left_to_others(swap, moves, actor)
    _override(moves, actor, reason)
    SwapConfirmation.objects.create(swap=swap, city=city, person=actor)
    journal.record(swap, CONFIRMING_A_SWAP, actor=actor, city=city.slug)
    swap = swaps_for(actor).get(pk=swap.pk)
    if not swap.open_cities():
        _carry_out(swap, actor)
    return swap


@transaction.atomic
def refuse_swap(swap: Swap, *, actor: User, reason: str) -> Swap:
    """One city cannot agree: both people keep the places they have."""
    require("exchange.refuse_swap", actor, swap)
    if not reason.strip():
        raise Refused(_("Please give a reason. The other training offices read it."), about=swap)
    swap = _locked(swap)
    SWAP.advance(swap, "refuse", status_since=timezone.now(), end_note=reason.strip())
    journal.record(swap, "exchange.swap.refuse", actor=actor)
    _tell_offices(swap, "swap_refused")
    tell(swap.first, "swap_refused", coordination(), url=swap.get_absolute_url(), other=swap.second.application.number)
    return swap


def lapse_swaps_of(placement: Placement, *, actor: User | None) -> None:
    """The place is gone: whatever swap was being decided about it cannot happen any more."""
    for swap in Swap.objects.standing().about(placement).select_related("first", "second"):
        _lapse(swap, actor)


def lapse_swaps_in(round_: ExchangeRound, *, actor: User | None) -> None:
    """The clearing is over: swaps that not every city confirmed do not happen."""
    for swap in Swap.objects.standing().filter(round=round_).select_related("first", "second").order_by("pk"):
        _lapse(swap, actor)


def _lapse(swap: Swap, actor: User | None) -> None:
    SWAP.advance(swap, "lapse", status_since=timezone.now())
    journal.record(swap, "exchange.swap.lapse", actor=actor)


def _lock(*places: Placement) -> None:
    """The round waits, so that nobody closes the clearing or swaps one of the places elsewhere; then the places."""
    ExchangeRound.objects.select_for_update().get(pk=places[0].round_id)
    for place in sorted(places, key=lambda one: one.pk):
        place.refresh_from_db(from_queryset=Placement.objects.select_for_update())


def _locked(swap: Swap) -> Swap:
    _lock(*swap.places)
    Swap.objects.select_for_update().get(pk=swap.pk)
    found = Swap.objects.select_related("round", *(f"{one}__{path}" for one in ("first", "second") for path in _PATHS))
    return found.prefetch_related("first__offer__occupations", "second__offer__occupations", "confirmations").get(
        pk=swap.pk
    )


_PATHS = ("application", "apprentice__apprenticeship", "round", "home_city", "host_city", "offer__city", "offer__round")


def _require_open(*places: Placement) -> None:
    if not all(may_swap(place) for place in places):
        raise StepNotAllowed(_("This place cannot be swapped (any more)."), about=places[0].round)


def _require_wanted_and_possible(swap: Swap, moves: Collection[Move]) -> None:
    if not want_each_other(*swap.places):
        raise TooLate(_("One of the two people does not wish for this swap any more."), about=swap.round)
    against = [notice.sentence for move in moves for notice in move.notices if notice.is_hard]
    if against:
        raise Refused(" ".join(dict.fromkeys(against)), about=swap.round)


def _city_of(actor: User, swap: Swap) -> City:
    city = city_to_confirm(swap, actor)
    if city is not None:
        return city
    if swap.status != SwapStatus.PROPOSED:
        raise StepNotAllowed(
            _("This swap has been decided already: %(status)s.") % {"status": SwapStatus(swap.status).label}, about=swap
        )
    if any(one.person_id == actor.pk for one in swap.confirmations.all()):
        raise StepNotAllowed(
            _("You have confirmed this swap already. For the other cities somebody else decides."), about=swap
        )
    if allowed("exchange.refuse_swap", actor, swap):
        raise StepNotAllowed(_("Your city has confirmed this swap already. Now it is another city's turn."), about=swap)
    raise NotAllowed(role=Role.HR)


def _require_nothing_left_to_others(swap: Swap, moves: Collection[Move], actor: User) -> None:
    """The last city cannot decide what came up after another one, whose decision it is, had confirmed."""
    if len(swap.open_cities()) > 1:
        return
    if any(len(move.to_decide(actor)) < len(open_warnings(move.notices)) for move in moves):
        raise Refused(
            _(
                "Something has come up since another city confirmed, and that city has to decide on it. Please talk to "
                "each other; the swap can be proposed anew once the people have chosen again."
            ),
            about=swap,
        )


def _override(moves: Collection[Move], actor: User, reason: str) -> None:
    for move in moves:
        person, city = move.placement.apprentice, move.to.host_city
        override_warnings(person, city, move.to.period, move.to_decide(actor), reason=reason, actor=actor)


def _carry_out(swap: Swap, actor: User) -> None:
    """Both people change places in one go; each stands at the new place where they stood at the old one."""
    SWAP.advance(swap, "carry_out", status_since=timezone.now())
    left = [_end(place, actor) for place in swap.places]
    _begin(swap, swap.first, swap.second, left[0], actor)
    _begin(swap, swap.second, swap.first, left[1], actor)
    journal.record(swap, "exchange.swap.carry_out", actor=actor)


def _end(placement: Placement, actor: User) -> str:
    """The seat stays taken: the other one gets it."""
    left = PLACEMENT.advance(placement, "swap", status_since=timezone.now())
    for station in stations_of(placement).filter(status__in=STATION.steps["cancel"].sources):
        cancel_station(station, actor=actor)
    journal.record(placement, "exchange.placement.swap", actor=actor)
    return left


def _begin(swap: Swap, old: Placement, to: Placement, left: str, actor: User) -> Placement:
    now = timezone.now()
    new = Placement.objects.create(
        round_id=old.round_id,
        application=old.application,
        apprentice=old.apprentice,
        offer=to.offer,
        home_city=old.home_city,
        host_city=to.host_city,
        starts_on=to.starts_on,
        ends_on=to.ends_on,
    )
    _confirm(new, swap, "home", "confirm_home_first")
    _confirm(new, swap, "host", "confirm_host_last")
    PLACEMENT.advance(new, "offer", status_since=now)
    if left == PlacementStatus.ACCEPTED:
        PLACEMENT.advance(new, "accept", status_since=now, answered_at=old.answered_at)
        book_stay(new, actor=actor)
    _tell_of_change(new)
    return new


def _confirm(new: Placement, swap: Swap, side: str, step: str) -> None:
    """As the city confirmed the swap: by the same person, at the same time, in the place of the same colleague."""
    city_id = getattr(new, f"{side}_city_id")
    given = next(one for one in swap.confirmations.all() if one.city_id == city_id)
    away = journal.on_behalf_of(swap, CONFIRMING_A_SWAP).get((CONFIRMING_A_SWAP, given.person_id))
    changes = {f"{side}_confirmed_by": given.person, f"{side}_confirmed_at": given.given_at}
    PLACEMENT.advance(new, step, status_since=given.given_at, **changes)
    facts = {"on_behalf_of": away} if away else {}
    journal.record(new, CONFIRMING, actor=given.person, side=side, **facts)


def _tell_of_change(new: Placement) -> None:
    until = new.round.accept_until.isoformat() if new.status == PlacementStatus.OFFERED else ""
    tell(new, "swapped", [new.apprentice], until=until)
    tell(new, "swapped_for_others", [trainer(new), *hosts(new), *offices(new)])


def _tell_offices(swap: Swap, kind: str) -> None:
    people = [person for city in swap.cities for person in office(city)]
    tell(swap.first, kind, people, url=swap.get_absolute_url(), other=swap.second.application.number)
