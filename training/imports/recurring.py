"""On which days something recurs (RRULE), counted day by day within bounds, whatever a calendar asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lms.core.periods import DAY, Period
from training.imports.rows import Fault, NotUnderstood

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
KNOWN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY"}


@dataclass
class Budget:
    """How many days may be looked at for all rules of one calendar."""

    left: int = 300_000

    def take(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise NotUnderstood(Fault.TOO_OFTEN)


@dataclass(frozen=True)
class Rule:
    """`by_day`: (which one of the month, 0 for each; weekday from 0)."""

    frequency: str
    interval: int = 1
    count: int | None = None
    by_day: tuple[tuple[int, int], ...] = ()
    by_month: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    week_start: int = 0

    def fits(self, day: date, first: date) -> bool:
        if self.by_month and day.month not in self.by_month:
            return False
        if self.by_month_day and not {day.day, day.day - days_in_month(day) - 1} & set(self.by_month_day):
            return False
        if self.by_day and not any(self._is_weekday(day, *one) for one in self.by_day):
            return False
        return bool(getattr(self, f"_{self.frequency.lower()}")(day, first))

    def _is_weekday(self, day: date, which: int, weekday: int) -> bool:
        if day.weekday() != weekday:
            return False
        from_end = -((days_in_month(day) - day.day) // 7 + 1)
        return which in (0, (day.day - 1) // 7 + 1, from_end)

    def _daily(self, day: date, first: date) -> bool:
        return (day - first).days % self.interval == 0

    def _weekly(self, day: date, first: date) -> bool:
        weeks = (self._week(day) - self._week(first)).days // 7
        return weeks % self.interval == 0 and bool(self.by_day or day.weekday() == first.weekday())

    def _week(self, day: date) -> date:
        return day - timedelta(days=(day.weekday() - self.week_start) % 7)

    def _monthly(self, day: date, first: date) -> bool:
        months = (day.year - first.year) * 12 + day.month - first.month
        return months % self.interval == 0 and self._is_day_of_month(day, first)

    def _yearly(self, day: date, first: date) -> bool:
        in_month = bool(self.by_month or self.by_month_day) or day.month == first.month
        return (day.year - first.year) % self.interval == 0 and in_month and self._is_day_of_month(day, first)

    def _is_day_of_month(self, day: date, first: date) -> bool:
        return bool(self.by_day or self.by_month_day or day.day == first.day)


def rule_of(parts: Mapping[str, Sequence[Any]]) -> Rule:
    """The parts of an RRULE that school calendars use; anything else is refused rather than guessed."""
    known = {str(name).upper(): list(values) for name, values in parts.items()}
    frequency = str(known.get("FREQ", [""])[0]).upper()
    if set(known) - KNOWN or frequency not in FREQUENCIES:
        raise NotUnderstood(Fault.RULE)
    try:
        rule = Rule(
            frequency,
            int(known.get("INTERVAL", [1])[0]),
            int(known["COUNT"][0]) if "COUNT" in known else None,
            tuple(_weekday(str(one)) for one in known.get("BYDAY", ())),
            tuple(int(one) for one in known.get("BYMONTH", ())),
            tuple(int(one) for one in known.get("BYMONTHDAY", ())),
            WEEKDAYS.index(str(known.get("WKST", ["MO"])[0]).upper()),
        )
    except (ValueError, TypeError, IndexError):
        raise NotUnderstood(Fault.RULE) from None
    if rule.interval < 1 or _is_beyond_us(rule):
        raise NotUnderstood(Fault.RULE)
    return rule


def _is_beyond_us(rule: Rule) -> bool:
    """“The third Monday” is one of a month, so a year without months has none."""
    numbered = any(which for which, _weekday in rule.by_day)
    if rule.frequency == "YEARLY":
        return bool(rule.by_day) and not rule.by_month
    return numbered and rule.frequency != "MONTHLY"


def _weekday(text: str) -> tuple[int, int]:
    return int(text[:-2] or 0), WEEKDAYS.index(text[-2:].upper())


def days_of(rule: Rule, first: date, until: date | None, within: Period, budget: Budget) -> Iterator[date]:
    """Those in the time, the first day included; days before it count where the rule says how many there are."""
    last = min(within.end, until or within.end)
    day = first if rule.count is not None else max(first, within.start)
    seen = 0
    while day <= last and (rule.count is None or seen < rule.count):
        budget.take()
        if rule.fits(day, first):
            seen += 1
            if day >= within.start:
                yield day
        day += DAY


def days_in_month(day: date) -> int:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return (following - date(day.year, day.month, 1)).days
