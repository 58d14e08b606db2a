"""The residual graph of a result: a ring of changes is a cycle in it."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from itertools import count

from exchange.matching.checker.facts import Facts

Edge = tuple[int, int, int]  # from, to, cost
Cost = Callable[[str, str], int]


class Numbers:
    """A number for everything that is named."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], int] = {}

    def __getitem__(self, key: tuple[str, str]) -> int:
        return self._known.setdefault(key, len(self._known))

    def __len__(self) -> int:
        return len(self._known)


def is_improvable(facts: Facts, cost: Cost, *, placed: int) -> bool:
    """`placed`: what one placement more is worth."""
    numbers = Numbers()
    return has_negative_cycle(changes(facts, lambda who, place: cost(who, place) - placed, numbers), len(numbers))


def changes(facts: Facts, cost: Cost, numbers: Numbers) -> list[Edge]:
    """Everything that can change, and what it costs."""
    edges = list(settled(facts, numbers, may_lose=True))
    for who, person in facts.people.items():
        if who in facts.pinned:
            continue
        for place in person["prefs"]:
            if not facts.may(who, place):
                continue
            ends = numbers["person", who], numbers["offer", place]
            worth = cost(who, place)
            edges.append((ends[1], ends[0], -worth) if facts.got[who] == place else (*ends, worth))
    return edges


class Losses:
    """What it would cost all others to give somebody a place, in the terms of `cost`; None where nothing allows it."""

    def __init__(self, facts: Facts, cost: Cost) -> None:
        self.numbers, self.cost = Numbers(), cost
        edges = changes(facts, cost, self.numbers)
        self.arriving: list[list[tuple[int, int]]] = [[] for _ in range(len(self.numbers))]
        for tail, head, worth in edges:
            self.arriving[head].append((tail, worth))
        self._asked = ""
        self._labels: dict[int, int] = {}

    def of(self, who: str, place: str) -> int | None:
        """The cheapest way back from the place to the person closes the ring."""
        if self._asked != who:
            self._asked, self._labels = who, self._ways_to(self.numbers["person", who])
        start = self.numbers["offer", place]
        return None if start not in self._labels else self.cost(who, place) + self._labels[start]

    def _ways_to(self, goal: int) -> dict[int, int]:
        """{node: the cheapest way from there}; empty where the result is not the best, as another claim says."""
        label, steps, waiting = {goal: 0}, {goal: 0}, deque([goal])
        is_waiting = {goal}
        while waiting:
            node = waiting.popleft()
            is_waiting.discard(node)
            for tail, worth in self.arriving[node]:
                if tail not in label or label[node] + worth < label[tail]:
                    label[tail], steps[tail] = label[node] + worth, steps[node] + 1
                    if steps[tail] > len(self.arriving):
                        return {}
                    if tail not in is_waiting:
                        is_waiting.add(tail)
                        waiting.append(tail)
        return label


def settled(facts: Facts, numbers: Numbers, *, may_lose: bool) -> Iterator[Edge]:
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


def has_negative_cycle(edges: Sequence[Edge], nodes: int) -> bool:
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
