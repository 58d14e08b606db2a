"""Vorrang: applicant-proposing deferred acceptance (Gale and Shapley) where departments have an order of their own.

Offers of a department share its quota (Abraham, Irving, Manlove: lecturers and projects), so a department keeps its
best over all its offers. Reciprocity is no such nested quota: where a city is out of its bounds, people are barred by
the draw and everybody asks again, until it is within; whoever can be let in again after that is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from exchange.matching.admissible import obstacle
from exchange.matching.circulation import Assignment, admissible_wishes, seats_beside_pins
from exchange.matching.market import Applicant, City, Infeasible, Market, Offer

# Greater is better: points of the department, then class, then draw.
Priority = tuple[int, int, int]


def priority(market: Market, offer: Offer, applicant: Applicant, draw: Mapping[str, int]) -> Priority:
    return (market.score(offer, applicant), -applicant.priority_class, -draw[applicant.id])


def deferred_acceptance(market: Market, draw: Mapping[str, int]) -> Assignment:
    """Return {applicant: offer or None}: stable, and the best stable result for every applicant; no balance is kept."""
    require_admissible_pins(market)
    return _ask(market, _requests(market, draw))


class Request(NamedTuple):
    """What somebody asks for, and how they stand there."""

    offer: str
    department: str
    city: str
    standing: tuple[Priority, str]


Requests = Mapping[str, Sequence[Request]]


def _requests(market: Market, draw: Mapping[str, int]) -> dict[str, list[Request]]:
    """{applicant: what they ask for, best first}; worked out once, as people may have to ask many times."""
    found = {}
    for who, wishes in admissible_wishes(market).items():
        person, offers = market.applicant_by_id[who], [market.offer_by_id[wish] for wish in wishes]
        found[who] = [
            Request(one.id, one.department, market.city_of(one), (priority(market, one, person, draw), who))
            for one in offers
        ]
    return found


def _ask(market: Market, requests: Requests) -> Assignment:
    """Everybody asks down the own list; offer and department keep the best so far and send the weakest on.

    The order of asking does not change the result.
    """
    seats = seats_beside_pins(market)
    kept: dict[str, list[tuple[Priority, str]]] = {offer.id: [] for offer in market.offers}
    in_department: dict[str, list[tuple[Priority, str]]] = {
        one.id: [] for one in market.departments if one.quota is not None
    }
    count = dict.fromkeys(in_department, 0)
    has: Assignment = dict.fromkeys(sorted(market.applicant_by_id))
    asked = dict.fromkeys(has, 0)
    asking = [who for who in has if who not in market.pinned]
    while asking:
        who = asking.pop()
        if asked[who] == len(requests[who]):
            continue
        wish, department, _city, standing = requests[who][asked[who]]
        asked[who] += 1
        has[who] = wish
        heappush(kept[wish], standing)
        if department in count:
            heappush(in_department[department], standing)
            count[department] += 1
        loser = None
        if len(kept[wish]) > seats.offers[wish]:
            loser = heappop(kept[wish])[1]
        elif department in count and count[department] > seats.departments[department]:
            loser = _weakest(in_department[department], has, department, market)
            left = has[loser] or wish
            kept[left] = [one for one in kept[left] if one[1] != loser]
            heapify(kept[left])
        if loser is not None:
            has[loser] = None
            if department in count:
                count[department] -= 1
            asking.append(loser)
    return has | dict(market.pinned)


def _weakest(entries: list[tuple[Priority, str]], has: Assignment, department: str, market: Market) -> str:
    """Who has gone elsewhere meanwhile is passed over; somebody is left, as the department has too many."""
    while True:
        who = heappop(entries)[1]
        place = has[who]
        if place is not None and market.offer_by_id[place].department == department:
            return who


@dataclass
class Barred:
    """Who may go nowhere, and who may not go to a city, so that cities stay within their bounds."""

    people: set[str] = field(default_factory=set)
    from_city: set[tuple[str, str]] = field(default_factory=set)

    def let_through(self, requests: Requests) -> Requests:
        left = {who: () if who in self.people else listed for who, listed in requests.items()}
        for who in {who for who, _city in self.from_city}:
            left[who] = [one for one in left[who] if (who, one.city) not in self.from_city]
        return left

    def listed(self) -> list[str | list[str]]:
        return [*sorted(self.people), *(list(pair) for pair in sorted(self.from_city))]


def throttled(market: Market, draw: Mapping[str, int]) -> tuple[Assignment, Barred]:
    """Stable among everybody who is not barred; Infeasible where the pins alone leave a city out of its bounds."""
    require_admissible_pins(market)
    requests, barred = _requests(market, draw), Barred()
    found = _ask(market, requests)
    while _bar_excess(market, draw, found, barred):
        found = _ask(market, barred.let_through(requests))
    for entry in sorted(barred.listed(), key=lambda one: (draw[_who(one)], one if isinstance(one, list) else [one])):
        freer = Barred(set(barred.people), set(barred.from_city))
        if isinstance(entry, list):
            freer.from_city.discard((entry[0], entry[1]))
        else:
            freer.people.discard(entry)
        tried = _ask(market, freer.let_through(requests))
        counted = balances(market, tried)
        if all(_excess(city, *counted[city.id]) == (0, 0) for city in market.cities):
            found, barred = tried, freer
    return found, barred


def _who(entry: str | list[str]) -> str:
    return entry[0] if isinstance(entry, list) else entry


def balances(market: Market, assignment: Mapping[str, str | None]) -> dict[str, tuple[int, int]]:
    """{city: (guests, own people away)}."""
    coming = {one.id: 0 for one in market.cities}
    going = dict(coming)
    for who, offer_id in assignment.items():
        if offer_id is not None:
            coming[market.city_of(market.offer_by_id[offer_id])] += 1
            going[market.applicant_by_id[who].city] += 1
    return {key: (coming[key], going[key]) for key in coming}


def _excess(city: City, coming: int, going: int) -> tuple[int, int]:
    """How many too many come, and how many too many go."""
    lowest, highest = city.bounds
    net = coming - going
    too_many_in = max(0 if highest is None else net - highest, 0 if city.max_in is None else coming - city.max_in)
    too_many_out = max(0 if lowest is None else lowest - net, 0 if city.max_out is None else going - city.max_out)
    return max(0, too_many_in), max(0, too_many_out)


def _bar_excess(market: Market, draw: Mapping[str, int], found: Assignment, barred: Barred) -> bool:
    """Bar half of what is too much in each city, the last of the draw first; False where nothing is."""
    counted, moved = balances(market, found), False
    for city in sorted(market.cities, key=lambda one: one.id):
        too_many_in, too_many_out = _excess(city, *counted[city.id])
        if not too_many_in and not too_many_out:
            continue
        movable = {who: place for who, place in found.items() if place is not None and who not in market.pinned}
        if too_many_out:
            people = [who for who in movable if market.applicant_by_id[who].city == city.id]
            chosen = _last(people, draw, too_many_out)
            barred.people.update(chosen)
        else:
            people = [who for who, place in movable.items() if market.city_of(market.offer_by_id[place]) == city.id]
            chosen = _last(people, draw, too_many_in)
            barred.from_city.update((who, city.id) for who in chosen)
        if not chosen:
            raise Infeasible(
                "pinned_out_of_balance", "What is fixed leaves a city out of its balance.", *sorted(market.pinned)
            )
        moved = True
    return moved


def _last(people: Sequence[str], draw: Mapping[str, int], too_many: int) -> list[str]:
    return sorted(people, key=lambda who: -draw[who])[: (too_many + 1) // 2]


def require_admissible_pins(market: Market) -> None:
    """A fixed placement stays a wish of the person and keeps all rules."""
    for applicant_id, offer_id in sorted(market.pinned.items()):
        applicant = market.applicant_by_id[applicant_id]
        if offer_id not in applicant.prefs:
            raise Infeasible("pinned_unlisted", f"{applicant_id} never wished for {offer_id}.", applicant_id, offer_id)
        code = obstacle(market, applicant, offer_id)
        if code is not None:
            raise Infeasible(
                "pinned_inadmissible", f"{applicant_id} may not be fixed at {offer_id}: {code}.", applicant_id, offer_id
            )
