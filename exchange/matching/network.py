"""A circulation with exact integers: arcs with room and cost, cycles that make it cheaper, the face of the cheapest.

Arcs come in pairs: `arc ^ 1` is the way back, with room for what flows. A flow is cheapest when no cycle of arcs with
room has a negative cost (Klein 1967); by complementary slackness an arc with a reduced cost other than zero is the same
in every cheapest flow (Ahuja, Magnanti, Orlin: Network Flows, 9.4).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable


class Network:
    def __init__(self, nodes: int) -> None:
        self.heads: list[int] = []
        self.room: list[int] = []
        self.costs: list[int] = []
        self.leaving: list[list[int]] = [[] for _ in range(nodes)]
        self.kept: set[int] = set()  # closed while something flows there

    def add(self, tail: int, head: int, room: int, *, cost: int = 0, back: int = 0) -> int:
        """Return the arc; `back` is what may be taken back from the start: what flows already, above a lower bound."""
        arc = len(self.heads)
        self.heads += (head, tail)
        self.room += (room, back)
        self.costs += (cost, -cost)
        self.leaving[tail].append(arc)
        self.leaving[head].append(arc + 1)
        return arc

    def push(self, arcs: Iterable[int]) -> None:
        """One unit along these arcs."""
        room = self.room
        for arc in arcs:
            room[arc] -= 1
            room[arc ^ 1] += 1

    def close(self, arc: int) -> None:
        """What flows here stays."""
        if self.room[arc ^ 1]:
            self.kept.add(arc)
        self.room[arc] = self.room[arc ^ 1] = 0

    def flows(self, arc: int) -> bool:
        return bool(self.room[arc ^ 1]) or arc in self.kept

    def cheapen(self) -> list[int]:
        """Push along cycles of negative cost until there is none; return the labels that prove it."""
        is_turn = [False] * len(self.leaving)  # where something gets cheaper: every such cycle leads through one
        for arc, cost in enumerate(self.costs):
            if cost < 0:
                is_turn[self.heads[arc ^ 1]] = True
        while True:
            labels, cycle = self._negative_cycle(is_turn)
            if not cycle:
                return labels
            self.push(cycle)

    def _negative_cycle(self, is_turn: list[bool]) -> tuple[list[int], list[int]]:
        """Label-correcting from all nodes at once; a turn that is its own ancestor closes a cycle."""
        heads, room, costs, leaving = self.heads, self.room, self.costs, self.leaving
        labels, came_by = [0] * len(leaving), [-1] * len(leaving)
        waiting = deque(node for node, is_one in enumerate(is_turn) if is_one)
        is_waiting = list(is_turn)
        while waiting:
            node = waiting.popleft()
            is_waiting[node] = False
            here = labels[node]
            for arc in leaving[node]:
                if not room[arc]:
                    continue
                label, head = here + costs[arc], heads[arc]
                if label >= labels[head]:
                    continue
                labels[head], came_by[head] = label, arc
                if is_turn[head] and (cycle := self._cycle_at(head, came_by)):
                    return labels, cycle
                if not is_waiting[head]:
                    is_waiting[head] = True
                    waiting.append(head)
        return labels, []

    def _cycle_at(self, start: int, came_by: list[int]) -> list[int]:
        arcs, node = [], start
        while (arc := came_by[node]) >= 0:
            arcs.append(arc)
            node = self.heads[arc ^ 1]
            if node == start:
                return arcs
            if len(arcs) > len(came_by):
                return self._cycle_behind(node, came_by)
        return []

    def _cycle_behind(self, node: int, came_by: list[int]) -> list[int]:
        """The way back runs in a circle that does not hold the start: that circle is the one."""
        arcs, start = [], node
        while True:
            arc = came_by[node]
            arcs.append(arc)
            node = self.heads[arc ^ 1]
            if node == start:
                return arcs

    def price(self, costs: dict[int, int]) -> None:
        """What counts from now on: these arcs cost this, all others nothing."""
        self.costs = [0] * len(self.heads)
        for arc, cost in costs.items():
            self.costs[arc], self.costs[arc ^ 1] = cost, -cost

    def keep_to_cheapest(self, labels: list[int]) -> None:
        """Close every arc that is the same in all cheapest flows: what is left moves within them."""
        heads, costs = self.heads, self.costs
        for arc in range(0, len(heads), 2):
            if costs[arc] + labels[heads[arc ^ 1]] - labels[heads[arc]]:
                self.close(arc)

    def way(self, start: int, goal: int) -> list[int]:
        """Arcs with room from one node to the other, few of them; empty when there is no way."""
        heads, room, leaving = self.heads, self.room, self.leaving
        came_by = {start: -1}
        waiting = deque([start])
        while waiting:
            for arc in leaving[waiting.popleft()]:
                head = heads[arc]
                if room[arc] and head not in came_by:
                    came_by[head] = arc
                    if head == goal:
                        return self._back_to(start, goal, came_by)
                    waiting.append(head)
        return []

    def _back_to(self, start: int, node: int, came_by: dict[int, int]) -> list[int]:
        arcs = []
        while node != start:
            arcs.append(came_by[node])
            node = self.heads[came_by[node] ^ 1]
        return arcs

    def components(self) -> list[int]:
        """The strongly connected component of each node (Tarjan 1972, without recursion).

        A cycle never leaves one, and pushing along cycles changes none of them; closing arcs only splits them.
        """
        heads, room, leaving = self.heads, self.room, self.leaving
        size = len(leaving)
        found, low, component = [0] * size, [0] * size, [-1] * size
        stack: list[int] = []
        count = number = 0
        for root in range(size):
            if found[root]:
                continue
            count += 1
            found[root] = low[root] = count
            stack.append(root)
            path = [(root, iter(leaving[root]))]
            while path:
                node, arcs = path[-1]
                for arc in arcs:
                    if not room[arc]:
                        continue
                    head = heads[arc]
                    if not found[head]:
                        count += 1
                        found[head] = low[head] = count
                        stack.append(head)
                        path.append((head, iter(leaving[head])))
                        break
                    if component[head] < 0 and found[head] < low[node]:
                        low[node] = found[head]
                else:
                    path.pop()
                    if path and low[node] < low[path[-1][0]]:
                        low[path[-1][0]] = low[node]
                    if low[node] == found[node]:
                        while True:
                            member = stack.pop()
                            component[member] = number
                            if member == node:
                                break
                        number += 1
        return component
