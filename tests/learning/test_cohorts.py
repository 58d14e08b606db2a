"""Enrolling many at once: whom a cohort holds, and all of them or nobody."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.models import Enrollment
from learning.queries.cohorts import candidates, cohort
from learning.services.cohorts import enroll_together
from lms.core import journal
from lms.core.errors import NotAllowed, TooLate
from tests.courses.running import a_run, fresh
from tests.factories.courses import CourseFactory, EnrollmentFactory
from tests.factories.people import UserFactory
from tests.factories.training import ApprenticeshipFactory
from tests.queries import queries_of


def beginning(cast, year, **given):
    """An apprentice of Nürnberg who is in this year of training today."""
    today = timezone.localdate()
    started = date(today.year - year + 1, today.month, 1)
    ends = date(started.year + 4, started.month, 1)
    told = {"city": cast.nuremberg, "trainer": cast.barbara, "starts_on": started, "ends_on": ends} | given
    return ApprenticeshipFactory(person=UserFactory(apprentice_in=told["city"]), **told).person


def test_a_cohort_is_city_occupation_and_year(cast):
    vfa = cast.mina.apprenticeship.occupation
    fiae = cast.kilian.apprenticeship.occupation
    first, second = beginning(cast, 1, occupation=vfa), beginning(cast, 2, occupation=vfa)
    other = beginning(cast, 1, occupation=fiae)
    beginning(cast, 1, city=cast.augsburg, trainer=cast.dieter, occupation=vfa)
    today = timezone.localdate()
    mine = set(cohort(cast.nuremberg, None, None, today))
    assert mine == {cast.mina, first, second, other}
    assert other not in cohort(cast.nuremberg, vfa, None, today)
    assert first in cohort(cast.nuremberg, vfa, 1, today)
    assert second not in cohort(cast.nuremberg, vfa, 1, today)
    assert set(cohort(cast.nuremberg, None, 1, today)) >= {first, other}


def test_who_has_left_is_in_no_cohort(cast):
    cast.mina.is_active = False
    cast.mina.save()
    assert cohort(cast.nuremberg, None, None, timezone.localdate()) == []


def test_it_says_for_whom_nothing_changes(cast):
    course = CourseFactory(city=cast.nuremberg)
    other = beginning(cast, 1)
    EnrollmentFactory(person=cast.mina, course=course)
    shown = candidates(course, [cast.mina, other])
    assert [(one.person, bool(one.already)) for one in shown] == [(cast.mina, True), (other, False)]


def test_all_of_them_or_nobody(cast):
    run = a_run(cast.nuremberg, seats=2)
    people = [cast.mina, beginning(cast, 1), beginning(cast, 1)]
    with pytest.raises(TooLate):
        enroll_together(run.course, people, actor=cast.barbara, run=run)
    assert (Enrollment.objects.count(), fresh(run).seats_taken) == (0, 0)
    assert enroll_together(run.course, people[:2], actor=cast.barbara, run=run) == 2
    assert [one.source for one in Enrollment.objects.all()] == ["cohort", "cohort"]
    assert [entry.data for entry in journal.entries(run)] == [{"people": 2}]


def test_one_of_another_city_stops_everything(cast):
    course = CourseFactory(city=cast.nuremberg)
    with pytest.raises(NotAllowed):
        enroll_together(course, [cast.mina, cast.kilian], actor=cast.barbara, run=None)
    assert not Enrollment.objects.exists()


# Screens


@pytest.fixture
def barbara(client, cast):
    client.force_login(cast.barbara)
    return client


def cohort_url(course, cast, **asked):
    query = "&".join(f"{name}={value}" for name, value in ({"stadt": cast.nuremberg.pk} | asked).items())
    return f"{reverse('learning:enroll_cohort', args=[course.pk])}?{query}"


def test_one_sees_who_it_is_before_it_happens(barbara, cast):
    course = CourseFactory(city=cast.munich)
    other = beginning(cast, 1)
    url = cohort_url(course, cast)
    page = barbara.get(url).content.decode()
    assert "Mina Musterfrau" in page
    assert not Enrollment.objects.exists()
    barbara.post(url, {"people": [cast.mina.pk]})
    assert [one.person for one in Enrollment.objects.all()] == [cast.mina]
    assert other.full_name in barbara.get(url).content.decode()


@pytest.mark.parametrize("sent", ["kilian", "9" * 30, "x", ""])
def test_only_those_of_the_cohort_can_be_chosen(barbara, cast, sent):
    course = CourseFactory(city=cast.nuremberg)
    answer = barbara.post(cohort_url(course, cast), {"people": getattr(cast, sent).pk if sent == "kilian" else sent})
    assert answer.context["members"].errors
    assert not Enrollment.objects.exists()


def test_a_cohort_of_another_city_is_not_offered(barbara, cast):
    answer = barbara.get(cohort_url(CourseFactory(city=cast.nuremberg), cast, stadt=cast.augsburg.pk))
    assert "stadt" in answer.context["form"].errors
    assert answer.context["members"] is None


def test_too_few_seats_are_said_at_the_field(barbara, cast):
    run = a_run(cast.nuremberg, seats=1)
    people = [cast.mina.pk, beginning(cast, 1).pk]
    url = cohort_url(run.course, cast, lauf=run.pk)
    answer = barbara.post(url, {"people": people})
    assert "kein Platz mehr frei" in str(answer.context["members"].errors["people"])
    assert not Enrollment.objects.exists()
    assert barbara.post(url, {"people": people[:1]}).url == reverse("courses:run", args=[run.pk])


def test_enrolling_one_person(barbara, cast):
    run = a_run(cast.nuremberg)
    url = reverse("learning:enroll_one", args=[run.course_id])
    assert "person" in barbara.post(url, {"person": cast.kilian.pk, "lauf": run.pk}).context["form"].errors
    foreign = a_run(cast.munich, run.course)
    assert "lauf" in barbara.post(url, {"person": cast.mina.pk, "lauf": foreign.pk}).context["form"].errors
    assert not Enrollment.objects.exists()
    sent = {"person": cast.mina.pk, "lauf": run.pk, "status": "completed"}
    assert barbara.post(url, sent).url == reverse("courses:run", args=[run.pk])
    assert (Enrollment.objects.get().run, Enrollment.objects.get().status) == (run, "active")


@pytest.mark.parametrize("count", [1, 12])
def test_a_cohort_asks_the_same_for_any_number_of_people(barbara, cast, count):
    for _ in range(count):
        beginning(cast, 1)
    assert queries_of(barbara, cohort_url(CourseFactory(city=cast.nuremberg), cast)) == COHORT_QUERIES


COHORT_QUERIES = 19
