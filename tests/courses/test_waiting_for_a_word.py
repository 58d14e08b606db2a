"""Mina has done all she can: those who may confirm the rest hear of it, once."""

import pytest
from django.urls import reverse

from courses.models import Enrollment
from courses.services.completing.completion import complete_if_due, renew
from courses.services.completing.confirmations import confirm
from courses.services.completing.progress import mark_lesson_done
from courses.services.completing.rules import change_rule
from lms.notifications.models import Notification
from tests.courses.running import a_run
from tests.courses.stories import learn
from tests.factories.courses import CourseFactory, EnrollmentFactory, lessons_of
from tests.factories.people import UserFactory

WORDS = [{"confirmed": "k", "label": "hat telefoniert"}, {"confirmed": "m", "label": "hat moderiert"}]


@pytest.fixture
def course(cast):
    course = CourseFactory(city=cast.nuremberg, title="Gut telefonieren", lessons=2)
    change_rule(course, {"all": [{"every": "lesson"}, *WORDS]}, None, actor=cast.barbara)
    return course


def told():
    found = Notification.objects.filter(kind="courses/confirmation_awaited").order_by("pk")
    return [message.recipient for message in found]


def waits(enrollment):
    return Enrollment.objects.get(pk=enrollment.pk).waits_since is not None


def test_the_last_lesson_tells_who_may_confirm_and_leads_there(cast, course):
    enrollment = EnrollmentFactory(person=cast.mina, course=course)
    first, last = lessons_of(course)
    mark_lesson_done(enrollment, first, actor=cast.mina)
    assert (told(), waits(enrollment)) == ([], False)
    mark_lesson_done(enrollment, last, actor=cast.mina)
    assert (told(), waits(enrollment)) == ([cast.barbara], True)
    assert Notification.objects.get().url == reverse("courses:course_progress", args=[course.pk])


def test_trainers_of_the_run_hear_of_it_and_nobody_of_themselves(cast, course):
    colleague = UserFactory(trainer_in=cast.augsburg)
    enrollment = EnrollmentFactory(person=colleague, course=course, run=a_run(cast.augsburg, course))
    for lesson in lessons_of(course):
        mark_lesson_done(enrollment, lesson, actor=colleague)
    assert told() == [cast.barbara, cast.dieter]


def test_one_wait_is_one_message_until_the_last_word_completes_the_course(cast, course):
    enrollment = learn(cast.mina, course)
    complete_if_due(enrollment, actor=None)
    confirm(enrollment, "k", actor=cast.barbara)
    assert (told(), waits(enrollment)) == ([cast.barbara], True)
    confirm(enrollment, "m", actor=cast.barbara)
    assert (told(), waits(enrollment)) == ([cast.barbara], False)


def test_the_next_time_is_a_wait_of_its_own(cast, course):
    enrollment = learn(cast.mina, course)
    for word in WORDS:
        confirm(enrollment, word["confirmed"], actor=cast.barbara)
    again = renew(Enrollment.objects.get(pk=enrollment.pk), actor=None)
    for lesson in lessons_of(course):
        mark_lesson_done(again, lesson, actor=cast.mina)
    assert told() == [cast.barbara] * 2


def test_a_rule_that_asks_for_no_word_any_more_ends_the_wait(cast, course):
    waiting = learn(cast.mina, course)
    change_rule(course, {"all": [{"attended": 1}, {"every": "lesson"}]}, None, actor=cast.barbara)
    complete_if_due(waiting, actor=None)
    assert not waits(waiting)
