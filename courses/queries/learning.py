"""Where somebody stands in their courses, and what to do next."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certificates.models import Certificate
from courses.models import CoursePage, Enrollment
from courses.queries.outline import Outline, outlines, with_cities
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


@dataclass(frozen=True)
class NextStep:
    """Something a person can do now, for the start page."""

    title: str
    sentence: str
    url: str
    button: str
    minutes: int = 0


def learning_of(user: User) -> list[LearningRow]:
    """The courses somebody takes or has completed, the latest first."""
    mine = list(Enrollment.objects.of(user).standing().select_related("course").order_by("-enrolled_at", "-pk"))
    with_cities([enrollment.course for enrollment in mine])
    roads = outlines([(enrollment.course, enrollment) for enrollment in mine])
    return [LearningRow(enrollment, road) for enrollment, road in zip(mine, roads, strict=True)]


def next_steps(user: User) -> list[NextStep]:
    """Running courses, those nearest to their end first; without any, the way to the catalogue."""
    running = [row for row in learning_of(user) if not row.is_completed]
    running.sort(key=lambda row: (row.done == 0, row.minutes_left))
    return [_step(row) for row in running] or [_find_a_course()]


def _step(row: LearningRow) -> NextStep:
    left = ngettext("about %(n)s minute left", "about %(n)s minutes left", row.minutes_left) % {"n": row.minutes_left}
    facts = {"words": row.outline.in_words, "next": row.next_title, "left": left}
    if row.done == 0:
        sentence = _("You are enrolled. Begin with “%(next)s”, %(left)s.") % facts
        return NextStep(row.course.title, sentence, row.resume_url, _("Begin the course"), row.minutes_left)
    sentence = _("%(words)s. Next comes “%(next)s”.") % facts
    return NextStep(row.course.title, sentence, row.resume_url, _("Go on learning"), row.minutes_left)


def _find_a_course() -> NextStep:
    return NextStep(
        _("Find your first course"),
        _("Courses of all three cities are open to you. They are free, and you decide when you learn."),
        reverse("courses:catalogue"),
        _("Look at the courses"),
    )


def certificates_of(enrollments: list[Enrollment]) -> dict[int, Certificate]:
    """The valid certificates that came from these enrollments, by the key of the enrollment."""
    issued = Certificate.objects.standing().filter(source_type=SOURCE, source_id__in=[one.pk for one in enrollments])
    return {certificate.source_id: certificate for certificate in issued}
