"""Tests are taken and scored here, on the server; the browser never holds a right answer."""

import random
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courses import grading
from courses.models import Attempt, Enrollment, TestPage
from courses.queries.outline import outline
from courses.services.completion import complete_if_due
from courses.states import ATTEMPT, EnrollmentStatus
from lms.core import journal
from lms.core.errors import Refused
from people.models import User
from people.policies import require

Answers = dict[str, list[str]]


@transaction.atomic
def start_attempt(enrollment: Enrollment, test: TestPage, *, actor: User) -> Attempt:
    """Begin a try at a test, or go on with the open one.

    The row of the enrollment is locked first, so that of many starts at once one counts.
    """
    require("courses.learn", actor, enrollment)
    enrollment = Enrollment.objects.select_for_update(of=("self",)).get(pk=enrollment.pk)
    made = list(Attempt.objects.filter(enrollment=enrollment, test=test))
    if running := next((attempt for attempt in made if attempt.is_open), None):
        return running
    _check_may_start(enrollment, test, made)
    number = len(made) + 1
    attempt = Attempt.objects.create(
        enrollment=enrollment,
        test=test,
        number=number,
        questions=frozen_questions(test, random.Random(f"{enrollment.pk}-{test.pk}-{number}")),  # noqa: S311 - order only
        pass_mark=test.pass_mark,
        started_at=timezone.now(),
    )
    journal.record(attempt, "courses.attempt.start", actor=actor, number=number)
    return attempt


def _check_may_start(enrollment: Enrollment, test: TestPage, made: list[Attempt]) -> None:
    course = enrollment.course
    if not test.live or test.course.pk != course.pk:
        raise Refused(_("This test does not belong to the course."), about=course)
    if enrollment.status == EnrollmentStatus.WITHDRAWN:
        raise Refused(_("Please enroll in the course first."), about=course)
    if any(attempt.passed for attempt in made):
        raise Refused(_("You have already passed this test."), about=course)
    if len(made) >= test.max_attempts:
        raise Refused(
            _("You have used all your attempts at this test. Please talk to the contact of the course."), about=course
        )
    if missing := outline(course, enrollment).missing_before(test):
        names = ", ".join(f"„{item.title}“" for item in missing)
        raise Refused(_("Please finish these lessons first: %(names)s.") % {"names": names}, about=course)
    if not len(test.questions):
        raise Refused(_("This test has no questions yet."), about=course)


def frozen_questions(test: TestPage, order: random.Random) -> list[dict[str, Any]]:
    """The questions as they are now: an attempt keeps them, whatever the author changes later."""
    return [_frozen(block, order) for block in test.questions]


def _frozen(block: Any, order: random.Random) -> dict[str, Any]:
    choices = [
        {"key": choice.id, "text": choice.value["text"], "right": choice.value["right"]}
        for choice in block.value["choices"].bound_blocks
    ]
    order.shuffle(choices)
    lesson = block.value["lesson"]
    return {
        "key": block.id,
        "kind": block.block_type,
        "text": block.value["text"],
        "choices": choices,
        "feedback": block.value["feedback"],
        "lesson": lesson.pk if lesson else None,
    }


def known_answers(attempt: Attempt, answers: Answers) -> Answers:
    """Only keys that stand in the attempt, and one pick at most where one is asked for."""
    kept = {}
    for question in attempt.questions:
        offered = [choice["key"] for choice in question["choices"]]
        picked = [key for key in offered if key in answers.get(question["key"], [])]
        if picked:
            kept[question["key"]] = picked[:1] if question["kind"] == grading.SINGLE else picked
    return kept


@transaction.atomic
def save_answers(attempt: Attempt, answers: Answers, *, actor: User) -> Attempt:
    """Keep what was picked so far, without scoring."""
    require("courses.answer_test", actor, attempt)
    _check_open(attempt)
    attempt.answers = known_answers(attempt, answers)
    Attempt.objects.filter(pk=attempt.pk, status=attempt.status).update(answers=attempt.answers)
    return attempt


@transaction.atomic
def submit_attempt(attempt: Attempt, answers: Answers, *, actor: User) -> Attempt:
    """Score the answers, once, and complete the course if nothing else is missing."""
    require("courses.answer_test", actor, attempt)
    _check_open(attempt)
    kept = known_answers(attempt, answers)
    score = grading.percent(grading.earned(attempt.questions, kept))
    ATTEMPT.advance(
        attempt,
        "submit",
        answers=kept,
        score=score,
        passed=grading.passed(score, attempt.pass_mark),
        submitted_at=timezone.now(),
    )
    journal.record(attempt, "courses.attempt.submit", actor=actor, number=attempt.number)
    complete_if_due(attempt.enrollment, actor=actor)
    return attempt


def _check_open(attempt: Attempt) -> None:
    if not attempt.is_open:
        raise Refused(_("This attempt has already been handed in. You see its result."), about=attempt)
    if attempt.enrollment.status == EnrollmentStatus.WITHDRAWN:
        raise Refused(_("Please enroll in the course first."), about=attempt.enrollment.course)
