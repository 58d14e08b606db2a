"""What waits for those who mark: answers in tests, work handed in for assignments. Never more than they need."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Min, Q, QuerySet
from django.db.models.functions import Left, Length
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses import grading
from courses.models import Attempt, CityShelfPage, CoAuthor, CoursePage, Enrollment, Submission, TestPage
from courses.queries.reading.outline import STEP
from courses.states import AttemptStatus, SubmissionStatus
from lms.core.steps import NextStep
from people.models import Role, User
from people.queries import cities_standing_in, cities_taught, people_with, who_teaches_in

MOST_READ = 100  # attempts looked at for one list; the oldest come first, so nobody waits longer for it


def courses_taught(user: User) -> QuerySet[CoursePage]:
    """Those of the city one teaches in, and those one was invited to."""
    shelves = CityShelfPage.objects.filter(city__in=cities_taught(user))
    along = CoAuthor.objects.filter(person_id=user.pk, person__in=people_with(Role.TRAINER))
    courses: QuerySet[CoursePage] = CoursePage.objects.annotate(shelf_path=Left("path", Length("path") - STEP))
    return courses.filter(Q(shelf_path__in=shelves.values("path")) | Q(pk__in=along.values("course_id")))


def trainers_of(course: CoursePage) -> list[User]:
    """Who marks: those who teach in the city, and those who write along."""
    own = who_teaches_in(course.city)
    along = people_with(Role.TRAINER).filter(pk__in=CoAuthor.objects.filter(course=course).values("person_id"))
    return list(User.objects.filter(Q(pk__in=own.values("pk")) | Q(pk__in=along.values("pk"))).order_by("pk"))


def standing_in(user: User) -> list[str]:
    """The cities for whose trainers somebody marks and confirms, as these have none."""
    return list(cities_standing_in(user).order_by("name").values_list("name", flat=True))


def who_confirms(enrollment: Enrollment) -> list[User]:
    """Who has the right `courses.confirm`: those of the course and those of the city that organises the run."""
    found = {person.pk: person for person in trainers_of(enrollment.course)}
    if enrollment.run:
        found |= {person.pk: person for person in who_teaches_in(enrollment.run.city)}
    found.pop(enrollment.person_id, None)
    return [found[pk] for pk in sorted(found)]


def attempts_to_mark(user: User) -> QuerySet[Attempt]:
    """Of others, in courses one teaches."""
    waiting = Attempt.objects.filter(status=AttemptStatus.MARKING, enrollment__course__in=_keys(user))
    return waiting.exclude(enrollment__person_id=user.pk)


def submissions_to_mark(user: User) -> QuerySet[Submission]:
    waiting = Submission.objects.filter(status=SubmissionStatus.SUBMITTED, enrollment__course__in=_keys(user))
    return waiting.exclude(enrollment__person_id=user.pk)


def _keys(user: User) -> QuerySet[Any]:
    return courses_taught(user).values("pk")


@dataclass(frozen=True)
class Waiting:
    """A test or an assignment in which something waits."""

    kind: str
    title: str
    course: str
    count: int
    since: datetime
    url: str

    @property
    def in_words(self) -> str:
        if self.kind == "test":
            text = ngettext("%(n)s test handed in", "%(n)s tests handed in", self.count)
        else:
            text = ngettext("%(n)s piece of work handed in", "%(n)s pieces of work handed in", self.count)
        return text % {"n": self.count}


def waiting_to_be_marked(user: User) -> list[Waiting]:
    """By test and assignment, the longest wait first; two queries however much it is."""
    rows = [*_counted(attempts_to_mark(user), "test"), *_counted(submissions_to_mark(user), "assignment")]
    return sorted(rows, key=lambda row: (row.since, row.title))


def _counted(waiting: QuerySet[Any], kind: str) -> Iterable[Waiting]:
    names = {"key": F(f"{kind}_id"), "title": F(f"{kind}__title"), "course": F("enrollment__course__title")}
    for row in waiting.order_by().values(**names).annotate(count=Count("pk"), since=Min("submitted_at")):
        url = reverse(f"courses:marking_{kind}", args=[row.pop("key")])
        yield Waiting(kind=kind, url=url, **row)


def marking_steps(user: User) -> list[NextStep]:
    """For the start page of trainers: one step, with how much it is."""
    rows = waiting_to_be_marked(user)
    if not rows:
        return []
    count = sum(row.count for row in rows)
    text = ngettext("%(n)s piece of work waits for you.", "%(n)s pieces of work wait for you.", count)
    sentence = text % {"n": count}
    if len(rows) == 1:
        return [NextStep(_("Mark: %(title)s") % {"title": rows[0].title}, sentence, rows[0].url, _("Mark"), order=25)]
    return [NextStep(_("Mark what was handed in"), sentence, reverse("courses:marking"), _("Look at it"), order=25)]


@dataclass(frozen=True)
class Place:
    """An answer in the queue of a test."""

    key: str
    attempt: int

    @property
    def url(self) -> str:
        return reverse("courses:marking_answer", args=[self.attempt, self.key])


def answers_to_mark(user: User, test: TestPage) -> list[Place]:
    """All answers to a question one after the other, then the next question: that is fairer than attempt by attempt."""
    waiting = attempts_to_mark(user).filter(test=test).prefetch_related("marks").order_by("submitted_at", "pk")
    found = [Place(key, attempt.pk) for attempt in waiting[:MOST_READ] for key in still_to_mark(attempt)]
    return sorted(found, key=lambda place: (place.key, place.attempt))


def next_after(queue: list[Place], named: str) -> Place:
    """The one behind the place that is named ("attempt-key"), from the beginning again behind the last."""
    at = next((n for n, place in enumerate(queue) if f"{place.attempt}-{place.key}" == named), -1)
    return queue[(at + 1) % len(queue)]


def is_marked_by_now(user: User, attempt: int) -> bool:
    """Whether this trainer could have marked the attempt, had nobody been faster."""
    marked = Attempt.objects.filter(pk=attempt, marks__isnull=False, enrollment__course__in=_keys(user))
    return marked.exclude(enrollment__person_id=user.pk).exists()


def still_to_mark(attempt: Attempt) -> list[str]:
    return grading.unmarked(attempt.questions, attempt.answers, marks_of(attempt))


def marks_of(attempt: Attempt) -> dict[str, int]:
    return {mark.key: mark.percent for mark in attempt.marks.all()}


def question_of(attempt: Attempt, key: str) -> dict[str, Any] | None:
    return next((one for one in attempt.questions if one["key"] == key), None)
