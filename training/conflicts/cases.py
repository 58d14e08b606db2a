"""One person and one host, and what an obstacle to stays between them is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from lms.core.periods import DAY, Period
from training.conflicts.days import bits
from training.conflicts.facts import Fact, HostFacts, Level, PersonFacts, WeeklyDay
from training.conflicts.rules import Holding

EVER = (Period(date.min, date.max),)
WEEK = 7
FULL_AGE = 18  # § 2 BGB


class At(StrEnum):
    """Which days of a stay an obstacle looks at."""

    ANY_DAY = "any"
    FIRST_DAY = "first"
    LAST_DAY = "last"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Stands against every stay that has one of these days; against all stays if it is there for ever.

    `shown`: the dates to name instead of the days in common; `joined`: name those from the first to the last.
    `tell` adds facts about the days in common. `unless`: not against stays that touch this.
    """

    code: str
    rule: str
    level: Level
    days: tuple[Period, ...] = EVER
    at: At = At.ANY_DAY
    facts: Mapping[str, Fact] = field(default_factory=dict)
    shown: tuple[Period, ...] | None = None
    joined: bool = False
    tell: Callable[[tuple[Period, ...]], Mapping[str, Fact]] | None = None
    unless: Period | None = None

    @property
    def moving_helps(self) -> bool:
        return self.days is not EVER and self.level != Level.INFO

    def against(self, stay: Period) -> tuple[Period, ...]:
        """The days in common; empty: it does not stand against this stay."""
        if self.unless is not None and self.unless.overlaps(stay):
            return ()
        looked_at = stay
        if self.at != At.ANY_DAY:
            day = stay.start if self.at == At.FIRST_DAY else stay.end
            looked_at = Period(day, day)
        shared = (looked_at.intersection(days) for days in self.days)
        return tuple(days for days in shared if days is not None)

    def dates(self, shared: tuple[Period, ...]) -> tuple[Period, ...]:
        if self.shown is not None:
            return self.shown
        if self.days is EVER:
            return ()
        return (Period(shared[0].start, shared[-1].end),) if self.joined else shared


@dataclass(frozen=True)
class Case:
    """One person and one host, with the rules that hold for stays in the span."""

    span: Period
    person: PersonFacts
    host: HostFacts
    rules: Holding

    def obstacle(
        self,
        code: str,
        days: Iterable[Period] = EVER,
        facts: Mapping[str, Fact] | None = None,
        *,
        rule: str = "",
        level: Level | None = None,
        at: At = At.ANY_DAY,
        shown: tuple[Period, ...] | None = None,
        joined: bool = False,
        tell: Callable[[tuple[Period, ...]], Mapping[str, Fact]] | None = None,
        unless: Period | None = None,
    ) -> Iterator[Obstacle]:
        """Unless the rule is switched off or not for this person. `rule`: where several codes belong to one rule."""
        name = rule or code
        held = self.rules.level(name)
        if held is not None and self.rules.concerns(name, self.person.regime):
            days = days if days is EVER else tuple(days)
            yield Obstacle(code, name, level or held, days, at, facts or {}, shown, joined, tell, unless)

    def value(self, rule: str, parameter: str) -> int:
        return self.rules.value(rule, parameter)

    @cached_property
    def school_days(self) -> Collection[SchoolDay]:
        """The weekly days at school in the span; none on holidays of the school's city."""
        home = self.person.home
        vacation = bits((named.period for named in home.school_holidays), self.span)
        return {
            SchoolDay(day, weekly.whole_day)
            for weekly in self.person.weekly_days
            for day in _each_week(weekly, self.span)
            if day not in home.holidays and not vacation >> (day - self.span.start).days & 1
        }


class SchoolDay(NamedTuple):
    day: date
    is_whole: bool


def _each_week(weekly: WeeklyDay, span: Period) -> Iterator[date]:
    inside = weekly.period.intersection(span)
    if inside is not None:
        day = inside.start + (weekly.weekday - inside.start.isoweekday()) % WEEK * DAY
        while day <= inside.end:
            yield day
            day += WEEK * DAY


def single_days(days: Iterable[date]) -> list[Period]:
    return [Period(day, day) for day in sorted(days)]


def birthday(born: date, years: int) -> date:
    """Return the first day of that age; born on 29 February it is 1 March (§ 187 (2) BGB)."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)
