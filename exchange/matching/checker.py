"""Holds a result to what it claims. Written against the files: it shares no rule and no line with the mechanisms."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any

Edge = tuple[int, int, int]  # from, to, cost


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


class Facts:
    def __init__(self, instance: Mapping[str, Any], result: Mapping[str, Any]) -> None:
        self.result = result
        self.people = {one["id"]: one for one in instance["applicants"]}
        self.offers = {one["id"]: one for one in instance["offers"]}
        self.quotas = {one["id"]: one.get("quota") for one in instance["departments"]}
        self.cities = {one["id"]: one for one in instance["cities"]}
        hosts = {one["id"]: one["city"] for one in instance["departments"]}
        self.host = {key: hosts[one["department"]] for key, one in self.offers.items()}
        self.department = {key: one["department"] for key, one in self.offers.items()}
        self.scores = instance.get("scores", {}) if result.get("priority", "scores") == "scores" else {}
        self.pinned = instance.get("pinned", {})
        self.pairs = instance.get("pairs", [])
        self.got: Mapping[str, str | None] = result["assignment"]
        self.draw = _draw(instance["lottery"], self.people)
        self.at = Counter(place for place in self.got.values() if place is not None)
        self.in_department = Counter(self.department.get(place) for place in self.got.values() if place is not None)
        self.coming = Counter(self.host.get(place) for place in self.got.values() if place is not None)
        self.going = Counter(
            self.people[who]["city"] for who, place in self.got.items() if place is not None and who in self.people
        )

    def may(self, who: str, place: str) -> bool:
        person, offer = self.people[who], self.offers.get(place)
        if offer is None or place not in person["prefs"] or self.host[place] == person["city"]:
            return False
        occupations, (youngest, oldest) = offer.get("occupations"), offer["years"]
        first, last = offer["weeks"]
        return (
            (occupations is None or person["occupation"] in occupations)
            and youngest <= person["year"] <= oldest
            and person["age"] >= offer.get("min_age", 0)
            and set(offer.get("skills", [])) <= set(person.get("skills", []))
            and not any(first <= week <= last for week in person.get("busy", []))
        )

    def better(self, who: str) -> list[str]:
        """What this person may have and would rather have."""
        listed, got = self.people[who]["prefs"], self.got[who]
        wished = listed if got is None else listed[: listed.index(got)]
        return [place for place in wished if self.may(who, place)]

    def before(self, who: str, department: str) -> tuple[int, int, int]:
        """Greater comes first."""
        points = self.scores.get(department, {}).get(who, 0)
        return points, -self.people[who].get("class", 0), -self.draw[who]

    def net(self, city: str) -> int:
        return self.coming[city] - self.going[city]

    def bounds(self, city: str) -> tuple[int, int] | None:
        tolerance, carry = self.cities[city].get("tolerance"), self.cities[city].get("carry", 0)
        return None if tolerance is None else (min(0, -tolerance - carry), max(0, tolerance - carry))


def _draw(lottery: Mapping[str, Any], people: Mapping[str, Any]) -> dict[str, int]:
    tickets = {who: hashlib.sha256(f"{lottery.get('seed', '')}:{who}".encode()).digest() for who in people}
    named = list(lottery.get("explicit", []))
    rest = sorted((who for who in people if who not in named), key=lambda who: (tickets[who], who))
    return {who: place for place, who in enumerate([*named, *rest])}


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
                weaker or _has_quota_left(facts, who, department)
            ):
                yield f"{who} prefers {place}, which has room."


def _has_quota_left(facts: Facts, who: str, department: str) -> bool:
    quota, got = facts.quotas[department], facts.got[who]
    own = int(got is not None and facts.department[got] == department)
    return quota is None or facts.in_department[department] - own < quota


def _nonwasteful(facts: Facts) -> Iterator[str]:
    """Nobody prefers a seat that is free and that they could take alone without breaking a bound."""
    for who in facts.people:
        if who in facts.pinned:
            continue
        for place in facts.better(who):
            if _could_move(facts, who, place):
                yield f"{who} prefers {place}, which is free."


def _could_move(facts: Facts, who: str, place: str) -> bool:
    got, home, host = facts.got[who], facts.people[who]["city"], facts.host[place]
    if facts.at[place] >= facts.offers[place]["capacity"] or not _has_quota_left(facts, who, facts.department[place]):
        return False
    change: Counter[str] = Counter({host: 1})
    if got is None:
        change[home] -= 1
        most = facts.cities[home].get("max_out")
        if most is not None and facts.going[home] >= most:
            return False
    else:
        change[facts.host[got]] -= 1
    most = facts.cities[host].get("max_in")
    if most is not None and facts.coming[host] >= most and change[host] > 0:
        return False
    for city, more in change.items():
        bounds = facts.bounds(city)
        if more and bounds and not bounds[0] <= facts.net(city) + more <= bounds[1]:
            return False
    return True


def _pareto(facts: Facts) -> Iterator[str]:
    """No ring of changes in which nobody loses and somebody wins: it would be a cycle through a better wish."""
    improving: list[tuple[str, str]] = [(who, place) for who in facts.people for place in facts.better(who)]
    numbers = Numbers()
    edges = list(_settled(facts, numbers, may_lose=False))
    for who, place in improving:
        if who not in facts.pinned:
            edges.append((numbers["person", who], numbers["offer", place], -1))
    if _negative_cycle(edges, len(numbers)):
        yield "somebody could have more without anybody having less."


def _max_cardinality(facts: Facts) -> Iterator[str]:
    if _improvable(facts, lambda who, place: 0, placed=1):
        yield "more people could be placed."


def _optimal(facts: Facts) -> Iterator[str]:
    objective = list(facts.result.get("objective", []))
    unknown = [level for level in objective if level not in LEVELS]
    if unknown:
        yield f"nobody can check the objective {unknown[0]}."
        return
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
    if _improvable(facts, lambda who, place: costs[who, place], placed=0):
        yield f"a result exists that is better in {', '.join(objective)}."


Cost = Callable[[str, str], int]


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
}


# The residual graph of the result: a ring of changes is a cycle in it.


class Numbers:
    """A number for everything that is named."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], int] = {}

    def __getitem__(self, key: tuple[str, str]) -> int:
        return self._known.setdefault(key, len(self._known))

    def __len__(self) -> int:
        return len(self._known)


