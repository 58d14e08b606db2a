"""`check` says everything that stands against a stay; what does so, and when, is in obstacles.py and minors.py."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property

from lms.core.periods import Period
from training.conflicts.cases import Case, Obstacle
from training.conflicts.days import bits
from training.conflicts.facts import Fact, Finding, HostFacts, Level, PersonFacts, Stay
from training.conflicts.obstacles import obstacles
from training.conflicts.presence import WORKING_DAYS_A_WEEK, Presence
from training.conflicts.rules import DEFAULT_BOOK, RuleBook
from training.conflicts.windows import Window, find

LEVELS = list(Level)
FIX_WITHIN_DAYS = 52 * 7 - 1


def check(stay: Stay, person: PersonFacts, host: HostFacts, book: RuleBook = DEFAULT_BOOK) -> list[Finding]:
    """Return every finding once, the gravest first, then by date; the same for the same facts in any order."""
    found = sorted(_Check(stay.period, person, host, book).findings(), key=_gravest_first)
    return [finding for number, finding in enumerate(found) if number == 0 or finding != found[number - 1]]


def _gravest_first(finding: Finding) -> tuple[int, tuple[Period, ...], str, str]:
    return LEVELS.index(finding.level), finding.dates, finding.code, repr(sorted(finding.facts.items()))


class _Check:
    """One stay of one person at one host; a way out is looked for once, and only if somebody needs one."""

    def __init__(self, period: Period, person: PersonFacts, host: HostFacts, book: RuleBook) -> None:
        self.period, self.book = period, book
        rules = book.between(person.home.slug, host.city.slug, period.start)
        self.case = Case(period, person, host, rules)

    def findings(self) -> Iterator[Finding]:
        for obstacle in obstacles(self.case):
            shared = obstacle.against(self.period)
            if shared:
                yield self._finding(obstacle, shared)
        yield from self._presence()
        yield from self._council()

    def _finding(self, obstacle: Obstacle, shared: tuple[Period, ...]) -> Finding:
        told = obstacle.tell(shared) if obstacle.tell else {}
        return Finding(
            obstacle.level,
            obstacle.code,
            obstacle.dates(shared),
            self.case.rules.law(obstacle.rule, self.case.person.regime),
            {**obstacle.facts, **told},
            self._fix(obstacle.level) if obstacle.moving_helps else None,
            self.case.rules.sure(obstacle.rule),
        )

    def _measured(self, code: str, *, moving_helps: bool, **facts: Fact) -> Iterator[Finding]:
        for obstacle in self.case.obstacle(code, [self.period], facts):
            finding = self._finding(obstacle, (self.period,))
            yield finding if moving_helps else replace(finding, fix=None)

    def _presence(self) -> Iterator[Finding]:
        presence = Presence.of(self.case)
        days = bits([self.period], self.period)
        if presence.is_low(days):
            present, working = presence.share(days)
            yield from self._measured(
                "low_presence", moving_helps=True, present=present, working_days=working,
                percent=100 * present // working, minimum=presence.percent or 0,
            )  # fmt: skip
        if presence.is_short(days):
            weeks = presence.weeks or 0
            least = weeks * WORKING_DAYS_A_WEEK
            yield from self._measured(
                "short_presence", moving_helps=True, present=presence.left(days), minimum=least, weeks=weeks
            )

    def _council(self) -> Iterator[Finding]:
        threshold = self.case.value("personnel_council", "days")
        if self.period.days > threshold:
            yield from self._measured(
                "personnel_council", moving_helps=False, days=self.period.days, threshold=threshold
            )

    def _fix(self, level: Level) -> Period | None:
        """A time of the same length; a warning is not traded for another one."""
        way_out = self._way_out
        if way_out is None or not (way_out.is_clean or level == Level.HARD):
            return None
        return way_out.period

    @cached_property
    def _way_out(self) -> Window | None:
        start = self.period.start
        last = min(start.toordinal() + FIX_WITHIN_DAYS, date.max.toordinal())
        within = Period(start, date.fromordinal(last))
        found = find(self.case.person, self.period.weeks, within, self.case.host, self.book, limit=1)
        return found[0] if found else None
