"""The weeks at the host, from the first day to the record."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils.translation import override

from certificates.models import Certificate
from exchange.models import Placement
from exchange.queries.own import own_exchange
from exchange.queries.placements import current_stay, host_steps, office_steps, own_stay_steps, records_to_issue
from exchange.queries.records import days_present
from exchange.queries.stay import halts_of, stations_of, stops_of
from exchange.queries.stay_turns import who_is_next
from exchange.services.records import issue_record
from exchange.services.stays import (
    add_station,
    change_station,
    check_in_guest,
    complete_placement,
    end_placement,
    remove_station,
)
from lms.core.errors import NotAllowed, Refused
from lms.core.lifecycle import StepNotAllowed
from lms.core.periods import Period
from tests.exchange.stays import accepted
from tests.factories.exchange import PlacementFactory
from tests.factories.people import DepartmentFactory, UserFactory
from tests.german import de
from training.models import Station
from training.services.notes import save_note, submit_note
from training.services.stations import complete_station

WEEK = timedelta(days=7)


def noon(day):
    return time_machine.travel(f"{day.isoformat()} 12:00:00+01:00", tick=False)


@pytest.fixture
def stay(cast):
    """Mina's accepted stay of six weeks in München with its one station."""
    cast.placement = accepted(cast)
    cast.station = Station.objects.get()
    return cast


@pytest.fixture
def running(stay):
    with noon(stay.placement.starts_on):
        check_in_guest(stay.placement, stay.station, actor=stay.carla)
    return stay


def halved(stay):
    """The first station shortened to three weeks, a second one after it."""
    period, library = stay.placement.period, DepartmentFactory(city=stay.munich, name="Stadtbibliothek")
    half = period.start + 3 * WEEK
    change_station(
        stay.placement, stay.station, stay.station.department, Period(period.start, half - timedelta(days=1)),
        supervisor=stay.carla, tasks="Datensätze prüfen", actor=stay.marlene,
    )  # fmt: skip
    return add_station(
        stay.placement,
        library,
        Period(half, period.end),
        supervisor=stay.carla,
        tasks="Führung planen",
        actor=stay.marlene,
    )


def states(halts):
    return [(halt.state, halt.name) for halt in halts]


# Stations


def test_the_host_office_divides_a_stay_into_stations(stay):
    second = halved(stay)
    assert [station.department.name for station in stations_of(stay.placement)] == [
        stay.station.department.name,
        "Stadtbibliothek",
    ]
    remove_station(stay.placement, second, actor=stay.marlene)
    assert list(stations_of(stay.placement).standing()) == [stay.station]


def test_stations_do_not_overlap_and_the_other_one_is_named(stay):
    with pytest.raises(Refused, match=stay.station.department.name):
        add_station(
            stay.placement, DepartmentFactory(city=stay.munich), stay.placement.period, supervisor=stay.carla,
            actor=stay.marlene,
        )  # fmt: skip


@pytest.mark.parametrize("what", ["outside", "elsewhere", "stranger"])
def test_a_station_lies_in_the_stay_in_the_host_city_with_its_people(stay, what):
    period, department, supervisor = stay.placement.period, DepartmentFactory(city=stay.munich), stay.carla
    if what == "outside":
        period = Period(period.start, period.end + WEEK)
    if what == "elsewhere":
        department = DepartmentFactory(city=stay.augsburg)
    if what == "stranger":
        supervisor = stay.rita
    with pytest.raises(Refused):
        change_station(
            stay.placement, stay.station, department, period, supervisor=supervisor, tasks="", actor=stay.marlene
        )


@pytest.mark.parametrize("who", ["hanna", "barbara", "mina", "otto"])
def test_only_the_host_plans_stations(stay, who):
    with pytest.raises(NotAllowed):
        remove_station(stay.placement, stay.station, actor=getattr(stay, who))


# Check-in and completion


def test_the_check_in_begins_the_stay_but_not_earlier_than_three_days_before(stay):
    first = stay.placement.starts_on
    with pytest.raises(Refused):
        check_in_guest(stay.placement, stay.station, actor=stay.carla, today=first - timedelta(days=4))
    check_in_guest(stay.placement, stay.station, actor=stay.carla, today=first - timedelta(days=3))
    assert (stay.placement.status, stay.station.status, stay.station.checked_in_by) == ("active", "running", stay.carla)


@pytest.mark.parametrize("who", ["hanna", "barbara", "mina", "otto"])
def test_only_the_host_checks_in(stay, who):
    with pytest.raises(NotAllowed):
        check_in_guest(stay.placement, stay.station, actor=getattr(stay, who), today=stay.placement.starts_on)


def test_a_stay_is_complete_when_every_station_is(running):
    with pytest.raises(Refused, match=running.station.department.name):
        complete_placement(running.placement, actor=running.carla)
    complete_station(running.station, actor=running.carla)
    complete_placement(running.placement, actor=running.carla)
    assert running.placement.status == "completed"
    assert list(records_to_issue(running.hanna)) == [running.placement]
    assert list(records_to_issue(running.marlene)) == []


