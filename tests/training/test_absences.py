"""Leave, sickness and exams: entered by the home side, seen before they touch a stay, never twice on one day."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from lms.core.errors import NotAllowed, Refused
from lms.core.periods import Period
from lms.notifications.models import Notification
from tests.exchange.stays import a_placement
from tests.factories.training import ApprenticeshipFactory
from training.models import Absence, AbsenceKind, Exam, ExamKind
from training.queries.effects import mark_of
from training.services.absences import EffectsUnseen, Entry, change, enter, remove


@pytest.fixture
def stay(cast):
    return a_placement(cast, accepted=True)


def days(stay, first=7, last=11):
    return Period(stay.starts_on + timedelta(days=first), stay.starts_on + timedelta(days=last))


def leave(period, kind=AbsenceKind.LEAVE):
    return Entry(kind, period)


@pytest.mark.parametrize("who", ["hanna", "barbara"])
def test_the_office_and_the_home_trainer_enter_leave_and_the_person_hears_of_it(cast, stay, who):
    after = Period(stay.ends_on + timedelta(days=30), stay.ends_on + timedelta(days=34))
    [entered] = enter([cast.mina.pk], leave(after), actor=getattr(cast, who))
    assert (entered.apprentice, entered.period) == (cast.mina, after)
    assert Notification.objects.get().recipient == cast.mina


@pytest.mark.parametrize("who", ["mina", "marlene", "carla", "dieter"])
def test_nobody_else_does(cast, stay, who):
    with pytest.raises(NotAllowed):
        enter([cast.mina.pk], leave(days(stay)), actor=getattr(cast, who))


def test_what_touches_a_stay_is_saved_only_after_somebody_saw_it(cast, stay):
    with pytest.raises(EffectsUnseen) as unseen:
        enter([cast.mina.pk], leave(days(stay)), actor=cast.hanna)
    assert not Absence.objects.exists()
    assert [effect.stay.key for effect in unseen.value.effects] == [stay.source]
    enter([cast.mina.pk], leave(days(stay)), actor=cast.hanna, seen=mark_of(unseen.value.effects))
    assert Absence.objects.get().period == days(stay)


def test_who_looks_after_the_guest_hears_when_but_not_why(cast, stay):
    """Leave of a week of which two days lie in the stay; the training office of the host city is not bothered."""
    around = days(stay, -3, 1)
    with pytest.raises(EffectsUnseen) as unseen:
        enter([cast.mina.pk], leave(around), actor=cast.hanna)
    [entered] = enter([cast.mina.pk], leave(around), actor=cast.hanna, seen=mark_of(unseen.value.effects))
    told = Notification.objects.filter(kind="training/guest_away")
    assert {one.recipient_id for one in told} == {stay.offer.supervisor_id, stay.offer.deputy_id}
    first = told[0]
    assert (first.facts["first"], first.facts["last"]) == (str(stay.starts_on), str(around.end))
    assert "Mina" not in str(first.facts)
    assert "leave" not in str(first.facts)
    remove(entered, actor=cast.hanna)
    assert Notification.objects.filter(kind="training/guest_back").count() == 2


def test_of_a_place_that_is_not_published_yet_hosts_hear_nothing(cast):
    stay = a_placement(cast, confirmed=True)
    with pytest.raises(EffectsUnseen) as unseen:
        enter([cast.mina.pk], leave(days(stay)), actor=cast.hanna)
    enter([cast.mina.pk], leave(days(stay)), actor=cast.hanna, seen=mark_of(unseen.value.effects))
    assert not Notification.objects.filter(kind="training/guest_away").exists()


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_of_people_asks_the_same_for_any_number(cast, client, django_assert_max_num_queries, count):
    for other in ApprenticeshipFactory.create_batch(count, city=cast.nuremberg):
        Absence.objects.create(
            apprentice=other.person, starts_on="2027-03-01", ends_on="2027-03-05", entered_by=cast.hanna
        )
    client.force_login(cast.hanna)
    client.get("/ausbildung/abwesenheiten/")
    with django_assert_max_num_queries(12):
        assert "2027" in client.get("/ausbildung/abwesenheiten/").content.decode()


def test_what_was_seen_for_other_days_does_not_count(cast, stay):
    with pytest.raises(EffectsUnseen) as unseen:
        enter([cast.mina.pk], leave(days(stay)), actor=cast.hanna)
    with pytest.raises(EffectsUnseen):
        enter([cast.mina.pk], leave(days(stay, 14, 18)), actor=cast.hanna, seen=mark_of(unseen.value.effects))


def test_nobody_is_absent_twice_on_one_day(cast):
    first = Period(*(cast.mina.apprenticeship.starts_on + timedelta(days=day) for day in (0, 4)))
    enter([cast.mina.pk], leave(first), actor=cast.hanna)
    with pytest.raises(Refused, match="Mina Musterfrau"):
        enter([cast.mina.pk], leave(Period(first.end, first.end), AbsenceKind.SICK), actor=cast.barbara)


def test_for_a_group_all_or_nobody(cast):
    other = ApprenticeshipFactory(city=cast.nuremberg).person
    day = cast.mina.apprenticeship.starts_on
    enter([other.pk], leave(Period(day, day)), actor=cast.hanna)
    with pytest.raises(Refused):
        enter([cast.mina.pk, other.pk], leave(Period(day, day)), actor=cast.hanna)
    assert not cast.mina.absences.exists()
    with pytest.raises(NotAllowed):  # Kilian is of another city
        enter([cast.mina.pk, cast.kilian.pk], leave(Period(day, day)), actor=cast.hanna)


def test_an_exam_is_moved_and_removed(cast, stay):
    entry = Entry(
        ExamKind.WRITTEN_FINAL, Period(stay.ends_on + timedelta(300), stay.ends_on + timedelta(300)), "Teil 1"
    )
    [exam] = enter([cast.mina.pk], entry, actor=cast.barbara)
    with pytest.raises(EffectsUnseen) as unseen:
        change(exam, Entry(entry.kind, days(stay, 8, 8), "Teil 1"), actor=cast.barbara)
    assert "exam" in [one.code for one in unseen.value.effects[0].findings]
    remove(exam, actor=cast.hanna)
    assert not Exam.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_enter_at_once_one_wins_and_the_other_reads_why(cast, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    day = cast.mina.apprenticeship.starts_on

    def try_it(number):
        try:
            enter([cast.mina.pk], leave(Period(day, day + timedelta(days=number))), actor=cast.hanna)
        except Refused as refused:
            return str(refused)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        told = list(pool.map(try_it, range(2)))
    assert sorted(bool(sentence) for sentence in told) == [False, True]
    assert cast.mina.absences.count() == 1
