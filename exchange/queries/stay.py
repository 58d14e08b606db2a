"""One stay as its page shows it: the way, its stations, what stands against it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from exchange.models import Placement
from exchange.queries.conflicts import load
from exchange.queries.holidays import Holiday, holidays_at
from exchange.states import PLACEMENT, PlacementStatus
from lms.core.steps import Halt
from lms.core.templatetags.wanderjahr import date_range, day_short
from people.models import User
from people.policies import allowed
from training.models import Station, WeeklyNote
from training.models.stations import StationQuerySet
from training.notices import Notice
from training.queries.stations import EARLIEST_CHECK_IN, Week, may_see_notes, notes_for, weeks_of
from training.states import STATION, StationStatus

P = PlacementStatus
WAITING = PLACEMENT.steps["refuse"].sources
OVER = [P.REFUSED, P.DECLINED, P.EXPIRED, P.CANCELED, P.SWAPPED, P.TERMINATED]
PLANNED = [P.ACCEPTED, P.ACTIVE]


@dataclass(frozen=True)
class Stop:
    """A station of the stay with its weeks, as far as the reader may see them."""

    station: Station
    weeks: list[Week]
    sees_notes: bool
    may_check_in: bool
    may_complete: bool
    may_change: bool

    @property
    def key(self) -> str:
        return f"station-{self.station.pk}"


def stations_of(placement: Placement) -> StationQuerySet:
    source_type, source_id = placement.source
    return Station.objects.filter(source_type=source_type, source_id=source_id)


def stops_of(placement: Placement, user: User, today: date, *, may_plan: bool) -> list[Stop]:
    found = (
        stations_of(placement)
        .standing()
        .select_related("department__city", "supervisor", "deputy", "apprentice__apprenticeship")
    )
    stations = list(found)
    notes = list(notes_for(user).filter(station__in=stations))
    return [_stop(placement, station, notes, user, today, may_plan) for station in stations]


def _stop(
    placement: Placement, station: Station, notes: list[WeeklyNote], user: User, today: date, may_plan: bool
) -> Stop:
    hosts = placement.status in PLANNED and allowed("training.check_in", user, station)
    return Stop(
        station=station,
        weeks=weeks_of(station, notes, today),
        sees_notes=may_see_notes(user, station),
        may_check_in=hosts and STATION.may(station, "check_in") and station.starts_on - EARLIEST_CHECK_IN <= today,
        may_complete=hosts and STATION.may(station, "complete"),
        may_change=may_plan and station.status in (StationStatus.PLANNED, StationStatus.RUNNING),
    )


def halts_of(placement: Placement, stops: list[Stop], today: date) -> list[Halt]:
    """Promise, preparation, each station, completion, record; a stay that ended early stops where it was."""
    status = P(placement.status)
    if status in OVER:
        return _ended(placement, stops)
    reached = _reached(status)
    weeks = [
        Halt(
            _state_of(stop.station),
            stop.station.department.name,
            date_range(stop.station.starts_on, stop.station.ends_on),
        )
        for stop in stops
    ] or [Halt(_state(2, reached), _("Stay in %(city)s") % {"city": placement.host_city}, _dates(placement))]
    return [
        Halt(_state(0, reached), _("Promise"), _promise_note(placement, reached)),
        Halt(_state(1, reached), _("Preparation"), _("until %(day)s") % {"day": day_short(placement.starts_on)}),
        *_one_current(weeks, reached),
        Halt(_state(3, reached), _("Completion"), day_short(placement.ends_on)),
        Halt(_state(4, reached), _("Record"), _("issued by %(city)s") % {"city": placement.home_name}),
    ]


def _reached(status: PlacementStatus) -> int:
    return {P.ACCEPTED: 1, P.ACTIVE: 2, P.COMPLETED: 4, P.CLOSED: 5}.get(status, 0)


def _state(index: int, reached: int) -> str:
    return "done" if index < reached else "current" if index == reached else "ahead"


def _state_of(station: Station) -> str:
    return {StationStatus.DONE: "done", StationStatus.RUNNING: "current"}.get(StationStatus(station.status), "ahead")


def _one_current(weeks: list[Halt], reached: int) -> list[Halt]:
    """While the stay runs exactly one station is the current one: the first that is not done."""
    if reached != 2:
        return weeks
    first = next((index for index, halt in enumerate(weeks) if halt.state != "done"), None)
    return [
        Halt("done" if halt.state == "done" else "current" if index == first else "ahead", halt.name, halt.note)
        for index, halt in enumerate(weeks)
    ]


def _ended(placement: Placement, stops: list[Stop]) -> list[Halt]:
    before = (
        [Halt("done", _("Promise"))] if placement.status in (P.CANCELED, P.TERMINATED) and placement.answered_at else []
    )
    done = [Halt("done", stop.station.department.name) for stop in stops if stop.station.status == StationStatus.DONE]
    end = Halt("blocked", _("Ended"), day_short(placement.status_since), str(placement.get_status_display()))
    return [*before, *done, end]


def _promise_note(placement: Placement, reached: int) -> str:
    if reached:
        return day_short(placement.answered_at)
    return _("until %(day)s") % {"day": day_short(placement.round.accept_until)}


def _dates(placement: Placement) -> str:
    return date_range(placement.starts_on, placement.ends_on)


def notices_about(placement: Placement) -> list[Notice]:
    """What stands against this stay; it is not in its own way."""
    folder = load({placement.apprentice_id}, placement.period)
    return folder.notices(placement.apprentice_id, placement.offer, stay=placement)


def holidays_of(placement: Placement) -> list[Holiday]:
    return holidays_at(placement.host_city.slug, placement.period)
