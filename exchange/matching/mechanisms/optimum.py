"""Wunsch-Optimum: as many placements as possible, and of these the best distribution of wishes over everybody.

It gives the prettiest numbers, and rewards whoever names a safe place first: it says so wherever it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from exchange.matching.circulation import Assignment, Circulation, admissible_wishes, gated_start
from exchange.matching.lottery import weight
from exchange.matching.market import Market
from exchange.matching.mechanisms.serial_max import serial_order
from exchange.matching.mechanisms.stable import require_admissible_pins

Cost = Callable[[str, str], int]


class Profile(StrEnum):
    """What counts among results with equally many placements."""

    GENEROUS = "generous"  # as few as possible at the worst wish, then at the next worst
    GREEDY = "greedy"  # as many first wishes as possible, then second ones
    RANK_SUM = "rank_sum"


def optimum(market: Market, draw: Mapping[str, int], profile: Profile) -> Assignment:
    """Lexicographic: number, profile, points of the departments, places in the draw, and a hash of what is left equal.

    Raises MarketError when somebody is fixed against wish or rule, Infeasible when the pins contradict the quotas.
    """
    require_admissible_pins(market)
    wishes = admissible_wishes(market)
    flow = Circulation(market, wishes, gated_start(market, wishes, serial_order(market, draw)))
    flow.place_most()
    for cost in (*profile_levels(market, profile), *_levels_of_ties(market, draw)):
        flow.keep_to_best(cost)
    return flow.assignment()


def profile_levels(market: Market, profile: Profile) -> Iterator[Cost]:
    """What the distribution of wishes costs, the most important level first."""
    ranks = {one.id: {wish: rank for rank, wish in enumerate(one.prefs, start=1)} for one in market.applicants}
    worst = max((len(one.prefs) for one in market.applicants), default=0)
    if profile == Profile.RANK_SUM:
        yield lambda who, offer: ranks[who][offer]
    elif profile == Profile.GENEROUS:
        for rank in range(worst, 1, -1):
            yield lambda who, offer, rank=rank: int(ranks[who][offer] == rank)  # type: ignore[misc]
    else:
        for rank in range(1, worst):
            yield lambda who, offer, rank=rank: -int(ranks[who][offer] == rank)  # type: ignore[misc]


def _levels_of_ties(market: Market, draw: Mapping[str, int]) -> Iterator[Cost]:
    people, offers = market.applicant_by_id, market.offer_by_id
    yield lambda who, offer: -market.score(offers[offer], people[who])
    yield lambda who, offer: draw[who]
    yield lambda who, offer: weight(who, offer)