def test_a_stay_cannot_be_completed_before_it_began(stay):
    with pytest.raises(StepNotAllowed):
        complete_placement(stay.placement, actor=stay.carla)


# Record


def completed(running):
    with noon(running.placement.ends_on):
        complete_station(running.station, actor=running.carla)
        complete_placement(running.placement, actor=running.carla)
    return running.placement


def test_the_home_office_issues_the_record(running):
    placement = completed(running)
    with pytest.raises(NotAllowed):
        issue_record(placement, actor=running.marlene)
    record = issue_record(placement, actor=running.hanna, today=placement.ends_on)
    assert (placement.status, record.recipient, record.city, record.partner_city) == (
        "closed",
        running.mina,
        running.nuremberg,
        running.munich,
    )
    says = record.says
    rows = dict(says.sections[0].rows)
    assert rows["Gaststadt"] == f"München, {placement.offer.department.name}"
    assert rows["Anwesenheit"] == f"{days_present(placement, [running.station])} Arbeitstage"
    assert [halt.name for halt in says.way] == [running.station.department.name]
    assert [signature.name for signature in says.signatures] == ["Hanna Hypothese", "Carla Copyvorlage"]
    with pytest.raises(StepNotAllowed):
        issue_record(placement, actor=running.hanna)
    assert Certificate.objects.count() == 1


def test_days_present_are_working_days_without_holidays_of_the_host_city(cast):
    with time_machine.travel("2027-04-01 12:00:00+01:00"):
        placement = accepted(cast)
    station = Station.objects.get()
    # Three weeks in München with Assumption Day (15 August, a Sunday in 2027) and none in the week: 15 days.
    placement.starts_on = station.starts_on = Period.of_weeks(station.starts_on.replace(2027, 10, 25), 3).start
    placement.ends_on = station.ends_on = Period.of_weeks(station.starts_on, 3).end
    assert days_present(placement, [station]) == 14  # All Saints' Day, Monday 1 November 2027


# End


def test_canceling_before_the_start_frees_the_seat_and_the_weeks(stay):
    with pytest.raises(Refused):
        end_placement(stay.placement, actor=stay.hanna, reason="")
    end_placement(stay.placement, actor=stay.hanna, reason="Beinbruch")
    stay.placement.offer.refresh_from_db()
    stay.station.refresh_from_db()
    assert (stay.placement.status, stay.placement.application.status) == ("canceled", "unmatched")
    assert (stay.placement.offer.seats_taken, stay.station.status) == (0, "canceled")


def test_a_running_stay_ends_early_with_a_reason_and_keeps_its_seat(running):
    end_placement(running.placement, actor=running.marlene, reason="Umzug der Dienststelle")
    running.placement.offer.refresh_from_db()
    assert (running.placement.status, running.placement.offer.seats_taken) == ("terminated", 1)


@pytest.mark.parametrize("who", ["mina", "barbara", "carla", "anton", "konrad"])
def test_only_the_two_offices_end_a_stay(stay, who):
    with pytest.raises(NotAllowed):
        end_placement(stay.placement, actor=getattr(stay, who), reason="Weil.")


# What people see


def test_the_way_of_a_stay(stay):
    place, department = stay.placement, stay.station.department.name

    def way():
        stops = stops_of(place, stay.mina, place.starts_on, may_plan=False)
        return states(halts_of(place, stops, place.starts_on))

    before = [("done", "Promise"), ("current", "Preparation"), ("ahead", department)]
    after = [("ahead", "Completion"), ("ahead", "Record")]
    with override("en"):
        assert way() == [*before, *after]
        with noon(place.starts_on):
            check_in_guest(place, stay.station, actor=stay.carla)
        assert way() == [("done", "Promise"), ("done", "Preparation"), ("current", department), *after]
        completed(stay)
        issue_record(place, actor=stay.hanna)
        assert {state for state, _name in way()} == {"done"}


def test_who_is_next_follows_the_state(stay):
    def names():
        return [turn.name for turn in who_is_next(stay.placement, stay.mina)]

    assert names() == ["Carla Copyvorlage"]
    with noon(stay.placement.starts_on):
        check_in_guest(stay.placement, stay.station, actor=stay.carla)
    completed(stay)
    assert names() == ["Hanna Hypothese"]
    issue_record(stay.placement, actor=stay.hanna)
    assert names() == []


