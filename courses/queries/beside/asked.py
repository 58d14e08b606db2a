"""Questions under lessons: as those who take the course read them, and as they wait for trainers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import CoAuthor, CoursePage, Enrollment, LessonAnswer, LessonQuestion
from courses.queries.assessing.marking import courses_taught
from courses.queries.writing.workbench import courses_to_edit
from lms.core.steps import NextStep
from people.models import Membership, Role, User


@dataclass
class Said:
    """A question or an answer, and who wrote it: first name and city, no more."""

    pk: int
    text: str
    at: datetime
    name: str
    city: str
    is_own: bool
    looks_after: bool  # whether the author looks after the course
    answers: list["Said"] = field(default_factory=list)

    @property
    def author(self) -> str:
        return f"{self.name}, {self.city}" if self.city else self.name


def questions_for(user: User) -> QuerySet[LessonQuestion]:
    """Those in courses one takes or looks after; who takes a course that was taken back reads them no more."""
    taken = Enrollment.objects.of(user).standing().filter(course__live=True)
    mine = Q(course__in=taken.values("course_id")) | Q(course__in=courses_to_edit(user).values("pk"))
    return LessonQuestion.objects.filter(mine)


def answers_for(user: User) -> QuerySet[LessonAnswer]:
    return LessonAnswer.objects.filter(question__in=questions_for(user))


def with_answers(questions: QuerySet[LessonQuestion]) -> QuerySet[LessonQuestion]:
    return questions.select_related("person").prefetch_related("answers__person")


def told(questions: Sequence[Any], course: CoursePage, user: User) -> list[Said]:
    """With the names to show; as many queries for one question as for a hundred."""
    authors: set[int] = {one.person_id for question in questions for one in (question, *question.answers.all())}
    cities = _cities_of(authors)
    helpers = _who_looks_after(course, authors)

    def said(one: Any, at: datetime) -> Said:
        name, city = one.person.first_name, cities.get(one.person_id, "")
        return Said(one.pk, one.text, at, name, city, one.person_id == user.pk, one.person_id in helpers)

    found = []
    for question in questions:
        shown = said(question, question.asked_at)
        shown.answers = [said(one, one.answered_at) for one in question.answers.all()]
        found.append(shown)
    return found


def _cities_of(people: Iterable[int]) -> dict[int, str]:
    held = Membership.objects.current().filter(person__in=people, city__isnull=False).order_by("-pk")
    return dict(held.values_list("person_id", "city__name"))


def _who_looks_after(course: CoursePage, people: Iterable[int]) -> set[int]:
    held = Membership.objects.current().filter(person__in=people)
    trainers = held.filter(city=course.city, role__in=[Role.TRAINER, Role.HR]).order_by()
    along = CoAuthor.objects.filter(course=course, person__in=held.filter(role=Role.TRAINER).values("person_id"))
    return set(trainers.values_list("person_id", flat=True).union(along.order_by().values_list("person_id", flat=True)))


@dataclass(frozen=True)
class OwnWords:
    """What somebody asked or answered themselves, wherever they may still read it; `url` is empty if nowhere."""

    text: str
    at: datetime
    lesson: str
    course: CoursePage
    url: str
    is_answer: bool
    remove_url: str


def own_words(user: User) -> list[OwnWords]:
    """Of courses that were left or taken back, too, as one's own words can always be taken back. The latest first."""
    open_to = Exists(questions_for(user).filter(pk=OuterRef("pk")))
    asked = LessonQuestion.objects.filter(person=user).annotate(is_open=open_to).select_related("lesson", "course")
    open_to = Exists(questions_for(user).filter(pk=OuterRef("question")))
    told = LessonAnswer.objects.filter(person=user).annotate(is_open=open_to)
    found = [_own(one, one, one.asked_at, "courses:question_remove") for one in asked.order_by()]
    answers = told.select_related("question__lesson", "question__course").order_by()
    found += [_own(one, one.question, one.answered_at, "courses:answer_remove") for one in answers]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _own(said: Any, question: LessonQuestion, at: datetime, remove: str) -> OwnWords:
    url = question.get_absolute_url() if said.is_open else ""
    remove_url = reverse(remove, args=[said.pk])
    return OwnWords(said.text, at, question.lesson.title, question.course, url, said is not question, remove_url)


@dataclass(frozen=True)
class WaitingQuestions:
    """A lesson under which questions wait for an answer."""

    title: str
    course: str
    count: int
    since: datetime
    url: str

    @property
    def in_words(self) -> str:
        return ngettext("%(n)s question", "%(n)s questions", self.count) % {"n": self.count}


def waiting_questions(user: User) -> list[WaitingQuestions]:
    """Of others, in courses one trains in, by lesson; the longest wait first. One query however many there are."""
    open_ones = LessonQuestion.objects.filter(answered_at__isnull=True, course__in=courses_taught(user).values("pk"))
    names: dict[str, Any] = {"key": F("lesson_id"), "title": F("lesson__title"), "course_title": F("course__title")}
    rows: QuerySet[Any, Any] = open_ones.exclude(person_id=user.pk).order_by().values(**names)
    counted = rows.annotate(count=Count("pk"), since=Min("asked_at"))
    found = [
        WaitingQuestions(row["title"], row["course_title"], row["count"], row["since"], _place(row["key"]))
        for row in counted
    ]
    return sorted(found, key=lambda one: (one.since, one.title))


def _place(lesson: int) -> str:
    return reverse("courses:lesson_questions", args=[lesson])


def asked_steps(user: User) -> list[NextStep]:
    """For the start page of trainers: one step, with how many wait."""
    rows = waiting_questions(user)
    if not rows:
        return []
    count = sum(row.count for row in rows)
    text = ngettext(
        "%(n)s question about a lesson waits for an answer.", "%(n)s questions about lessons wait for an answer.", count
    )
    sentence = text % {"n": count}
    if len(rows) == 1:
        title = _("Answer: %(title)s") % {"title": rows[0].title}
        return [NextStep(title, sentence, rows[0].url, _("Read the question"), order=26)]
    return [
        NextStep(_("Answer questions of learners"), sentence, reverse("courses:teaching"), _("Look at them"), order=26)
    ]
