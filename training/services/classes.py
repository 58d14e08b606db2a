"""What training offices keep about classes: the class itself, its blocks, weekly days and exams."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from lms.core import journal
from lms.core.errors import Refused, TooLate
from lms.core.periods import Period
from people.models import City, Occupation, User
from people.policies import require
from training.imports import Entry, Sort
from training.models import BlockKind, Exam, ExamKind, SchoolBlock, SchoolCalendar, SchoolDay

Kept = SchoolBlock | SchoolDay | Exam
MODELS: dict[Sort, type[Kept]] = {Sort.BLOCK: SchoolBlock, Sort.DAY: SchoolDay, Sort.EXAM: Exam}
FIELDS = {
    Sort.BLOCK: ("kind", "label", "starts_on", "ends_on"),
    Sort.DAY: ("weekday", "whole_day", "starts_on", "ends_on"),
    Sort.EXAM: ("kind", "name", "starts_on", "ends_on"),
}
OF_CLASS = ("name", "school", "occupation_id")


@transaction.atomic
def create_class(
    city: City, *, name: str, school: str = "", occupation: Occupation | None, actor: User
) -> SchoolCalendar:
    calendar = SchoolCalendar(city=city, name=name, school=school, occupation=occupation)
    require("training.keep_classes", actor, calendar, city_id=city.pk)
    City.objects.select_for_update().get(pk=city.pk)
    _require_free_name(calendar)
    calendar.save()
    journal.record(calendar, "training.class.create", actor=actor)
    return calendar


@transaction.atomic
def change_class(
    calendar: SchoolCalendar, *, name: str, school: str, occupation: Occupation | None, seen: str, actor: User
) -> SchoolCalendar:
    require("training.keep_classes", actor, calendar, city_id=calendar.city_id)
    City.objects.select_for_update().get(pk=calendar.city_id)
    calendar = locked(calendar)
    _require_unchanged(calendar, seen)
    calendar.name, calendar.school, calendar.occupation = name, school, occupation
    _require_free_name(calendar)
    calendar.save()
    journal.record(calendar, "training.class.change", actor=actor)
    return calendar


@transaction.atomic
def add_entries(calendar: SchoolCalendar, entries: Sequence[Entry], *, actor: User) -> int:
    require("training.keep_classes", actor, calendar, city_id=calendar.city_id)
    calendar = locked(calendar)
    known = keys_of([calendar])
    if any(key_of(calendar, entry) in known for entry in entries):
        raise Refused(_("This is in the calendar of the class already."), about=calendar)
    write(calendar, entries)
    journal.record(calendar, "training.class.enter", actor=actor, entries=len(entries))
    return len(entries)


@transaction.atomic
def change_entry(record: Kept, *, seen: str, actor: User, **values: Any) -> None:
    calendar, record = _to_change(record, seen, actor)
    for name, value in values.items():
        setattr(record, name, value)
    others = keys_of([calendar], but=record)
    if key_of(calendar, as_entry(record)) in others:
        raise Refused(_("This is in the calendar of the class already."), about=calendar)
    record.save()
    journal.record(calendar, "training.class.entry_change", actor=actor, **_facts(record))


@transaction.atomic
def remove_entry(record: Kept, *, seen: str, actor: User) -> None:
    calendar, record = _to_change(record, seen, actor)
    facts = _facts(record)
    record.delete()
    journal.record(calendar, "training.class.entry_remove", actor=actor, **facts)


def _to_change(record: Kept, seen: str, actor: User) -> tuple[SchoolCalendar, Kept]:
    """As it is now, if nobody else has changed it since it was shown."""
    calendar = record.calendar
    assert calendar is not None  # noqa: S101 - exams of single people are no entries of classes
    require("training.keep_classes", actor, calendar, city_id=calendar.city_id)
    calendar = locked(calendar)
    now = type(record)._default_manager.filter(pk=record.pk).first()
    if now is None:
        raise TooLate(_("Somebody else has removed this from the calendar in the meantime."), about=calendar)
    _require_unchanged(now, seen, about=calendar)
    return calendar, now


def _require_unchanged(record: models.Model, seen: str, about: SchoolCalendar | None = None) -> None:
    if seen != fingerprint(record):
        sentence = _("Somebody else has changed this in the meantime. Nothing is overwritten: please look again.")
        raise TooLate(sentence, about=about or record)


def _require_free_name(calendar: SchoolCalendar) -> None:
    same = SchoolCalendar.objects.filter(city=calendar.city_id, name__iexact=calendar.name).exclude(pk=calendar.pk)
    if same.exists():
        raise Refused(_("There is a class with this name already. Please choose another name."))


def fingerprint(record: models.Model) -> str:
    """Travels with a form, to notice that somebody else was there in between."""
    sort = sort_of(record)
    names = FIELDS[sort] if sort else OF_CLASS
    return sha256(repr([record.pk, *(str(getattr(record, name)) for name in names)]).encode()).hexdigest()[:20]


def sort_of(record: models.Model) -> Sort | None:
    return next((sort for sort, model in MODELS.items() if isinstance(record, model)), None)


def _facts(record: Kept) -> dict[str, str]:
    return {"sort": str(sort_of(record)), "from": str(record.starts_on), "until": str(record.ends_on)}


def locked(calendar: SchoolCalendar) -> SchoolCalendar:
    """Those who change one class wait for each other."""
    return SchoolCalendar.objects.select_for_update(of=("self",), no_key=True).get(pk=calendar.pk)


def write(calendar: SchoolCalendar, entries: Iterable[Entry]) -> None:
    records: dict[Sort, list[Any]] = {sort: [] for sort in MODELS}
    for entry in entries:
        records[entry.sort].append(_record(calendar, entry))
    for sort, model in MODELS.items():
        model._default_manager.bulk_create(records[sort])


def _record(calendar: SchoolCalendar, entry: Entry) -> Kept:
    days = {"calendar": calendar, "starts_on": entry.period.start, "ends_on": entry.period.end}
    if entry.sort == Sort.BLOCK:
        return SchoolBlock(kind=entry.kind or BlockKind.SCHOOL, label=entry.label, **days)
    if entry.sort == Sort.DAY:
        return SchoolDay(weekday=entry.weekday, whole_day=entry.whole_day, **days)
    return Exam(kind=entry.kind or ExamKind.OTHER, name=entry.label or _("Exam"), **days)


def as_entry(record: Kept) -> Entry:
    if isinstance(record, SchoolBlock):
        return Entry(Sort.BLOCK, record.period, record.label, record.kind)
    if isinstance(record, SchoolDay):
        return Entry(Sort.DAY, record.period, weekday=record.weekday, whole_day=record.whole_day)
    return Entry(Sort.EXAM, record.period, record.name, record.kind)


def key_of(calendar: SchoolCalendar, entry: Entry) -> tuple[object, ...]:
    """What may stand in a calendar once only."""
    if entry.sort == Sort.DAY:
        return calendar.pk, entry.sort, entry.weekday, entry.period.start
    name = entry.label.casefold() if entry.sort == Sort.EXAM else ""
    return calendar.pk, entry.sort, name, entry.period.start, entry.period.end


def keys_of(calendars: Iterable[SchoolCalendar], but: Kept | None = None) -> dict[tuple[object, ...], Period]:
    """Of everything these classes have already, with its time, in three queries."""
    by_key = {calendar.pk: calendar for calendar in calendars}
    found: dict[tuple[object, ...], Period] = {}
    for model in MODELS.values():
        for record in model._default_manager.filter(calendar__in=by_key):
            if record != but:
                found[key_of(by_key[int(record.calendar_id or 0)], as_entry(record))] = record.period
    return found
