"""What each level of an objective costs, a person at a place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from exchange.matching.checker.facts import Facts
from exchange.matching.checker.residual import Cost


def combined(facts: Facts, objective: Sequence[str]) -> Mapping[tuple[str, str], int]:
    """One whole number for all levels, the first one outweighing everything that follows."""
    people = [who for who in facts.people if who not in facts.pinned]
    longest = max((len(one["prefs"]) for one in facts.people.values()), default=0)
    costs: dict[tuple[str, str], int] = {}
    for level in objective:
        of = LEVELS[level](facts, people, longest)
        found = {(who, place): of(who, place) for who in people for place in facts.people[who]["prefs"]}
        widest = 2 * sum(
            max((abs(found[who, place]) for place in facts.people[who]["prefs"]), default=0) for who in people
        )
        costs = {key: costs.get(key, 0) * (widest + 1) + value for key, value in found.items()}
    return costs


def _rank(facts: Facts, who: str, place: str) -> int:
    return int(facts.people[who]["prefs"].index(place)) + 1


def _matched(facts: Facts, people: Sequence[str], longest: int) -> Cost:
    return lambda who, place: -1


def _serial(facts: Facts, people: Sequence[str], longest: int) -> Cost:
    order = sorted(people, key=lambda who: (facts.people[who].get("class", 0), facts.draw[who]))
    power = {who: (longest + 2) ** number for number, who in enumerate(reversed(order))}
    return lambda who, place: (_rank(facts, who, place) - longest - 1) * power[who]


def _generous(facts: Facts, people: Sequence[str], longest: int) -> Cost:
    base = len(people) + 1
    return lambda who, place: 0 if _rank(facts, who, place) == 1 else base ** _rank(facts, who, place)


def _greedy(facts: Facts, people: Sequence[str], longest: int) -> Cost:
    base = len(people) + 1
    return lambda who, place: -(base ** (longest - _rank(facts, who, place)))


def _rank_sum(facts: Facts, people: Sequence[str], longest: int) -> Cost:
    return lambda who, place: _rank(facts, who, place)


def _score(facts: Facts, people: Sequence[str], longest: int) -> Cost:
    return lambda who, place: -facts.scores.get(facts.department.get(place, ""), {}).get(who, 0)


def _lottery(facts: Facts, people: Sequence[str], longest: int) -> Cost:
    return lambda who, place: facts.draw[who] + 1


LEVELS: dict[str, Callable[[Facts, Sequence[str], int], Cost]] = {
    "matched": _matched,
    "serial": _serial,
    "generous": _generous,
    "greedy": _greedy,
    "rank_sum": _rank_sum,
    "score": _score,
    "lottery": _lottery,
}
