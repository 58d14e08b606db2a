"""Seats of a run are counted in the database; who finds none waits, and moves up in the order in which they came."""

from django.db.models import F, Q
from django.utils import timezone

from courses.models import CourseRun, Enrollment
from courses.queries.enrolling.runs import waiting_list
from courses.states import ENROLLMENT
from lms.core import journal
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.services import notify
from people.models import User


def locked(run: CourseRun) -> CourseRun:
    """Whoever joins, leaves or decides in a run takes its row first: one after the other, and no two in a knot."""
    return CourseRun.objects.select_for_update(of=("self",), no_key=True).select_related("course").get(pk=run.pk)


def take_seat(run: CourseRun) -> bool:
    """Take one seat in a single conditional UPDATE; False if none is left."""
    free = CourseRun.objects.filter(
        Q(seats__isnull=True) | Q(seats_taken__lt=F("seats")), pk=run.pk, is_cancelled=False
    )
    return bool(free.update(seats_taken=F("seats_taken") + 1))


def release_seat(run: CourseRun) -> None:
    CourseRun.objects.filter(pk=run.pk, seats_taken__gt=0).update(seats_taken=F("seats_taken") - 1)


def move_up(run: CourseRun, *, actor: User | None) -> list[Enrollment]:
    """Give free seats to those who wait, the first one first, and tell them."""
    if run.is_cancelled or run.ends_on < timezone.localdate() or not run.course.live:
        return []
    moved: list[Enrollment] = []
    for enrollment in waiting_list(run).select_related("person"):
        if not take_seat(run):
            break
        try:
            ENROLLMENT.advance(enrollment, "promote", enrolled_at=timezone.now())
        except StepNotAllowed:  # left the list at this moment
            release_seat(run)
            continue
        journal.record(enrollment, "courses.enrollment.promote", actor=actor)
        facts = {"title": run.course.title, "run": run.name, "day": run.starts_on.isoformat()}
        notify(enrollment.person, "courses/moved_up", url=run.course.url, **facts)
        moved.append(enrollment)
    return moved
