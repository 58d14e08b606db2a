import pytest

from lms.core.lifecycle import StepNotAllowed
from people.models import User
from tests.factories.training import StationFactory
from training.models import Station
from training.states import STATION


def test_step_leaves_the_old_state_and_sets_what_comes_with_it(cast):
    station = StationFactory(supervisor=cast.carla)

    left = STATION.advance(station, "check_in", checked_in_by=cast.carla)

    station.refresh_from_db()
    assert (left, station.status, station.checked_in_by) == ("planned", "running", cast.carla)


def test_of_two_people_taking_a_step_at_once_the_second_is_told_so(cast):
    station = StationFactory(supervisor=cast.carla)
    stale = Station.objects.get(pk=station.pk)
    STATION.advance(station, "check_in", checked_in_by=cast.carla)

    with pytest.raises(StepNotAllowed) as refusal:
        STATION.advance(stale, "check_in", checked_in_by=cast.marlene)

    assert (refusal.value.status, refusal.value.about) == (409, stale)
    assert Station.objects.get(pk=station.pk).checked_in_by == cast.carla


def test_refused_step_changes_nothing(cast):
    station = StationFactory()

    with pytest.raises(StepNotAllowed):
        STATION.advance(station, "complete")

    station.refresh_from_db()
    assert station.status == "planned"
    assert not User.objects.filter(supervised_stations__status="done").exists()
