"""Questions under a lesson, and the answers of trainers and of those who learn the same."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import CoursePage, LessonAnswer, LessonPage, LessonQuestion
from courses.queries.assessing.marking import trainers_of
from lms.core import journal
from lms.core.errors import Refused
from lms.notifications.services import notify
from people.models import User
from people.policies import require
from questions.kinds.base import plain

LONGEST_QUESTION, LONGEST_ANSWER, LONGEST_REASON = 2000, 4000, 300
MOST_PER_HOUR = 10  # questions and answers of one person
HOUR = timedelta(hours=1)


class TooOften(Refused):
    """Somebody writes more than people can read."""

    status = 429


@transaction.atomic
def ask(lesson: LessonPage, text: str, *, actor: User) -> LessonQuestion:
    """Ask about a lesson; each trainer of the course gets one message."""
    course = lesson.course
    require("courses.ask", actor, course)
    now = timezone.now()
    _check_pace(actor, now)
    text = _written(text, LONGEST_QUESTION)
    question = LessonQuestion.objects.create(person=actor, lesson=lesson, course=course, text=text, asked_at=now)
    journal.record(question, "courses.question.ask", actor=actor)
    for trainer in trainers_of(course):
        if trainer.pk != actor.pk:
            _tell(trainer, "courses/question_asked", question)
    return question


@transaction.atomic
def answer(question: LessonQuestion, text: str, *, actor: User) -> LessonAnswer:
    """Answer a question. Whoever asked gets a message; what they add themselves answers nothing."""
    require("courses.answer_question", actor, question.course)
    now = timezone.now()
    _check_pace(actor, now)
    text = _written(text, LONGEST_ANSWER)
    made = LessonAnswer.objects.create(question=question, person=actor, text=text, answered_at=now)
    journal.record(made, "courses.question.answer", actor=actor)
    if question.person_id != actor.pk:
        LessonQuestion.objects.filter(pk=question.pk, answered_at__isnull=True).update(answered_at=now)
        _tell(question.person, "courses/question_answered", question)
    return made


@transaction.atomic
def remove_question(question: LessonQuestion, *, actor: User, reason: str = "") -> None:
    """Take a question away with its answers: one's own, or with a sentence the one of somebody else."""
    _remove(question, question, reason, actor)


@transaction.atomic
def remove_answer(made: LessonAnswer, *, actor: User, reason: str = "") -> None:
    """Take an answer away; without any other, the question waits again."""
    question = made.question
    _remove(made, question, reason, actor)
    others = question.answers.exclude(person_id=question.person_id)
    LessonQuestion.objects.filter(pk=question.pk).update(answered_at=others.aggregate(at=Min("answered_at"))["at"])


def _remove(said: Any, question: LessonQuestion, reason: str, actor: User) -> None:
    require("courses.remove_said", actor, said, city_id=question.course.city.pk)
    noun = "question" if said is question else "answer"
    by_others = said.person_id != actor.pk
    reason = plain(reason, LONGEST_REASON)
    if by_others and not reason:
        raise Refused(_("Please say in a sentence why it is removed."), about=question)
    journal.record(said, f"courses.{noun}.remove", actor=actor, by_others=by_others)
    if by_others:
        course = question.course
        url = reverse("courses:lesson_questions", args=[question.lesson_id]) if course.live else course.url
        notify(
            said.person, f"courses/{noun}_removed", url=url, title=question.lesson.title, reason=_in_one_line(reason)
        )
    said.delete()


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def _written(text: str, longest: int) -> str:
    text = plain(text, longest)
    if not text:
        raise Refused(_("Please write something."))
    return text


def _check_pace(person: User, now: datetime) -> None:
    """The row of the person is locked, so that many at once do not slip through."""
    User.objects.select_for_update().get(pk=person.pk)
    asked = LessonQuestion.objects.filter(person=person, asked_at__gt=now - HOUR).values_list("asked_at", flat=True)
    told = LessonAnswer.objects.filter(person=person, answered_at__gt=now - HOUR).values_list("answered_at", flat=True)
    written = sorted([*asked, *told])
    if len(written) < MOST_PER_HOUR:
        return
    minutes = int((written[-MOST_PER_HOUR] + HOUR - now).total_seconds() // 60) + 1
    sentence = ngettext(
        "You have written a lot in the last hour. Please go on in %(n)s minute.",
        "You have written a lot in the last hour. Please go on in %(n)s minutes.",
        minutes,
    )
    raise TooOften(sentence % {"n": minutes})


def _tell(person: User, kind: str, question: LessonQuestion) -> None:
    course: CoursePage = question.course
    notify(person, kind, url=question.get_absolute_url(), title=question.lesson.title, course=course.title)
