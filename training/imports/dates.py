"""Days and calendar weeks as people write them: 02.11.2026 – 20.11.2026, 2. November 2026, KW 45–47 2026."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from lms.core.periods import Period
from training.imports.rows import LONGEST_DAYS, Fault, NotUnderstood

YEARS = range(2000, 2101)
MONTHS = {
    name: number
    for number, names in enumerate(
        ["jan januar january", "feb februar february", "mär mrz märz mar march", "apr april", "mai may",
         "jun juni june", "jul juli july", "aug august", "sep sept september", "okt oktober oct october",
         "nov november", "dez dezember dec december"], 1,
    )
    for name in names.split()
}  # fmt: skip
YEAR = r"(?P<{0}>\d{{4}}|\d{{2}})(?![\d.:])"
DAY = re.compile(
    r"(?<![\d.])(?:(?P<iso_year>\d{4})-(?P<iso_month>\d{1,2})-(?P<iso_day>\d{1,2})(?!\d)"
    rf"|(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.(?:\s?{YEAR.format('year')})?"
    rf"|(?P<named_day>\d{{1,2}})\.?\s?(?P<name>[A-Za-zäÄ]{{3,9}})\.?\s?(?P<named_year>\d{{4}})?)"
)
SHARED_MONTH = re.compile(  # 2.–20.11.2026, 2. bis 20. November 2026
    r"(?<![\d.])(\d{1,2})\.\s*(?=(?:-|–|—|bis|to)\s*\d{1,2}\.\s?(\d{1,2}\.|[A-Za-zä]{3,9}))"
)
TO = r"\s*(?:-|–|—|bis|to|until)\s*"
CALENDAR_WEEK = r"(?:KW|CW|Kalenderwochen?|Wochen?|weeks?)\.?\s*"
WEEKS = re.compile(
    rf"(?<!\w){CALENDAR_WEEK}(?P<first>\d{{1,2}})(?!\d)(?:\s*[/,]?\s*(?P<first_year>\d{{4}}))?"
    rf"(?:{TO}(?:{CALENDAR_WEEK})?(?P<last>\d{{1,2}})(?![\d.]))?(?:\s*[/,]?\s*(?P<last_year>\d{{4}}))?",
    re.IGNORECASE,
)
ONE_YEAR = re.compile(r"(?<![\d.])20\d{2}(?![\d.])")
AROUND = re.compile(
    r"(?<!\w)(?:bis|to|until|von|from|vom|zum|am|(?:mo|di|mi|do|fr|sa|so)(?=[.,\s]|$))(?!\w)[.,]?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Written:
    """A day, perhaps without its year, and where it stands in the text."""

    year: int | None
    month: int
    day: int
    span: tuple[int, int]


def period_in(text: str) -> tuple[Period, str]:
    """The time that a line names, and what else stands in it."""
    text = SHARED_MONTH.sub(r"\1. \2 ", text)
    weeks = WEEKS.search(text)
    if weeks and not _days_in(text):
        return _weeks(text, weeks)
    days = _days_in(text)
    if not days:
        raise NotUnderstood(Fault.NO_DATE)
    if len(days) > 2:
        raise NotUnderstood(Fault.MANY_DATES)
    return _from_to(days[0], days[-1]), _rest(text, [day.span for day in days])


def _days_in(text: str) -> list[Written]:
    found = []
    for match in DAY.finditer(text):
        month = match["iso_month"] or match["month"] or MONTHS.get((match["name"] or "").lower())
        if month is None:
            continue
        year = match["iso_year"] or match["year"] or match["named_year"]
        day = match["iso_day"] or match["day"] or match["named_day"]
        found.append(Written(_year(year), int(month), int(day), match.span()))
    return found


def _year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) + 2000 if len(text) == 2 else int(text)


def _from_to(first: Written, last: Written) -> Period:
    year_of_last = last.year or first.year
    if year_of_last is None:
        raise NotUnderstood(Fault.NO_YEAR)
    crosses = (first.month, first.day) > (last.month, last.day)
    year_of_first = first.year or year_of_last - crosses
    return span_of(_date(year_of_first, first.month, first.day), _date(year_of_last, last.month, last.day))


def _date(year: int, month: int, day: int) -> date:
    if year not in YEARS:
        raise NotUnderstood(Fault.FAR_AWAY)
    try:
        return date(year, month, day)
    except ValueError:
        raise NotUnderstood(Fault.NO_SUCH_DAY) from None


def span_of(start: date, end: date) -> Period:
    if end < start:
        raise NotUnderstood(Fault.ENDS_BEFORE)
    if (end - start).days >= LONGEST_DAYS:
        raise NotUnderstood(Fault.TOO_LONG)
    return Period(start, end)


def _weeks(text: str, match: re.Match[str]) -> tuple[Period, str]:
    first, last = int(match["first"]), int(match["last"] or match["first"])
    years = [int(found) for found in (match["first_year"], match["last_year"]) if found]
    spans = [match.span()]
    if not years:
        elsewhere = ONE_YEAR.search(text)
        if elsewhere is None:
            raise NotUnderstood(Fault.NO_YEAR)
        years = [int(elsewhere[0])]
        spans.append(elsewhere.span())
    year_of_last = years[-1] + (len(years) == 1 and last < first)
    return span_of(_monday(years[0], first), _monday(year_of_last, last) + timedelta(days=4)), _rest(text, spans)


def _monday(year: int, week: int) -> date:
    if year not in YEARS:
        raise NotUnderstood(Fault.FAR_AWAY)
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        raise NotUnderstood(Fault.NO_SUCH_WEEK) from None


def _rest(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    words = AROUND.sub(" ", text)
    return " ".join(words.split()).strip(" -–—,;:|/()")
