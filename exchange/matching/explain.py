"""For every wish that was preferred to the result: the first true reason, with a cut-off to compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from exchange.matching.admissible import Code, obstacle
from exchange.matching.market import Applicant, Market, Offer
from exchange.matching.mechanisms.stable import priority

Basis = Literal["", "score", "class", "draw"]
Reasons = dict[str, tuple["Reason", ...]]


@dataclass(frozen=True, slots=True)
class Reason:
    """`own` and `cutoff` are points, class or place in the draw, as `basis` says."""

    offer: str
    code: Code
    own: int | None = None
    cutoff: int | None = None
    basis: Basis = ""


def reasons(market: Market, assignment: Mapping[str, str | None], draw: Mapping[str, int]) -> Reasons:
    """Return the reasons of everybody, in the order of their wishes.

    Whoever was fixed before the run has none: the run did not decide about them.
    """
    weakest = _weakest_admitted(market, assignment, draw)
    return {
        who: tuple(
            _reason(market, market.applicant_by_id[who], wish, weakest, draw)
            for wish in _unmet(market, who, assignment[who])
        )
        for who in sorted(assignment)
    }


def _unmet(market: Market, who: str, received: str | None) -> tuple[str, ...]:
    if who in market.pinned:
        return ()
    prefs = market.applicant_by_id[who].prefs
    return prefs if received is None else prefs[: prefs.index(received)]


def _weakest_admitted(
    market: Market, assignment: Mapping[str, str | None], draw: Mapping[str, int]
) -> dict[str, Applicant]:
    """Return {offer: the last person admitted by priority}; fixed placements set no cut-off."""
    weakest: dict[str, Applicant] = {}
    for who, offer_id in assignment.items():
        if offer_id is None or who in market.pinned:
            continue
        offer, person = market.offer_by_id[offer_id], market.applicant_by_id[who]
        last = weakest.get(offer_id)
        if last is None or priority(market, offer, person, draw) < priority(market, offer, last, draw):
            weakest[offer_id] = person
    return weakest


def _reason(
    market: Market, person: Applicant, wish: str, weakest: Mapping[str, Applicant], draw: Mapping[str, int]
) -> Reason:
    code = obstacle(market, person, wish)
    if code is not None:
        return Reason(wish, code)
    if wish not in weakest:
        return Reason(wish, Code.PINNED_FULL)
    return _cutoff(market, market.offer_by_id[wish], person, weakest[wish], draw)


def _cutoff(market: Market, offer: Offer, person: Applicant, last: Applicant, draw: Mapping[str, int]) -> Reason:
    own, cutoff = market.score(offer, person), market.score(offer, last)
    if own != cutoff:
        return Reason(offer.id, Code.FULL_PRIORITY_OFFER, own, cutoff, "score")
    if person.priority_class != last.priority_class:
        return Reason(offer.id, Code.FULL_PRIORITY_OFFER, person.priority_class, last.priority_class, "class")
    return Reason(offer.id, Code.FULL_LOTTERY_OFFER, draw[person.id], draw[last.id], "draw")
