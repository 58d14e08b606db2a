"""Public holidays follow the place of work; three cities, three calendars."""

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


# Written out by hand from Art. 1 BayFTG and the dates of Easter, not computed. Day and month.
# New Year, Epiphany, Good Friday, Easter Monday, Labour Day, Ascension, Whit Monday, Corpus Christi,
# German Unity, All Saints, Christmas Day, Boxing Day; no other day is free in Nürnberg.
ALL_OF_BAVARIA = {
    2025: "1.1. 6.1. 18.4. 21.4. 1.5. 29.5. 9.6. 19.6. 3.10. 1.11. 25.12. 26.12.",
    2026: "1.1. 6.1. 3.4. 6.4. 1.5. 14.5. 25.5. 4.6. 3.10. 1.11. 25.12. 26.12.",
    2027: "1.1. 6.1. 26.3. 29.3. 1.5. 6.5. 17.5. 27.5. 3.10. 1.11. 25.12. 26.12.",
    2028: "1.1. 6.1. 14.4. 17.4. 1.5. 25.5. 5.6. 15.6. 3.10. 1.11. 25.12. 26.12.",
    2029: "1.1. 6.1. 30.3. 2.4. 1.5. 10.5. 21.5. 31.5. 3.10. 1.11. 25.12. 26.12.",
    2030: "1.1. 6.1. 19.4. 22.4. 1.5. 30.5. 10.6. 20.6. 3.10. 1.11. 25.12. 26.12.",
}
ONLY_THERE = {"nuernberg": "", "augsburg": "8.8. 15.8.", "muenchen": "15.8."}


@pytest.mark.parametrize("year", ALL_OF_BAVARIA)
@pytest.mark.parametrize("city", ONLY_THERE)
def test_the_days_off_of_the_three_cities_are_those_written_by_hand(city, year):
    written = f"{ALL_OF_BAVARIA[year]} {ONLY_THERE[city]}".split()
    expected = {date(year, int(month), int(day)) for day, month, _ in (one.split(".") for one in written)}
    assert set(public_holidays(city, Period(date(year, 1, 1), date(year, 12, 31)))) == expected
