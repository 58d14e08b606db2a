"""What a machine cannot score: trainers mark answer after answer, without names; the last mark gives the result."""

from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from courses import grading
from courses.addresses import Place
from courses.models import Attempt, Enrollment, Mark
from courses.queries.assessing.marking import marks_of, question_of, still_to_mark, trainers_of
from courses.services.completing.completion import complete_if_due
from courses.states import ATTEMPT, AttemptStatus
from lms.core import journal
from lms.core.errors import Refused, TooLate
from lms.notifications.services import notify
from people.models import User
from people.policies import require


@dataclass(frozen=True)
class Given:
    """What a trainer gives for one answer: points for each criterion of the rubric, by its key."""

    criteria: dict[str, int] = field(default_factory=dict)
    comment: str = ""

    def percent(self, rubric: list[dict[str, Any]]) -> int:
        """Of the points of all criteria, rounded down. Nobody gets more than a criterion has."""
        most = sum(one["points"] for one in rubric)
        reached = sum(min(max(self.criteria.get(one["key"], 0), 0), one["points"]) for one in rubric)
        return reached * 100 // most if most else 0


def tell_who_marks(attempt: Attempt) -> None:
    """Once while something of a test waits, not for each attempt. Called when an attempt is handed in."""
    waiting = Attempt.objects.filter(test_id=attempt.test_id, status=AttemptStatus.MARKING)
    if waiting.exclude(pk=attempt.pk).exists():
        return
    course = attempt.enrollment.course
    url = reverse("courses:marking_test", args=[attempt.test_id])
    for trainer in trainers_of(course):
        if trainer.pk != attempt.enrollment.person_id:
            notify(trainer, "courses/test_to_mark", url=url, title=attempt.test.title, course=course.title)


@transaction.atomic
def mark_answer(attempt: Attempt, key: str, given: Given, *, actor: User) -> Attempt:
    """Give a mark for one answer, once; the last one that is needed scores the attempt."""
    require("courses.mark", actor, attempt, city_id=attempt.enrollment.course.city.pk)
    enrollment = Enrollment.objects.select_for_update(of=("self",)).get(pk=attempt.enrollment_id)
    attempt = Attempt.objects.select_for_update(of=("self",)).select_related("test").get(pk=attempt.pk)
    attempt.enrollment = enrollment
    question = question_of(attempt, key)
    if question is None:
        raise Refused(_("This question does not belong to the test."), about=Place(reverse("courses:marking")))
    if attempt.status != AttemptStatus.MARKING or key not in still_to_mark(attempt):
        raise _somebody_was_faster(attempt)
    _keep(attempt, question, given, actor)
    journal.record(attempt, "courses.attempt.mark", actor=actor, key=key)
    if not still_to_mark(attempt):
        _finish(attempt, actor)
    return attempt


def _keep(attempt: Attempt, question: dict[str, Any], given: Given, actor: User) -> None:
    try:
        with transaction.atomic():
            Mark.objects.create(
                attempt=attempt,
                key=question["key"],
                percent=given.percent(question["rubric"]),
                criteria=given.criteria,
                comment=given.comment,
                marked_by=actor,
                marked_at=timezone.now(),
            )
    except IntegrityError as error:
        raise _somebody_was_faster(attempt) from error


def _somebody_was_faster(attempt: Attempt) -> TooLate:
    sentence = _("Somebody else has just marked this answer. Thank you, there is nothing left to do here.")
    return TooLate(sentence, about=Place(reverse("courses:marking_test", args=[attempt.test_id])))


def _finish(attempt: Attempt, actor: User) -> None:
    score = grading.score(attempt.questions, attempt.answers, marks_of(attempt))
    ATTEMPT.advance(attempt, "mark", score=score, passed=grading.passed(score, attempt.pass_mark))
    complete_if_due(attempt.enrollment, actor=actor)
    url = reverse("courses:result", args=[attempt.pk])
    notify(attempt.enrollment.person, "courses/test_marked", url=url, title=attempt.test.title)
