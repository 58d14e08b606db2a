"""Enrolling those who go away in a round, all at once."""

import pytest
from django.urls import reverse

from courses.models import Enrollment
from exchange.queries.cohorts import rounds_as_groups
from tests.exchange.stays import a_placement, a_round
from tests.factories.courses import CourseFactory
from tests.factories.exchange import ApplicationFactory, PlacementFactory
from tests.factories.people import UserFactory
from tests.factories.training import ApprenticeshipFactory
from tests.queries import queries_in


@pytest.fixture
def spring(cast):
    return a_round("running", name="Frühjahr 2027")


@pytest.fixture
def going(cast, spring):
    return a_placement(cast, round=spring, accepted=True)


def another(cast, spring, **more):
    """Somebody of Nürnberg with a place in the round whom Barbara does not train."""
    trainer = UserFactory(trainer_in=cast.nuremberg)
    person = UserFactory(apprentice_in=cast.nuremberg)
    ApprenticeshipFactory(person=person, city=cast.nuremberg, trainer=trainer)
    application = ApplicationFactory(apprentice=person, round=spring, approved=True, status="accepted")
    PlacementFactory(application=application, **more)
    return person


def groups(user):
    return [(group.label, set(group.members)) for group in rounds_as_groups(user)]


NAME = "alle, die in „Frühjahr 2027“ einen Platz haben"


def test_the_office_finds_all_of_its_city_trainers_those_they_train(cast, spring, going):
    person = another(cast, spring, active=True)
    assert groups(cast.hanna) == [(NAME, {cast.mina, person})]
    assert groups(cast.barbara) == [(NAME, {cast.mina})]


def test_who_only_receives_them_does_not_find_them(cast, going):
    assert groups(cast.marlene) == groups(cast.carla) == groups(cast.mina) == []


@pytest.mark.parametrize(
    ("status", "counts"), [("proposed", False), ("confirmed", True), ("active", True), ("completed", False)]
)
def test_a_place_counts_from_the_confirmation_by_both_cities_until_the_stay_is_over(cast, spring, status, counts):
    a_placement(cast, round=spring, **({} if status == "proposed" else {status: True}))
    assert bool(groups(cast.hanna)) == counts


def test_trainers_learn_of_a_place_when_it_is_published_and_not_before(cast, spring):
    a_placement(cast, round=spring, confirmed=True)
    assert groups(cast.barbara) == []


def test_the_form_offers_the_round_shows_who_it_is_and_enrolls_them(client, cast, spring, going):
    another(cast, spring, status="proposed")
    course = CourseFactory(city=cast.nuremberg)
    client.force_login(cast.hanna)
    form = reverse("learning:enroll_cohort", args=[course.pk])
    assert NAME in client.get(form).content.decode()
    asked = f"{form}?stadt={cast.nuremberg.pk}&gruppe=runde-{spring.pk}"
    assert list(client.get(asked).context["members"].fields["people"].queryset) == [cast.mina]
    client.post(asked, {"people": [cast.mina.pk]})
    assert [(one.person, one.source) for one in Enrollment.objects.all()] == [(cast.mina, "cohort")]


def test_a_round_that_is_over_shows_a_sentence_and_not_everybody(client, cast):
    client.force_login(cast.hanna)
    course = CourseFactory(city=cast.nuremberg)
    asked = f"{reverse('learning:enroll_cohort', args=[course.pk])}?stadt={cast.nuremberg.pk}&gruppe=runde-1"
    answer = client.get(asked)
    assert answer.context["members"] is None
    assert "hat in dieser Runde mehr einen Platz" in answer.content.decode()


def test_the_same_queries_for_any_number_of_people(cast, spring, going):
    few = queries_in(lambda: groups(cast.hanna))
    another(cast, spring, accepted=True)
    assert queries_in(lambda: groups(cast.hanna)) == few
