"""What reading leads to: one row for each thing that was found, with what it means or why it means nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from lms.core.periods import Period

LARGEST = 1024 * 1024
MOST_ROWS = 1000
MOST_LINES = 200
MOST_EVENTS = 3000
LONGEST_DAYS = 366
LONGEST_LABEL = 80
LONGEST_TEXT = 120


class Sort(StrEnum):
    BLOCK = "block"
    DAY = "day"  # of every week
    EXAM = "exam"


class Fault(StrEnum):
    """Why a row is not taken."""

    NO_DATE = "no_date"
    NO_YEAR = "no_year"
    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_WEEK = "no_such_week"
    MANY_DATES = "many_dates"
    ENDS_BEFORE = "ends_before"
    TOO_LONG = "too_long"
    FAR_AWAY = "far_away"
    NO_WEEKDAY = "no_weekday"
    WEEKEND = "weekend"
    # of calendars alone
    BROKEN_LINE = "broken_line"
    BROKEN_EVENT = "broken_event"
    BREAKS_OFF = "breaks_off"
    NO_START = "no_start"
    RULE = "rule"
    TOO_OFTEN = "too_often"
    OUTSIDE = "outside"
    CANCELED = "canceled"
    NO_SCHOOL = "no_school"


@dataclass(frozen=True, slots=True)
class Entry:
    """`kind`: of a block or an exam, as the models name it. `group`: the class, where the list names it."""

    sort: Sort
    period: Period
    label: str = ""
    kind: str = ""
    weekday: int = 0
    group: str = ""
    whole_day: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """`number`: the line it stands in. `left_out`: it does not keep the rest from being taken over."""

    number: int
    text: str
    entry: Entry | None = None
    fault: Fault | None = None
    left_out: bool = False


@dataclass(frozen=True)
class Unreadable(Exception):
    """Nothing of it can be read; `code` says why, `facts` fill the sentence."""

    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class NotUnderstood(Exception):
    fault: Fault


def shown(text: str) -> str:
    """What was found, short enough for a table, without signs nobody can see."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text[: 4 * LONGEST_TEXT]).split())
    return plain if len(plain) <= LONGEST_TEXT else f"{plain[: LONGEST_TEXT - 1]}…"


def label_of(text: str) -> str:
    return shown(text)[:LONGEST_LABEL].strip()