def test_each_person_is_shown_the_next_step(running):
    place = running.placement
    with noon(place.starts_on + timedelta(days=3)):
        assert [step.order for step in own_stay_steps(own_exchange(running.mina))] == [10]
        note = save_note(running.station, place.starts_on, actor=running.mina, did="Daten geprüft.")
        submit_note(note, actor=running.mina)
        assert own_stay_steps(own_exchange(running.mina)) == []
        assert [step.url for step in host_steps(running.carla)] == [note.get_absolute_url()]
        stay = current_stay(own_exchange(running.mina))
        assert (stay.city, stay.where_am_i, stay.contact) == (
            running.munich,
            de("Day %(day)s of %(days)s", day=4, days=42),
            "Carla Copyvorlage",
        )
    with noon(place.ends_on):
        assert any(step.order == 20 for step in host_steps(running.carla))
    completed(running)
    assert [step.url for step in office_steps(running.hanna)] == [place.get_absolute_url()]
    assert office_steps(running.marlene) == []


# Pages


def test_the_whole_stay_over_the_pages(stay, client):
    place, station = stay.placement, stay.station
    url = place.get_absolute_url()
    with noon(place.starts_on):
        client.force_login(stay.carla)
        assert de("Check in") in client.get(url).content.decode()
        checked = client.post(reverse("exchange:station_check_in", args=[place.pk, station.pk]), follow=True)
        assert de("%(name)s is checked in.", name="Mina Musterfrau") in checked.content.decode()
        client.force_login(stay.mina)
        assert de("Day %(day)s of %(days)s", day=1, days=42) in client.get(url).content.decode()
    with noon(place.ends_on):
        client.force_login(stay.carla)
        done = client.post(reverse("training:station_complete", args=[station.pk]), follow=True)
        assert de("Complete the stay") in done.content.decode()
        client.post(reverse("exchange:placement_complete", args=[place.pk]))
        client.force_login(stay.hanna)
        assert de("Issue the record") in client.get(url).content.decode()
        assert client.post(reverse("exchange:placement_record", args=[place.pk])).status_code == 302
        client.force_login(stay.mina)
        assert de("To the exchange record") in client.get(url).content.decode()
    assert Placement.objects.get().status == "closed"


def test_a_station_is_planned_on_a_form_that_keeps_what_was_typed(stay, client):
    client.force_login(stay.marlene)
    url = reverse("exchange:station_add", args=[stay.placement.pk])
    library = DepartmentFactory(city=stay.munich, name="Stadtbibliothek")
    sent = {
        "department": library.pk,
        "starts_on": stay.placement.starts_on.isoformat(),
        "ends_on": stay.placement.ends_on.isoformat(),
        "supervisor": stay.carla.pk,
        "tasks": "Lesungen vorbereiten",
    }
    page = client.post(url, sent).content.decode()
    assert stay.station.department.name in page
    assert "Lesungen vorbereiten" in page
    wrong = client.post(url, {**sent, "ends_on": "2027-02-31", "deputy": stay.carla.pk}).content.decode()
    assert de("The deputy has to be somebody else.") in wrong
    shortened = {
        **sent,
        "department": stay.station.department_id,
        "ends_on": (stay.placement.starts_on + WEEK).isoformat(),
    }
    changed = client.post(reverse("exchange:station_change", args=[stay.placement.pk, stay.station.pk]), shortened)
    assert changed.status_code == 302
    later = {**sent, "starts_on": (stay.placement.starts_on + 2 * WEEK).isoformat()}
    assert client.post(url, later).status_code == 302
    assert Station.objects.count() == 2


def test_the_home_office_may_look_at_the_plan_but_not_change_it(stay, client):
    client.force_login(stay.hanna)
    assert client.get(stay.placement.get_absolute_url()).status_code == 200
    assert client.get(reverse("exchange:station_add", args=[stay.placement.pk])).status_code == 403
    client.force_login(UserFactory(hr_in=stay.augsburg))
    assert client.get(reverse("exchange:station_add", args=[stay.placement.pk])).status_code == 404


def test_the_host_finds_the_note_that_waits(running, client):
    with noon(running.placement.starts_on):
        note = save_note(running.station, running.placement.starts_on, actor=running.mina, did="Daten geprüft.")
        submit_note(note, actor=running.mina)
        client.force_login(running.carla)
        assert note.get_absolute_url() in client.get(running.placement.get_absolute_url()).content.decode()
        client.force_login(running.marlene)
        assert note.get_absolute_url() not in client.get(running.placement.get_absolute_url()).content.decode()


@pytest.mark.parametrize("stations", [1, 3])
def test_the_page_of_a_stay_costs_the_same_for_any_number_of_notes(
    running, client, django_assert_max_num_queries, stations
):
    with noon(running.placement.starts_on + stations * WEEK):
        for week in range(stations):
            save_note(
                running.station, running.placement.starts_on + week * WEEK, actor=running.mina, did="Daten geprüft."
            )
        client.force_login(running.mina)
        with django_assert_max_num_queries(34):
            assert client.get(running.placement.get_absolute_url()).status_code == 200


def test_a_stay_that_is_over_early_ends_that_day(cast):
    placement = PlacementFactory(active=True)
    day = placement.starts_on + timedelta(days=9)

    complete_placement(placement, actor=placement.offer.supervisor, today=day)

    placement.refresh_from_db()
    assert (placement.status, placement.ends_on) == ("completed", day)
