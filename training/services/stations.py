"""Plan stations, check people in, complete. Nobody is in two places at once."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.core import journal
from lms.core.errors import Refused
from lms.core.periods import Period
from lms.core.templatetags.wanderjahr import date_range, day
from lms.notifications.services import notify
from people.models import Department, User
from people.policies import require
from training.models import Station
from training.queries.stations import EARLIEST_CHECK_IN
from training.states import STATION, StationStatus


@transaction.atomic
def book_station(
    apprentice: User,
    department: Department,
    period: Period,
    *,
    supervisor: User,
    deputy: User | None = None,
    tasks: str = "",
    source: tuple[str, int] = ("", 0),
    actor: User | None,
) -> Station:
    """Plan a station; whoever calls this has asked whether the actor may plan here."""
    _require_free(apprentice, period)
    source_type, source_id = source
    station = Station.objects.create(
        apprentice=apprentice,
        department=department,
        supervisor=supervisor,
        deputy=deputy,
        starts_on=period.start,
        ends_on=period.end,
        tasks=tasks,
        source_type=source_type,
        source_id=source_id or None,
    )
    journal.record(station, "training.station.book", actor=actor)
    return station


@transaction.atomic
def change_station(
    station: Station,
    department: Department,
    period: Period,
    *,
    supervisor: User,
    deputy: User | None,
    tasks: str,
    actor: User,
) -> Station:
    """Change a station that is not over; the start stays once somebody has checked in."""
    _require_free(station.apprentice, period, but=station)
    station = Station.objects.select_for_update().get(pk=station.pk)
    if station.status not in (StationStatus.PLANNED, StationStatus.RUNNING):
        raise Refused(_("This station is over and stays as it is."), about=station)
    if station.status == StationStatus.RUNNING and period.start != station.starts_on:
        raise Refused(_("This station is running, so its first day stays as it is."), about=station)
    Station.objects.filter(pk=station.pk).update(
        department=department,
        supervisor=supervisor,
        deputy=deputy,
        starts_on=period.start,
        ends_on=period.end,
        tasks=tasks,
    )
    journal.record(station, "training.station.change", actor=actor)
    station.refresh_from_db()
    return station


@transaction.atomic
def check_in(station: Station, *, actor: User, today: date | None = None) -> Station:
    """The person has arrived."""
    require("training.check_in", actor, station, city_id=station.department.city_id)
    first = station.starts_on - EARLIEST_CHECK_IN
    if (today or timezone.localdate()) < first:
        raise Refused(_("The check-in is possible from %(day)s on.") % {"day": day(first)}, about=station)
    STATION.advance(station, "check_in", checked_in_at=timezone.now(), checked_in_by=actor)
    journal.record(station, "training.station.check_in", actor=actor)
    return station


@transaction.atomic
def complete_station(station: Station, *, actor: User) -> Station:
    require("training.complete_station", actor, station, city_id=station.department.city_id)
    STATION.advance(station, "complete", completed_at=timezone.now())
    journal.record(station, "training.station.complete", actor=actor)
    notify(
        station.apprentice,
        "training/station_completed",
        url=station.get_absolute_url(),
        department=station.department.name,
    )
    return station


@transaction.atomic
def cancel_station(station: Station, *, actor: User | None) -> Station:
    """Take a station off the plan; whoever calls this has asked whether the actor may."""
    STATION.advance(station, "cancel")
    journal.record(station, "training.station.cancel", actor=actor)
    return station


def _require_free(apprentice: User, period: Period, but: Station | None = None) -> None:
    """Plans for one person wait for each other, so that two of them cannot take the same days."""
    User.objects.select_for_update().get(pk=apprentice.pk)
    planned = Station.objects.standing().filter(
        apprentice=apprentice, starts_on__lte=period.end, ends_on__gte=period.start
    )
    if but is not None:
        planned = planned.exclude(pk=but.pk)
    other = planned.select_related("department__city").first()
    if other is None:
        return
    facts = {
        "name": apprentice.full_name,
        "department": f"{other.department.name}, {other.department.city.name}",
        "dates": date_range(other.starts_on, other.ends_on),
    }
    raise Refused(
        _(
            "%(name)s is already planned in these days: %(department)s, %(dates)s. "
            "Choose other days, or change that station first."
        )
        % facts,
        about=other,
    )
