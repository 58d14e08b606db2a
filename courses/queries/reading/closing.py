"""Whether a course takes somebody new, why not, and whom closing it concerns."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page

from courses.models import CoursePage
from courses.states import STANDING, EnrollmentStatus
from lms.core.templatetags.wanderjahr import day as written


def why_closed(course: CoursePage, day: date) -> str:
    """A sentence for those who would like to enroll; empty while they may."""
    if not course.live:
        return _("This course is not published, so nobody can enroll at the moment.")
    if course.closed_on:
        return _("This course takes nobody new any more. Who has begun it can finish it.")
    if course.valid_until and day > course.valid_until:
        return _("This course was valid until %(day)s, so nobody can enroll any more.") % {
            "day": written(course.valid_until)
        }
    return ""


def courses_with_learners(page: Page) -> QuerySet[CoursePage]:
    """The published courses at or below a page that somebody takes or has completed."""
    learned = CoursePage.objects.live().filter(path__startswith=page.path, enrollments__status__in=STANDING)
    return learned.distinct().order_by("path")


@dataclass(frozen=True)
class Learners:
    running: int
    completed: int


def learners_of(course: CoursePage) -> Learners:
    counted = dict(course.enrollments.values_list("status").annotate(Count("pk")).order_by())
    return Learners(counted.get(EnrollmentStatus.ACTIVE, 0), counted.get(EnrollmentStatus.COMPLETED, 0))
