"""Stations and their weeks as screens show them."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from lms.core.periods import monday_of
from people.models import Role, User
from people.queries import acting_as, acts_as, cities_where
from training.models import Station, WeeklyNote
from training.states import NoteStatus, StationStatus

EARLIEST_CHECK_IN = timedelta(days=3)  # before the first day of a station
WRITTEN_FROM = timedelta(days=3)  # the week's note is due from Thursday on


@dataclass(frozen=True)
class Week:
    """One week of a station; `note` is None until something is written (or for those who may not read it)."""

    monday: date
    start: date
    end: date
    is_open: bool
    note: WeeklyNote | None


def stations_for(user: User) -> QuerySet[Station]:
    return Station.objects.visible_to(user).select_related(
        "apprentice__apprenticeship__occupation", "department__city", "supervisor", "deputy", "checked_in_by"
    )


def notes_for(user: User) -> QuerySet[WeeklyNote]:
    return WeeklyNote.objects.visible_to(user).select_related(
        "station__apprentice__apprenticeship", "station__department__city", "station__supervisor", "read_by"
    )


def may_see_notes(user: User, station: Station) -> bool:
    """The person, who looks after them, and the home side; never the training office of another city."""
    apprenticeship = station.apprentice.apprenticeship
    near = (station.apprentice_id, station.supervisor_id, station.deputy_id, apprenticeship.trainer_id)
    if user.pk in near or cities_where(user, Role.HR).filter(pk=apprenticeship.city_id).exists():
        return True
    looks_after = acts_as(user, Role.SUPERVISOR, station.supervisor_id, station.deputy_id)
    return looks_after or acts_as(user, Role.TRAINER, apprenticeship.trainer_id)


def weeks_open(station: Station, today: date) -> set[date]:
    """Mondays of weeks to write about: those that have begun, and the first as soon as the person is there."""
    if station.status not in (StationStatus.RUNNING, StationStatus.DONE):
        return set()
    weeks = [monday_of(week.start) for week in station.period.iso_weeks()]
    return {week for week in weeks if week <= today} | {weeks[0]}


def weeks_of(station: Station, notes: list[WeeklyNote], today: date) -> list[Week]:
    """All weeks of a station with what was written about them."""
    written = {note.week_starts_on: note for note in notes if note.station_id == station.pk}
    open_weeks = weeks_open(station, today)
    return [
        Week(monday, part.start, part.end, monday in open_weeks, written.get(monday))
        for part in station.period.iso_weeks()
        for monday in [monday_of(part.start)]
    ]


def notes_due(apprentice: User, today: date) -> list[tuple[Station, date]]:
    """Weeks of running stations that wait for the note: past ones, and this one from Thursday on."""
    running = Station.objects.filter(apprentice=apprentice, status=StationStatus.RUNNING).select_related("department")
    stations = list(running.prefetch_related("notes"))
    return [
        (station, week)
        for station in stations
        for week in sorted(weeks_open(station, today))
        if week + WRITTEN_FROM <= today and week not in _handed_in(station)
    ]


def _handed_in(station: Station) -> set[date]:
    return {note.week_starts_on for note in station.notes.all() if note.status != NoteStatus.DRAFT}


def notes_to_read(user: User) -> QuerySet[WeeklyNote]:
    """Notes that wait for this supervisor or deputy, the oldest first."""
    acting = acting_as(user, Role.SUPERVISOR)
    mine = Q(station__supervisor__in=acting) | Q(station__deputy__in=acting)
    waiting = WeeklyNote.objects.filter(mine, status=NoteStatus.SUBMITTED)
    return waiting.select_related("station__apprentice", "station__department").order_by("submitted_at", "pk")


def stations_to_check_in(user: User, today: date) -> QuerySet[Station]:
    return _hosted_by(user).filter(status=StationStatus.PLANNED, starts_on__lte=today)


def stations_to_complete(user: User, today: date) -> QuerySet[Station]:
    return _hosted_by(user).filter(status=StationStatus.RUNNING, ends_on__lte=today)


def looked_after_by(user: User) -> Q:
    acting = acting_as(user, Role.SUPERVISOR)
    return Q(supervisor__in=acting) | Q(deputy__in=acting)


def _hosted_by(user: User) -> QuerySet[Station]:
    found = Station.objects.filter(looked_after_by(user))
    return found.select_related("apprentice", "department").order_by("starts_on", "pk")
