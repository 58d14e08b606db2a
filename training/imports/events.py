"""Calendars of schools (.ics): events with their rules, as days in Bavaria. Any bytes give rows, never an exception."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Event
from icalendar.error import BrokenCalendarProperty

from lms.core.periods import SATURDAY, Period
from training.imports.recurring import Budget, days_of, rule_of
from training.imports.rows import (
    LARGEST,
    LONGEST_DAYS,
    MOST_EVENTS,
    MOST_ROWS,
    Fault,
    NotUnderstood,
    Row,
    Sort,
    Unreadable,
    label_of,
    shown,
)
from training.imports.tables import text_of
from training.imports.weeks import Found, gather
from training.imports.words import FREE, kind_of

BERLIN = ZoneInfo("Europe/Berlin")
NEEDED = {
    "UID", "SUMMARY", "STATUS", "DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID",
}  # fmt: skip
LONGEST_LINE = 20_000  # letters
MOST_LINES_OF_EVENT = 200
MOST_BROKEN = 50  # lines that are named; who has more sees these
MOST_TIMES = 10_000
YEARS = range(1971, 2101)
NAME = re.compile(r"^[A-Za-z0-9-]+(?=[:;])")


@dataclass
class Raw:
    """The lines of one event."""

    number: int
    lines: list[str] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)  # what stands in it, such as an alarm, tells nothing


@dataclass
class Told:
    """What an event says, with its values read."""

    number: int
    name: str
    uid: str
    is_canceled: bool
    start: date | datetime
    length: timedelta
    rule: Any
    added: list[date]
    left_out: set[date]
    replaces: date | None

    @property
    def zone(self) -> Any:
        return self.start.tzinfo if isinstance(self.start, datetime) else None

    @property
    def first(self) -> date:
        return self.start.date() if isinstance(self.start, datetime) else self.start

    def period_on(self, day: date) -> Period:
        """In Bavaria; the end of an event is the first moment after it."""
        if not isinstance(self.start, datetime):
            return Period(day, day + max(self.length, timedelta(days=1)) - timedelta(days=1))
        start = datetime.combine(day, self.start.timetz())
        end = start + self.length
        if self.zone is not None:
            start, end = start.astimezone(BERLIN), end.astimezone(BERLIN)
        last = end - timedelta(microseconds=1) if end > start else start
        return Period(start.date(), max(last, start).date())


def read_calendar(data: bytes, within: Period) -> list[Row]:
    """What lies in the time, put together to blocks and weekly days, and what was left out and why."""
    if len(data) > LARGEST:
        raise Unreadable("large", {"kb": LARGEST // 1024})
    events, rows = _events(data)
    if not events and not rows:
        raise Unreadable("no_events")
    told = []
    for event in events:
        try:
            told.append(_told(event))
        except NotUnderstood as error:
            rows.append(Row(event.number, _summary(event), fault=error.fault, left_out=True))
    found, left_out = _found(told, within)
    taken = gather(found)
    rows = taken + sorted(rows + left_out, key=lambda row: row.number)
    if len(taken) > MOST_ROWS:
        raise Unreadable("many_rows", {"most": MOST_ROWS})
    return rows


def _lines(data: bytes) -> Iterator[tuple[int, str]]:
    """Long lines are broken between bytes, also within a letter; the number is that of the first part."""
    first, parts = 1, [b""]
    for number, line in enumerate(re.split(rb"\r\n|\n|\r", data), 1):
        if line[:1] in (b" ", b"\t"):
            parts.append(line[1:])
        else:
            yield first, text_of(b"".join(parts))
            first, parts = number, [line]
    yield first, text_of(b"".join(parts))


def _events(data: bytes) -> tuple[list[Raw], list[Row]]:
    events: list[Raw] = []
    broken: list[Row] = []
    event: Raw | None = None
    for number, line in _lines(data):
        if not line.strip():
            continue
        name = NAME.match(line)
        mark = line.strip().upper()
        if name is None or len(line) > LONGEST_LINE:
            broken.append(Row(number, shown(line), fault=Fault.BROKEN_LINE, left_out=True))
        elif mark == "BEGIN:VEVENT":
            broken.extend(_breaks_off(event))  # it was never closed, so nobody knows what it lacks
            event = Raw(number)
        elif mark == "END:VEVENT" and event:
            events.append(event)
            event = None
        elif event:
            _keep(event, name[0].upper(), line)
        if len(events) > MOST_EVENTS:
            raise Unreadable("many_events", {"most": MOST_EVENTS})
    broken.extend(_breaks_off(event))
    return events, broken[:MOST_BROKEN]


def _keep(event: Raw, name: str, line: str) -> None:
    if name == "BEGIN":
        event.inside.append(line)
    elif name == "END":
        del event.inside[-1:]
    elif name in NEEDED and not event.inside and len(event.lines) < MOST_LINES_OF_EVENT:
        event.lines.append(line)


def _breaks_off(event: Raw | None) -> list[Row]:
    return [Row(event.number, _summary(event), fault=Fault.BREAKS_OFF, left_out=True)] if event else []


def _summary(event: Raw) -> str:
    line = next((line for line in event.lines if line.upper().startswith("SUMMARY")), "")
    return shown(line.partition(":")[2])


def _told(raw: Raw) -> Told:
    try:
        event = Event.from_ical("\r\n".join(["BEGIN:VEVENT", *raw.lines, "END:VEVENT", ""]))
        return _values(raw.number, event)
    except NotUnderstood:
        raise
    except Exception:
        raise NotUnderstood(Fault.BROKEN_EVENT) from None


def _values(number: int, event: Any) -> Told:
    start = _moment(event, "DTSTART")
    if start is None:
        raise NotUnderstood(Fault.NO_START)
    if start.year not in YEARS:
        raise NotUnderstood(Fault.FAR_AWAY)
    zone = start.tzinfo if isinstance(start, datetime) else None
    replaced = _moment(event, "RECURRENCE-ID")
    rule = event.get("RRULE")
    if isinstance(rule, list):
        raise NotUnderstood(Fault.RULE)
    return Told(
        number=number,
        name=label_of(str(event.get("SUMMARY", ""))),
        uid=str(event.get("UID", "")),
        is_canceled=str(event.get("STATUS", "")).upper() == "CANCELLED",
        start=start,
        length=_length(event, start),
        rule=rule,
        added=list(_listed(event, "RDATE", zone)),
        left_out=set(_listed(event, "EXDATE", zone)),
        replaces=_day(replaced, zone) if replaced is not None else None,
    )


def _moment(event: Any, name: str) -> Any:
    value = event.get(name)
    if isinstance(value, list):
        value = value[0]
    if value is None:
        return None
    try:
        found = getattr(value, "dt", None)
    except BrokenCalendarProperty:
        found = None
    if not isinstance(found, date):
        raise NotUnderstood(Fault.NO_SUCH_DAY)
    return found


def _length(event: Any, start: date | datetime) -> timedelta:
    """Without an end, an event takes its day."""
    end = _moment(event, "DTEND")
    if end is None:
        length = getattr(event.get("DURATION"), "dt", timedelta())
    elif isinstance(start, datetime):
        length = _as_moment(end, start) - start
    else:
        length = _day(end, None) - start
    if length < timedelta():
        raise NotUnderstood(Fault.ENDS_BEFORE)
    if length > timedelta(days=LONGEST_DAYS):
        raise NotUnderstood(Fault.TOO_LONG)
    return length


def _as_moment(end: date | datetime, start: datetime) -> datetime:
    """Comparable with the start: in its zone, or as it is written where one of them has none."""
    if not isinstance(end, datetime):
        return datetime.combine(end, time(), start.tzinfo)
    if start.tzinfo is None or end.tzinfo is None:
        return end.replace(tzinfo=start.tzinfo)
    return end.astimezone(start.tzinfo)


def _day(value: date | datetime, zone: Any) -> date:
    if not isinstance(value, datetime):
        return value
    return value.astimezone(zone).date() if zone is not None and value.tzinfo is not None else value.date()


def _listed(event: Any, name: str, zone: Any) -> Iterator[date]:
    lists = event.get(name, [])
    for one in lists if isinstance(lists, list) else [lists]:
        for value in getattr(one, "dts", ()):
            moment = value.dt[0] if isinstance(value.dt, tuple) else value.dt
            yield _day(moment, zone)


def _found(told: list[Told], within: Period) -> tuple[list[Found], list[Row]]:
    """Each time that something takes place, and a row for each event that never does."""
    moved = [one for one in told if one.replaces is not None and one.uid]
    replaced: set[tuple[str, date | None]] = {(one.uid, one.replaces) for one in moved}
    uids = Counter(one.uid for one in told if one.replaces is None)
    budget = Budget()
    found: list[Found] = []
    left_out: list[Row] = []
    for one in told:
        try:
            periods = list(_periods(one, within, budget, replaced if uids[one.uid] == 1 else set()))
            sort, kind = kind_of(one.name) or (Sort.BLOCK, "school")
            by_the_hour = isinstance(one.start, datetime)
            useful = _useful(one, periods, within)
            found.extend(Found(one.number, one.name, sort, kind, period, by_the_hour) for period in useful)
            if len(found) > MOST_TIMES:
                raise Unreadable("many_times", {"most": MOST_TIMES})
        except NotUnderstood as error:
            left_out.append(Row(one.number, one.name, fault=error.fault, left_out=True))
        except (OverflowError, ValueError):
            left_out.append(Row(one.number, one.name, fault=Fault.FAR_AWAY, left_out=True))
    return found, left_out


def _periods(one: Told, within: Period, budget: Budget, replaced: set[tuple[str, date | None]]) -> Iterator[Period]:
    days = {one.first}
    if one.rule is not None:
        reach = Period(max(within.start - one.length, date.min + one.length), within.end)
        days = set(days_of(rule_of(one.rule), one.first, _until(one), reach, budget))
    for day in sorted({*days, *one.added} - one.left_out):
        if one.replaces is not None or (one.uid, day) not in replaced:
            yield one.period_on(day)


def _until(one: Told) -> date | None:
    values = one.rule.get("UNTIL")
    if not values:
        return None
    until = values[0] if isinstance(values, list) else values
    last = _day(until, one.zone)
    if isinstance(until, datetime) and isinstance(one.start, datetime):
        local = until.astimezone(one.zone) if one.zone is not None and until.tzinfo is not None else until
        if local.time() < one.start.time():
            last -= timedelta(days=1)
    return last


def _useful(one: Told, periods: list[Period], within: Period) -> list[Period]:
    """What is in the time and takes working days; else why not."""
    if one.is_canceled:
        raise NotUnderstood(Fault.CANCELED)
    if FREE.search(one.name):
        raise NotUnderstood(Fault.NO_SCHOOL)
    inside = [period for period in periods if period.overlaps(within)]
    if not inside:
        raise NotUnderstood(Fault.OUTSIDE)
    working = [some for some in inside if some.days > 2 or min(some.start.weekday(), some.end.weekday()) < SATURDAY]
    if not working:
        raise NotUnderstood(Fault.WEEKEND)
    return working
