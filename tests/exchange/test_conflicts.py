"""The facts behind the findings: collected completely, once, and for many people at the same cost."""

from datetime import timedelta

import pytest

from exchange.models import Application
from exchange.queries.applications import objections, rows_from, wish_rows, with_wishes
from exchange.queries.conflicts import folder_of, load, span_of
from lms.core.periods import Period
from tests.exchange.stories import a_place, filled_in, later
from tests.factories.exchange import ApplicationFactory, PlacementFactory
from tests.factories.training import ApprenticeshipFactory, SchoolBlockFactory, SchoolCalendarFactory, StationFactory


def codes(person, offer):
    found = load([person.pk], span_of([offer])).check(person.pk, offer)
    return [finding.code for finding in found if "holidays" not in finding.code]


def test_a_stay_counts_once_though_its_stations_are_booked_too(cast, spring, online):
    placement = PlacementFactory(application__apprentice=cast.mina, offer=online, accepted=True)
    source = {"source_type": "exchange.placement", "source_id": placement.pk}
    StationFactory(apprentice=cast.mina, starts_on=online.starts_on, ends_on=online.ends_on, **source)
    assert codes(cast.mina, online) == ["overlapping_stay"]


@pytest.mark.parametrize("status", ["refused", "declined", "canceled"])
def test_a_stay_that_does_not_take_place_takes_no_time(cast, spring, online, status):
    PlacementFactory(application__apprentice=cast.mina, offer=online, status=status)
    assert codes(cast.mina, online) == []


def test_the_way_out_does_not_lead_into_the_next_school_block(cast, spring, online):
    calendar = SchoolCalendarFactory(city=cast.nuremberg)
    for weeks in (0, 7):
        start = online.starts_on + timedelta(weeks=weeks)
        SchoolBlockFactory(calendar=calendar, starts_on=start, ends_on=start + timedelta(days=11))
    cast.mina.apprenticeship.school_calendar = calendar
    cast.mina.apprenticeship.save()
    blocks = [Period(block.starts_on, block.ends_on) for block in calendar.blocks.all()]

    [finding] = load([cast.mina.pk], span_of([online])).check(cast.mina.pk, online)[:1]

    assert finding.code == "school_block"
    assert finding.fix is not None
    assert not any(finding.fix.overlaps(block) for block in blocks)


def test_the_same_objection_to_two_wishes_is_said_once(cast, spring, online):
    other = a_place(spring, cast.augsburg, "Papier raus")
    cast.mina.apprenticeship.probation_ends_on = online.starts_on
    cast.mina.apprenticeship.save()
    application = filled_in(spring, cast.mina, [online, other])
    rows = wish_rows(with_wishes(Application.objects.all()).get(pk=application.pk))
    assert [(one.notice.finding.code, one.ranks) for one in objections(rows)] == [("probation", "1, 2")]


@pytest.mark.parametrize("count", [1, 12])
def test_many_applications_cost_what_one_costs(cast, spring, online, count, django_assert_num_queries):
    wishes = [online, a_place(spring, cast.augsburg, "Papier raus", **later(online))]
    for number in range(count):
        person = ApprenticeshipFactory(city=cast.nuremberg, trainer=cast.barbara).person
        ApplicationFactory(round=spring, apprentice=person, submitted=True, serial=number + 1, wishes=wishes)
    with django_assert_num_queries(6):
        found = list(with_wishes(Application.objects.all()))
        folder = folder_of(found)
        assert [len(rows_from(one, folder)) for one in found] == [2] * count
