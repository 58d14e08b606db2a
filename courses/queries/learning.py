"""Where somebody stands in their courses, and what to do next."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certificates.models import Certificate
from certificates.queries import certificates_for
from courses.models import CoursePage, Enrollment
from courses.queries.outline import Outline, outlines, with_cities
from lms.core.steps import NextStep
from people.models import User

SOURCE = "courses.enrollment"


@dataclass
class LearningRow:
    enrollment: Enrollment
    outline: Outline

    @property
    def course(self) -> CoursePage:
        return self.outline.course

    @property
    def title(self) -> str:
        return str(self.course.title)

    @property
    def words(self) -> str:
        return self.outline.in_words

    @property
    def time_left(self) -> str:
        left = self.minutes_left
        return ngettext("about %(n)s minute left", "about %(n)s minutes left", left) % {"n": left} if left else ""

    @property
    def done(self) -> int:
        return self.outline.done

    @property
    def total(self) -> int:
        return self.outline.total

    @property
    def minutes_left(self) -> int:
        return self.outline.minutes_left

    @property
    def is_completed(self) -> bool:
        return self.enrollment.is_completed

    @property
    def resume_url(self) -> str:
        item = self.outline.next_item()
        return item.url if item else str(self.course.url)

    @property
    def next_title(self) -> str:
        item = self.outline.next_item()
        return item.title if item else ""


def learning_record(user: User) -> list[LearningRow]:
    """The courses somebody takes or has completed, the latest first."""
    mine = list(Enrollment.objects.of(user).standing().select_related("course").order_by("-enrolled_at", "-pk"))
    with_cities([enrollment.course for enrollment in mine])
    roads = outlines([(enrollment.course, enrollment) for enrollment in mine])
    return [LearningRow(enrollment, road) for enrollment, road in zip(mine, roads, strict=True)]


def learning_of(user: User) -> list[LearningRow]:
    """Running courses, those begun and nearest to their end first."""
    running = [row for row in learning_record(user) if not row.is_completed]
    return sorted(running, key=lambda row: (row.done == 0, row.minutes_left))


def next_steps(user: User) -> list[NextStep]:
    """Where to go on; without a running course, the way to the catalogue."""
    running = learning_of(user)
    return [_step(running[0])] if running else [_find_a_course()]


def _step(row: LearningRow) -> NextStep:
    facts = {"words": row.words, "next": row.next_title}
    begun = row.done > 0
    sentence = _("%(words)s. Next comes “%(next)s”.") if begun else _("You are enrolled. It begins with “%(next)s”.")
    button = _("Go on learning") if begun else _("Begin the course")
    return NextStep(row.title, sentence % facts, row.resume_url, button, minutes=row.minutes_left or None)


def _find_a_course() -> NextStep:
    return NextStep(
        _("Find a course"),
        _("Courses of all three cities are open to you. They are free, and you decide when you learn."),
        reverse("courses:catalogue"),
        _("Look at the courses"),
        order=90,
    )


def certificates_of(enrollments: list[Enrollment]) -> dict[int, Certificate]:
    """The valid certificates that came from these enrollments, by the key of the enrollment."""
    return certificates_for(SOURCE, [enrollment.pk for enrollment in enrollments])
