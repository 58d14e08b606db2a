"""Course runs: plan, change and cancel them, decide who gets a seat, and when they meet."""

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.addresses import run_place
from courses.models import CoursePage, CourseRun, Enrollment, Session
from courses.queries.enrolling.runs import ASKED, waiting_list, why_over
from courses.queries.reading.closing import why_closed
from courses.services.enrolling.seats import locked, move_up, release_seat, take_seat
from courses.states import ENROLLMENT, EnrollmentStatus
from lms.core import journal
from lms.core.errors import Refused, TooLate
from lms.notifications.services import notify
from people.models import City, User
from people.policies import require

TOLD = ("starts_on", "ends_on")  # what those who take part have to know when it changes


@transaction.atomic
def create_run(course: CoursePage, city: City, *, actor: User, **given: Any) -> CourseRun:
    """A run of any published course, for the own city or for all."""
    require("courses.plan_runs", actor, city)
    if reason := why_closed(course, timezone.localdate()):
        raise Refused(reason)
    run = CourseRun.objects.create(course=course, city=city, **given)
    journal.record(run, "courses.run.create", actor=actor)
    return run


@transaction.atomic
def change_run(run: CourseRun, *, actor: User, **given: Any) -> CourseRun:
    """One conditional UPDATE: fewer seats than are taken are refused, more seats go to those who wait."""
    require("courses.organise_run", actor, run)
    before = locked(run)
    seats = given.get("seats", before.seats)
    enough = Q() if seats is None else Q(seats_taken__lte=seats)
    if not CourseRun.objects.filter(enough, pk=run.pk, is_cancelled=False).update(**given):
        raise TooLate(
            _("This is not possible any more: the run was cancelled or has more people."), about=run_place(run)
        )
    after = locked(run)
    journal.record(after, "courses.run.change", actor=actor)
    move_up(after, actor=actor)
    if any(getattr(before, name) != getattr(after, name) for name in TOLD):
        days = {"day": after.starts_on.isoformat(), "until": after.ends_on.isoformat()}
        _tell(after, "courses/run_changed", **days)
    return after


@transaction.atomic
def cancel_run(run: CourseRun, reason: str, *, actor: User) -> None:
    """Everybody in it is told and free to enroll elsewhere. Who has completed the course keeps that."""
    require("courses.organise_run", actor, run)
    run = locked(run)
    if not CourseRun.objects.filter(pk=run.pk, is_cancelled=False).update(is_cancelled=True):
        raise TooLate(_("This course run was cancelled."), about=run_place(run))
    journal.record(run, "courses.run.cancel", actor=actor)
    for enrollment in run.enrollments.filter(status__in=[*ASKED, EnrollmentStatus.ACTIVE]).select_related("person"):
        left = ENROLLMENT.advance(enrollment, "withdraw")
        journal.record(enrollment, "courses.enrollment.withdraw", actor=actor)
        if left == EnrollmentStatus.ACTIVE:
            release_seat(run)
        facts = {"title": run.course.title, "run": run.name, "reason": reason}
        notify(enrollment.person, "courses/run_cancelled", url=run.course.url, **facts)


@transaction.atomic
def approve_seat(enrollment: Enrollment, *, actor: User) -> None:
    """Give the seat somebody asked for; without one left they come to the end of the waiting list."""
    run = _run_decided_on(enrollment, actor)
    if reason := why_over(run, timezone.localdate()):
        raise Refused(reason, about=run_place(run))
    has_seat = not waiting_list(run).exists() and take_seat(run)
    step = "approve" if has_seat else "wait"
    ENROLLMENT.advance(enrollment, step, enrolled_at=timezone.now())
    journal.record(enrollment, f"courses.enrollment.{step}", actor=actor)
    kind = "courses/seat_given" if has_seat else "courses/seat_waited_for"
    facts = {"title": run.course.title, "run": run.name, "day": run.starts_on.isoformat()}
    notify(enrollment.person, kind, url=run.course.url, **facts)


@transaction.atomic
def decline_seat(enrollment: Enrollment, reason: str, *, actor: User) -> None:
    run = _run_decided_on(enrollment, actor)
    if not reason.strip():
        raise Refused(_("Please write a sentence that explains it."), about=run_place(run))
    ENROLLMENT.advance(enrollment, "decline")
    journal.record(enrollment, "courses.enrollment.decline", actor=actor)
    facts = {"title": run.course.title, "run": run.name, "reason": reason.strip()}
    notify(enrollment.person, "courses/seat_declined", url=run.course.url, **facts)


def _run_decided_on(enrollment: Enrollment, actor: User) -> CourseRun:
    if enrollment.run is None:
        raise Refused(_("This enrollment belongs to no course run."))
    require("courses.organise_run", actor, enrollment.run)
    if enrollment.person_id == actor.pk:
        raise Refused(_("Somebody else decides about your own seat."), about=run_place(enrollment.run))
    return locked(enrollment.run)


@transaction.atomic
def create_session(run: CourseRun, *, actor: User, **given: Any) -> Session:
    require("courses.organise_run", actor, run)
    session = Session.objects.create(run=run, **given)
    journal.record(session, "courses.session.create", actor=actor)
    return session


@transaction.atomic
def change_session(session: Session, *, actor: User, **given: Any) -> None:
    """Those who take part hear of another time or place."""
    require("courses.organise_run", actor, session.run)
    before = [getattr(session, name) for name in given]
    if not Session.objects.filter(pk=session.pk).update(**given):
        raise TooLate(_("Somebody has removed this session in the meantime."), about=run_place(session.run))
    journal.record(session, "courses.session.change", actor=actor)
    if before != list(given.values()):
        _tell(session.run, "courses/session_changed", session=given["title"])


@transaction.atomic
def remove_session(session: Session, *, actor: User) -> None:
    """As long as nobody's presence was noted."""
    require("courses.organise_run", actor, session.run)
    if session.attendances.exists():
        raise Refused(_("Attendance was noted for this session, so it stays."), about=run_place(session.run))
    journal.record(session, "courses.session.remove", actor=actor)
    session.delete()
    _tell(session.run, "courses/session_removed", session=session.title)


def _tell(run: CourseRun, kind: str, **facts: str) -> None:
    taking_part = Q(status=EnrollmentStatus.ACTIVE) | Q(status__in=ASKED)
    for enrollment in run.enrollments.filter(taking_part).select_related("person").order_by("pk"):
        notify(enrollment.person, kind, url=run.course.url, title=run.course.title, run=run.name, **facts)
