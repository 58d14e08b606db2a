"""The picture of the plan."""

from datetime import date

from exchange.plan import Bar, Box, draw
from lms.core.periods import Period

MONDAY = date(2027, 3, 1)
MINA = Bar("Mina", "München", "M", Period.of_weeks(MONDAY, 6), (Period.of_weeks(date(2027, 3, 15), 1),))
KILIAN = Bar("Kilian", "Nürnberg", "N", Period.of_weeks(date(2027, 4, 12), 6))


def test_without_stays_there_is_no_picture():
    assert draw([], MONDAY) is None


def test_a_bar_lies_over_its_weeks_and_school_inside_it():
    plan = draw([MINA, KILIAN], MONDAY)
    assert [column.number for column in plan.columns] == list(range(9, 21))
    mina, kilian = plan.lines
    assert (mina.box, mina.weeks, mina.school) == (Box(172.0, 404.0), 6, (Box(308.0, 64.0),))
    assert kilian.box == Box(580.0, 404.0)
    assert plan.today_x == 170


def test_stays_that_are_over_are_left_to_the_table_unless_all_are():
    assert [line.bar.name for line in draw([MINA, KILIAN], date(2027, 4, 12)).lines] == ["Kilian"]
    assert [line.bar.name for line in draw([MINA, KILIAN], date(2028, 1, 1)).lines] == ["Mina", "Kilian"]


def test_today_is_marked_only_inside_the_plan():
    assert draw([MINA], date(2026, 1, 1)).today_x is None


def test_a_stay_far_in_the_future_does_not_make_the_picture_endless():
    far = Bar("Zoe", "Augsburg", "A", Period.of_weeks(date(2030, 1, 7), 4))
    plan = draw([MINA, far], MONDAY)
    assert (len(plan.columns), [line.bar.name for line in plan.lines]) == (60, ["Mina"])
