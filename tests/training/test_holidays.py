from datetime import date

import pytest

from lms.core.periods import Period
from training.holidays import public_holidays

AUGUST = Period(date(2027, 8, 1), date(2027, 8, 31))
PEACE = date(2027, 8, 8)
ASSUMPTION = date(2027, 8, 15)


@pytest.mark.parametrize(
    ("city", "expected"),
    [
        ("nuernberg", {}),
        ("muenchen", {ASSUMPTION: "Mariä Himmelfahrt"}),
        ("augsburg", {PEACE: "Augsburger Hohes Friedensfest", ASSUMPTION: "Mariä Himmelfahrt"}),
    ],
)
def test_august_differs_in_the_three_cities(city, expected):
    assert public_holidays(city, AUGUST) == expected


def test_names_come_in_the_language_of_the_reader():
    assert public_holidays("augsburg", Period(PEACE, PEACE), "en") == {PEACE: "Augsburg Peace Festival"}
    assert public_holidays("augsburg", Period(PEACE, PEACE), "fr") == {PEACE: "Augsburg Peace Festival"}


def test_the_turn_of_the_year_has_holidays_of_both_years():
    winter = Period(date(2026, 12, 24), date(2027, 1, 6))
    assert public_holidays("nuernberg", winter) == {
        date(2026, 12, 25): "Erster Weihnachtstag",
        date(2026, 12, 26): "Zweiter Weihnachtstag",
        date(2027, 1, 1): "Neujahr",
        date(2027, 1, 6): "Heilige Drei Könige",
    }


def test_a_new_partner_city_has_the_holidays_of_all_bavaria():
    year = Period(date(2027, 1, 1), date(2027, 12, 31))
    assert public_holidays("regensburg", year) == public_holidays("nuernberg", year)
