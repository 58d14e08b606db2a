"""Every mode by its name: how it assigns, and what it may claim about its result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from exchange.matching import explain
from exchange.matching.circulation import Assignment, admissible_wishes, gated_start, seats_beside_pins
from exchange.matching.market import Market, MarketError
from exchange.matching.mechanisms.cycles import cycles, require_balance
from exchange.matching.mechanisms.optimum import Profile, optimum
from exchange.matching.mechanisms.serial_max import serial_max
from exchange.matching.mechanisms.stable import Barred, require_admissible_pins, throttled

Draw = Mapping[str, int]


class Mode(StrEnum):
    SERIAL_MAX = "serial_max"
    STABLE = "stable"
    CYCLES = "cycles"
    CYCLES_TOLERANCE = "cycles_tolerance"
    OPTIMUM_GENEROUS = "optimum_generous"
    OPTIMUM_GREEDY = "optimum_greedy"
    OPTIMUM_RANK_SUM = "optimum_rank_sum"
    FIRSTCOME = "firstcome"  # to compare with: never published


class Rule(StrEnum):
    """Who comes first where several want a seat."""

    SCORES = "scores"
    LOTTERY = "lottery"


@dataclass(frozen=True, slots=True)
class Outcome:
    assignment: Assignment
    claims: tuple[str, ...]
    objective: tuple[str, ...] = ()
    barred: Barred = field(default_factory=Barred)


def assign(market: Market, draw: Draw, mode: Mode, rule: Rule = Rule.SCORES) -> Outcome:
    """Raises MarketError when the market cannot be used, Infeasible when what is fixed contradicts the rules."""
    if market.pairs:
        people = sorted(who for pair in market.pairs for who in pair)
        raise MarketError("pairs", "This version cannot keep pairs together yet.", *people)
    return ASSIGN[mode](market if rule == Rule.SCORES else replace(market, scores={}), draw)


def reasons(market: Market, draw: Draw, mode: Mode, rule: Rule, outcome: Outcome) -> explain.Reasons:
    """Why each better wish of each person was not met."""
    has_points = rule == Rule.SCORES and mode in HAVE_POINTS
    seen = market if has_points else replace(market, scores={})
    if mode == Mode.CYCLES:  # every city sends exactly as many as it takes, whatever was agreed
        seen = replace(seen, cities=tuple(replace(city, tolerance=0, carry=0) for city in seen.cities))
    if mode == Mode.FIRSTCOME:
        seen = replace(seen, applicants=tuple(replace(one, priority_class=0) for one in seen.applicants))
        draw = {one.id: place for place, one in enumerate(seen.applicants, start=1)}
    result = explain.Result(seen, outcome.assignment, draw)
    if mode == Mode.SERIAL_MAX:
        return explain.of_serial_max(result)
    if mode == Mode.STABLE:
        return explain.of_stable(result, outcome.barred)
    if mode in PROFILES:
        return explain.of_optimum(result, PROFILES[mode])
    return explain.of_turns(result)


def _serial_max(market: Market, draw: Draw) -> Outcome:
    claims = ("feasible", "balanced", "nonwasteful", "pareto", "max_cardinality", "optimal")
    return Outcome(serial_max(market, draw), claims, ("matched", "serial"))


def _stable(market: Market, draw: Draw) -> Outcome:
    assignment, barred = throttled(market, draw)
    unbound = all((one.tolerance, one.max_in, one.max_out) == (None, None, None) for one in market.cities)
    if unbound:
        return Outcome(assignment, ("feasible", "stable"))
    return Outcome(assignment, ("feasible", "balanced", "stable_effective"), barred=barred)


def _cycles(market: Market, draw: Draw) -> Outcome:
    return Outcome(cycles(market, draw), ("feasible", "exact_balance"))


def _cycles_tolerance(market: Market, draw: Draw) -> Outcome:
    return Outcome(cycles(market, draw, tolerance=True), ("feasible", "balanced"))


def _optimum(profile: Profile) -> Callable[[Market, Draw], Outcome]:
    claims = ("feasible", "balanced", "pareto", "max_cardinality", "optimal")
    objective = ("matched", profile.value, "score", "lottery")
    return lambda market, draw: Outcome(optimum(market, draw, profile), claims, objective)


def _firstcome(market: Market, draw: Draw) -> Outcome:
    """In the order of the list, wherever there is room and the balance allows it."""
    require_admissible_pins(market)
    require_balance(market, seats_beside_pins(market))
    placed = gated_start(market, admissible_wishes(market), market.applicants)
    found: Assignment = dict.fromkeys(sorted(market.applicant_by_id)) | dict(market.pinned) | placed
    return Outcome(found, ("feasible", "balanced"))


PROFILES = {
    Mode.OPTIMUM_GENEROUS: Profile.GENEROUS,
    Mode.OPTIMUM_GREEDY: Profile.GREEDY,
    Mode.OPTIMUM_RANK_SUM: Profile.RANK_SUM,
}
HAVE_POINTS = {Mode.STABLE, *PROFILES}
ASSIGN: dict[Mode, Callable[[Market, Draw], Outcome]] = {
    Mode.SERIAL_MAX: _serial_max,
    Mode.STABLE: _stable,
    Mode.CYCLES: _cycles,
    Mode.CYCLES_TOLERANCE: _cycles_tolerance,
    **{mode: _optimum(profile) for mode, profile in PROFILES.items()},
    Mode.FIRSTCOME: _firstcome,
}
