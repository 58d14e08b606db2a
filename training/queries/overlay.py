"""A school year of all cities week by week, and the weeks in which no chosen class is away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from lms.core.periods import DAY, Period, monday_of
from people.models import City, User
from training.conflicts.facts import NamedDays
from training.holidays import public_holidays
from training.models import CityDay, Exam, SchoolBlock, SchoolCalendar, SchoolDay
from training.school_holidays import school_holidays

SEPTEMBER = 9
TO_FRIDAY = timedelta(days=4)


def school_year_of(day: date) -> int:
    """The year in which it began: school years begin in September here, as trainings do."""
    return day.year if day.month >= SEPTEMBER else day.year - 1


def school_year(year: int) -> Period:
    """Whole weeks, from the one of 1 September to the one before the next."""
    first, following = (monday_of(date(begin, SEPTEMBER, 1)) for begin in (year, year + 1))
    return Period(first, following - DAY)


@dataclass(frozen=True)
class Week:
    """Monday to Friday."""

    period: Period

    @property
    def number(self) -> int:
        return self.period.start.isocalendar().week


@dataclass(frozen=True)
class Cell:
    sign: str = ""
    words: str = ""
    is_off: bool = False


@dataclass
class Row:
    """`days`: what there is, for the table and in words; `sign` stands in the weeks it touches."""

    name: str
    days: list[NamedDays]
    sign: str
    city: City | None = None
    note: str = ""

    def cells(self, weeks: Iterable[Week]) -> list[Cell]:
        return [self._cell(week.period) for week in weeks]

    def _cell(self, week: Period) -> Cell:
        found = [one for one in self.days if one.period.overlaps(week)]
        if not found:
            return Cell()
        names = dict.fromkeys(one.name or self.name for one in found)
        return Cell("".join(dict.fromkeys(self._sign(one) for one in found)), ", ".join(names), is_off=True)

    def _sign(self, days: NamedDays) -> str:
        return sign_of(days.kind) or self.sign


def sign_of(kind: str) -> str:
    signs = {
        "city": pgettext("letter in the overlay: day of the city", "D"),
        "exam": pgettext("letter in the calendar: exam", "E"),
    }
    return signs.get(kind, "")


@dataclass(frozen=True)
class FreeTime:
    """Weeks that follow each other, from a Monday to a Friday."""

    period: Period
    weeks: int


@dataclass
class Overlay:
    year: int
    weeks: list[Week]
    cities: list[Row]
    schools: Row
    classes: list[Row]

    @property
    def next_year(self) -> str:
        return f"{(self.year + 1) % 100:02}"

    @property
    def rows(self) -> list[tuple[Row, list[Cell]]]:
        return [(row, row.cells(self.weeks)) for row in (*self.cities, self.schools, *self.classes)]

    @property
    def in_words(self) -> list[Row]:
        """What all cities have in common is said once."""
        common = (
            [one for one in self.cities[0].days if all(one in row.days for row in self.cities)] if self.cities else []
        )
        own = [replace(row, days=[one for one in row.days if one not in common]) for row in self.cities]
        return [Row(_("In all cities"), common, ""), *own, self.schools, *self.classes]

    @property
    def months(self) -> list[tuple[date, int]]:
        """Months and how many weeks begin in each."""
        firsts = [week.period.start.replace(day=1) for week in self.weeks]
        return [(first, firsts.count(first)) for first in dict.fromkeys(firsts)]

    def free(self, *, least: int = 1, without_holidays: bool = False) -> list[FreeTime]:
        """Where none of the chosen classes has a block or an exam; if wished, no school holidays either."""
        busy = [one.period for row in self.classes for one in row.days]
        if without_holidays:
            busy += [one.period for one in self.schools.days]
        free = [week.period for week in self.weeks if not any(one.overlaps(week.period) for one in busy)]
        return [found for found in _joined(free) if found.weeks >= least]


def _joined(weeks: Sequence[Period]) -> list[FreeTime]:
    found: list[FreeTime] = []
    for week in weeks:
        before = found[-1] if found else None
        if before and monday_of(before.period.end) + timedelta(days=7) == week.start:
            found[-1] = FreeTime(Period(before.period.start, week.end), before.weeks + 1)
        else:
            found.append(FreeTime(week, 1))
    return found


def classes_for(user: User) -> QuerySet[SchoolCalendar]:
    return SchoolCalendar.objects.visible_to(user).select_related("city").order_by("city__name", "name")


def overlay(year: int, chosen: Iterable[SchoolCalendar]) -> Overlay:
    """Everything that happens in the year, in a fixed number of queries."""
    span = school_year(year)
    weeks = [Week(Period(monday, monday + TO_FRIDAY)) for monday in list(span)[::7]]
    language = (get_language() or "de")[:2]
    schools = Row(
        _("School holidays of Bavaria"),
        school_holidays(span, language),
        pgettext("letter in the overlay: school holidays", "S"),
    )
    return Overlay(year, weeks, _cities(span, language), schools, _classes(span, chosen))


def _cities(span: Period, language: str) -> list[Row]:
    touching = CityDay.objects.filter(starts_on__lte=span.end, ends_on__gte=span.start)
    cities = City.objects.order_by("name").prefetch_related(Prefetch("days", touching, to_attr="days_shown"))
    sign = pgettext("letter in the calendar: public holiday", "P")
    rows = []
    for city in cities:
        days = [NamedDays(name, Period(day, day)) for day, name in public_holidays(city.slug, span, language).items()]
        days += [NamedDays(one.name, one.period, "city") for one in city.days_shown]
        rows.append(Row(city.name, sorted(days, key=lambda one: one.period), sign, city))
    return rows


def _classes(span: Period, chosen: Iterable[SchoolCalendar]) -> list[Row]:
    keys = [one.pk for one in chosen]
    touching = Q(starts_on__lte=span.end, ends_on__gte=span.start)
    full = SchoolCalendar.objects.filter(pk__in=keys).select_related("city").order_by("city__name", "name")
    full = full.prefetch_related(
        Prefetch("blocks", SchoolBlock.objects.filter(touching), to_attr="blocks_shown"),
        Prefetch("exams", Exam.objects.filter(touching), to_attr="exams_shown"),
        Prefetch("days", SchoolDay.objects.filter(touching), to_attr="days_shown"),
    )
    return [_class(one) for one in full]


def _class(one: Any) -> Row:
    days = [NamedDays(block.label or block.get_kind_display(), block.period) for block in one.blocks_shown]
    days += [NamedDays(exam.name, exam.period, "exam") for exam in one.exams_shown]
    weekly = ", ".join(dict.fromkeys(str(day.get_weekday_display()) for day in one.days_shown))
    note = _("weekly at school: %(days)s") % {"days": weekly} if weekly else ""
    sign = pgettext("letter in the calendar: block at school", "B")
    return Row(name_of(one), sorted(days, key=lambda day: day.period), sign, one.city, note)


def name_of(one: SchoolCalendar) -> str:
    """VFA 2 (N)"""
    return f"{one.name} ({one.city.letter})"
