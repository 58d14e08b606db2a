"""Sessions as a file for calendars (RFC 5545). It names no person: neither who takes part nor who organises."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

CITY_TIME = "Europe/Berlin"
ZONE = f"""BEGIN:VTIMEZONE
TZID:{CITY_TIME}
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE"""
LONGEST = 75  # octets in a line


@dataclass(frozen=True)
class Event:
    key: str
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str = ""
    link: str = ""
    note: str = ""


def calendar(events: Iterable[Event], now: datetime) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Wanderjahr//Kurse//DE", "CALSCALE:GREGORIAN"]
    lines += ZONE.splitlines()
    for event in events:
        lines += _event(event, now)
    return b"".join(_folded(line) for line in [*lines, "END:VCALENDAR"])


def _event(event: Event, now: datetime) -> list[str]:
    told = {"LOCATION": event.place, "URL": event.link, "DESCRIPTION": event.note}
    return [
        "BEGIN:VEVENT",
        f"UID:{event.key}",
        f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;TZID={CITY_TIME}:{_local(event.starts_at)}",
        f"DTEND;TZID={CITY_TIME}:{_local(event.ends_at)}",
        f"SUMMARY:{_escaped(event.title)}",
        *(f"{name}:{text if name == 'URL' else _escaped(text)}" for name, text in told.items() if text),
        "END:VEVENT",
    ]


def _local(moment: datetime) -> str:
    return moment.astimezone(ZoneInfo(CITY_TIME)).strftime("%Y%m%dT%H%M%S")


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, "\\" + sign)
    return "\\n".join(text.splitlines())


def _folded(line: str) -> bytes:
    """Lines of at most 75 octets; a longer one goes on after a blank, never inside a letter."""
    parts, part = [], b""
    for letter in line.replace("\r", "").replace("\n", ""):
        if len(part) + len(letter.encode()) > LONGEST - bool(parts):
            parts.append(part)
            part = b""
        part += letter.encode()
    return b"\r\n ".join([*parts, part]) + b"\r\n"
