"""Ringtausch: two-sided top trading cycles (Dur and Ünver, JPE 2019): every city sends exactly as many as it takes.

A city points to the next of its own people by class and draw, who points to the city of the best place that is left;
whoever stands in a ring of cities goes. A city with nobody left to send takes nobody any more.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

from exchange.matching.circulation import (
    Assignment,
    Seats,
    admissible_wishes,
    place_in_turn,
    seats_beside_pins,
)
from exchange.matching.market import Applicant, Infeasible, Market
from exchange.matching.mechanisms.serial_max import serial_order
from exchange.matching.mechanisms.stable import require_admissible_pins


def cycles(market: Market, draw: Mapping[str, int], *, tolerance: bool = False) -> Assignment:
    """`tolerance`: afterwards those without a place go in the order of the draw, as far as the bounds allow."""
    require_admissible_pins(market)
    wishes, seats = admissible_wishes(market), seats_beside_pins(market)
    if any(seats.net.values()) and not tolerance:
        raise Infeasible("pinned_out_of_balance", "What is fixed is no exchange in itself.", *sorted(market.pinned))
    order = [one for one in serial_order(market, draw) if one.id not in market.pinned]
    found: Assignment = dict.fromkeys(sorted(market.applicant_by_id)) | dict(market.pinned)
    queues = {city.id: deque(one for one in order if one.city == city.id) for city in market.cities}
    while ring := _ring(market, seats, queues, wishes):
        for person, wish in ring:
            queues[person.city].popleft()
            seats.take(person, wish)
            found[person.id] = wish
    if tolerance:
        require_balance(market, seats)
        found |= place_in_turn(seats, [one for one in order if found[one.id] is None], wishes)
    return found


def require_balance(market: Market, seats: Seats) -> None:
    for city in market.cities:
        lowest, highest = city.bounds
        if lowest is not None and highest is not None and not lowest <= seats.net[city.id] <= highest:
            pins = sorted(market.pinned)
            raise Infeasible("pinned_out_of_balance", f"What is fixed leaves {city.id} out of its balance.", *pins)


def _ring(
    market: Market,
    seats: Seats,
    queues: Mapping[str, deque[Applicant]],
    wishes: Mapping[str, tuple[str, ...]],
) -> list[tuple[Applicant, str]]:
    """People who go round; whoever finds no place any more leaves the queue. Empty at the end."""
    while True:
        points: dict[str, tuple[Applicant, str, str]] = {}
        for city in sorted(queues):
            while queues[city]:
                person = queues[city][0]
                wish = next((one for one in wishes[person.id] if _is_left(market, seats, queues, person, one)), None)
                if wish is not None:
                    points[city] = (person, wish, market.city_of(market.offer_by_id[wish]))
                    break
                queues[city].popleft()
        if not points:
            return []
        if ring := _walk(points):
            return ring


def _is_left(
    market: Market, seats: Seats, queues: Mapping[str, deque[Applicant]], person: Applicant, wish: str
) -> bool:
    return bool(queues[market.city_of(market.offer_by_id[wish])]) and seats.has_room(person, wish)


def _walk(points: Mapping[str, tuple[Applicant, str, str]]) -> list[tuple[Applicant, str]]:
    """Follow the fingers from the first city until one comes round; none does where a city was emptied meanwhile."""
    city, seen = min(points), []
    while city not in seen:
        if city not in points:
            return []
        seen.append(city)
        city = points[city][2]
    return [points[one][:2] for one in seen[seen.index(city) :]]
