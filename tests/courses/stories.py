"""Steps the stories share."""

from courses.models import CoursePage
from courses.services.assessing.assessment import start_attempt, submit_attempt
from courses.services.completing.progress import mark_lesson_done
from courses.services.enrolling.enrollments import enroll
from tests.factories.courses import CourseFactory, LessonFactory, lessons_of
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


def a_ready_draft(city, author, title="Akten führen"):
    """A course that nobody has seen yet and in which nothing is missing."""
    told = {"goals": [("goal", "Akten finden")], "contact": "akten@example.org", "owner": author, "live": False}
    course = CourseFactory(city=city, title=title, lessons=0, **told)
    LessonFactory(parent=course, title="Fristen", owner=author, live=False)
    for page in course.get_descendants(inclusive=True).specific():
        page.save_revision(user=author)
    return CoursePage.objects.get(pk=course.pk)
