"""For every wish that was preferred to the result: the first true reason, with a cut-off to compare.

All modes ask the same questions in the order of `Code`. Whether a place could have gone to somebody at all is read off
the network of the result: it could where a ring of changes leads through it (`Circulation`, `Network.components`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from exchange.matching.admissible import Code, obstacle
from exchange.matching.circulation import Circulation, Seats, admissible_wishes, seats_beside_pins
from exchange.matching.market import Applicant, Market
from exchange.matching.mechanisms.optimum import Profile, profile_levels
from exchange.matching.mechanisms.serial_max import serial_order
from exchange.matching.mechanisms.stable import Barred

Basis = Literal["", "score", "class", "draw"]
Draw = Mapping[str, int]
Reasons = dict[str, tuple["Reason", ...]]


@dataclass(frozen=True, slots=True)
class Reason:
    """`own` and `cutoff` are points, class or place in the draw, as `basis` says."""

    offer: str
    code: Code
    own: int | None = None
    cutoff: int | None = None
    basis: Basis = ""


class Question(NamedTuple):
    """Why this person did not get this place, which they may have and preferred."""

    person: Applicant
    offer: str


Answer = Callable[[Question], Code]
FULL = {
    ("offers", True): Code.FULL_PRIORITY_OFFER,
    ("departments", True): Code.FULL_PRIORITY_DEPARTMENT,
    ("coming", True): Code.FULL_PRIORITY_CITY,
    ("offers", False): Code.FULL_LOTTERY_OFFER,
    ("departments", False): Code.FULL_LOTTERY_DEPARTMENT,
    ("coming", False): Code.FULL_LOTTERY_CITY,
}


class Result:
    """What is asked of a result again and again."""

    def __init__(self, market: Market, got: Mapping[str, str | None], draw: Draw) -> None:
        self.market, self.got, self.draw = market, got, draw
        self.fixed = seats_beside_pins(market)
        self.left: Seats = seats_beside_pins(market)
        self.occupants: dict[tuple[str, str], list[Applicant]] = {}
        for who, place in got.items():
            if place is None or who in market.pinned:
                continue
            person = market.applicant_by_id[who]
            self.left.take(person, place)
            for level in self.levels(place):
                self.occupants.setdefault(level, []).append(person)

    def levels(self, place: str) -> Iterator[tuple[str, str]]:
        department = self.market.offer_by_id[place].department
        yield "offers", place
        yield "departments", department
        yield "coming", self.market.department_by_id[department].city

    def others(self, level: tuple[str, str], person: Applicant) -> list[Applicant]:
        """Who is there already, apart from this person and those who were fixed before."""
        return [one for one in self.occupants.get(level, ()) if one is not person]

    def is_full(self, level: tuple[str, str], person: Applicant) -> bool:
        free, key = getattr(self.fixed, level[0]), level[1]
        return len(self.others(level, person)) >= free[key]

    def full(self, question: Question) -> Reason | None:
        """Full with people who all come before this one: by points or class, else by the draw."""
        person, place = question
        levels = [level for level in self.levels(place) if self.is_full(level, person)]
        if any(not self.others(level, person) for level in levels):
            return Reason(place, Code.PINNED_FULL)
        found = [(level, self._compare(level, person, place)) for level in levels]
        for by_priority in (True, False):
            for (kind, _key), compared in found:
                if compared and (compared[2] != "draw") == by_priority:
                    return Reason(place, FULL[kind, by_priority], *compared)
        return None

    def _compare(self, level: tuple[str, str], person: Applicant, place: str) -> tuple[int, int, Basis] | None:
        """Own value and that of the last one there; None where somebody there comes after this person."""
        last = max(self.others(level, person), key=lambda one: self._turn(one, place))
        if self._turn(last, place) > self._turn(person, place):
            return None
        offer = self.market.offer_by_id[place]
        own, cutoff = self.market.score(offer, person), self.market.score(offer, last)
        if own != cutoff:
            return own, cutoff, "score"
        if person.priority_class != last.priority_class:
            return person.priority_class, last.priority_class, "class"
        return self.draw[person.id], self.draw[last.id], "draw"

    def _turn(self, person: Applicant, place: str) -> tuple[int, int, int]:
        points = self.market.score(self.market.offer_by_id[place], person)
        return -points, person.priority_class, self.draw[person.id]

    def balance(self, question: Question) -> Code:
        """Which limit of giving and taking this person meets first."""
        person, home = question.person, question.person.city
        if self.got[person.id] is None:
            if self.left.going[home] <= 0:
                return Code.MAX_OUT
            lowest = self.market.city_by_id[home].bounds[0]
            if lowest is not None and self.left.net[home] - 1 < lowest:
                return Code.RECIPROCITY_OUT
        return Code.RECIPROCITY_IN


def reasons(result: Result, answer: Answer, *, asks_who_is_there: bool = True) -> Reasons:
    """Return the reasons of everybody, in the order of their wishes.

    Whoever was fixed before the run has none: the run did not decide about them. `asks_who_is_there`: a full place is
    a reason in itself, as whoever comes first is served first.
    """

    def one(person: Applicant, wish: str) -> Reason:
        code = obstacle(result.market, person, wish)
        if code is not None:
            return Reason(wish, code)
        question = Question(person, wish)
        full = result.full(question)
        if full and (asks_who_is_there or full.code == Code.PINNED_FULL):
            return full
        return Reason(wish, answer(question))

    return {
        person.id: tuple(one(person, wish) for wish in better_wishes(result, person))
        for person in serial_order(result.market, result.draw)
    }


def better_wishes(result: Result, person: Applicant) -> tuple[str, ...]:
    if person.id in result.market.pinned:
        return ()
    received = result.got[person.id]
    return person.prefs if received is None else person.prefs[: person.prefs.index(received)]


def of_serial_max(result: Result) -> Reasons:
    """Whoever came earlier keeps what they have: could the place be given at all, then it would cost a placement."""
    flow = _network(result)
    turns = deque(serial_order(result.market, result.draw))

    def answer(question: Question) -> Code:
        while turns[0] is not question.person:  # questions come in the order of the turns
            _settle(flow, turns.popleft())
        could_be = flow.network.way(flow.offer[question.offer], flow.person[question.person.id])
        return Code.OPTIMUM_COUNT if could_be else result.balance(question)

    return reasons(result, answer)


def of_optimum(result: Result, profile: Profile) -> Reasons:
    """The first level of the objective that would be worse: the number, the distribution of wishes, or only ties."""
    flow = _network(result)
    stages = [(Code.OPTIMUM_COUNT, _possible(flow))]
    flow.place_most()
    stages.append((Code.OPTIMUM_PROFILE, _possible(flow)))
    for cost in profile_levels(result.market, profile):
        flow.keep_to_best(cost)
    stages.append((Code.OPTIMUM_TIEBREAK, _possible(flow)))

    def answer(question: Question) -> Code:
        code = None
        for worse, possible in stages:
            if not possible(question):
                break
            code = worse
        return code or result.balance(question)

    return reasons(result, answer, asks_who_is_there=False)


def of_stable(result: Result, barred: Barred) -> Reasons:
    """Who is not barred finds every better place full with people who come before."""

    def answer(question: Question) -> Code:
        code = result.balance(question)
        if question.person.id in barred.people:
            return Code.MAX_OUT if code == Code.MAX_OUT else Code.RECIPROCITY_OUT
        return Code.RECIPROCITY_IN

    return reasons(result, answer)


def of_turns(result: Result) -> Reasons:
    """Where people go in turn or in rings: what is not full would have broken the balance."""
    return reasons(result, result.balance)


def _network(result: Result) -> Circulation:
    market = result.market
    start = {who: place for who, place in result.got.items() if place is not None and who not in market.pinned}
    return Circulation(market, admissible_wishes(market), start)


def _settle(flow: Circulation, person: Applicant) -> None:
    if person.id in flow.person:
        for arc in (flow.first[person.id], *flow.arcs[person.id].values()):
            flow.network.close(arc)


def _possible(flow: Circulation) -> Callable[[Question], bool]:
    """Whether a place can still go to somebody: a ring of changes leads through it."""
    component, room = flow.network.components(), tuple(flow.network.room)

    def possible(question: Question) -> bool:
        who, place = question.person.id, question.offer
        return bool(room[flow.arcs[who][place]]) and component[flow.person[who]] == component[flow.offer[place]]

    return possible
