"""Costs are estimated from a table with a date, by a rule that is named."""

from datetime import date, timedelta

import pytest

from exchange.costs import TABLE, estimate
from lms.core.periods import Period

MONDAY = date(2027, 3, 1)


def a_stay(weeks):
    return Period(MONDAY, MONDAY + timedelta(days=7 * weeks - 3))


@pytest.mark.parametrize(("weeks", "home_journeys"), [(4, 0), (5, 1), (9, 2), (12, 2)])
def test_far_away_there_is_one_journey_home_a_month(weeks, home_journeys):
    costs = estimate("nuernberg", "muenchen", a_stay(weeks))
    nights = 7 * weeks - 3
    assert (costs.home_journeys, costs.nights, costs.full_days) == (home_journeys, nights, nights - 1)
    assert costs.fares == 2 * 4300 * (1 + home_journeys)
    assert costs.total == costs.fares + nights * TABLE.night + (nights - 1) * TABLE.meals


def test_close_by_people_travel_every_day_with_the_pass():
    costs = estimate("muenchen", "augsburg", a_stay(6))
    assert (costs.daily, costs.nights, costs.meals, costs.total) == (True, 0, 0, 2 * TABLE.month_pass)


def test_a_few_days_close_by_cost_single_fares():
    costs = estimate("augsburg", "muenchen", Period(MONDAY, MONDAY + timedelta(days=0)))
    assert costs.total == 2 * 1900


def test_the_way_costs_the_same_in_both_directions():
    assert estimate("nuernberg", "augsburg", a_stay(6)) == estimate("augsburg", "nuernberg", a_stay(6))


def test_an_unknown_city_gets_no_sum():
    assert estimate("nuernberg", "atlantis", a_stay(6)) is None
