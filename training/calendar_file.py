"""Dates as a file for calendar programs (RFC 5545), written by `icalendar`: the same dates give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import icalendar

from lms.core.periods import DAY, Period
from training.dates import OwnDate

ASK_AGAIN = timedelta(hours=6)


@dataclass(frozen=True)
class WholeDays:
    """`weekday`: on this day of every week of the period, but not on `except_on`. `is_busy`: no time for others."""

    key: str
    title: str
    period: Period
    place: str = ""
    weekday: int = 0
    except_on: tuple[date, ...] = ()
    is_busy: bool = True
    note: str = ""


def written(name: str, language: str, stamp: datetime, events: Iterable[WholeDays | OwnDate]) -> bytes:
    """`stamp` says when the calendar was made: not now, or every answer would look like a change."""
    file = icalendar.Calendar()
    file.add("prodid", f"-//Wanderjahr//Kalender//{language.upper()}")
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("x-wr-calname", name)
    file.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    for event in events:
        file.add_component(_event(event, stamp))
    return file.to_ical()


def _event(event: WholeDays | OwnDate, stamp: datetime) -> icalendar.Event:
    found = icalendar.Event()
    found.add("uid", f"{event.key}@wanderjahr")
    found.add("dtstamp", stamp.astimezone(UTC).replace(microsecond=0))
    found.add("summary", event.title)
    found.add("class", "PRIVATE")
    if event.place:
        found.add("location", event.place)
    if event.note:
        found.add("description", event.note)
    if isinstance(event, OwnDate):
        found.add("dtstart", event.starts_at.astimezone(UTC))
        found.add("dtend", event.ends_at.astimezone(UTC))
    else:
        _add_days(found, event)
    return found


def _add_days(found: icalendar.Event, event: WholeDays) -> None:
    """The end is the first day after it."""
    period = Period(_first(event), _first(event)) if event.weekday else event.period
    found.add("dtstart", period.start)
    found.add("dtend", period.end + DAY)
    found.add("transp", "OPAQUE" if event.is_busy else "TRANSPARENT")
    if event.weekday:
        found.add("rrule", {"freq": "weekly", "until": event.period.end})
        if event.except_on:
            found.add("exdate", list(event.except_on), parameters={"VALUE": "DATE"})


def _first(event: WholeDays) -> date:
    start = event.period.start
    return start + (event.weekday - start.isoweekday()) % 7 * DAY
