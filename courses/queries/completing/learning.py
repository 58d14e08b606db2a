"""Where somebody stands in their courses, and what to do next."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from certificates.models import Certificate
from certificates.queries import certificates_for
from courses.models import Completion, CoursePage, Enrollment
from courses.queries.completing.requirements import Requirement, requirements
from courses.queries.reading.outline import Outline, outlines, with_cities
from courses.states import STANDING, EnrollmentStatus
from lms.core.steps import NextStep
from people.models import User

SOURCE = "courses.completion"


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
        return self.outline.time_left

    @property
    def resume(self) -> str:
        return self.outline.resume

    @property
    def requirements(self) -> list[Requirement]:
        return requirements(self.outline)

    @property
    def left_in_words(self) -> str:
        """What is missing, shortly: places of the rule rather than each lesson."""
        return "; ".join(f"{one.sentence} ({one.note})" if one.note else one.sentence for one in self._open)

    @property
    def _open(self) -> list[Requirement]:
        return [one for one in self.requirements if not one.done]

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
    def is_closed(self) -> bool:
        """Whether the course was taken back: its pages are gone, what was done here is not."""
        return not self.course.live or self.enrollment.status == EnrollmentStatus.ENDED

    @property
    def is_running(self) -> bool:
        return not self.is_completed and not self.is_closed

    @property
    def resume_url(self) -> str:
        item = self.outline.next_item()
        return item.url if item else str(self.course.url)

    @property
    def next_title(self) -> str:
        item = self.outline.next_item()
        return item.title if item else ""


def learning_record(user: User) -> list[LearningRow]:
    """The courses somebody takes, has completed or had to stop with, the latest first."""
    rows = _rows(Enrollment.objects.of(user).filter(status__in=[*STANDING, EnrollmentStatus.ENDED]))
    with_cities([row.course for row in rows])
    return rows


def learning_of(user: User) -> list[LearningRow]:
    """Running courses, those begun and nearest to their end first."""
    running = _rows(Enrollment.objects.of(user).filter(status=EnrollmentStatus.ACTIVE, course__live=True))
    return sorted(running, key=lambda row: (not row.next_title, row.done == 0, row.minutes_left))


def _rows(enrollments: QuerySet[Enrollment]) -> list[LearningRow]:
    mine = list(enrollments.select_related("course").order_by("-enrolled_at", "-pk"))
    roads = outlines([(enrollment.course, enrollment) for enrollment in mine])
    return [LearningRow(enrollment, road) for enrollment, road in zip(mine, roads, strict=True)]


def next_steps(running: list[LearningRow]) -> list[NextStep]:
    """Where to go on, of what `learning_of` found; without a running course, the way to the catalogue."""
    return [_step(running[0])] if running else [_find_a_course()]


def _step(row: LearningRow) -> NextStep:
    if not row.next_title:
        sentence = _("You have done your part. Still open: %(open)s.") % {"open": row.left_in_words}
        return NextStep(row.title, sentence, row.resume_url, _("Look at the course"))
    facts = {"words": row.words, "next": row.resume}
    begun = row.done > 0
    sentence = _("%(words)s. %(next)s.") if begun else _("You are enrolled. %(next)s.")
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


def naming_certificates(enrollments: QuerySet[Enrollment]) -> QuerySet[Enrollment]:
    """With how each was completed this time, and the key of the valid certificate of that, as `certificate`."""
    now = Completion.objects.filter(enrollment=OuterRef("pk"), cycle=OuterRef("cycle")).order_by()
    return enrollments.annotate(
        completion=Subquery(now.values("pk")[:1]),
        valid_until=Subquery(now.values("valid_until")[:1]),
        grade=Subquery(now.values("grade")[:1]),
        certificate=Subquery(
            Certificate.objects.standing()
            .filter(source_type=SOURCE, source_id=OuterRef("completion"))
            .order_by()
            .values("pk")[:1]
        ),
    )


def certificates_of(completions: Iterable[Completion]) -> dict[int, Certificate]:
    """The valid certificates of these completions, by the key of the enrollment."""
    of = {completion.pk: completion.enrollment_id for completion in completions}
    return {of[pk]: certificate for pk, certificate in certificates_for(SOURCE, list(of)).items()}


def completions_of(enrollments: Iterable[Enrollment]) -> dict[int, Completion]:
    """How each was completed this time, by the key of the enrollment."""
    now = Completion.objects.filter(enrollment__in=list(enrollments), cycle=F("enrollment__cycle")).order_by()
    return {completion.enrollment_id: completion for completion in now}
