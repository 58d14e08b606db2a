from datetime import date, timedelta
from itertools import pairwise

from lms.core.periods import Period
from training.school_holidays import HOLIDAYS, KNOWN, school_holidays


def test_the_holidays_around_a_stay_in_spring_2027_come_whole_and_by_date():
    stay = Period(date(2027, 2, 10), date(2027, 3, 22))
    assert [(one.name, one.period) for one in school_holidays(stay)] == [
        ("Frühjahrsferien", Period(date(2027, 2, 8), date(2027, 2, 12))),
        ("Osterferien", Period(date(2027, 3, 22), date(2027, 4, 2))),
    ]
    assert school_holidays(Period(date(2027, 2, 13), date(2027, 3, 21))) == []


def test_names_come_in_the_language_of_the_reader():
    november = Period(date(2026, 11, 18), date(2026, 11, 18))
    assert [one.name for one in school_holidays(november, "de")] == ["Buß- und Bettag (schulfrei)"]
    assert [one.name for one in school_holidays(november, "en")] == ["Day of Repentance (no school)"]


def test_each_school_year_has_its_seven_times_in_order_and_apart():
    assert len(HOLIDAYS) == 6 * 7 + 1
    periods = [days for _, days in HOLIDAYS]
    assert all(before.end < after.start for before, after in pairwise(periods))


def test_the_day_of_repentance_is_the_wednesday_before_23_november():
    for kind, days in HOLIDAYS:
        if kind == "repentance":
            first = date(days.start.year, 11, 16)
            assert days.start in Period(first, first + timedelta(days=6))
            assert (days.start.weekday(), days.days) == (2, 1)


def test_nothing_is_claimed_beyond_the_announced_years():
    assert Period(date(2024, 7, 29), date(2030, 9, 9)) == KNOWN
    assert school_holidays(Period(date(2030, 9, 10), date(2031, 8, 31))) == []
    assert school_holidays(Period(date(2023, 12, 1), date(2024, 7, 28))) == []