def _improvable(facts: Facts, cost: Cost, *, placed: int) -> bool:
    """`placed`: what one placement more is worth."""
    numbers = Numbers()
    edges = list(_settled(facts, numbers, may_lose=True))
    for who, person in facts.people.items():
        if who in facts.pinned:
            continue
        for place in person["prefs"]:
            if not facts.may(who, place):
                continue
            ends = numbers["person", who], numbers["offer", place]
            worth = cost(who, place) - placed
            edges.append((ends[1], ends[0], -worth) if facts.got[who] == place else (*ends, worth))
    return _negative_cycle(edges, len(numbers))


def _settled(facts: Facts, numbers: Numbers, *, may_lose: bool) -> Iterator[Edge]:
    """What can change between people, offers, departments and cities; `may_lose`: somebody may lose their place."""
    middle = numbers["balance", ""]
    for who, person in facts.people.items():
        if who in facts.pinned:
            continue
        node, home, got = numbers["person", who], numbers["out", person["city"]], facts.got[who]
        if got is None:
            yield home, node, 0
        elif may_lose:
            yield node, home, 0
        if got is not None and not may_lose:
            yield numbers["offer", got], node, 0
    pins = Counter(facts.pinned.values())
    for key, offer in facts.offers.items():
        ends = numbers["offer", key], numbers["department", offer["department"]]
        yield from _between(ends, offer["capacity"] - facts.at[key], facts.at[key] - pins[key])
    fixed = Counter(facts.department[place] for place in facts.pinned.values())
    inside = Counter(facts.host[place] for place in facts.pinned.values())
    outside = Counter(facts.people[who]["city"] for who in facts.pinned)
    hosts = {facts.department[key]: facts.host[key] for key in facts.offers}
    for key, quota in facts.quotas.items():
        if key in hosts:
            ends = numbers["department", key], numbers["in", hosts[key]]
            room = 1 if quota is None else quota - facts.in_department[key]
            yield from _between(ends, room, facts.in_department[key] - fixed[key])
    for key, city in facts.cities.items():
        node, most_in, most_out = numbers["city", key], city.get("max_in"), city.get("max_out")
        coming, going = facts.coming[key], facts.going[key]
        room = 1 if most_in is None else most_in - coming
        yield from _between((numbers["in", key], node), room, coming - inside[key])
        room = 1 if most_out is None else most_out - going
        yield from _between((node, numbers["out", key]), room, going - outside[key])
        bounds = facts.bounds(key) or (facts.net(key) - 1, facts.net(key) + 1)
        yield from _between((node, middle), bounds[1] - facts.net(key), facts.net(key) - bounds[0])


def _between(ends: tuple[int, int], forth: int, back: int) -> Iterator[Edge]:
    if forth > 0:
        yield ends[0], ends[1], 0
    if back > 0:
        yield ends[1], ends[0], 0


def _negative_cycle(edges: Sequence[Edge], nodes: int) -> bool:
    """Bellman and Ford from everywhere at once: what is improved along as many edges as there are nodes goes round."""
    leaving: list[list[tuple[int, int]]] = [[] for _ in range(nodes)]
    for tail, head, cost in edges:
        leaving[tail].append((head, cost))
    label, steps, waiting = [0] * nodes, [0] * nodes, deque(range(nodes))
    is_waiting = [True] * nodes
    for _turn in count():
        if not waiting:
            return False
        node = waiting.popleft()
        is_waiting[node] = False
        for head, cost in leaving[node]:
            if label[node] + cost < label[head]:
                label[head], steps[head] = label[node] + cost, steps[node] + 1
                if steps[head] >= nodes:
                    return True
                if not is_waiting[head]:
                    is_waiting[head] = True
                    waiting.append(head)
    return False
