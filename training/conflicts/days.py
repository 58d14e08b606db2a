"""Days as bits of a number, the first day of a span as the lowest: whole years are compared at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from lms.core.periods import SATURDAY, Period

WEEK = 7


def bits(periods: Iterable[Period], span: Period) -> int:
    """Those days of the periods that lie in the span."""
    base, length = span.start.toordinal(), span.days
    found = 0
    for period in periods:
        first, after = period.start.toordinal() - base, period.end.toordinal() - base + 1
        if after > 0 and first < length:
            found |= (1 << min(after, length)) - (1 << max(first, 0))
    return found


def bits_of_days(days: Iterable[date], span: Period) -> int:
    base = span.start.toordinal()
    return sum({1 << day.toordinal() - base for day in days if day in span})


def mondays_to_fridays(span: Period) -> int:
    return _pattern(span.start.weekday(), span.days)


@lru_cache(maxsize=1024)
def _pattern(weekday: int, days: int) -> int:
    return sum(1 << day for day in range(days) if (weekday + day) % WEEK < SATURDAY)
