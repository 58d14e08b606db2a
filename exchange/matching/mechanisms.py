"""Applicant-proposing deferred acceptance (Gale and Shapley) with capacities and fixed placements."""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heappush, heappushpop

from exchange.matching.admissible import obstacle
from exchange.matching.market import Applicant, Market, MarketError, Offer

Assignment = dict[str, str | None]
# Greater is better: points of the department, then class, then draw.
Priority = tuple[int, int, int]


def priority(market: Market, offer: Offer, applicant: Applicant, draw: Mapping[str, int]) -> Priority:
    return (market.score(offer, applicant), -applicant.priority_class, -draw[applicant.id])


def deferred_acceptance(market: Market, draw: Mapping[str, int]) -> Assignment:
    """Return {applicant: offer or None}: stable, and the best stable result for every applicant.

    Everybody asks down the own list; an offer keeps the best so far and sends
    the weakest on. The order of asking does not change the result.
    """
    require_admissible_pins(market)
    seats = {offer.id: offer.capacity for offer in market.offers}
    for offer_id in market.pinned.values():
        seats[offer_id] -= 1
    kept: dict[str, list[tuple[Priority, str]]] = {offer.id: [] for offer in market.offers}
    wishes = {
        applicant.id: iter([wish for wish in applicant.prefs if obstacle(market, applicant, wish) is None])
        for applicant in market.applicants
        if applicant.id not in market.pinned
    }
    asking = list(wishes)
    while asking:
        asker = asking.pop()
        wish = next(wishes[asker], None)
        if wish is None:
            continue
        entry = (priority(market, market.offer_by_id[wish], market.applicant_by_id[asker], draw), asker)
        if len(kept[wish]) < seats[wish]:
            heappush(kept[wish], entry)
        elif seats[wish]:
            asking.append(heappushpop(kept[wish], entry)[1])
        else:
            asking.append(asker)
    assignment: Assignment = dict.fromkeys(sorted(market.applicant_by_id))
    assignment.update(market.pinned)
    assignment.update({asker: offer_id for offer_id, entries in kept.items() for _priority, asker in entries})
    return assignment


def require_admissible_pins(market: Market) -> None:
    """A fixed placement stays a wish of the person and keeps all rules."""
    for applicant_id, offer_id in sorted(market.pinned.items()):
        applicant = market.applicant_by_id[applicant_id]
        if offer_id not in applicant.prefs:
            raise MarketError("pinned_unlisted", f"{applicant_id} never wished for {offer_id}.", applicant_id, offer_id)
        code = obstacle(market, applicant, offer_id)
        if code is not None:
            raise MarketError(
                "pinned_inadmissible", f"{applicant_id} may not be fixed at {offer_id}: {code}.", applicant_id, offer_id
            )
