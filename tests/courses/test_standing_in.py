"""A city without a trainer: its training office marks and confirms, so that no learner waits in vain."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.models import Confirmation
from courses.queries.assessing.marking import marking_steps, standing_in, trainers_of, who_confirms
from courses.services.assessing.marking import Given, mark_answer, tell_who_marks
from courses.services.completing.confirmations import confirm
from courses.services.completing.rules import change_rule
from lms.core.errors import NotAllowed
from lms.notifications.models import Notification
from people.models import Membership, Role
from people.queries import cities_taught, who_teaches_in
from people.services.memberships import end_role
from tests.courses.running import a_run
from tests.factories.courses import AttemptFactory, CourseFactory, EnrollmentFactory

TALK = "hat ein Telefonat geführt"


@pytest.fixture
def course(cast):
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=0, test=True)


@pytest.fixture
def barbara_is_gone(cast):
    leave(cast.barbara)


def leave(person):
    for role in Membership.objects.current().filter(person=person, role=Role.TRAINER):
        end_role(role, actor=None, on=timezone.localdate() - timedelta(days=1))


def talking(cast):
    course = CourseFactory(city=cast.nuremberg, lessons=0)
    change_rule(course, {"all": [{"confirmed": "k", "label": TALK}]}, None, actor=cast.barbara)
    return course


def test_who_teaches_in_a_city_is_one_rule_asked_from_both_sides(cast):
    def agreed():
        active = [one for one in (cast.barbara, cast.hanna, cast.anton, cast.mina, cast.konrad) if one.is_active]
        asked = {one for one in active if cities_taught(one).filter(pk=cast.nuremberg.pk).exists()}
        assert asked == set(who_teaches_in(cast.nuremberg))
        return asked

    assert agreed() == {cast.barbara}
    cast.barbara.is_active = False
    cast.barbara.save()
    assert agreed() == {cast.hanna}


def test_without_a_trainer_the_office_marks(cast, course, barbara_is_gone):
    attempt = AttemptFactory(enrollment__person=cast.mina, enrollment__course=course)
    tell_who_marks(attempt)
    assert Notification.objects.get().recipient == cast.hanna
    with pytest.raises(NotAllowed):
        mark_answer(attempt, "why", Given(), actor=cast.anton)
    assert mark_answer(attempt, "why", Given({"a": 3, "b": 2}), actor=cast.hanna).score == 100


def test_the_office_finds_the_work_on_its_pages_which_say_why(client, cast, course, barbara_is_gone):
    AttemptFactory(enrollment__person=cast.mina, enrollment__course=course)
    [step] = marking_steps(cast.hanna)
    assert step.title == "Bewerten: Abschlusstest"
    client.force_login(cast.hanna)
    page = client.get(reverse("courses:marking")).content.decode()
    assert "In Nürnberg gibt es zurzeit keine Ausbildenden" in page
    assert "1 abgegebener Test" in page
    assert step.sentence in client.get("/").content.decode()


def test_without_a_trainer_the_office_confirms(client, cast):
    course = talking(cast)
    enrollment = EnrollmentFactory(person=cast.mina, course=course)
    leave(cast.barbara)
    client.force_login(cast.hanna)
    page = client.get(reverse("courses:course_progress", args=[course.pk])).content.decode()
    assert "In Nürnberg gibt es zurzeit keine Ausbildenden" in page
    assert TALK in page
    assert confirm(enrollment, "k", actor=cast.hanna)
    assert Confirmation.objects.get().confirmed_by == cast.hanna


def test_the_office_of_the_city_of_a_run_without_trainers_confirms_there(cast):
    course = talking(cast)
    enrollment = EnrollmentFactory(person=cast.kilian, course=course, run=a_run(cast.augsburg, course))
    assert who_confirms(enrollment) == [cast.barbara, cast.dieter]
    leave(cast.dieter)
    assert who_confirms(enrollment) == [cast.barbara, cast.anton]
    assert confirm(enrollment, "k", actor=cast.anton)


def test_with_a_trainer_again_the_office_reads_no_answers(client, cast, course):
    attempt = AttemptFactory(enrollment__person=cast.mina, enrollment__course=course)
    assert (standing_in(cast.hanna), trainers_of(course)) == ([], [cast.barbara])
    with pytest.raises(NotAllowed):
        mark_answer(attempt, "why", Given(), actor=cast.hanna)
    client.force_login(cast.hanna)
    assert client.get(reverse("courses:marking")).status_code == 403
