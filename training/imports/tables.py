"""Lists from spreadsheets (CSV): columns named in German or English, in any order."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping

from training.imports.dates import period_in
from training.imports.rows import (
    LARGEST,
    MOST_ROWS,
    Entry,
    Fault,
    NotUnderstood,
    Row,
    Sort,
    Unreadable,
    label_of,
    shown,
)
from training.imports.words import WEEKLY, kind_of, weekdays_in

COLUMNS = {
    "from": "von vom ab beginn start from begin startson startdate startdatum datumvon beginntam erstertag firstday "
    "datum date zeitraum period termin termine",
    "until": "bis ende end until to endson enddate enddatum datumbis endetam letztertag lastday",
    "weeks": "kw kws woche wochen kalenderwoche kalenderwochen week weeks cw calendarweek calendarweeks",
    "year": "jahr year",
    "label": "name bezeichnung titel block betreff beschreibung title label subject summary description anlass",
    "kind": "art typ kind type kategorie category",
    "group": "klasse klassen schulklasse class classes group",
    "weekday": "wochentag wochentage weekday weekdays schultag schultage schoolday",
}
ROLE_OF = {word: role for role, words in COLUMNS.items() for word in words.split()}
LONGEST_CELL = 300


def read_table(data: bytes) -> list[Row]:
    if len(data) > LARGEST:
        raise Unreadable("large", {"kb": LARGEST // 1024})
    cells = _cells(text_of(data))
    if not cells:
        raise Unreadable("empty")
    columns = _columns(cells[0])
    rows = [
        row
        for number, line in enumerate(cells[1:], 2)
        if any(cell.strip() for cell in line)
        for row in _rows(number, line, columns)
    ]
    if not rows:
        raise Unreadable("nothing_below")
    if len(rows) > MOST_ROWS:
        raise Unreadable("many_rows", {"most": MOST_ROWS})
    return rows


def text_of(data: bytes) -> str:
    """UTF-8 with or without its mark, or what Windows writes in western Europe."""
    if b"\x00" in data or data.startswith((b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff", b"%PDF")):
        raise Unreadable("no_text")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _cells(text: str) -> list[list[str]]:
    text = text.lstrip("\r\n")
    first = text.partition("\n")[0]
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=max(";,\t", key=first.count), strict=True))
    except csv.Error as error:
        raise Unreadable("torn") from error


def _columns(names: list[str]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for place, name in enumerate(names):
        role = ROLE_OF.get(re.sub(r"[^a-zäöüß]", "", name.lower()))
        if role:
            found.setdefault(role, place)
    if "from" not in found and "weeks" not in found:
        raise Unreadable("no_columns", {"names": ", ".join(shown(name)[:40] for name in names[:8] if name.strip())})
    return found


def _rows(number: int, line: list[str], columns: Mapping[str, int]) -> list[Row]:
    cell = {role: line[place].strip()[:LONGEST_CELL] if place < len(line) else "" for role, place in columns.items()}
    text = shown(" · ".join(part.strip() for part in line if part.strip()))
    try:
        return [Row(number, text, entry) for entry in _entries(cell)]
    except NotUnderstood as error:
        return [Row(number, text, fault=error.fault)]


def _entries(cell: Mapping[str, str]) -> list[Entry]:
    period, _rest = period_in(_time(cell))
    label, group = label_of(cell.get("label", "")), label_of(cell.get("group", ""))
    kind, weekday = cell.get("kind", ""), cell.get("weekday", "")
    if weekday or WEEKLY.search(kind):
        days = weekdays_in(weekday or label)
        if not days:
            raise NotUnderstood(Fault.NO_WEEKDAY)
        return [Entry(Sort.DAY, period, weekday=day, group=group) for day in days]
    sort, word = kind_of(kind) or kind_of(label) or (Sort.BLOCK, "school")
    return [Entry(sort, period, label, word, group=group)]


def _time(cell: Mapping[str, str]) -> str:
    if cell.get("from"):
        return f"{_first_part(cell['from'])} – {cell['until']}" if cell.get("until") else cell["from"]
    weeks = cell.get("weeks", "")
    named = weeks if re.match(r"[a-zA-Z]", weeks) else f"KW {weeks}"
    return f"{named} {cell.get('year', '')}" if weeks else ""


def _first_part(text: str) -> str:
    """Without the time of day, which some programs write after the day."""
    return re.sub(r"[T\s]\d{1,2}:\d{2}.*$", "", text)
