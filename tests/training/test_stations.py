"""Stations: nobody is in two places at once."""

from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone

from lms.core.errors import NotAllowed, Refused
from lms.core.lifecycle import StepNotAllowed
from lms.core.periods import Period
from tests.factories.people import DepartmentFactory, UserFactory
from tests.factories.training import StationFactory
from tests.german import de
from training.models import Station
from training.services.stations import book_station, cancel_station, change_station, check_in, complete_station
from training.states import STATION, StationStatus

WEEK = timedelta(days=7)


@pytest.fixture
def station(cast):
    """Mina plans to be at Rita's for four weeks."""
    cast.office = DepartmentFactory(city=cast.nuremberg, name="Bürgeramt Mitte")
    return StationFactory(apprentice=cast.mina, department=cast.office, supervisor=cast.rita)


def plan(cast, start, end):
    return book_station(
        cast.mina, DepartmentFactory(city=cast.nuremberg), Period(start, end), supervisor=cast.rita, actor=None
    )


@pytest.mark.parametrize(
    ("first", "last", "free"), [(-7, -1, True), (-7, 0, False), (0, 0, False), (28, 30, False), (29, 30, True)]
)
def test_two_stations_never_share_a_day(cast, station, first, last, free):
    start, end = (station.starts_on + timedelta(days=days) for days in (first, last))
    if free:
        assert plan(cast, start, end).status == "planned"
    else:
        with pytest.raises(Refused, match="Bürgeramt Mitte"):
            plan(cast, start, end)


def test_a_canceled_station_takes_no_time_and_other_people_do_not_either(cast, station):
    StationFactory(apprentice=cast.kilian, starts_on=station.starts_on, ends_on=station.ends_on)
    cancel_station(station, actor=None)
    assert plan(cast, station.starts_on, station.ends_on).status == "planned"


def test_a_station_moves_but_not_into_another_one(cast, station):
    other = plan(cast, station.ends_on + timedelta(days=1), station.ends_on + WEEK)
    new = Period(station.starts_on + WEEK, station.ends_on)
    moved = change_station(station, cast.office, new, supervisor=cast.rita, deputy=None, tasks="", actor=cast.hanna)
    assert moved.period == new
    with pytest.raises(Refused):
        change_station(
            moved,
            cast.office,
            Period(new.start, other.ends_on),
            supervisor=cast.rita,
            deputy=None,
            tasks="",
            actor=cast.hanna,
        )


def test_the_first_day_stays_once_somebody_is_there(cast, station):
    check_in(station, actor=cast.rita)
    with pytest.raises(Refused):
        change_station(
            station, cast.office, Period(station.starts_on + WEEK, station.ends_on),
            supervisor=cast.rita, deputy=None, tasks="", actor=cast.hanna,
        )  # fmt: skip


def test_the_supervisor_the_deputy_and_the_office_of_the_department_check_in(cast):
    deputy = UserFactory(supervisor_in=cast.nuremberg)
    for actor in (cast.rita, deputy, cast.hanna):
        station = StationFactory(department=DepartmentFactory(city=cast.nuremberg), supervisor=cast.rita, deputy=deputy)
        assert check_in(station, actor=actor).checked_in_by == actor


@pytest.mark.parametrize("who", ["mina", "barbara", "marlene", "konrad"])
def test_nobody_else_does(cast, station, who):
    with pytest.raises(NotAllowed):
        check_in(station, actor=getattr(cast, who))


def test_a_station_is_completed_once(cast, station):
    check_in(station, actor=cast.rita)
    stale = Station.objects.get(pk=station.pk)
    complete_station(station, actor=cast.rita)
    with pytest.raises(StepNotAllowed):
        complete_station(stale, actor=cast.hanna)
    assert timezone.localdate() == timezone.localtime(station.completed_at).date()


@pytest.mark.parametrize(("status", "name"), list(product(StationStatus.values, STATION.steps)))
def test_only_the_steps_in_the_table_are_possible(db, status, name):
    station = StationFactory(running=True)
    Station.objects.filter(pk=station.pk).update(status=status)
    station.refresh_from_db()
    if name in STATION.open_steps(status):
        STATION.advance(station, name)
        assert station.status == STATION.steps[name].target
    else:
        with pytest.raises(StepNotAllowed):
            STATION.advance(station, name)


def test_the_page_of_a_station_is_for_those_concerned(cast, station, client):
    seen = {}
    for who in ("mina", "rita", "barbara", "hanna", "kilian", "marlene", "konrad"):
        client.force_login(getattr(cast, who))
        seen[who] = client.get(station.get_absolute_url()).status_code
    assert seen == {
        "mina": 200,
        "rita": 200,
        "barbara": 200,
        "hanna": 200,
        "kilian": 404,
        "marlene": 404,
        "konrad": 404,
    }


def test_a_station_at_home_begins_and_ends_on_its_page(cast, station, client):
    client.force_login(cast.rita)
    url = station.get_absolute_url()
    assert (
        de("%(name)s is checked in.", name="Mina Musterfrau")
        in client.post(f"{url}anwesend/", follow=True).content.decode()
    )
    assert (
        de("The station in %(department)s is completed.", department="Bürgeramt Mitte")
        in client.post(f"{url}abschliessen/", follow=True).content.decode()
    )
    assert client.post(f"{url}abschliessen/").status_code == 409


def test_guests_are_checked_in_on_the_page_of_their_stay_only(cast, station, client):
    Station.objects.filter(pk=station.pk).update(source_type="exchange.placement", source_id=1)
    client.force_login(cast.rita)
    assert client.post(f"{station.get_absolute_url()}anwesend/").status_code == 404
