"""How often the whole request asks the database: session, person and all that follows; only savepoints are left out."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone

from certificates.models import Certificate, NumberSeries
from courses import rule_tree
from courses.models import Attempt, CompletionRule, Enrollment
from courses.services.assessing.assessment import save_answers, start_attempt
from courses.services.completing.progress import mark_lesson_done
from people.models import User
from tests.factories.courses import RIGHT, WRONG, CourseFactory, EnrollmentFactory, LessonFactory, lessons_of
from tests.factories.courses import test_of as the_test_of
from tests.queries import questions_in

FOR_TEN_AND_A_THOUSAND = pytest.mark.parametrize("learners", [10, 1000])


@pytest.fixture(autouse=True)
def tasks_wait_for_the_worker(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}


@pytest.fixture
def course(cast):
    return CourseFactory(city=cast.nuremberg, lessons=2, test=True)


@pytest.fixture
def mina(client, cast, course):
    """She has looked at the course. What each process asks but once is known: addresses, the kinds of records."""
    ContentType.objects.get_for_models(Attempt, Enrollment, Certificate)
    client.force_login(cast.mina)
    client.get(course.url)
    return client


def crowd(course, learners):
    """All of them have handed in the test."""
    people = User.objects.bulk_create(User(email=f"{n}@example.org") for n in range(learners))
    taken = Enrollment.objects.bulk_create(Enrollment(person=person, course=course) for person in people)
    told = {"test": the_test_of(course), "number": 1, "questions": [], "pass_mark": 70, "status": "submitted"}
    done = {"score": 100, "passed": True, "submitted_at": timezone.now()}
    Attempt.objects.bulk_create(Attempt(enrollment=one, **told, **done) for one in taken)


def at_the_test(person, course, answers):
    enrollment = EnrollmentFactory(person=person, course=course)
    for lesson in lessons_of(course):
        mark_lesson_done(enrollment, lesson, actor=person)
    return save_answers(start_attempt(enrollment, the_test_of(course), actor=person), answers, actor=person)


def send(client, route, pk):
    answer = client.post(reverse(route, args=[pk]))
    assert answer.status_code == 302


@FOR_TEN_AND_A_THOUSAND
def test_a_lesson_done_costs_eight(mina, cast, course, learners):
    crowd(course, learners)
    enrollment = EnrollmentFactory(person=cast.mina, course=course)
    first = lessons_of(course)[0]
    assert questions_in(lambda: send(mina, "courses:lesson_done", first.pk)) == 8
    assert enrollment.lessons_done.get().lesson == first


def test_a_rule_of_the_course_costs_one_more(mina, cast, course):
    EnrollmentFactory(person=cast.mina, course=course)
    CompletionRule.objects.create(course=course, number=1, tree=rule_tree.EVERYTHING)
    first = lessons_of(course)[0]
    assert questions_in(lambda: send(mina, "courses:lesson_done", first.pk)) == 9


@FOR_TEN_AND_A_THOUSAND
@pytest.mark.parametrize(("answers", "asked"), [(WRONG, 6), (RIGHT, 9)])
def test_a_test_handed_in_costs_nine_at_most(mina, cast, course, learners, answers, asked):
    """Failed, and passed with a lesson still to do."""
    crowd(course, learners)
    attempt = at_the_test(cast.mina, course, answers)
    LessonFactory(parent=course)
    assert questions_in(lambda: send(mina, "courses:attempt_review", attempt.pk)) == asked
    assert Attempt.objects.get(pk=attempt.pk).passed == (answers == RIGHT)


@FOR_TEN_AND_A_THOUSAND
def test_completing_the_course_by_it_costs_thirteen_more(
    mina, cast, course, learners, django_capture_on_commit_callbacks
):
    """All in one transaction: enrollment, evidence, certificate and its number, two entries of the journal, the
    message and its mail, and tasks for drawing and mailing.
    """
    crowd(course, learners)
    attempt = at_the_test(cast.mina, course, RIGHT)
    NumberSeries.objects.create(prefix="WJ", year=timezone.localdate().year)  # not the first one of this year

    def hand_in():
        with django_capture_on_commit_callbacks(execute=True):
            send(mina, "courses:attempt_review", attempt.pk)

    assert questions_in(hand_in) == 22
    assert Certificate.objects.get().recipient == cast.mina
