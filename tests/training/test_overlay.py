"""The three cities side by side, and which weeks are free."""

from datetime import date

import pytest
from django.urls import reverse

from lms.core.errors import NotAllowed, Refused
from lms.core.periods import Period
from tests.factories.training import SchoolCalendarFactory
from training.models import CityDay, CityDayKind
from training.queries.overlay import overlay, school_year, school_year_of
from training.services.city_days import add_day, remove_day

CHRISTMAS = Period(date(2026, 12, 18), date(2026, 12, 18))


@pytest.fixture
def classes(cast):
    """VFA 2 of Nürnberg and IT 2 of Augsburg, with blocks that leave April and half of May free."""
    vfa = SchoolCalendarFactory(city=cast.nuremberg, name="VFA 2")
    it = SchoolCalendarFactory(city=cast.augsburg, name="IT 2")
    vfa.blocks.create(starts_on=date(2026, 8, 31), ends_on=date(2027, 4, 9))
    it.blocks.create(starts_on=date(2027, 5, 10), ends_on=date(2027, 6, 25), label="Block 5")
    it.exams.create(starts_on=date(2027, 7, 7), ends_on=date(2027, 7, 7), name="Prüfung")
    return [vfa, it]


def free(classes, **wish):
    return [(str(one.period.start), str(one.period.end), one.weeks) for one in overlay(2026, classes).free(**wish)]


def test_a_school_year_is_whole_weeks_and_belongs_to_the_year_it_begins_in():
    assert school_year(2026) == Period(date(2026, 8, 31), date(2027, 8, 29))
    assert school_year(2027).start == date(2027, 8, 30)
    assert (school_year_of(date(2027, 8, 31)), school_year_of(date(2027, 9, 1))) == (2026, 2027)


def test_free_weeks_are_those_without_blocks_and_exams_of_all_chosen_classes(classes):
    assert free(classes) == [
        ("2027-04-12", "2027-05-07", 4), ("2027-06-28", "2027-07-02", 1), ("2027-07-12", "2027-08-27", 7),
    ]  # fmt: skip


def test_free_weeks_can_be_asked_for_in_a_row_and_outside_the_school_holidays(classes):
    assert free(classes, least=4, without_holidays=True) == [("2027-04-12", "2027-05-07", 4)]
    assert free(classes, least=5) == [("2027-07-12", "2027-08-27", 7)]


def test_rows_show_what_differs_between_the_cities(classes, cast):
    add_day(cast.augsburg, "JAV-Versammlung", CityDayKind.JAV, CHRISTMAS, actor=cast.anton)
    rows = {row.name: row for row in overlay(2026, classes).cities}
    assert [one.name for one in rows["Augsburg"].days if one.period.start.month == 8 and one.period.start.day == 8]
    assert not [one.name for one in rows["Nürnberg"].days if one.period.start == date(2027, 8, 8)]
    assert "JAV-Versammlung" in [one.name for one in rows["Augsburg"].days]


def test_in_words_what_all_cities_share_is_said_once(cast):
    words = {row.name: [one.name for one in row.days] for row in overlay(2026, []).in_words}
    assert "Karfreitag" in words["In allen Städten"]
    assert words["Nürnberg"] == []
    assert words["Augsburg"] == ["Augsburger Hohes Friedensfest", "Mariä Himmelfahrt"]


def test_the_page_lists_the_free_weeks_in_words(classes, cast, client):
    client.force_login(cast.barbara)
    query = {"jahr": 2026, "klasse": [one.pk for one in classes], "wochen": 4, "ferien": "ohne"}
    page = client.get(reverse("training:cities"), query).content.decode()
    assert "Freie Wochen für IT 2 (A), VFA 2 (N)" in page
    assert "12.\N{NO-BREAK SPACE}April bis 7.\N{NO-BREAK SPACE}Mai" in page


def test_an_apprentice_sees_the_own_class_and_no_other(classes, cast, client):
    cast.mina.apprenticeship.school_calendar = classes[0]
    cast.mina.apprenticeship.save()
    client.force_login(cast.mina)
    page = client.get(reverse("training:cities"), {"klasse": classes[1].pk}).content.decode()
    assert ("VFA 2" in page, "IT 2" in page) == (True, False)


def test_the_training_office_enters_and_removes_days_of_its_own_city(cast, client):
    client.force_login(cast.anton)
    sent = {"city": cast.augsburg.pk, "kind": "closed", "name": "Betriebsausflug", "starts_on": "2026-12-18"}
    assert client.post(reverse("training:city_day_add"), sent).status_code == 302
    day = CityDay.objects.get()
    assert (day.city, day.period) == (cast.augsburg, CHRISTMAS)
    again = client.post(reverse("training:city_day_add"), sent)
    assert (again.status_code, CityDay.objects.count()) == (200, 1)
    assert client.post(reverse("training:city_day_remove", args=[day.pk])).status_code == 302
    assert not CityDay.objects.exists()


@pytest.mark.parametrize("last", ["2026-12-17", "2027-12-18"])
def test_days_that_end_before_they_begin_or_last_a_year_are_asked_about(cast, client, last):
    client.force_login(cast.anton)
    sent = {"city": cast.augsburg.pk, "kind": "closed", "name": "Zu", "starts_on": "2026-12-18", "ends_on": last}
    assert client.post(reverse("training:city_day_add"), sent).status_code == 200
    assert not CityDay.objects.exists()


def test_nobody_enters_days_of_another_city(cast):
    day = add_day(cast.augsburg, "Zu", CityDayKind.CLOSED, CHRISTMAS, actor=cast.anton)
    for actor in (cast.hanna, cast.dieter, cast.kilian):
        with pytest.raises(NotAllowed):
            remove_day(day, actor=actor)
    with pytest.raises(Refused):
        add_day(cast.augsburg, "Zu", CityDayKind.CLOSED, CHRISTMAS, actor=cast.anton)


def test_many_classes_cost_what_one_costs(classes, django_assert_num_queries):
    with django_assert_num_queries(6):
        overlay(2026, classes[:1])
    with django_assert_num_queries(6):
        overlay(2026, classes)
