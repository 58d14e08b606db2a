"""What somebody's own calendar program shows: nothing of other people, and no reason for being ill."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from lms.core.periods import Period
from people.models import User
from training.calendar_file import WholeDays
from training.dates import OwnDate, own_dates, own_deadlines
from training.holidays import public_holidays
from training.models import Absence, Apprenticeship, Exam, SchoolBlock, SchoolDay, Station
from training.models.absences import AbsenceKind
from training.planned import planned_stays
from training.school_holidays import school_holidays

BACK, AHEAD = timedelta(days=183), timedelta(days=5 * 366)


def dates_of(person: User, today: date) -> list[WholeDays | OwnDate]:
    """From half a year ago on, in a fixed number of queries."""
    training = Apprenticeship.objects.filter(person=person).select_related("city").first()
    within = Period((today - BACK).replace(day=1), today + AHEAD)
    return [*(_of_training(training, within) if training else ()), *own_dates(person), *_deadlines(person)]


def _deadlines(person: User) -> Iterator[WholeDays]:
    for one in own_deadlines(person):
        yield WholeDays(one.key, one.title, Period(one.day, one.day), is_busy=False, note=one.note)


def _of_training(training: Apprenticeship, within: Period) -> Iterator[WholeDays]:
    touching = Q(starts_on__lte=within.end, ends_on__gte=within.start)
    mine = {"apprentice_id": training.person_id}
    for stay in planned_stays([training.person_id], within):
        if stay.is_announced:
            place = stay.host.city.name
            yield WholeDays(f"stay-{stay.key[1]}", f"{stay.title} ({place})", stay.period, place, is_busy=False)
    at_home = Station.objects.standing().filter(touching, source_type="", **mine).select_related("department")
    for station in at_home:
        title = _("Station: %(department)s") % {"department": station.department.name}
        yield WholeDays(f"station-{station.pk}", title, station.period, is_busy=False)
    for absence in Absence.objects.filter(touching, **mine):
        title = absence.get_kind_display() if absence.kind == AbsenceKind.LEAVE else _("absent")
        yield WholeDays(f"absence-{absence.pk}", title[:1].upper() + title[1:], absence.period)
    of_class = Q(calendar_id__isnull=False, calendar_id=training.school_calendar_id)
    for exam in Exam.objects.filter(touching, of_class | Q(**mine)):
        yield WholeDays(f"exam-{exam.pk}", _("Exam: %(name)s") % {"name": exam.name}, exam.period)
    yield from _at_school(training, touching & of_class, within)


def _at_school(training: Apprenticeship, of_class: Q, within: Period) -> Iterator[WholeDays]:
    for block in SchoolBlock.objects.filter(of_class).select_related("calendar"):
        kind = block.get_kind_display()
        title = f"{kind[:1].upper()}{kind[1:]}" + (f": {block.label}" if block.label else "")
        yield WholeDays(f"block-{block.pk}", title, block.period, block.calendar.school)
    closed = _closed(training.city.slug, within)
    for day in SchoolDay.objects.filter(of_class).select_related("calendar"):
        off = tuple(one for one in closed if one in day.period and one.isoweekday() == day.weekday)
        yield WholeDays(
            f"day-{day.pk}", _("Vocational school"), day.period, day.calendar.school, day.weekday, except_on=off
        )


def _closed(city: str, within: Period) -> list[date]:
    """Days without school."""
    off = {day for one in school_holidays(within) for day in one.period}
    return sorted(off | set(public_holidays(city, within)))
