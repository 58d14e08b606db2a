"""The weeks at the host: stations, check-in, completion, and an early end."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.models import Placement
from exchange.queries.stay import stations_of
from exchange.services.placements import lock
from exchange.services.seats import release_seat
from exchange.services.swaps import lapse_swaps_of
from exchange.services.telling import hosts, office, offices, tell, trainer
from exchange.states import APPLICATION, PLACEMENT, SEAT_HELD, ApplicationStatus, PlacementStatus
from lms.core import journal
from lms.core.errors import Refused
from lms.core.periods import DAY, Period
from lms.core.templatetags.wanderjahr import date_range
from people.models import Department, Role, User
from people.policies import require
from people.queries import people_with
from training.models import Station
from training.services import stations
from training.states import STATION, StationStatus

BEGUN_OR_AHEAD = [PlacementStatus.ACCEPTED, PlacementStatus.ACTIVE]


@transaction.atomic
def add_station(
    placement: Placement,
    department: Department,
    period: Period,
    *,
    supervisor: User,
    deputy: User | None = None,
    tasks: str = "",
    actor: User,
) -> Station:
    """Plan a further station within the stay."""
    _require_plannable(placement, department, period, supervisor, deputy, actor)
    station = stations.book_station(
        placement.apprentice,
        department,
        period,
        supervisor=supervisor,
        deputy=deputy,
        tasks=tasks,
        source=placement.source,
        actor=actor,
    )
    _tell_of_plan(placement, station)
    return station


@transaction.atomic
def change_station(
    placement: Placement,
    station: Station,
    department: Department,
    period: Period,
    *,
    supervisor: User,
    deputy: User | None = None,
    tasks: str = "",
    actor: User,
) -> Station:
    _require_plannable(placement, department, period, supervisor, deputy, actor)
    station = stations.change_station(
        station, department, period, supervisor=supervisor, deputy=deputy, tasks=tasks, actor=actor
    )
    _tell_of_plan(placement, station)
    return station


@transaction.atomic
def remove_station(placement: Placement, station: Station, *, actor: User) -> Station:
    """Take a planned station out of the stay."""
    require("exchange.plan_stations", actor, placement)
    if station.status != StationStatus.PLANNED:
        raise Refused(_("Only a station that has not begun can be removed."), about=placement)
    return stations.cancel_station(station, actor=actor)


@transaction.atomic
def check_in_guest(placement: Placement, station: Station, *, actor: User, today: date | None = None) -> Placement:
    """The guest has arrived; with the first station the stay is running."""
    lock(placement)
    if placement.status not in BEGUN_OR_AHEAD:
        raise Refused(_("A guest can only be checked in after the place has been accepted."), about=placement)
    stations.check_in(station, actor=actor, today=today)
    if placement.status == PlacementStatus.ACCEPTED:
        PLACEMENT.advance(placement, "start", status_since=timezone.now())
        journal.record(placement, "exchange.placement.start", actor=actor)
        tell(placement, "started", [trainer(placement), *office(placement.home_city_id)])
    return placement


@transaction.atomic
def complete_placement(placement: Placement, *, actor: User, today: date | None = None) -> Placement:
    """The host says that the stay is over; every station has to be completed.

    A stay that is over early ends that day, so that the record never names days nobody was there.
    """
    require("exchange.complete_placement", actor, placement)
    lock(placement)
    if placement.status == PlacementStatus.ACTIVE:
        _require_nothing_open(placement)
    last_day = max(placement.starts_on + DAY, min(placement.ends_on, today or timezone.localdate()))
    PLACEMENT.advance(placement, "complete", status_since=timezone.now(), ends_on=last_day)
    journal.record(placement, "exchange.placement.complete", actor=actor)
    tell(placement, "completed", [placement.apprentice, trainer(placement)])
    tell(placement, "record_due", office(placement.home_city_id))
    return placement


@transaction.atomic
def end_placement(placement: Placement, *, actor: User, reason: str) -> Placement:
    """Cancel a stay before it starts, or end a running one early; both need a reason."""
    require("exchange.end_placement", actor, placement)
    if not reason.strip():
        raise Refused(_("Please give a reason. Everybody involved reads it."), about=placement)
    return end_stay(placement, actor=actor, reason=reason)


def end_stay(placement: Placement, *, actor: User, reason: str) -> Placement:
    """What the end of a stay takes with it; whoever calls this has asked for the right to end it."""
    lock(placement)
    step = "terminate" if placement.status == PlacementStatus.ACTIVE else "cancel"
    left = PLACEMENT.advance(placement, step, status_since=timezone.now(), end_note=reason.strip())
    if step == "cancel" and left in SEAT_HELD:
        release_seat(placement.offer)
    if placement.application.status in (ApplicationStatus.OFFERED, ApplicationStatus.ACCEPTED) and step == "cancel":
        APPLICATION.advance(placement.application, "lose_place", status_since=timezone.now())
    for station in stations_of(placement).filter(status__in=STATION.steps["cancel"].sources):
        stations.cancel_station(station, actor=actor)
    lapse_swaps_of(placement, actor=actor)
    journal.record(placement, f"exchange.placement.{step}", actor=actor)
    _tell_of_end(placement, left)
    return placement


def _tell_of_end(placement: Placement, left: str) -> None:
    """Before publication only the two offices know of the place, so only they hear of its end."""
    tell(placement, "ended", offices(placement))
    if left in (PlacementStatus.OFFERED, PlacementStatus.ACCEPTED, PlacementStatus.ACTIVE):
        tell(placement, "ended", [placement.apprentice, trainer(placement), *hosts(placement)])


def _tell_of_plan(placement: Placement, station: Station) -> None:
    tell(
        placement,
        "station_planned",
        [placement.apprentice, station.supervisor],
        department=station.department.name,
        starts=station.starts_on.isoformat(),
        ends=station.ends_on.isoformat(),
    )


def _require_plannable(
    placement: Placement, department: Department, period: Period, supervisor: User, deputy: User | None, actor: User
) -> None:
    require("exchange.plan_stations", actor, placement)
    if placement.status not in BEGUN_OR_AHEAD:
        raise Refused(
            _("Stations can be planned once the place has been accepted, until the stay is over."), about=placement
        )
    if department.city_id != placement.host_city_id:
        raise Refused(_("A station belongs to a department of the host city."), about=placement)
    if not placement.period.contains(period):
        dates = date_range(placement.starts_on, placement.ends_on)
        raise Refused(_("A station lies within the stay: %(dates)s.") % {"dates": dates}, about=placement)
    hosts_here = set(people_with(Role.SUPERVISOR, city=placement.host_city_id))
    if supervisor not in hosts_here or (deputy and deputy not in hosts_here) or supervisor == deputy:
        raise Refused(_("Choose two different supervisors of the host city."), about=placement)


def _require_nothing_open(placement: Placement) -> None:
    still = stations_of(placement).filter(status__in=[StationStatus.PLANNED, StationStatus.RUNNING]).first()
    if still is not None:
        raise Refused(
            _("The station in %(department)s is still %(status)s. Complete or remove it first.")
            % {"department": still.department.name, "status": still.get_status_display()},
            about=placement,
        )
