"""Date ranges that include both their first and their last day."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, order=True, slots=True)
class Period:
    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"A period cannot end ({self.end}) before it starts ({self.start}).")

    @classmethod
    def of_weeks(cls, start: date, weeks: int) -> Period:
        """Return whole weeks from `start`; from a Monday it ends on a Sunday."""
        return cls(start, start + timedelta(weeks=weeks) - DAY)

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __iter__(self) -> Iterator[date]:
        return (self.start + timedelta(days=offset) for offset in range(self.days))

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    @property
    def weeks(self) -> int:
        """Count the calendar weeks (Monday to Sunday) this period touches."""
        return (monday_of(self.end) - monday_of(self.start)).days // 7 + 1

    def contains(self, other: Period) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Period) -> bool:
        return self.start <= other.end and other.start <= self.end

    def intersection(self, other: Period) -> Period | None:
        if not self.overlaps(other):
            return None
        return Period(max(self.start, other.start), min(self.end, other.end))

    def subtract(self, *others: Period) -> tuple[Period, ...]:
        """Return what is left, in order, when the other periods are taken out."""
        left: list[Period] = []
        start = self.start
        for other in sorted(others):
            if start > self.end or other.start > self.end:
                break
            if other.start > start:
                left.append(Period(start, other.start - DAY))
            start = max(start, other.end + DAY)
        if start <= self.end:
            left.append(Period(start, self.end))
        return tuple(left)

    def working_days(self, holidays: Collection[date] = ()) -> tuple[date, ...]:
        """Return Mondays to Fridays that are no public holiday."""
        return tuple(day for day in self if day.weekday() < SATURDAY and day not in holidays)

    def iso_weeks(self) -> tuple[Period, ...]:
        """Cut the period at every Monday."""
        parts: list[Period] = []
        start = self.start
        while start <= self.end:
            sunday = monday_of(start) + 6 * DAY
            parts.append(Period(start, min(sunday, self.end)))
            start = sunday + DAY
        return tuple(parts)


def monday_of(day: date) -> date:
    """Return the Monday of the week `day` lies in."""
    return day - day.weekday() * DAY


def next_monday(day: date) -> date:
    """Return the first Monday on or after `day`."""
    return day + (-day.weekday() % 7) * DAY
