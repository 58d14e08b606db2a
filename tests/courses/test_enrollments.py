import pytest
from django.db import IntegrityError, transaction

from courses.models import Enrollment, LessonProgress
from courses.services.enrollments import enroll, withdraw
from courses.services.progress import mark_lesson_done
from lms.core import journal
from lms.core.errors import NotAllowed, Refused
from lms.core.lifecycle import StepNotAllowed
from tests.courses.stories import learn
from tests.factories.courses import CourseFactory, EnrollmentFactory, lessons_of
from tests.factories.people import UserFactory


def test_mina_enrolls_in_a_course_of_another_city(cast):
    course = CourseFactory(city=cast.augsburg)
    enrollment = enroll(course, actor=cast.mina)
    assert (enrollment.person, enrollment.course, enrollment.status) == (cast.mina, course, "active")
    assert [entry.action for entry in journal.entries(enrollment)] == ["courses.enrollment.enroll"]


def test_enrolling_twice_changes_nothing(cast):
    course = CourseFactory(city=cast.nuremberg)
    assert enroll(course, actor=cast.mina) == enroll(course, actor=cast.mina)
    assert Enrollment.objects.count() == 1


def test_nobody_enrolls_in_a_course_that_is_not_published(cast):
    with pytest.raises(Refused):
        enroll(CourseFactory(city=cast.nuremberg, live=False), actor=cast.mina)


def test_somebody_without_a_role_cannot_enroll(cast):
    with pytest.raises(NotAllowed):
        enroll(CourseFactory(city=cast.nuremberg), actor=UserFactory())


def test_who_comes_back_finds_what_was_done(cast):
    course = CourseFactory(city=cast.nuremberg)
    enrollment = enroll(course, actor=cast.mina)
    mark_lesson_done(enrollment, lessons_of(course)[0], actor=cast.mina)
    withdraw(enrollment, actor=cast.mina)

    again = enroll(course, actor=cast.mina)
    assert (again.pk, again.status) == (enrollment.pk, "active")
    assert LessonProgress.objects.filter(enrollment=again).count() == 1


def test_a_completed_course_cannot_be_left(cast):
    enrollment = learn(cast.mina, CourseFactory(city=cast.nuremberg))
    with pytest.raises(StepNotAllowed):
        withdraw(enrollment, actor=cast.mina)


def test_nobody_leaves_a_course_for_somebody_else(cast):
    enrollment = EnrollmentFactory(person=cast.mina)
    with pytest.raises(NotAllowed):
        withdraw(enrollment, actor=cast.kilian)


def test_who_sees_who_takes_a_course(cast):
    EnrollmentFactory(person=cast.mina)
    readers = [name for name, person in vars(cast).items() if hasattr(person, "email") and _sees(person)]
    assert readers == ["hanna", "mina"]


def _sees(person):
    return Enrollment.objects.visible_to(person).exists()


def test_the_database_refuses_a_second_enrollment_and_a_completion_without_a_moment(cast):
    enrollment = EnrollmentFactory(person=cast.mina)
    for wrong in [{"person": cast.mina, "course": enrollment.course}, {"status": "completed"}]:
        with pytest.raises(IntegrityError), transaction.atomic():
            EnrollmentFactory(**wrong)
