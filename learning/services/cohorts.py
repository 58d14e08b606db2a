"""Enroll many at once: all of them, or nobody."""

from collections.abc import Iterable

from django.db import transaction

from courses.models import CoursePage, CourseRun, Source
from courses.services.enrolling.enrollments import enroll_person
from lms.core import journal
from people.models import User


@transaction.atomic
def enroll_together(
    course: CoursePage, people: Iterable[User], *, actor: User, run: CourseRun | None, source: str = Source.COHORT
) -> int:
    """Without a seat for the last of them nobody is enrolled."""
    chosen = list(people)
    for person in chosen:
        enroll_person(course, person, actor=actor, source=source, run=run)
    action = "learning.list.import" if source == Source.LIST else "learning.cohort.enroll"
    journal.record(run or course, action, actor=actor, people=len(chosen))
    return len(chosen)
