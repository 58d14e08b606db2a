"""The calendar of a person: what it shows on which day, and who sees how much of it."""

from datetime import date

import pytest
from django.urls import reverse

from lms.core.periods import Period
from tests.factories.exchange import OfferFactory, PlacementFactory, RoundFactory
from tests.factories.people import DepartmentFactory
from tests.factories.training import SchoolCalendarFactory, StationFactory
from tests.german import de
from training.models import Absence, Exam
from training.queries.calendar import Eyes, calendar_of, eyes_of

SUMMER = Period(date(2027, 7, 26), date(2027, 8, 27))
YEAR = Period(date(2027, 1, 1), date(2027, 12, 31))
TODAY = date(2027, 3, 1)
ALL = Eyes()


@pytest.fixture
def mina(cast):
    """Mina of Nürnberg: blocks in spring, Tuesdays at school in autumn, two weeks of leave."""
    training = cast.mina.apprenticeship
    training.school_calendar = SchoolCalendarFactory(city=cast.nuremberg, name="VFA 2")
    training.birth_date, training.starts_on, training.ends_on = date(2000, 1, 1), date(2026, 9, 1), date(2029, 8, 31)
    training.save()
    training.school_calendar.blocks.create(starts_on=date(2027, 4, 12), ends_on=date(2027, 4, 23), label="Block 2")
    training.school_calendar.days.create(weekday=2, starts_on=date(2027, 10, 1), ends_on=date(2027, 12, 20))
    _absent(cast, "2027-05-03", "2027-05-14")
    return training


def _absent(cast, first, last, kind="leave"):
    Absence.objects.create(apprentice=cast.mina, kind=kind, starts_on=first, ends_on=last, entered_by=cast.hanna)


def a_summer_in_augsburg(cast, **state):
    offer = OfferFactory(
        round=RoundFactory(stays_from=SUMMER.start, stays_until=SUMMER.end),
        city=cast.augsburg, title="Stadtarchiv", starts_on=SUMMER.start, ends_on=SUMMER.end,
    )  # fmt: skip
    return PlacementFactory(
        application__apprentice=cast.mina, application__home_city=cast.nuremberg, offer=offer, **state
    )


def on(training, *day, eyes=ALL):
    found = calendar_of(training, YEAR, TODAY, eyes=eyes)
    return [de(entry.in_words) for entry in found.on(date(*day))]


def test_each_day_says_what_it_holds(mina):
    assert on(mina, 2027, 4, 12) == ["Berufsschule, Block: Block 2"]
    assert on(mina, 2027, 5, 3) == ["Urlaub"]
    assert on(mina, 2027, 6, 14) == []


def test_what_is_over_does_not_come_first(mina):
    """On the first day of May, the block of April is over; of another year nothing is."""
    in_may = calendar_of(mina, YEAR, date(2027, 5, 1), eyes=ALL)
    assert "Block 2" in [entry.name for _month, entries in in_may.over() for entry in entries]
    assert in_may.to_come()[0][0] == date(2027, 5, 1)
    assert calendar_of(mina, YEAR, date(2026, 5, 1), eyes=ALL).over() == []


def test_a_weekly_day_is_at_school_except_when_schools_are_closed(mina):
    assert on(mina, 2027, 10, 5) == ["Berufsschule, Tag"]
    assert on(mina, 2027, 10, 6) == []
    assert on(mina, 2027, 11, 2) == ["Schulferien: Herbstferien"]


def test_holidays_follow_the_place_where_one_is_that_day(mina, cast):
    assert on(mina, 2027, 8, 8) == ["Schulferien: Sommerferien"]
    a_summer_in_augsburg(cast, accepted=True)
    assert "Feiertag: Augsburger Hohes Friedensfest, Augsburg" in on(mina, 2027, 8, 8)
    assert "Einsatz: Stadtarchiv, Augsburg" in on(mina, 2027, 8, 8)
    assert on(mina, 2027, 11, 1) == ["Feiertag: Allerheiligen, Nürnberg"]


