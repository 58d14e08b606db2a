"""Everything with a date that rules of planning ask about, of people, classes and cities, in one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, CharField, F, IntegerField, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce

from lms.core.periods import Period
from training.models import (
    Absence,
    AgreedAbsence,
    Apprenticeship,
    CityDay,
    Exam,
    RuleSetting,
    SchoolBlock,
    SchoolDay,
    Station,
    TrainerSuitability,
)

COLUMNS = ("source", "key", "owner", "number", "start", "end", "kind", "text", "city", "flag", "values")


@dataclass(frozen=True)
class Row:
    """`owner` is a person (of a school day: its weekday), `number` a class or a city, as the source says."""

    source: str
    key: int
    owner: int
    number: int
    start: date
    end: Any
    kind: str
    text: str
    city: str
    flag: bool
    values: str

    @property
    def period(self) -> Period:
        return Period(self.start, self.end)


def dated_rows(trainings: Iterable[Apprenticeship], within: Period) -> list[Row]:
    """By start, in the order in which they were entered."""
    trainings = list(trainings)
    people = [one.person_id for one in trainings]
    classes = [one.school_calendar_id for one in trainings if one.school_calendar_id]
    touches = Q(starts_on__lte=within.end, ends_on__gte=within.start)
    of_class, of_person = touches & Q(calendar__in=classes), touches & Q(apprentice__in=people)
    parts = [
        _part("setting", RuleSetting, Q(), start="valid_from", end="valid_from", kind="level", text="code",
              city="city__slug", values=Cast("values", TextField())),
        _part("city_day", CityDay, touches, kind="kind", text="name", city="city__slug"),
        _part("proof", TrainerSuitability, Q(), owner="person_id", number="city_id", start="seen_on",
              end="valid_until"),
        _part("agreed", AgreedAbsence.objects.standing(), of_person, owner="apprentice_id"),
        _part("block", SchoolBlock, of_class, number="calendar_id", kind="kind", text="label"),
        _part("school_day", SchoolDay, of_class, number="calendar_id", owner="weekday", flag="whole_day"),
        _part("exam", Exam, touches & (Q(calendar__in=classes) | Q(apprentice__in=people)),
              owner=Coalesce("apprentice_id", 0), number=Coalesce("calendar_id", 0), kind="kind", text="name"),
        _part("absence", Absence, of_person, owner="apprentice_id", kind="kind"),
        _part("station", Station.objects.standing(), of_person & Q(source_type=""), owner="apprentice_id",
              text="department__name"),
    ]  # fmt: skip
    rows = [Row(*row) for row in parts[0].union(*parts[1:], all=True)]
    return sorted(rows, key=lambda row: (row.start, row.key))


def _part(source: str, rows: Any, condition: Q, **columns: Any) -> QuerySet[Any, Any]:
    """One of the tables, with the columns that all have in common; what it has no such column for stays empty."""
    told = {
        "key": F("pk"), "owner": Value(0), "number": Value(0), "start": "starts_on", "end": "ends_on",
        "kind": Value(""), "text": Value(""), "city": Value(""), "flag": Value(False), "values": Value(""),
        **columns,
    }  # fmt: skip
    found = rows if isinstance(rows, QuerySet) else rows.objects.all()
    types: dict[str, Any] = {"owner": IntegerField(), "number": IntegerField(), "flag": BooleanField()}
    named = {"source": Value(source, output_field=CharField())}
    for name, value in told.items():
        value = F(value) if isinstance(value, str) else value
        if name in types or name in ("kind", "text", "city", "values"):
            value = Cast(value, types.get(name, TextField()))
        named[name] = value
    named = {f"row_{name}": value for name, value in named.items()}
    return found.filter(condition).order_by().annotate(**named).values_list(*(f"row_{name}" for name in COLUMNS))
