"""Steps the stories share."""

from courses.services.assessment import start_attempt, submit_attempt
from courses.services.enrollments import enroll
from courses.services.progress import mark_lesson_done
from tests.factories.courses import lessons_of
from tests.factories.courses import test_of as the_test_of


def learn(person, course):
    """Enroll and do all lessons."""
    enrollment = enroll(course, actor=person)
    for lesson in lessons_of(course):
        mark_lesson_done(enrollment, lesson, actor=person)
    return enrollment


def take_test(enrollment, answers):
    person = enrollment.person
    attempt = start_attempt(enrollment, the_test_of(enrollment.course), actor=person)
    return submit_attempt(attempt, answers, actor=person)