def test_leave_during_a_stay_is_marked_with_the_words_of_the_findings(mina, cast):
    a_summer_in_augsburg(cast, accepted=True)
    _absent(cast, "2027-08-16", "2027-08-20")
    found = calendar_of(mina, YEAR, TODAY, eyes=ALL)
    [clash] = found.clashes
    assert clash.periods == (Period(date(2027, 8, 16), date(2027, 8, 20)),)
    assert "Urlaub" in de(clash.sentence)
    [august] = [month for month in found.months() if month.first.month == 8]
    marked = [day.date.day for _number, days in august.weeks for day in days if day.clashes]
    assert marked == [16, 17, 18, 19, 20]


def test_a_stay_that_ends_after_the_month_shown_is_checked_as_a_whole(mina, cast):
    a_summer_in_augsburg(cast, accepted=True)
    _absent(cast, "2027-08-16", "2027-08-20")
    july = calendar_of(mina, Period(date(2027, 7, 1), date(2027, 7, 31)), TODAY, eyes=ALL)
    august = calendar_of(mina, Period(date(2027, 8, 1), date(2027, 8, 31)), TODAY, eyes=ALL)
    assert (len(july.clashes), len(august.clashes)) == (0, 1)


def test_leave_on_the_day_of_an_exam_is_marked_too(mina):
    Exam.objects.create(
        calendar=mina.school_calendar, name="Zwischenprüfung", starts_on="2027-05-05", ends_on="2027-05-05"
    )
    [clash] = calendar_of(mina, YEAR, TODAY, eyes=ALL).clashes
    assert "Zwischenprüfung" in clash.sentence


def test_a_place_that_is_not_announced_yet_is_seen_by_the_training_office_alone(mina, cast):
    a_summer_in_augsburg(cast, confirmed=True)
    assert "Einsatz: Stadtarchiv, Augsburg" not in on(mina, 2027, 8, 4, eyes=eyes_of(cast.mina, mina))
    assert "Einsatz: Stadtarchiv, Augsburg" not in on(mina, 2027, 8, 4, eyes=eyes_of(cast.barbara, mina))
    assert "Einsatz: Stadtarchiv, Augsburg" in on(mina, 2027, 8, 4, eyes=eyes_of(cast.hanna, mina))


def test_a_host_learns_that_somebody_is_away_and_never_why(mina, cast):
    office = DepartmentFactory(city=cast.munich)
    StationFactory(
        apprentice=cast.mina, department=office, supervisor=cast.carla,
        starts_on=date(2027, 4, 5), ends_on=date(2027, 5, 7),
    )  # fmt: skip
    eyes = eyes_of(cast.carla, mina)
    assert on(mina, 2027, 4, 8, eyes=eyes) == ["Hier"]
    assert on(mina, 2027, 4, 12, eyes=eyes) == ["Weg"]
    assert on(mina, 2027, 5, 7, eyes=eyes) == ["Weg"]
    assert on(mina, 2027, 5, 10, eyes=eyes) == []


def test_pages_of_a_year_a_month_and_strange_addresses(mina, cast, client):
    client.force_login(cast.mina)
    url = reverse("training:calendar")
    year, month = client.get(url, {"jahr": 2027}), client.get(url, {"jahr": "2027", "monat": "4"})
    assert year.content.decode().count("<caption") == 12
    assert "Block 2" in month.content.decode()
    for query in ({"jahr": "zwei"}, {"jahr": "99999"}, {"jahr": "2100", "monat": "12"}, {"monat": "13"}, {"jahr": "²"}):
        assert client.get(url, query).status_code == 200


def test_who_may_open_whose(mina, cast, client):
    url = reverse("training:calendar_of", args=[mina.pk])
    seen = {"mina": 200, "barbara": 200, "hanna": 200, "carla": 404, "marlene": 404, "kilian": 404, "dieter": 404}
    for name, status in seen.items():
        client.force_login(getattr(cast, name))
        assert client.get(url).status_code == status, name


def test_a_full_year_costs_what_an_empty_one_costs(mina, cast, django_assert_num_queries):
    a_summer_in_augsburg(cast, accepted=True)
    with django_assert_num_queries(QUERIES):
        calendar_of(mina, YEAR, TODAY, eyes=ALL)
    for day in ("2027-09-06", "2027-09-13", "2027-09-20"):
        _absent(cast, day, day)
        mina.school_calendar.blocks.create(starts_on=day, ends_on=day)
    with django_assert_num_queries(QUERIES):
        calendar_of(mina, YEAR, TODAY, eyes=ALL)


QUERIES = 6
