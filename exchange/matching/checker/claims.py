"""Every claim by its name."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from exchange.matching.checker.facts import Facts
from exchange.matching.checker.levels import LEVELS, combined
from exchange.matching.checker.reasons import untrue_reasons
from exchange.matching.checker.residual import Numbers, has_negative_cycle, is_improvable, settled


def false_claims(instance: Mapping[str, Any], result: Mapping[str, Any]) -> list[str]:
    """One sentence for every claim that does not hold; the documents are read already and have the right shape."""
    found = []
    canonical = json.dumps(instance, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    if result.get("instance_sha256", digest) != digest:
        found.append("instance_sha256: the result belongs to another instance.")
    facts = Facts(instance, result)
    impossible = [f"feasible: {complaint}" for complaint in _feasible(facts)]
    if impossible:
        return [*found, *impossible]  # nothing else means anything
    for claim in result.get("claims", []):
        check = CHECKS.get(claim)
        if check is None:
            found.append(f"{claim}: nobody can check this claim.")
        elif complaint := next(check(facts), None):
            found.append(f"{claim}: {complaint}")
    return found


def blocking_pairs(instance: Mapping[str, Any], result: Mapping[str, Any]) -> int:
    """How many people would rather have a place that would rather have them."""
    return sum(1 for _pair in _blocking(Facts(instance, result), {}))


def _feasible(facts: Facts) -> Iterator[str]:
    if set(facts.got) != set(facts.people):
        yield "the assignment does not name exactly the applicants."
    for who, place in facts.got.items():
        if place is not None and who in facts.people and not facts.may(who, place):
            yield f"{who} may not have {place}."
    for place, taken in facts.at.items():
        if place in facts.offers and taken > facts.offers[place]["capacity"]:
            yield f"{place} has {facts.offers[place]['capacity']} seats and {taken} people."
    for key, quota in facts.quotas.items():
        if quota is not None and facts.in_department[key] > quota:
            yield f"{key} takes {quota} people and has {facts.in_department[key]}."
    for key, city in facts.cities.items():
        for name, taken in (("max_in", facts.coming[key]), ("max_out", facts.going[key])):
            if city.get(name) is not None and taken > city[name]:
                yield f"{key} has {taken} people where {name} allows {city[name]}."
    for who, place in facts.pinned.items():
        if facts.got.get(who) != place:
            yield f"{who} was fixed at {place}."
    for one, other in facts.pairs:
        if facts.got.get(one) != facts.got.get(other):
            yield f"{one} and {other} wanted the same place or none."


def _balanced(facts: Facts) -> Iterator[str]:
    for city in facts.cities:
        bounds = facts.bounds(city)
        if bounds and not bounds[0] <= facts.net(city) <= bounds[1]:
            yield f"{city} takes {facts.net(city)} more than it sends; from {bounds[0]} to {bounds[1]} are allowed."


def _exact_balance(facts: Facts) -> Iterator[str]:
    for city in facts.cities:
        if facts.net(city):
            yield f"{city} takes {facts.coming[city]} people and sends {facts.going[city]}."


def _stable(facts: Facts) -> Iterator[str]:
    return _blocking(facts, {})


def _stable_effective(facts: Facts) -> Iterator[str]:
    return _blocking(facts, facts.result.get("effective", {}))


def _blocking(facts: Facts, effective: Mapping[str, Any]) -> Iterator[str]:
    """A pair blocks when a person prefers an offer that has room, or keeps somebody with less priority."""
    barred = [tuple(one) if isinstance(one, list) else one for one in effective.get("excluded", [])]
    most = effective.get("max_in", {})
    guests: dict[str, list[str]] = {}
    members: dict[str, list[str]] = {}
    for who, place in facts.got.items():
        if place is not None:
            guests.setdefault(place, []).append(who)
            members.setdefault(facts.department[place], []).append(who)
    for who in facts.people:
        if who in facts.pinned or who in barred:
            continue
        for place in facts.better(who):
            host, department = facts.host[place], facts.department[place]
            if (who, host) in barred or (host in most and facts.coming[host] >= most[host]):
                continue
            own = facts.before(who, department)
            weaker = {
                one
                for one in members.get(department, [])
                if one != who and one not in facts.pinned and facts.before(one, department) < own
            }
            if weaker & set(guests.get(place, [])):
                yield f"{who} prefers {place}, which keeps somebody with less priority."
            elif facts.at[place] < facts.offers[place]["capacity"] and (
                weaker or facts.has_quota_left(who, department)
            ):
                yield f"{who} prefers {place}, which has room."


def _nonwasteful(facts: Facts) -> Iterator[str]:
    """Nobody prefers a seat that is free and that they could take alone without breaking a bound."""
    for who in facts.people:
        if who in facts.pinned:
            continue
        for place in facts.better(who):
            if facts.could_move(who, place):
                yield f"{who} prefers {place}, which is free."


def _pareto(facts: Facts) -> Iterator[str]:
    """No ring of changes in which nobody loses and somebody wins: it would be a cycle through a better wish."""
    improving: list[tuple[str, str]] = [(who, place) for who in facts.people for place in facts.better(who)]
    numbers = Numbers()
    edges = list(settled(facts, numbers, may_lose=False))
    for who, place in improving:
        if who not in facts.pinned:
            edges.append((numbers["person", who], numbers["offer", place], -1))
    if has_negative_cycle(edges, len(numbers)):
        yield "somebody could have more without anybody having less."


def _max_cardinality(facts: Facts) -> Iterator[str]:
    if is_improvable(facts, lambda who, place: 0, placed=1):
        yield "more people could be placed."


def _optimal(facts: Facts) -> Iterator[str]:
    objective = list(facts.result.get("objective", []))
    unknown = [level for level in objective if level not in LEVELS]
    if unknown:
        yield f"nobody can check the objective {unknown[0]}."
        return
    costs = combined(facts, objective)
    if is_improvable(facts, lambda who, place: costs[who, place], placed=0):
        yield f"a result exists that is better in {', '.join(objective)}."


CHECKS: dict[str, Callable[[Facts], Iterator[str]]] = {
    "feasible": _feasible,
    "balanced": _balanced,
    "exact_balance": _exact_balance,
    "stable": _stable,
    "stable_effective": _stable_effective,
    "nonwasteful": _nonwasteful,
    "pareto": _pareto,
    "max_cardinality": _max_cardinality,
    "optimal": _optimal,
    "reasons": untrue_reasons,
}
