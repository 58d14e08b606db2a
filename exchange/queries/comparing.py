"""What other procedures, other limits or other seats would have given on the frozen input of a run; nothing is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from exchange.matching import Market, MarketError, Metrics, Mode
from exchange.matching.admissible import obstacle
from exchange.matching.audit import instance
from exchange.matching.checker import blocking_pairs
from exchange.matching.lottery import places_in_draw
from exchange.matching.metrics import measure
from exchange.matching.modes import assign
from exchange.models import HostOffer, MatchRun
from exchange.procedures import PROCEDURES, Procedure
from exchange.queries.markets import market_from
from people.models import City

MOST_TOLERANCE = 1000


@dataclass(frozen=True)
class Row:
    """What a procedure gives; nothing where what is fixed cannot be kept with it."""

    procedure: Procedure
    metrics: Metrics | None
    blocking: int = 0
    is_own: bool = False

    @property
    def mean_rank(self) -> float | None:
        if self.metrics is None or not self.metrics.placed:
            return None
        return self.metrics.rank_sum / self.metrics.placed

    @property
    def largest_net(self) -> int:
        return max((abs(net) for net in self.metrics.net.values()), default=0) if self.metrics else 0


@dataclass(frozen=True)
class Price:
    """How many people would have a place with another tolerance."""

    tolerance: int | None
    placed: int | None
    is_own: bool


@dataclass(frozen=True)
class CityPrice:
    """How many more would have a place if this city alone tolerated one more."""

    city: City
    more: int


@dataclass(frozen=True)
class Change:
    """A seat more or less, a place less, a person fixed at a place, or another tolerance (without `offer`)."""

    offer: HostOffer | None = None
    seats: int = 0
    without: bool = False
    tolerance: int | None = None
    pin: tuple[str, str] | None = None

    def on(self, market: Market) -> Market:
        if self.pin is not None:
            return replace(market, pinned={**market.pinned, self.pin[0]: self.pin[1]})
        if self.offer is None:
            return with_tolerance(market, self.tolerance)
        key = str(self.offer.pk)

        def changed(capacity: int) -> int:
            pinned = sum(place == key for place in market.pinned.values())
            return pinned if self.without else max(pinned, capacity + self.seats)

        offers = (replace(one, capacity=changed(one.capacity)) if one.id == key else one for one in market.offers)
        return replace(market, offers=tuple(offers))


@dataclass(frozen=True)
class Outcome:
    """The same procedure on the changed input; `better` and `worse` count people."""

    change: Change
    placed: int
    first_choice: int
    better: int
    worse: int


def with_tolerance(market: Market, tolerance: int | None) -> Market:
    return replace(market, cities=tuple(replace(one, tolerance=tolerance) for one in market.cities))


class Comparison:
    def __init__(self, match_run: MatchRun) -> None:
        self.run = match_run
        self.mode = Mode(match_run.mode)
        self.market = market_from(match_run.market)
        self.seed = str(match_run.market["lottery"]["seed"])
        self.draw = places_in_draw(self.market.applicant_by_id, self.seed)
        tolerances = {one.tolerance for one in self.market.cities}
        self.tolerance = tolerances.pop() if len(tolerances) == 1 else None

    @cached_property
    def rows(self) -> list[Row]:
        return [self._row(procedure) for procedure in PROCEDURES.values()]

    def _row(self, procedure: Procedure) -> Row:
        is_own = procedure.mode == self.mode
        found = self._assigned(self.market, procedure.mode)
        if found is None:
            return Row(procedure, None, is_own=is_own)
        result = {"assignment": found, "priority": "scores"}
        blocking = blocking_pairs(instance(self.market, self.seed), result)
        return Row(procedure, measure(self.market, found), blocking, is_own)

    def _assigned(self, market: Market, mode: Mode) -> dict[str, str | None] | None:
        try:
            return assign(market, self.draw, mode).assignment
        except MarketError:
            return None

    def _placed(self, market: Market) -> int | None:
        found = self._assigned(market, self.mode)
        return None if found is None else sum(place is not None for place in found.values())

    @cached_property
    def own_placed(self) -> int:
        return sum(place is not None for place in self.run.result["assignment"].values())

    @cached_property
    def prices(self) -> list[Price]:
        """One less, as agreed, one and two more, and without any limit."""
        if self.tolerance is None:
            steps: list[int | None] = [0, 1, 2, 3]
        else:
            steps = [self.tolerance + step for step in (-1, 0, 1, 2) if self.tolerance + step >= 0]
        return [
            Price(step, self._placed(with_tolerance(self.market, step)), step == self.tolerance)
            for step in (*steps, None)
        ]

    def city_prices(self) -> Iterator[CityPrice]:
        if self.tolerance is None:
            return
        names = City.objects.in_bulk([one.id for one in self.market.cities], field_name="slug")
        for city in self.market.cities:
            one_more = replace(city, tolerance=self.tolerance + 1)
            cities = tuple(one_more if one is city else one for one in self.market.cities)
            placed = self._placed(replace(self.market, cities=cities))
            yield CityPrice(names[city.id], (placed or self.own_placed) - self.own_placed)

    def moves(self, number: str) -> list[tuple[int, str, Outcome | None]]:
        """(rank, offer, what it would do to the others) for each wish this person may have."""
        person = self.market.applicant_by_id[number]
        return [
            (rank, wish, self.outcome(Change(pin=(number, wish))))
            for rank, wish in enumerate(person.prefs, start=1)
            if obstacle(self.market, person, wish) is None
        ]

    def outcome(self, change: Change) -> Outcome | None:
        """None where what both cities have confirmed cannot be kept with the change."""
        changed = change.on(self.market)
        found = self._assigned(changed, self.mode)
        if found is None:
            return None
        metrics, rank = measure(changed, found), _ranks(self.market)
        own = self.run.result["assignment"]
        moved = change.pin[0] if change.pin else None
        moves = [rank(who, place) - rank(who, own[who]) for who, place in found.items() if who != moved]
        return Outcome(
            change,
            metrics.placed,
            metrics.first_choice,
            sum(move < 0 for move in moves),
            sum(move > 0 for move in moves),
        )


def _ranks(market: Market) -> Callable[[str, str | None], int]:
    lists = {one.id: one.prefs for one in market.applicants}
    return lambda who, place: len(lists[who]) if place is None else lists[who].index(place)
