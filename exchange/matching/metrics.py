"""The few numbers by which people judge a result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exchange.matching.market import Market


@dataclass(frozen=True, slots=True)
class Metrics:
    placed: int
    listed: int
    first_choice: int
    rank_sum: int
    # Incoming minus outgoing apprentices of each city.
    net: Mapping[str, int]


def measure(market: Market, assignment: Mapping[str, str | None]) -> Metrics:
    placed = [(market.applicant_by_id[who], offer) for who, offer in assignment.items() if offer is not None]
    ranks = [person.prefs.index(offer) + 1 for person, offer in placed]
    net = {city.id: 0 for city in sorted(market.cities, key=lambda city: city.id)}
    for person, offer in placed:
        net[person.city] -= 1
        net[market.city_of(market.offer_by_id[offer])] += 1
    return Metrics(
        placed=len(placed),
        listed=sum(bool(applicant.prefs) for applicant in market.applicants),
        first_choice=ranks.count(1),
        rank_sum=sum(ranks),
        net=net,
    )
