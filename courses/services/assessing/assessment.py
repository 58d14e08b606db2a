"""Tests are taken and scored here, on the server and by its clock; the browser never holds a right answer."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from courses import grading
from courses.models import Attempt, Enrollment, TestPage
from courses.queries.assessing.attempts import closes_for_tries, extra_percent, may_begin_at
from courses.queries.reading.outline import outline
from courses.services.assessing.drawing import questions_for
from courses.services.assessing.marking import tell_who_marks
from courses.services.completing.completion import complete_held
from courses.services.enrolling.enrollments import check_standing
from courses.states import ATTEMPT, AttemptStatus
from lms.core import journal
from lms.core.errors import Refused, TooLate
from people.models import User
from people.policies import require
from questions.kinds import Answer, kind_of

Answers = Mapping[str, Answer]  # of the questions that were shown; None takes an answer back

GRACE = timedelta(seconds=30)  # for what was on its way when the time was up
LATE_AT_MOST = timedelta(days=1)


class NewerAnswer(TooLate):
    """The same question was answered in another window, or on another device, after this one was opened."""


@transaction.atomic
def start_attempt(enrollment: Enrollment, test: TestPage, *, actor: User) -> Attempt:
    """Begin a try at a test, or go on with the open one.

    The row of the enrollment is locked first, so that of many starts at once one counts.
    """
    require("courses.learn", actor, enrollment)
    if ended := _end_what_is_over(enrollment, test, actor):
        return ended
    enrollment = Enrollment.objects.select_for_update(of=("self",)).get(pk=enrollment.pk)
    now = timezone.now()
    made = list(Attempt.objects.filter(enrollment=enrollment, cycle=enrollment.cycle, test=test))
    if running := next((attempt for attempt in made if attempt.is_open), None):
        return running
    _check_may_start(enrollment, test, made, now)
    number = len(made) + 1
    seed = f"{settings.SECRET_KEY}-{enrollment.pk}-{test.pk}-{enrollment.cycle}-{number}"
    attempt = Attempt.objects.create(
        enrollment=enrollment,
        test=test,
        cycle=enrollment.cycle,
        number=number,
        questions=questions_for(test, enrollment.course, Random(seed)),  # noqa: S311 - nobody knows the seed
        pass_mark=test.pass_mark,
        started_at=now,
        due_at=_due_at(enrollment, test, now),
    )
    journal.record(attempt, "courses.attempt.start", actor=actor, number=number)
    return attempt


def _end_what_is_over(enrollment: Enrollment, test: TestPage, actor: User) -> Attempt | None:
    """Hand in what was left open when its time was up, or when the course was begun anew; what is of this time."""
    running = Attempt.objects.filter(enrollment=enrollment, test=test, status=AttemptStatus.OPEN).first()
    if running is None:
        return None
    is_old = running.cycle != enrollment.cycle
    if not (is_old or is_over(running, timezone.now())):
        return None
    ended = _locked(running)
    if ended.is_open:
        _hand_in(ended, ended.answers, actor=actor, now=timezone.now())
    return None if is_old else ended


def _due_at(enrollment: Enrollment, test: TestPage, now: datetime) -> datetime | None:
    if test.minutes_limit is None:
        return None
    percent = 100 + extra_percent(enrollment.person_id, timezone.localdate(now))
    return now + timedelta(seconds=test.minutes_limit * 60 * percent // 100)


def _check_may_start(enrollment: Enrollment, test: TestPage, made: list[Attempt], now: datetime) -> None:
    course = enrollment.course
    if not test.live or test.course.pk != course.pk:
        raise Refused(_("This test does not belong to the course."), about=course)
    check_standing(enrollment)
    if any(attempt.passed for attempt in made):
        raise Refused(_("You have already passed this test."), about=course)
    if any(attempt.status == AttemptStatus.MARKING for attempt in made):
        raise Refused(_("Your last attempt is still being marked. Please wait for its result."), about=course)
    if len(made) >= test.max_attempts:
        raise Refused(
            _("You have used all your attempts at this test. Please talk to the contact of the course."), about=course
        )
    if test.closes_on and closes_for_tries(test, timezone.localdate(now)):
        sentence = _("The last day to begin this test was %(day)s. Please talk to the contact of the course.")
        raise Refused(sentence % {"day": date_format(test.closes_on)}, about=course)
    if (moment := may_begin_at(test, made)) and now < moment:
        sentence = _("You can begin the next attempt on %(moment)s.")
        raise Refused(sentence % {"moment": date_format(timezone.localtime(moment), "DATETIME_FORMAT")}, about=course)
    if missing := outline(course, enrollment).missing_before(test):
        names = ", ".join(f"„{item.title}“" for item in missing)
        raise Refused(_("Please finish these lessons first: %(names)s.") % {"names": names}, about=course)
    if not len(test.questions):
        raise Refused(_("This test has no questions yet."), about=course)


def is_over(attempt: Attempt, now: datetime) -> bool:
    return attempt.due_at is not None and now > attempt.due_at + GRACE


def known_answers(attempt: Attempt, answers: Answers) -> dict[str, Answer]:
    """Only to questions of the attempt, and of what was sent only what can be an answer."""
    asked = [question for question in attempt.questions if question["key"] in answers]
    return {question["key"]: kind_of(question).kept(question, answers[question["key"]]) for question in asked}


@transaction.atomic
def save_answers(attempt: Attempt, answers: Answers, *, actor: User, seen: int | None = None, tab: str = "") -> Attempt:
    """Keep the answers to these questions, without scoring; all others stay as they are.

    `seen` is the revision that the page was made from, `tab` names the page: a save that never got its reply comes
    again, and is not taken for somebody else's. What comes after the time is kept, but not scored.
    """
    require("courses.answer_test", actor, attempt)
    attempt, now = _locked(attempt), timezone.now()
    kept = known_answers(attempt, answers)
    if _ended_by_time(attempt, now):
        return _too_late(attempt, kept, actor=actor, now=now)
    _check_open(attempt)
    changed = _merge(attempt, kept, seen, tab)
    attempt.saved_at = now
    values = {name: getattr(attempt, name) for name in ("answers", "saves", "revision", "saved_at")}
    Attempt.objects.filter(pk=attempt.pk).update(**(values if changed else {"saved_at": now}))
    return attempt


@transaction.atomic
def submit_attempt(attempt: Attempt, answers: Answers, *, actor: User) -> Attempt:
    """Score what is saved and these answers, once, and complete the course if nothing else is missing."""
    require("courses.answer_test", actor, attempt)
    attempt, now = _locked(attempt), timezone.now()
    kept = known_answers(attempt, answers)
    if _ended_by_time(attempt, now):
        return _too_late(attempt, kept, actor=actor, now=now)
    _check_open(attempt)
    return _hand_in(attempt, _without_empty(attempt.answers | kept), actor=actor, now=now)


def hand_in_if_over(attempt: Attempt, *, actor: User | None = None) -> Attempt:
    """When the time is up, what was saved in time is handed in: at the next look at it, or by the job."""
    now = timezone.now()
    if not (attempt.is_open and is_over(attempt, now)):
        return attempt
    with transaction.atomic():
        attempt = _locked(attempt)
        return _hand_in(attempt, attempt.answers, actor=actor, now=now) if attempt.is_open else attempt


def hand_in_all_over() -> int:
    late = Attempt.objects.filter(status=AttemptStatus.OPEN, due_at__lt=timezone.now() - GRACE).order_by("pk")
    handed_in = [hand_in_if_over(attempt) for attempt in late]
    return len(handed_in)


def _locked(attempt: Attempt) -> Attempt:
    """The attempt and its enrollment, in one go: whoever locked one after the other could wait for each other."""
    both = Attempt.objects.select_for_update(of=("self", "enrollment")).select_related("enrollment__person", "test")
    found = both.get(pk=attempt.pk)
    if Enrollment.course.is_cached(attempt.enrollment):
        found.enrollment.course = attempt.enrollment.course
    return found


def _ended_by_time(attempt: Attempt, now: datetime) -> bool:
    """Whether what comes now comes too late; of an attempt that the person has handed in nothing can be late."""
    if attempt.is_open or not is_over(attempt, now):
        return attempt.is_open and is_over(attempt, now)
    return is_over(attempt, attempt.submitted_at or now) and now <= attempt.due_at + LATE_AT_MOST  # type: ignore[operator]


def _too_late(attempt: Attempt, kept: dict[str, Answer], *, actor: User, now: datetime) -> Attempt:
    """What was saved in time is handed in; what came later is kept beside it."""
    new = {key: answer for key, answer in kept.items() if answer is not None and answer != attempt.answers.get(key)}
    if new:
        attempt.late_answers = attempt.late_answers | new
        Attempt.objects.filter(pk=attempt.pk).update(late_answers=attempt.late_answers)
    return _hand_in(attempt, attempt.answers, actor=actor, now=now) if attempt.is_open else attempt


def _merge(attempt: Attempt, kept: dict[str, Answer], seen: int | None, tab: str) -> bool:
    """Put changed answers into the attempt; whether there were any."""
    changed = {key: answer for key, answer in kept.items() if answer != attempt.answers.get(key)}
    if seen is not None and any(_is_newer(attempt.saves.get(key), seen, tab) for key in changed):
        raise NewerAnswer(
            _("You have answered this question in another window in the meantime. Please decide which answer counts."),
            about=attempt,
        )
    if changed:
        attempt.revision += 1
        attempt.answers = _without_empty(attempt.answers | changed)
        attempt.saves = attempt.saves | {key: [attempt.revision, tab] for key in changed}
    return bool(changed)


def _is_newer(save: list[Any] | None, seen: int, tab: str) -> bool:
    return save is not None and save[0] > seen and not (tab and save[1] == tab)


def _without_empty(answers: dict[str, Answer]) -> dict[str, Answer]:
    return {key: answer for key, answer in answers.items() if answer is not None}


def _hand_in(attempt: Attempt, answers: dict[str, Answer], *, actor: User | None, now: datetime) -> Attempt:
    """Both rows are locked."""
    done = {"answers": answers, "submitted_at": now}
    if grading.unmarked(attempt.questions, answers, {}):
        ATTEMPT.advance(attempt, "hand_in", **done)
        tell_who_marks(attempt)
    else:
        score = grading.score(attempt.questions, answers, {})
        ATTEMPT.advance(attempt, "submit", **done, score=score, passed=grading.passed(score, attempt.pass_mark))
    journal.record(attempt, "courses.attempt.submit", actor=actor, number=attempt.number)
    if attempt.passed:
        complete_held(attempt.enrollment, actor=actor)
    return attempt


def _check_open(attempt: Attempt) -> None:
    if not attempt.is_open:
        raise Refused(_("This attempt has already been handed in. You see its result."), about=attempt)
    check_standing(attempt.enrollment)
