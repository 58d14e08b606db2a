from datetime import date
from random import Random

import pytest

from lms.core.periods import DAY, Period, monday_of, next_monday

MONDAY = date(2027, 4, 5)
FRIDAY = date(2027, 4, 9)
EASTER = {date(2027, 3, 26), date(2027, 3, 29)}


def april(first, last):
    return Period(date(2027, 4, first), date(2027, 4, last))


def test_both_ends_belong_to_the_period():
    week = Period(MONDAY, FRIDAY)
    assert [day in week for day in (MONDAY - DAY, MONDAY, FRIDAY, FRIDAY + DAY)] == [False, True, True, False]
    assert week.days == len(list(week)) == 5


def test_a_single_day_is_a_period():
    assert (Period(MONDAY, MONDAY).days, Period(MONDAY, MONDAY).weeks) == (1, 1)


def test_a_period_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="cannot end"):
        Period(FRIDAY, MONDAY)


def test_weeks_are_calendar_weeks():
    assert Period.of_weeks(MONDAY, 6) == Period(MONDAY, date(2027, 5, 16))
    assert Period.of_weeks(MONDAY, 6).weeks == 6
    assert Period(date(2027, 4, 11), date(2027, 4, 12)).weeks == 2


def test_neighbors_do_not_overlap():
    assert not april(1, 10).overlaps(april(11, 20))
    assert april(1, 10).intersection(april(11, 20)) is None
    assert april(1, 11).intersection(april(11, 20)) == april(11, 11)


def test_contains_asks_for_the_whole_other_period():
    assert april(1, 30).contains(april(1, 30))
    assert not april(2, 30).contains(april(1, 30))


def test_what_is_left_after_school_and_leave():
    stay, school, leave = april(5, 30), april(12, 16), april(15, 20)
    assert stay.subtract(leave, school) == (april(5, 11), april(21, 30))
    assert stay.subtract() == (stay,)
    assert stay.subtract(april(1, 30)) == ()
    assert stay.subtract(april(1, 5), april(30, 30)) == (april(6, 29),)


def test_working_days_leave_out_weekends_and_holidays():
    easter = Period(date(2027, 3, 24), date(2027, 3, 30))
    assert easter.working_days(EASTER) == (date(2027, 3, 24), date(2027, 3, 25), date(2027, 3, 30))
    assert len(easter.working_days()) == 5


def test_iso_weeks_cut_at_mondays():
    assert Period(date(2027, 4, 8), date(2027, 4, 19)).iso_weeks() == (april(8, 11), april(12, 18), april(19, 19))


def test_mondays():
    assert monday_of(FRIDAY) == monday_of(MONDAY) == next_monday(MONDAY) == MONDAY
    assert next_monday(FRIDAY) == date(2027, 4, 12)


def test_operations_agree_with_sets_of_days():
    rng = Random(1)

    def some():
        first = rng.randint(1, 40)
        start = date(2027, 3, 1) + first * DAY
        return Period(start, start + rng.randint(0, 25) * DAY)

    for _ in range(300):
        one, *others = (some() for _ in range(rng.randint(2, 5)))
        taken = {day for other in others for day in other}
        assert [day for part in one.subtract(*others) for day in part] == [day for day in one if day not in taken]
        assert [day for part in one.iso_weeks() for day in part] == list(one)
        assert one.overlaps(others[0]) == bool(set(one) & set(others[0]))
        shared = one.intersection(others[0])
        assert sorted(set(one) & set(others[0])) == (list(shared) if shared else [])
