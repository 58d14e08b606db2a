"""Puts single days together: working days that follow each other are a block, one day of every week is a weekly day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lms.core.periods import DAY, SATURDAY, Period
from training.imports.rows import Entry, Row, Sort

WEEK = timedelta(weeks=1)
FEWEST_WEEKS = 3  # a day in fewer weeks is no rhythm
SHORT = 2  # working days: what is longer is a block, however often it comes


@dataclass(frozen=True, slots=True)
class Found:
    """One time that something takes place; `by_the_hour`: it has a time of day."""

    line: int
    name: str
    sort: Sort
    kind: str
    period: Period
    by_the_hour: bool = False


def gather(found: Iterable[Found]) -> list[Row]:
    """In the order of time."""
    kinds: dict[tuple[str, str, str], list[Found]] = defaultdict(list)
    for one in without_subjects(list(found)):
        kinds[one.sort, one.kind, one.name.casefold()].append(one)
    rows = [row for group in kinds.values() for row in _rows(group)]
    return sorted(rows, key=lambda row: (row.entry.period, row.entry.weekday, row.number) if row.entry else ())


def without_subjects(found: list[Found]) -> list[Found]:
    """A timetable has several lessons a day: then the day counts, not what is taught."""
    names: dict[date, set[str]] = defaultdict(set)
    lessons = [one for one in found if one.by_the_hour and one.sort == Sort.BLOCK and one.period.days == 1]
    for one in lessons:
        names[one.period.start].add(one.name)
    if all(len(taught) < 2 for taught in names.values()):
        return found
    subjects = set(map(id, lessons))
    return [replace(one, name="") if id(one) in subjects else one for one in found]


def _rows(group: list[Found]) -> Iterable[Row]:
    first = group[0]
    blocks = merged(one.period for one in group)
    if first.sort == Sort.BLOCK:
        short = [block for block in blocks if len(block.working_days()) <= SHORT]
        weekly, single = rhythm(day for block in short for day in block.working_days())
        for period in weekly:
            yield _row(group, Entry(Sort.DAY, period, weekday=period.start.isoweekday()))
        blocks = [block for block in blocks if block not in short] + merged(Period(day, day) for day in single)
    for block in blocks:
        yield _row(group, Entry(first.sort, block, first.name, first.kind))


def _row(group: list[Found], entry: Entry) -> Row:
    """Its number is the line of the first event that leads to it."""
    line = next((one.line for one in group if entry.period.overlaps(one.period)), group[0].line)
    return Row(line, group[0].name, entry)


def merged(periods: Iterable[Period]) -> list[Period]:
    """Those between which no working day lies become one."""
    whole: list[Period] = []
    for period in sorted(periods):
        if whole and period.start <= _next_working_day(whole[-1].end):
            whole[-1] = Period(whole[-1].start, max(whole[-1].end, period.end))
        else:
            whole.append(period)
    return whole


def _next_working_day(day: date) -> date:
    day += DAY
    while day.weekday() >= SATURDAY:
        day += DAY
    return day


def rhythm(days: Iterable[date]) -> tuple[list[Period], list[date]]:
    """Days that come every week, from the first to the last, and those that do not."""
    left = set(days)
    weekly, single = [], []
    for day in sorted(left):
        if day not in left:
            continue
        run = [day]
        while run[-1] + WEEK in left:
            run.append(run[-1] + WEEK)
        left.difference_update(run)
        if len(run) >= FEWEST_WEEKS:
            weekly.append(Period(run[0], run[-1]))
        else:
            single.extend(run)
    return weekly, single
