"""An independent checker: reads the market anew and shares no code with the mechanism."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from exchange.matching.market import Applicant, Market, Offer


def complaints(market: Market, assignment: Mapping[str, str | None], *, seed: str) -> list[str]:
    """Return one sentence for every way in which the result is not feasible or not stable."""
    return [*_infeasible(market, assignment), *_blocking(market, assignment, seed)]


def may_have(market: Market, person: Applicant, offer: Offer) -> bool:
    host = next(department.city for department in market.departments if department.id == offer.department)
    return (
        offer.id in person.prefs
        and host != person.city
        and (offer.occupations is None or person.occupation in offer.occupations)
        and offer.years[0] <= person.year <= offer.years[1]
        and person.age >= offer.min_age
        and not offer.skills - person.skills
        and person.busy.isdisjoint(range(offer.weeks[0], offer.weeks[1] + 1))
    )


def _infeasible(market: Market, assignment: Mapping[str, str | None]) -> Iterator[str]:
    if set(assignment) != {person.id for person in market.applicants}:
        yield "The result does not name exactly the applicants of the market."
    offers = {offer.id: offer for offer in market.offers}
    taken = dict.fromkeys(offers, 0)
    for person in market.applicants:
        received = assignment.get(person.id)
        if received is None:
            continue
        if received not in offers or not may_have(market, person, offers[received]):
            yield f"{person.id} may not have {received}."
        if received in taken:
            taken[received] += 1
    for offer in market.offers:
        if taken[offer.id] > offer.capacity:
            yield f"{offer.id} has {offer.capacity} seats and {taken[offer.id]} persons."
    for who, fixed in market.pinned.items():
        if assignment.get(who) != fixed:
            yield f"{who} was fixed at {fixed}."


def _blocking(market: Market, assignment: Mapping[str, str | None], seed: str) -> Iterator[str]:
    """A pair blocks when a person prefers an offer that has a free seat or a weaker guest."""
    guests: dict[str, list[Applicant]] = {}
    for person in market.applicants:
        guests.setdefault(assignment.get(person.id) or "", []).append(person)
    offers = {offer.id: offer for offer in market.offers}
    for person in market.applicants:
        if person.id in market.pinned:
            continue
        for wish in person.prefs:
            if wish == assignment.get(person.id):
                break
            if wish not in offers or not may_have(market, person, offers[wish]):
                continue
            present = guests.get(wish, [])
            movable = [guest for guest in present if guest.id not in market.pinned]
            if len(present) < offers[wish].capacity:
                yield f"{person.id} prefers {wish}, which has a free seat."
            elif any(_comes_before(market, offers[wish], person, guest, seed) for guest in movable):
                yield f"{person.id} prefers {wish}, which keeps somebody with less priority."


def _comes_before(market: Market, offer: Offer, one: Applicant, other: Applicant, seed: str) -> bool:
    points = market.scores.get(offer.department, {})
    if points.get(one.id, 0) != points.get(other.id, 0):
        return points.get(one.id, 0) > points.get(other.id, 0)
    if one.priority_class != other.priority_class:
        return one.priority_class < other.priority_class
    tickets = [(hashlib.sha256(f"{seed}:{person.id}".encode()).hexdigest(), person.id) for person in (one, other)]
    return tickets[0] < tickets[1]
