"""Take over what was read for classes: say of each row what would happen, then all of it or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db import models, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.core import journal
from lms.core.errors import Refused
from lms.core.periods import Period
from people.models import User
from people.policies import require
from training.imports import Entry, Fault, Row, Unreadable, read_calendar, read_table
from training.models import SchoolCalendar
from training.services.classes import create_class, key_of, keys_of, locked, write

YEARS_BACK, YEARS_AHEAD = 1, 5
WHY: Mapping[Fault, Promise] = {
    Fault.NO_DATE: gettext_lazy("There is no date in it, such as 02.11.2026 – 20.11.2026 or KW 45–47 2026."),
    Fault.NO_YEAR: gettext_lazy("The year is missing."),
    Fault.NO_SUCH_DAY: gettext_lazy("There is no such day."),
    Fault.NO_SUCH_WEEK: gettext_lazy("This year has no such calendar week."),
    Fault.MANY_DATES: gettext_lazy("There are more than two dates in it. Please write one block per line."),
    Fault.ENDS_BEFORE: gettext_lazy("It ends before it begins."),
    Fault.TOO_LONG: gettext_lazy("It lasts longer than a year."),
    Fault.FAR_AWAY: gettext_lazy("The year cannot be right."),
    Fault.NO_WEEKDAY: gettext_lazy("The weekday is missing, from Monday to Friday."),
    Fault.WEEKEND: gettext_lazy("It falls on a weekend only."),
    Fault.BROKEN_LINE: gettext_lazy("This line of the calendar cannot be read."),
    Fault.BROKEN_EVENT: gettext_lazy("This event cannot be read."),
    Fault.BREAKS_OFF: gettext_lazy("The event breaks off: its end is missing."),
    Fault.NO_START: gettext_lazy("The event does not say when it begins."),
    Fault.RULE: gettext_lazy("It recurs in a way we do not know. Please enter it by hand."),
    Fault.TOO_OFTEN: gettext_lazy("It recurs too often to look at every day."),
    Fault.OUTSIDE: gettext_lazy("It is long over, or too far ahead."),
    Fault.CANCELED: gettext_lazy("It was canceled."),
    Fault.NO_SCHOOL: gettext_lazy("No school on these days."),
}
UNREADABLE: Mapping[str, Promise] = {
    "empty": gettext_lazy("There is nothing in it."),
    "large": gettext_lazy("This file is too large. It may have up to %(kb)s KB."),
    "no_text": gettext_lazy("We cannot read this file. Please choose a calendar (.ics) or a table saved as CSV."),
    "torn": gettext_lazy("This file breaks off in the middle of a cell: a quotation mark is missing."),
    "no_columns": gettext_lazy(
        "The first line has to name the columns, one of them “Von” (or “KW”). We found: %(names)s."
    ),
    "nothing_below": gettext_lazy("There is nothing below the first line of this file."),
    "no_events": gettext_lazy("There are no events in this calendar."),
    "many_lines": gettext_lazy("These are more than %(most)s lines. Please enter them in parts."),
    "many_rows": gettext_lazy("These are more than %(most)s entries. Please split the file."),
    "many_events": gettext_lazy("These are more than %(most)s events. Please export a shorter time, such as one year."),
    "many_times": gettext_lazy("This recurs more than %(most)s times. Please export a shorter time, such as one year."),
}


class Verdict(models.TextChoices):
    NEW = "new", gettext_lazy("will be taken over")
    KNOWN = "known", gettext_lazy("is there already")
    CLASHES = "clashes", gettext_lazy("begins like another entry")
    TWICE = "twice", gettext_lazy("stands here twice")
    LEFT_OUT = "left_out", gettext_lazy("is left out")
    UNREAD = "unread", gettext_lazy("cannot be read")
    NO_CLASS = "no_class", gettext_lazy("names no class")
    UNKNOWN_CLASS = "unknown_class", gettext_lazy("names a class that does not exist")


FAULTS = [Verdict.UNREAD, Verdict.NO_CLASS, Verdict.UNKNOWN_CLASS]


@dataclass(frozen=True)
class Line:
    row: Row
    verdict: Verdict
    calendar: SchoolCalendar | None = None

    @property
    def is_faulty(self) -> bool:
        return self.verdict in FAULTS

    @property
    def is_new(self) -> bool:
        return self.verdict == Verdict.NEW

    @property
    def reason(self) -> str:
        if self.row.fault:
            return str(WHY[self.row.fault])
        if self.verdict == Verdict.UNKNOWN_CLASS and self.row.entry:
            return _("Your city has no class “%(name)s”. Please add it first, or correct the name.") % {
                "name": self.row.entry.group
            }
        if self.verdict == Verdict.CLASHES:
            return _("The class has this weekday from this day on, with another end. Please change that by hand.")
        if self.verdict == Verdict.NO_CLASS:
            return _("Please choose the class for rows that name none.")
        return ""


@dataclass(frozen=True)
class Report:
    lines: list[Line]

    @property
    def new(self) -> list[Line]:
        return [line for line in self.lines if line.is_new]

    @property
    def faults(self) -> list[Line]:
        return [line for line in self.lines if line.is_faulty]

    @property
    def left_out(self) -> list[Line]:
        return [line for line in self.lines if line.verdict == Verdict.LEFT_OUT]

    @property
    def changes(self) -> dict[SchoolCalendar, list[Entry]]:
        """What each class would get."""
        found: dict[SchoolCalendar, list[Entry]] = {}
        for line in self.new:
            if line.calendar and line.row.entry:
                found.setdefault(line.calendar, []).append(line.row.entry)
        return found


def read(data: bytes, today: date) -> list[Row]:
    """A calendar or a table; what it is, the file says itself."""
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").upper()
    if start.startswith(b"BEGIN:V") or b"\nBEGIN:VEVENT" in data[:4000].upper():
        return read_calendar(data, reach(today))
    return read_table(data)


def reach(today: date) -> Period:
    """The time in which events of calendars are looked for."""
    return Period(date(today.year - YEARS_BACK, 1, 1), date(today.year + YEARS_AHEAD, 12, 31))


def why_unreadable(error: Unreadable) -> str:
    return str(UNREADABLE[error.code]) % error.facts


def check(rows: Sequence[Row], calendar: SchoolCalendar | None, *, actor: User) -> Report:
    """What would happen to each row. The number of queries does not depend on the number of rows."""
    by_name = _classes(rows, calendar, actor)
    wanted = [_class_of(row, calendar, by_name) for row in rows]
    known = keys_of({one for one in wanted if one is not None and one.pk})
    seen: set[tuple[object, ...]] = set()
    return Report([_line(row, target, known, seen) for row, target in zip(rows, wanted, strict=True)])


def _classes(rows: Sequence[Row], calendar: SchoolCalendar | None, actor: User) -> dict[str, SchoolCalendar]:
    """By name: those of the city of the chosen class, or else of all cities this office keeps."""
    if not any(row.entry and row.entry.group for row in rows):
        return {}
    kept = SchoolCalendar.objects.kept_by(actor)
    if calendar is not None:
        kept = kept.filter(city=calendar.city_id)
    return {one.name.casefold(): one for one in kept}


def _class_of(row: Row, calendar: SchoolCalendar | None, by_name: dict[str, SchoolCalendar]) -> SchoolCalendar | None:
    if row.entry and row.entry.group:
        return by_name.get(row.entry.group.casefold())
    return calendar


def _line(
    row: Row, calendar: SchoolCalendar | None, known: Mapping[tuple[object, ...], Period], seen: set[tuple[object, ...]]
) -> Line:
    if row.entry is None:
        return Line(row, Verdict.LEFT_OUT if row.left_out else Verdict.UNREAD)
    if calendar is None:
        return Line(row, Verdict.UNKNOWN_CLASS if row.entry.group else Verdict.NO_CLASS)
    key = key_of(calendar, row.entry)
    if key in known:
        return Line(row, Verdict.KNOWN if known[key] == row.entry.period else Verdict.CLASHES, calendar)
    if key in seen:
        return Line(row, Verdict.TWICE, calendar)
    seen.add(key)
    return Line(row, Verdict.NEW, calendar)


@transaction.atomic
def take_over(rows: Sequence[Row], calendar: SchoolCalendar | None, *, actor: User, action: str) -> int:
    """Checked once more at this moment; one row that does not fit, and nothing is taken over."""
    for one in sorted(check(rows, calendar, actor=actor).changes, key=lambda one: one.pk):
        require("training.keep_classes", actor, one, city_id=one.city_id)
        locked(one)
    report = check(rows, calendar, actor=actor)
    if report.faults:
        raise Refused(_("Nothing was taken over: something in it is not possible. You see what."))
    for one, entries in report.changes.items():
        write(one, entries)
        journal.record(one, action, actor=actor, entries=len(entries))
    return len(report.new)


YEAR_LATER = timedelta(weeks=52)  # the same weekday


def a_year_later(entries: Sequence[Entry]) -> list[Row]:
    moved = (replace(one, period=Period(one.period.start + YEAR_LATER, one.period.end + YEAR_LATER)) for one in entries)
    return [Row(number, entry.label, entry) for number, entry in enumerate(moved, 1)]


@transaction.atomic
def copy_year(
    source: SchoolCalendar, entries: Sequence[Entry], target: SchoolCalendar | None, *, name: str = "", actor: User
) -> tuple[SchoolCalendar, int]:
    """Into the class, or into a new one of this name, which is like the one it comes from."""
    if target is None:
        target = create_class(source.city, name=name, school=source.school, occupation=source.occupation, actor=actor)
    return target, take_over(a_year_later(entries), target, actor=actor, action="training.class.copy")
