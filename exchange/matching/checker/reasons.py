"""Whether every reason is true, and the first one that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from functools import lru_cache
from typing import Any

from exchange.matching.checker.facts import Facts
from exchange.matching.checker.levels import combined
from exchange.matching.checker.residual import Losses

BALANCE = ("max_out", "reciprocity_out", "reciprocity_in")
PROFILES = {"optimum_generous": "generous", "optimum_greedy": "greedy", "optimum_rank_sum": "rank_sum"}
OF_LEVEL = {"full_priority": ("score", "class"), "full_lottery": ("draw",)}
Allowed = Callable[[str, str], set[str]]


def untrue_reasons(facts: Facts) -> Iterator[str]:
    """One sentence for every reason that is missing, misplaced or not the first true one."""
    mode = facts.result.get("mode", "")
    facts = _as_the_mode_sees_it(facts, mode)
    allowed = _allowed(facts, mode)
    for who in sorted(facts.people, key=lambda one: (facts.people[one].get("class", 0), facts.draw[one])):
        given = facts.result.get("reasons", {}).get(who, [])
        asked = [] if who in facts.pinned else facts.preferred(who)
        if [one["offer"] for one in given] != asked:
            yield f"{who} should read why {', '.join(asked) or 'nothing'} was not possible."
            continue
        for one in given:
            true = _true(facts, mode, allowed, who, one["offer"])
            if not any(all(one.get(key) == value for key, value in reason.items()) for reason in true):
                said = ", ".join(str(reason["code"]) for reason in true) or "nothing"
                yield f"{who} reads {one['code']} about {one['offer']}; true is {said}."


def _as_the_mode_sees_it(facts: Facts, mode: str) -> Facts:
    seen = copy(facts)
    if mode != "stable" and mode not in PROFILES:
        seen.scores = {}
    if mode == "cycles":
        seen.cities = {key: {**city, "tolerance": 0, "carry": 0} for key, city in facts.cities.items()}
    if mode == "firstcome":
        seen.people = {who: {**person, "class": 0} for who, person in facts.people.items()}
        seen.draw = {who: place for place, who in enumerate(facts.people)}
    return seen


def _true(facts: Facts, mode: str, allowed: Allowed, who: str, place: str) -> list[Mapping[str, Any]]:
    """The first true reason; several where only the mechanism knows which."""
    rule = _rule(facts, who, place)
    if rule:
        return [{"code": rule}]
    full = _full(facts, who, place)
    if full and (full["code"] == "pinned_full" or mode not in PROFILES):
        return [full]
    codes = allowed(who, place)
    if codes & set(BALANCE):
        codes = {_balance(facts, who)} if mode != "stable" else codes
    return [{"code": code} for code in sorted(codes)]


def _rule(facts: Facts, who: str, place: str) -> str | None:
    person, offer = facts.people[who], facts.offers.get(place)
    if offer is None:
        return "unknown_offer"
    first, last = offer["weeks"]
    occupations = offer.get("occupations")
    rules = {
        "own_city": facts.host[place] != person["city"],
        "ineligible_occupation": occupations is None or person["occupation"] in occupations,
        "ineligible_year": offer["years"][0] <= person["year"] <= offer["years"][1],
        "ineligible_age": person["age"] >= offer.get("min_age", 0),
        "ineligible_skill": set(offer.get("skills", [])) <= set(person.get("skills", [])),
        "clash": not any(first <= week <= last for week in person.get("busy", [])),
    }
    return next((code for code, is_kept in rules.items() if not is_kept), None)


def _full(facts: Facts, who: str, place: str) -> Mapping[str, Any] | None:
    """Levels where all seats belong to others: fixed ones, or people who all come before this one."""
    department, host = facts.department[place], facts.host[place]
    limits = {
        "offer": (facts.offers[place]["capacity"], lambda at: at == place),
        "department": (facts.quotas[department], lambda at: facts.department[at] == department),
        "city": (facts.cities[host].get("max_in"), lambda at: facts.host[at] == host),
    }
    found = {}
    for level, (most, belongs) in limits.items():
        there = [one for one, at in facts.got.items() if at is not None and belongs(at) and one != who]
        if most is None or len(there) < most:
            continue
        movable = [one for one in there if one not in facts.pinned]
        if not movable:
            return {"code": "pinned_full"}
        last = min(movable, key=lambda one: facts.before(one, department))
        if facts.before(last, department) > facts.before(who, department):
            found[level] = last
    for name, bases in OF_LEVEL.items():
        for level, last in found.items():
            basis, own, cutoff = _compared(facts, who, last, department)
            if basis in bases:
                return {"code": f"{name}_{level}", "own": own, "cutoff": cutoff}
    return None


def _compared(facts: Facts, who: str, last: str, department: str) -> tuple[str, int, int]:
    mine, theirs = facts.before(who, department), facts.before(last, department)
    if mine[0] != theirs[0]:
        return "score", mine[0], theirs[0]
    if mine[1] != theirs[1]:
        return "class", -mine[1], -theirs[1]
    return "draw", facts.draw[who] + 1, facts.draw[last] + 1


def _balance(facts: Facts, who: str) -> str:
    home = facts.people[who]["city"]
    if facts.got[who] is None:
        most = facts.cities[home].get("max_out")
        if most is not None and facts.going[home] >= most:
            return "max_out"
        bounds = facts.bounds(home)
        if bounds and facts.net(home) - 1 < bounds[0]:
            return "reciprocity_out"
    return "reciprocity_in"


def _allowed(facts: Facts, mode: str) -> Allowed:
    """What may be said of a place that is not full with people who come before."""
    if mode == "serial_max":

        @lru_cache(maxsize=1)  # the wishes of a person are asked about one after the other
        def losses_of(who: str) -> Losses:
            return Losses(_settled_before(facts, who), _placements)

        return lambda who, place: _lost(losses_of(who), who, place)
    if mode in PROFILES:
        return _of_optimum(facts, PROFILES[mode])
    if mode == "stable":
        return lambda who, place: _barred(facts, who, place)

    def in_turn(who: str, place: str) -> set[str]:
        """Whoever has gone stays there, even where a better place became possible later."""
        has_gone = mode != "cycles" and facts.got[who] is not None
        return set(BALANCE) if has_gone or not facts.could_move(who, place) else set()

    return in_turn


def _placements(who: str, place: str) -> int:
    return -1


def _lost(losses: Losses, who: str, place: str) -> set[str]:
    loss = losses.of(who, place)
    if loss is None:
        return set(BALANCE)
    return {"optimum_count"} if loss > 0 else set()


def _settled_before(facts: Facts, who: str) -> Facts:
    """Whoever comes earlier keeps what they have."""

    def turn(one: str) -> tuple[int, int]:
        return facts.people[one].get("class", 0), facts.draw[one]

    earlier = {one for one in facts.people if turn(one) < turn(who)}
    seen = copy(facts)
    seen.pinned = {**facts.pinned, **{one: place for one, place in facts.got.items() if one in earlier and place}}
    seen.people = {one: person for one, person in facts.people.items() if one not in earlier or one in seen.pinned}
    return seen


def _of_optimum(facts: Facts, profile: str) -> Allowed:
    number, both = combined(facts, ["matched"]), combined(facts, ["matched", profile])
    of_number = Losses(facts, lambda who, place: number[who, place])
    of_both = Losses(facts, lambda who, place: both[who, place])

    def allowed(who: str, place: str) -> set[str]:
        found = _lost(of_number, who, place)
        if not found:
            found = {"optimum_profile"} if of_both.of(who, place) else {"optimum_tiebreak"}
        return found

    return allowed


def _barred(facts: Facts, who: str, place: str) -> set[str]:
    excluded = facts.result.get("effective", {}).get("excluded", [])
    if who in excluded:
        return {"max_out" if _balance(facts, who) == "max_out" else "reciprocity_out"}
    return {"reciprocity_in"} if [who, facts.host[place]] in excluded else set()
