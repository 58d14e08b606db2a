from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from courses.models import Attempt, Enrollment
from courses.services.assessing.assessment import save_answers, start_attempt, submit_attempt
from courses.services.enrolling.enrollments import enroll, withdraw
from lms.core.errors import NotAllowed, Refused
from tests.courses.stories import learn, take_test
from tests.factories.courses import RIGHT, WRONG, CourseFactory
from tests.factories.courses import questions as the_questions
from tests.factories.courses import test_of as the_test_of


@pytest.fixture
def ready(cast):
    """Mina has done all lessons of a course with a test that allows two attempts."""
    return learn(cast.mina, CourseFactory(city=cast.nuremberg, test=True))


def start(enrollment):
    return start_attempt(enrollment, the_test_of(enrollment.course), actor=enrollment.person)


def test_an_attempt_keeps_the_questions_as_they_were(ready):
    attempt = start(ready)
    test = the_test_of(ready.course)
    test.questions, test.pass_mark = the_questions()[:1], 100
    test.save()

    attempt.refresh_from_db()
    assert {question["text"] for question in attempt.questions} == {"Was gilt?", "Was noch?"}
    assert attempt.pass_mark == 70


def test_starting_again_goes_on_with_the_open_attempt(ready):
    assert start(ready) == start(ready)


def test_attempts_are_limited(ready):
    take_test(ready, WRONG)
    take_test(ready, WRONG)
    with pytest.raises(Refused, match="alle Versuche"):
        start(ready)


def test_leaving_and_coming_back_gives_no_new_attempts(ready):
    take_test(ready, WRONG)
    take_test(ready, WRONG)
    withdraw(ready, actor=ready.person)
    with pytest.raises(Refused, match="alle Versuche"):
        start(enroll(ready.course, actor=ready.person))


def test_a_passed_test_is_not_taken_again(ready):
    take_test(ready, RIGHT)
    with pytest.raises(Refused, match="schon bestanden"):
        start(ready)


def test_the_test_opens_after_the_lessons(cast):
    enrollment = enroll(CourseFactory(city=cast.nuremberg, test=True), actor=cast.mina)
    with pytest.raises(Refused, match="zuerst diese Lektionen"):
        start(enrollment)


def test_a_test_of_another_course_is_refused(ready, cast):
    other = the_test_of(CourseFactory(city=cast.nuremberg, test=True))
    with pytest.raises(Refused):
        start_attempt(ready, other, actor=cast.mina)


def test_answers_are_scored_on_the_server(ready):
    attempt = submit_attempt(start(ready), {"one": ["ja-0"], "more": ["rot-0"]}, actor=ready.person)
    assert (attempt.score, attempt.passed, attempt.answers) == (75, True, {"one": ["ja-0"], "more": ["rot-0"]})


def test_made_up_keys_and_several_picks_of_one_earn_nothing(ready):
    answers = {"one": ["ja-0", "nein-1"], "more": ["nonsense"], "score": ["100"]}
    attempt = save_answers(start(ready), answers, actor=ready.person)
    assert attempt.answers in ({"one": ["ja-0"]}, {"one": ["nein-1"]})


def test_what_was_handed_in_cannot_be_changed(ready):
    attempt = take_test(ready, WRONG)
    with pytest.raises(Refused):
        submit_attempt(attempt, RIGHT, actor=ready.person)
    with pytest.raises(Refused):
        save_answers(attempt, RIGHT, actor=ready.person)
    stale = Attempt(**{field.attname: getattr(attempt, field.attname) for field in Attempt._meta.fields})
    stale.status = "open"
    with pytest.raises(Refused):
        submit_attempt(stale, RIGHT, actor=ready.person)
    attempt.refresh_from_db()
    assert (attempt.passed, attempt.answers) == (False, WRONG)


def test_nobody_answers_for_somebody_else(ready, cast):
    attempt = start(ready)
    for service in (save_answers, submit_attempt):
        with pytest.raises(NotAllowed):
            service(attempt, RIGHT, actor=cast.barbara)


def test_only_the_learner_sees_answers_and_scores(ready, cast):
    take_test(ready, WRONG)
    people = [person for person in vars(cast).values() if hasattr(person, "email")]
    assert [person for person in people if Attempt.objects.visible_to(person).exists()] == [cast.mina]


def test_the_database_keeps_attempts_in_order(ready):
    attempt = start(ready)
    same = {"enrollment": ready, "test": attempt.test, "questions": [], "pass_mark": 70}
    submitted = {"status": "submitted", "score": 50, "passed": False, "submitted_at": attempt.started_at}
    for wrong in [{"number": 1, **submitted}, {"number": 2}, {"number": 2, "status": "submitted"},
                  {"number": 2, **submitted, "score": 101}, {"number": 0, **submitted}]:  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            Attempt.objects.create(**same, **wrong)


@pytest.mark.django_db(transaction=True)
def test_of_many_starts_at_once_one_counts(cast):
    enrollment = learn(cast.mina, CourseFactory(city=cast.nuremberg, test=True))
    test = the_test_of(enrollment.course)
    type(test).objects.update(max_attempts=1)
    together = Barrier(10)

    def one(_):
        try:
            together.wait()
            return start_attempt(Enrollment.objects.get(pk=enrollment.pk), test, actor=cast.mina).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        started = set(pool.map(one, range(30)))
    assert len(started) == Attempt.objects.count() == 1
