"""The plan of stays as a picture: a row is a person, a column is a week. Pure geometry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lms.core.periods import DAY, Period, monday_of

NAMES, WEEK, HEAD, ROW = 170, 68, 50, 44
FEWEST_WEEKS, MOST_WEEKS = 12, 60


@dataclass(frozen=True)
class Bar:
    """What is drawn: a stay of a named person in a city, with the times of school in it."""

    name: str
    city: str
    letter: str
    period: Period
    school: tuple[Period, ...] = ()


@dataclass(frozen=True)
class Column:
    x: int
    middle: float
    number: int
    monday: date
    shaded: bool


@dataclass(frozen=True)
class Box:
    x: float
    width: float


@dataclass(frozen=True)
class Line:
    bar: Bar
    y: int
    top: int
    text_y: int
    school_y: int
    box: Box
    school: tuple[Box, ...]
    weeks: int


@dataclass(frozen=True)
class Plan:
    width: int
    height: int
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    today_x: float | None


def draw(bars: Sequence[Bar], today: date) -> Plan | None:
    """The weeks of all stays that are not over (of all, if all are over); None without stays."""
    bars = [bar for bar in bars if bar.period.end >= today] or bars
    if not bars:
        return None
    first = monday_of(min(bar.period.start for bar in bars))
    weeks = Period(first, max(bar.period.end for bar in bars)).weeks
    shown = Period.of_weeks(first, min(max(weeks, FEWEST_WEEKS), MOST_WEEKS))
    columns = tuple(_columns(shown))
    return Plan(
        width=NAMES + WEEK * len(columns),
        height=HEAD + ROW * len(bars) + 6,
        columns=columns,
        lines=tuple(line for number, bar in enumerate(bars) for line in _line(bar, HEAD + ROW * number, shown)),
        today_x=_x(today, shown) if today in shown else None,
    )


def _columns(shown: Period) -> Iterable[Column]:
    for number, part in enumerate(shown.iso_weeks()):
        x = NAMES + WEEK * number
        yield Column(x, x + WEEK / 2, part.start.isocalendar().week, part.start, number % 2 == 0)


def _line(bar: Bar, y: int, shown: Period) -> Iterable[Line]:
    visible = bar.period.intersection(shown)
    if visible is None:
        return
    school = [part for period in bar.school if (part := period.intersection(visible))]
    boxes = tuple(_box(part, shown) for part in school)
    yield Line(bar, y - 1, y + 4, y + 23, y + 28, _box(visible, shown), boxes, bar.period.weeks)


def _box(period: Period, shown: Period) -> Box:
    left, right = _x(period.start, shown), _x(period.end + DAY, shown)
    return Box(left + 2, max(right - left - 4, 4))


def _x(day: date, shown: Period) -> float:
    return round(NAMES + (day - shown.start).days * WEEK / 7, 1)
