"""Barbara corrects a question after people have answered it: nobody loses by it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from courses import grading
from courses.corrections import corrected, in_effect, is_older, outcome
from courses.models import Attempt, Enrollment, Mark, Regrade, TestPage
from courses.queries.assessing.corrections import corrections_in
from courses.services.assessing.regrading import regrade
from lms.core import journal
from lms.core.errors import NotAllowed, TooLate
from lms.notifications.models import Notification
from questions.models import Category, Question
from tests.courses.stories import learn, take_test
from tests.factories.courses import (
    WRONG,
    AttemptFactory,
    CourseFactory,
    EnrollmentFactory,
    a_free_text,
    a_single,
    choices,
)
from tests.factories.courses import questions as the_questions
from tests.factories.courses import test_of as the_test_of
from tests.factories.people import UserFactory
from tests.queries import queries_of


@pytest.fixture
def course(cast):
    """A test of two questions and nothing else, so that passing it completes the course."""
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=0, test=True)


@pytest.fixture
def failed(cast, course):
    """Mina answered "nein" to "Was gilt?", and two of two colours: 50 percent."""
    return take_test(learn(cast.mina, course), {"one": ["nein-1"], "more": ["rot-0", "blau-1"]})


def correct(course, right="nein"):
    """Somebody publishes the test with another right answer to its first question."""
    test = the_test_of(course)
    raw = the_questions()
    raw[0]["value"]["choices"] = choices("ja", "nein", right=[right])
    test.questions = raw
    test.save()


def correction(course):
    (found,) = corrections_in(course)
    return found


def regraded(course, actor, reason="Die Lösung war falsch."):
    found = correction(course)
    return regrade(found.test, found.key, stamp=found.stamp, reason=reason, actor=actor)


def told(person):
    return list(Notification.objects.filter(recipient=person).order_by("pk").values_list("kind", flat=True))


# What it does


def test_who_now_passes_is_completed_at_once_and_told(cast, course, failed):
    correct(course)
    done = regraded(course, cast.barbara)
    found = Attempt.objects.get(pk=failed.pk)
    assert (failed.score, found.score, found.passed) == (50, 100, True)
    assert Enrollment.objects.get(pk=failed.enrollment_id).is_completed
    assert "courses/test_regraded" in told(cast.mina)
    change = {"attempt": found.pk, "before": 50, "after": 100}
    assert done.changes == [change | {"passed_before": False, "passed_after": True, "keeps": False}]
    assert [entry.action for entry in journal.entries(done.test)].count("courses.test.regrade") == 1


def test_the_text_that_was_asked_stays_and_the_corrected_definition_stands_beside_it(cast, course, failed):
    correct(course)
    regraded(course, cast.barbara)
    question = next(one for one in Attempt.objects.get(pk=failed.pk).questions if one["key"] == "one")
    assert [one["text"] for one in question["choices"] if one["right"]] == ["ja"]
    assert [one["text"] for one in in_effect(question)["choices"] if one["right"]] == ["nein"]


def test_the_learner_sees_that_a_question_was_corrected(client, cast, course, failed):
    correct(course)
    regraded(course, cast.barbara)
    client.force_login(cast.mina)
    page = client.get(reverse("courses:result", args=[failed.pk])).content.decode()
    assert "Diese Frage wurde nach Ihrem Versuch berichtigt." in page
    assert "100 Prozent" in page
    assert "nicht richtig" not in page


def test_who_has_passed_keeps_pass_score_completion_and_certificate(cast, course):
    attempt = take_test(learn(cast.mina, course), {"one": ["ja-0"], "more": ["rot-0", "blau-1"]})
    enrollment = Enrollment.objects.get(pk=attempt.enrollment_id)
    correct(course)
    assert [one.keeps for _attempt, one in correction(course).outcomes] == [True]
    regraded(course, cast.barbara)
    found = Attempt.objects.get(pk=attempt.pk)
    assert (found.score, found.passed) == (100, True)
    after = Enrollment.objects.get(pk=enrollment.pk)
    assert (after.status, after.completed_at) == (enrollment.status, enrollment.completed_at)
    assert corrections_in(course) == []


def test_doing_it_twice_is_too_late_and_changes_nothing(cast, course, failed):
    correct(course)
    found = correction(course)
    regraded(course, cast.barbara)
    with pytest.raises(TooLate, match="schon neu bewertet"):
        regrade(found.test, found.key, stamp=found.stamp, reason="x", actor=UserFactory(trainer_in=cast.nuremberg))
    assert Regrade.objects.count() == 1
    assert corrections_in(course) == []


def test_a_further_correction_is_seen_before_it_is_done(cast, course, failed):
    correct(course)
    found = correction(course)
    test = the_test_of(course)
    raw = the_questions()
    raw[0]["value"]["choices"] = choices("ja", "vielleicht", right=["vielleicht"])
    test.questions = raw
    test.save()
    with pytest.raises(TooLate, match="noch einmal berichtigt"):
        regrade(found.test, found.key, stamp=found.stamp, reason="x", actor=cast.barbara)


def test_taking_a_correction_back_gives_the_first_score_again(cast, course, failed):
    correct(course, right="ja")
    assert corrections_in(course) == []
    take_test(learn(cast.kilian, course), {"one": ["nein-1"]})
    correct(course)
    regraded(course, cast.barbara)
    correct(course, right="ja")
    regraded(course, cast.barbara)
    scores = dict(Attempt.objects.values_list("enrollment__person__first_name", "score"))
    assert scores == {"Kilian": 0, "Mina": 100}  # she has passed meanwhile


@pytest.mark.django_db(transaction=True)
def test_of_many_trainers_at_once_one_does_it(cast, course, failed):
    correct(course)
    found = correction(course)
    trainers = [UserFactory(trainer_in=cast.nuremberg) for _ in range(4)]
    together = Barrier(4)

    def one(trainer):
        try:
            together.wait()
            test = TestPage.objects.get(pk=found.test.pk)
            regrade(test, found.key, stamp=found.stamp, reason="x", actor=trainer)
            return "done"
        except TooLate:
            return "late"
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(one, trainers)) == ["done"] + ["late"] * 3
    assert Regrade.objects.count() == 1


# What is found


def test_mixing_explanations_and_typing_do_not_make_a_question_older(course, failed):
    assert corrections_in(course) == []
    test = the_test_of(course)
    raw = the_questions()
    raw[0]["value"]["feedback"] = "Besser erklärt."
    raw[0]["value"]["choices"].reverse()
    test.questions = raw
    test.save()
    assert corrections_in(course) == []


def test_a_newer_version_of_a_bank_question_is_found(cast, course):
    drawer = Category.objects.create(city=cast.nuremberg, name="Akten")
    new = {name: value for name, value in a_single(right="nein").items() if name in ("kind", "text", "choices")}
    question = Question.objects.create(
        city=cast.nuremberg, category=drawer, kind="single", number=2, definition=new | {"feedback": ""}
    )
    asked = a_single(key=f"q{question.pk}", question=question.pk, version=1)
    enrollment = EnrollmentFactory(person=cast.mina, course=course)
    answers = {asked["key"]: ["nein"]}
    AttemptFactory(enrollment=enrollment, questions=[asked], answers=answers, scored=0)
    regraded(course, cast.barbara)
    assert Attempt.objects.get().score == 100


def test_marks_of_trainers_stay_and_count(cast, course):
    asked = [a_free_text("why"), a_single("one", right="ja")]
    attempt = AttemptFactory(
        enrollment__person=cast.mina, enrollment__course=course, questions=asked,
        answers={"why": "Darum.", "one": ["nein"]}, scored=40,
    )  # fmt: skip
    Mark.objects.create(attempt=attempt, key="why", percent=80)
    test = the_test_of(course)
    raw = the_questions()
    raw[0]["value"]["choices"] = [
        {"type": "item", "id": text, "value": {"text": text, "right": text == "nein"}} for text in ("ja", "nein")
    ]
    test.questions = raw
    test.save()
    regraded(course, cast.barbara)
    assert Attempt.objects.get().score == 90


def test_only_trainers_of_the_course_do_it(client, cast, course, failed):
    correct(course)
    url = reverse("courses:regrading", args=[course.pk])
    for person in (cast.hanna, cast.dieter, cast.mina):
        with pytest.raises(NotAllowed):
            regraded(course, person)
        client.force_login(person)
        assert client.get(url).status_code == 404


# The page


def test_the_page_says_what_changes_without_names_and_small_numbers(client, cast, course, failed):
    correct(course)
    client.force_login(cast.barbara)
    page = client.get(reverse("courses:regrading", args=[course.pk])).content.decode()
    for words in ("Was gilt?", "Mindestens ein Ergebnis ändert sich.", "Mindestens ein Versuch ist nun bestanden."):
        assert words in page
    assert "Mina" not in page


def test_from_five_attempts_on_it_counts(cast, course):
    for _ in range(5):
        person = UserFactory(apprentice_in=cast.nuremberg)
        take_test(learn(person, course), {"one": ["nein-1"], "more": ["rot-0", "blau-1"]})
    correct(course)
    assert correction(course).counts() == [
        "5 Versuche wurden mit der Frage gemacht, wie sie war.",
        "5 Ergebnisse ändern sich.",
        "5 Versuche sind nun bestanden.",
    ]


def test_confirming_needs_a_reason_and_says_what_was_done(client, cast, course, failed):
    correct(course)
    found, url = correction(course), reverse("courses:regrading", args=[course.pk])
    sent = {"test": found.test.pk, "key": found.key, "stamp": found.stamp}
    client.force_login(cast.barbara)
    answer = client.post(url, sent)
    assert answer.status_code == 422
    assert "Bitte sagen Sie, warum" in answer.content.decode()
    page = client.post(url, sent | {"reason": "Lösung vertauscht."}, follow=True).content.decode()
    assert "1 Versuch ist neu bewertet." in page
    assert "Lösung vertauscht." in page
    assert client.post(url, sent | {"reason": "Noch einmal."}).status_code == 409


@pytest.mark.parametrize(
    "sent", [{"test": "x"}, {"test": "99999999999999999999"}, {"key": "\x00"}, {"stamp": "x" * 99}]
)
def test_made_up_fields_are_no_fault_of_ours(client, cast, course, failed, sent):
    correct(course)
    found = correction(course)
    full = {"test": found.test.pk, "key": found.key, "stamp": found.stamp, "reason": "x"} | sent
    client.force_login(cast.barbara)
    assert client.post(reverse("courses:regrading", args=[course.pk]), full).status_code in (404, 409, 422)


def test_the_page_costs_the_same_for_few_and_many(client, cast, course, failed):
    correct(course)
    url = reverse("courses:regrading", args=[course.pk])
    client.force_login(cast.barbara)
    few = queries_of(client, url)
    for _ in range(5):
        take_test(learn(UserFactory(apprentice_in=cast.nuremberg), course), WRONG)
    correct(course)
    assert queries_of(client, url) == few


# Whatever was asked, answered and corrected

PICKS = ["a", "b", "c"]


@st.composite
def single(draw, key):
    right = draw(st.sampled_from(PICKS))
    return {**a_single(key), "choices": [{"key": one, "text": one, "right": one == right} for one in PICKS]}


@st.composite
def attempts(draw):
    keys = [f"k{n}" for n in range(draw(st.integers(1, 5)))]
    questions = [draw(single(key)) for key in keys]
    answers = {key: [draw(st.sampled_from(PICKS))] for key in keys if draw(st.booleans())}
    return questions, answers, draw(st.integers(1, 100)), draw(single(draw(st.sampled_from(keys))))


@given(attempts())
def test_nobody_loses_a_pass_and_twice_is_the_same_as_once(made):
    questions, answers, pass_mark, current = made
    score = grading.score(questions, answers, {})
    passed = score >= pass_mark
    once_questions = corrected(questions, current["key"], current)
    once = outcome(once_questions, answers, {}, score=score, passed=passed, pass_mark=pass_mark)
    assert once.passed_after >= passed
    assert once.passed_after == (once.after >= pass_mark)
    assert not any(is_older(one, current) for one in once_questions if one["key"] == current["key"])
    twice_questions = corrected(once_questions, current["key"], current)
    twice = outcome(twice_questions, answers, {}, score=once.after, passed=once.passed_after, pass_mark=pass_mark)
    assert twice_questions == once_questions
    assert (twice.after, twice.passed_after) == (once.after, once.passed_after)
