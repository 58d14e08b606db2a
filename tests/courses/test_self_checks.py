"""Questions to oneself, in a lesson and in what a city added to it."""

import pytest

from courses.self_checks import answered
from courses.services.enrolling.enrollments import enroll
from tests.courses.test_modules_and_annexes import annex_of
from tests.factories.courses import BODY, CourseFactory, LessonFactory

CHECK = [BODY[2]]


@pytest.fixture
def lesson(cast):
    course = CourseFactory(city=cast.nuremberg, lessons=0)
    enroll(course, actor=cast.mina)
    return LessonFactory(parent=course, body=BODY[:1])


@pytest.mark.parametrize(("pick", "is_right", "said"), [("check-yes", True, "So ist es."), ("check-no", False, "Eher")])
def test_a_question_of_the_own_city_is_answered_in_the_lesson(client, cast, lesson, pick, is_right, said):
    annex_of(lesson.course, cast.nuremberg, lesson=lesson, body=CHECK)
    assert answered(lesson, "check", [pick]).is_right is is_right
    client.force_login(cast.mina)
    page = client.post(lesson.url, {"check": "check", "choice": pick}).content.decode()
    assert said in page


def test_the_question_of_another_city_is_not_shown_with_its_answer(client, cast, lesson):
    annex_of(lesson.course, cast.augsburg, lesson=lesson, body=CHECK)
    client.force_login(cast.mina)
    page = client.post(lesson.url, {"check": "check", "choice": "check-yes"}).content.decode()
    assert "So ist es." not in page


def test_a_draft_of_an_addition_answers_nothing(cast, lesson):
    annex_of(lesson.course, cast.nuremberg, lesson=lesson, body=CHECK, live=False)
    assert answered(lesson, "check", ["check-yes"]) is None
