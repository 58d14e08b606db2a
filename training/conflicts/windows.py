"""When a person could come: whole weeks, found by comparing days as bits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lms.core.periods import DAY, Period, next_monday
from training.conflicts.cases import At, Case
from training.conflicts.days import bits
from training.conflicts.facts import HostFacts, Level, PersonFacts
from training.conflicts.obstacles import obstacles
from training.conflicts.presence import Presence
from training.conflicts.rules import DEFAULT_BOOK, Holding, RuleBook


@dataclass(frozen=True, slots=True)
class Window:
    """`is_clean`: without a warning that another time could avoid."""

    period: Period
    is_clean: bool


def next_windows(
    person: PersonFacts,
    weeks: int,
    within: Period,
    host: HostFacts,
    book: RuleBook = DEFAULT_BOOK,
    limit: int = 3,
) -> list[Period]:
    """The times from Monday to Friday, `weeks` long, at which the person could come.

    Guaranteed: `check` has no hard finding about any of them. First come the earliest ones about which it has no
    warning either, but for the personnel council's, which depends on the length alone. If there are fewer than
    `limit`, the earliest ones with warnings follow. What the facts do not know, nobody can guarantee.
    """
    return [window.period for window in find(person, weeks, within, host, book, limit)]


def find(person: PersonFacts, weeks: int, within: Period, host: HostFacts, book: RuleBook, limit: int) -> list[Window]:
    usable = within.intersection(person.contract)
    if usable is None or weeks < 1:
        return []
    clean: list[Window] = []
    others: list[Window] = []
    for window in _windows(person, weeks, usable, host, book):
        (clean if window.is_clean else others).append(window)
        if len(clean) >= limit:
            break
    return [*clean, *others][:limit]


def _windows(person: PersonFacts, weeks: int, within: Period, host: HostFacts, book: RuleBook) -> Iterator[Window]:
    """Every one without hard findings, by date. What a city set from a day on holds for stays that begin then."""
    plans: dict[Holding, _Plan] = {}
    monday = next_monday(within.start)
    length = weeks * 7 - 3
    while (within.end - monday).days >= length:
        rules = book.between(person.home.slug, host.city.slug, monday)
        if rules not in plans:
            plans[rules] = _Plan(Case(within, person, host, rules))
        plan, offset = plans[rules], (monday - within.start).days
        if plan.is_possible(offset, length + 1):
            yield Window(Period(monday, monday + length * DAY), plan.is_clean(offset, length + 1))
        monday += 7 * DAY


class _Days:
    """Days that stand against stays, as bits."""

    __slots__ = ("any_day", "first_day", "last_day")

    def __init__(self) -> None:
        self.any_day = self.first_day = self.last_day = 0

    def add(self, at: At, days: int) -> None:
        if at == At.ANY_DAY:
            self.any_day |= days
        elif at == At.FIRST_DAY:
            self.first_day |= days
        else:
            self.last_day |= days

    def hit(self, days: int, first: int, last: int) -> bool:
        return bool(self.any_day & days or self.first_day >> first & 1 or self.last_day >> last & 1)


class _Plan:
    """What stands against stays while the same rules hold."""

    def __init__(self, case: Case) -> None:
        self.hard, self.warnings = _Days(), _Days()
        for obstacle in obstacles(case):
            if obstacle.level != Level.INFO:
                found = self.hard if obstacle.level == Level.HARD else self.warnings
                found.add(obstacle.at, bits(obstacle.days, case.span))
        self.presence = Presence.of(case)

    def is_possible(self, first: int, length: int) -> bool:
        return not self.hard.hit(((1 << length) - 1) << first, first, first + length - 1)

    def is_clean(self, first: int, length: int) -> bool:
        days = ((1 << length) - 1) << first
        return not (
            self.warnings.hit(days, first, first + length - 1)
            or self.presence.is_low(days)
            or self.presence.is_short(days)
        )
