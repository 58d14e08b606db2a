"""Classes as screens show them: who sees which, their school years, the picture of a year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import QueryDict
from django.utils import timezone

from lms.core.periods import Period
from people.models import City, Membership, User
from training.conflicts import Commitment, Kind, WeeklyDay
from training.imports import Entry, Sort
from training.models import Apprenticeship, BlockKind, Exam, ExamKind, SchoolBlock, SchoolCalendar, SchoolDay
from training.models.calendars import STAFF
from training.queries.effects import Change, Effect, effects_of
from training.queries.facts import BLOCKS

AUGUST = 8


@dataclass(frozen=True, order=True)
class SchoolYear:
    """In Bavaria from August to July (Art. 5 BayEUG)."""

    first: int

    @classmethod
    def of(cls, day: date) -> "SchoolYear":
        return cls(day.year if day.month >= AUGUST else day.year - 1)

    @classmethod
    def asked_for(cls, text: str | None, today: date) -> "SchoolYear":
        asked = bool(text) and len(str(text)) == 4 and str(text).isascii() and str(text).isdigit()
        return cls(int(str(text))) if asked and 2000 <= int(str(text)) < 2100 else cls.of(today)

    @property
    def period(self) -> Period:
        return Period(date(self.first, AUGUST, 1), date(self.first + 1, AUGUST - 1, 31))

    @property
    def following(self) -> "SchoolYear":
        return SchoolYear(self.first + 1)

    def __str__(self) -> str:
        return f"{self.first}/{(self.first + 1) % 100:02}"


def classes_for(user: User, today: date) -> QuerySet[SchoolCalendar]:
    """With the next block, and how many are in the class where it is one of the own city; else none is told."""
    own = own_cities(user)
    ahead = SchoolBlock.objects.filter(calendar=OuterRef("pk"), ends_on__gte=today).order_by("starts_on", "pk")
    members = Q(apprenticeships__ends_on__gte=today, city__in=own)
    visible = SchoolCalendar.objects.filter(pk__in=SchoolCalendar.objects.visible_to(user).values("pk"))
    return visible.select_related("city", "occupation").annotate(
        next_starts=Subquery(ahead.values("starts_on")[:1]),
        next_ends=Subquery(ahead.values("ends_on")[:1]),
        members=Count("apprenticeships", filter=members),
    )


def own_cities(user: User) -> QuerySet[City]:
    """Those in which this person is on the staff today."""
    held = Membership.objects.current().filter(person_id=user.pk, role__in=STAFF, city__isnull=False)
    return City.objects.filter(pk__in=held.values("city_id"))


@dataclass(frozen=True)
class Listed:
    calendar: SchoolCalendar
    is_own: bool

    @property
    def next_block(self) -> Period | None:
        starts = getattr(self.calendar, "next_starts", None)
        return Period(starts, self.calendar.next_ends) if starts else None  # type: ignore[attr-defined]

    @property
    def members(self) -> int | None:
        return int(self.calendar.members) if self.is_own else None  # type: ignore[attr-defined]


def listed(user: User, today: date) -> list[Listed]:
    """All that this person may see, the own city first."""
    own = set(own_cities(user).values_list("pk", flat=True))
    rows = [Listed(one, one.city_id in own) for one in classes_for(user, today)]
    return sorted(rows, key=lambda row: (not row.is_own, row.calendar.city.name, row.calendar.name))


def narrowed(rows: Sequence[Listed], query: QueryDict) -> list[Listed]:
    city, occupation = query.get("stadt", ""), query.get("beruf", "")
    return [
        row
        for row in rows
        if city in ("", row.calendar.city.slug)
        and (not occupation or (row.calendar.occupation is not None and row.calendar.occupation.short == occupation))
    ]


@dataclass(frozen=True)
class Plan:
    """What a class does in a time."""

    blocks: list[SchoolBlock]
    days: list[SchoolDay]
    exams: list[Exam]

    @property
    def is_empty(self) -> bool:
        return not (self.blocks or self.days or self.exams)


def plan_of(calendar: SchoolCalendar, within: Period) -> Plan:
    """In three queries."""
    inside = Q(calendar=calendar, starts_on__lte=within.end, ends_on__gte=within.start)
    return Plan(
        list(SchoolBlock.objects.filter(inside)),
        list(SchoolDay.objects.filter(inside)),
        list(Exam.objects.filter(inside)),
    )


def years_of(calendar: SchoolCalendar, shown: SchoolYear, today: date) -> list[SchoolYear]:
    """Those with something in it, this one, the next one, and the one that is shown."""
    found = {shown, SchoolYear.of(today), SchoolYear.of(today).following}
    for model in (SchoolBlock, SchoolDay, Exam):
        for start, end in model._default_manager.filter(calendar=calendar).values_list("starts_on", "ends_on"):
            found |= {SchoolYear(year) for year in range(SchoolYear.of(start).first, SchoolYear.of(end).first + 1)}
    return sorted(found)


def people_of(calendars: Iterable[SchoolCalendar]) -> Mapping[int, list[int]]:
    """Who is in which class now."""
    found: dict[int, list[int]] = {}
    rows = Apprenticeship.objects.filter(school_calendar__in=list(calendars), ends_on__gte=timezone.localdate())
    for calendar, person in rows.values_list("school_calendar_id", "person_id"):
        found.setdefault(int(calendar or 0), []).append(person)
    return found


def as_change(entry: Entry) -> Change:
    if entry.sort == Sort.DAY:
        return WeeklyDay(entry.weekday, entry.period, entry.whole_day)
    if entry.sort == Sort.EXAM:
        return Commitment(Kind.EXAM, entry.period, entry.label, written=entry.kind == ExamKind.WRITTEN_FINAL)
    return Commitment(BLOCKS[BlockKind(entry.kind or BlockKind.SCHOOL)], entry.period, entry.label)


@dataclass(frozen=True)
class Touched:
    """Planned stays that new school times would meet; `hidden`: how many of them this person may not see."""

    effects: list[tuple[str, Effect]]
    hidden: int

    def __bool__(self) -> bool:
        return bool(self.effects or self.hidden)

    @property
    def key(self) -> str:
        """Whoever saves all the same has seen just these."""
        said = [(effect.stay.key, [finding.code for finding in effect.findings]) for _name, effect in self.effects]
        return sha256(repr((said, self.hidden)).encode()).hexdigest()[:20]


Entries = Mapping[SchoolCalendar, Sequence[Entry]]


def touched_by(user: User, entries: Entries, instead_of: Entries | None = None) -> Touched:
    """What these entries would do to stays that are planned, before they are saved."""
    members = people_of({*entries, *(instead_of or {})})
    found = effects_of(_by_person(entries, members), _by_person(instead_of or {}, members))
    seen = Apprenticeship.objects.visible_to(user).filter(person__in={one.stay.apprentice_id for one in found})
    names = {one.person_id: one.person.full_name for one in seen.select_related("person")} if found else {}
    shown = [(names[one.stay.apprentice_id], one) for one in found if one.stay.apprentice_id in names]
    return Touched(shown, len(found) - len(shown))


def _by_person(entries: Entries, members: Mapping[int, list[int]]) -> dict[int, list[Change]]:
    return {
        person: [as_change(entry) for entry in some]
        for calendar, some in entries.items()
        for person in members.get(calendar.pk, ())
    }


# The picture of a year: a row for each month, a column for each day


DAY_WIDTH, ROW, LABEL = 11, 15, 36


@dataclass(frozen=True)
class Mark:
    x: int
    y: int
    width: int
    sort: str


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    months: list[tuple[int, date]]
    marks: list[Mark]


def picture_of(plan: Plan, year: SchoolYear, free: Iterable[Period] = (), today: date | None = None) -> Picture:
    whole = year.period
    marks = [mark for period in free for mark in _bars(period, whole, "free")]
    marks += [mark for block in plan.blocks for mark in _bars(block.period, whole, "block")]
    for day in plan.days:
        inside = day.period.intersection(whole)
        for one in inside or ():
            if one.isoweekday() == day.weekday:
                marks += _bars(Period(one, one), whole, "day")
    marks += [mark for exam in plan.exams for mark in _bars(exam.period, whole, "exam")]
    if today and today in whole:
        marks += _bars(Period(today, today), whole, "today")
    months = [(_y(first, whole) + ROW - 4, first) for first in _firsts(whole)]
    return Picture(LABEL + 31 * DAY_WIDTH, ROW * 12, months, marks)


def _firsts(whole: Period) -> list[date]:
    return [day for day in whole if day.day == 1]


def _y(day: date, whole: Period) -> int:
    return ROW * ((day.year - whole.start.year) * 12 + day.month - whole.start.month)


def _bars(period: Period, whole: Period, sort: str) -> list[Mark]:
    """One for each month that the period touches."""
    inside = period.intersection(whole)
    if inside is None:
        return []
    starts = [inside.start, *(first for first in _firsts(whole) if inside.start < first <= inside.end)]
    ends = [*(first for first in starts[1:]), None]
    return [
        Mark(
            LABEL + (start.day - 1) * DAY_WIDTH,
            _y(start, whole),
            ((following - start).days if following else (inside.end - start).days + 1) * DAY_WIDTH,
            sort,
        )
        for start, following in zip(starts, ends, strict=True)
    ]


def months_of(plan: Plan, year: SchoolYear) -> list[tuple[date, list[Entry]]]:
    """Blocks and exams by the month in which they begin, for the table beside the picture."""
    entries = [Entry(Sort.BLOCK, one.period, one.label or one.get_kind_display(), one.kind) for one in plan.blocks]
    entries += [Entry(Sort.EXAM, one.period, one.name, one.kind) for one in plan.exams]
    found: dict[date, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.period):
        found.setdefault(max(entry.period.start, year.period.start).replace(day=1), []).append(entry)
    return list(found.items())


def entries_from(calendar: SchoolCalendar, year: SchoolYear) -> list[Entry]:
    """What begins in the year and can be copied: exams are set anew each year."""
    inside = Q(calendar=calendar, starts_on__range=(year.period.start, year.period.end))
    blocks = [Entry(Sort.BLOCK, one.period, one.label, one.kind) for one in SchoolBlock.objects.filter(inside)]
    days = SchoolDay.objects.filter(inside)
    return blocks + [Entry(Sort.DAY, one.period, weekday=one.weekday, whole_day=one.whole_day) for one in days]


def class_chips(query: QueryDict, rows: Sequence[Listed]) -> list[dict[str, Any]]:
    cities = {row.calendar.city.slug: row.calendar.city.name for row in rows}
    shorts = sorted({row.calendar.occupation.short for row in rows if row.calendar.occupation})
    chips = [_chip(query, "stadt", slug, name) for slug, name in cities.items()] if len(cities) > 1 else []
    return chips + [_chip(query, "beruf", short, short) for short in shorts]


def _chip(query: QueryDict, name: str, value: str, label: str) -> dict[str, Any]:
    """Of one kind only one is on; the chosen one switches itself off again."""
    current = query.get(name, "") == value
    changed = query.copy()
    changed.pop(name, None)
    if not current:
        changed[name] = value
    return {"label": label, "url": f"?{changed.urlencode()}", "current": current}
