"""Who takes a course: on one's own, in a run with seats, or enrolled by trainers and training offices."""

from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.models import Admission, CoursePage, CourseRun, Enrollment, Source
from courses.queries.enrolling.runs import (
    ASKED,
    is_bound,
    needs_a_reason,
    runs_to_choose,
    waiting_list,
    why_not_chosen,
    why_over,
)
from courses.queries.reading.closing import why_closed
from courses.services.completing.prerequisites import check_prerequisites
from courses.services.enrolling.seats import locked, move_up, release_seat, take_seat
from courses.states import ENROLLMENT, STANDING, EnrollmentStatus
from lms.core import journal
from lms.core.errors import Refused, TooLate
from lms.notifications.services import notify
from people.models import Membership, Role, User
from people.policies import allowed, require

AFRESH = {
    EnrollmentStatus.ACTIVE: "return",
    EnrollmentStatus.REQUESTED: "return_to_ask",
    EnrollmentStatus.WAITING: "return_to_wait",
}
DECIDED = {EnrollmentStatus.REQUESTED: "approve", EnrollmentStatus.WAITING: "promote"}
SAID = {
    EnrollmentStatus.ACTIVE: "courses.enrollment.enroll",
    EnrollmentStatus.REQUESTED: "courses.enrollment.request",
    EnrollmentStatus.WAITING: "courses.enrollment.wait",
}


@dataclass(frozen=True)
class Entry:
    """What somebody is let into: a course, in a run or without one, and by whom."""

    course: CoursePage
    run: CourseRun | None
    actor: User | None
    source: str = Source.SELF
    is_approved: bool = False  # by those who could refuse it
    may_wait: bool = False

    def status(self) -> EnrollmentStatus:
        """Where it leads at this moment. Takes the seat."""
        if self.run is None:
            return EnrollmentStatus.ACTIVE
        if self.run.admission == Admission.APPROVAL and not self.is_approved:
            return EnrollmentStatus.REQUESTED
        if not waiting_list(self.run).exists() and take_seat(self.run):
            return EnrollmentStatus.ACTIVE
        if not self.may_wait:
            raise TooLate(_("No seat is left in “%(run)s”.") % {"run": self.run.name}, about=self.course)
        return EnrollmentStatus.WAITING


@transaction.atomic
def enroll(course: CoursePage, *, actor: User, run: CourseRun | None = None) -> Enrollment:
    """Enroll oneself in a course that is open; who left it before comes back to what they had done.

    In a run with seats one gets a seat, waits for one, or for the approval. The row of the course is locked, so that
    nobody slips in while it is being closed.
    """
    require("courses.enroll", actor)
    course, run = _locked(course, run)
    enrollment = Enrollment.objects.of(actor).filter(course=course).select_related("run").first()
    if enrollment and not _is_new(enrollment, run):
        return enrollment
    today = timezone.localdate()
    if reason := why_closed(course, today) or (why_not_chosen(run, today) if run else ""):
        raise Refused(reason, about=course if course.live else None)
    if run is None and runs_to_choose(course, actor, today).exists():
        raise Refused(_("Please choose a course run."), about=course)
    if enrollment and enrollment.status in [*ASKED, EnrollmentStatus.ACTIVE]:
        _check_free(enrollment)
    if course.prerequisites.exists():
        check_prerequisites(course, actor)
    return _let_in(Entry(course, run, actor, may_wait=True), actor, enrollment)


@transaction.atomic
def enroll_person(
    course: CoursePage, person: User, *, actor: User | None, source: str, run: CourseRun | None = None
) -> Enrollment:
    """Enroll somebody else; nothing happens to those who take the course already. Without `actor`, time does it.

    In a run of another city that wants to approve, it is a request. Nobody is put on a waiting list by others:
    without a seat it is refused. Who is enrolled because of a duty hears of it with the duty.
    """
    if actor is not None:
        require("courses.enroll_others", actor, person)
    course, run = _locked(course, run)
    enrollment = Enrollment.objects.of(person).filter(course=course).select_related("run").first()
    if enrollment and _is_settled(enrollment, run):
        return enrollment
    today = timezone.localdate()
    if reason := why_closed(course, today) or (why_over(run, today) if run else ""):
        raise Refused(reason)
    if run and not may_join(person, run):
        raise Refused(_("This course run is for people of %(city)s.") % {"city": run.city.name})
    approved = run is None or actor is None or allowed("courses.organise_run", actor, run)
    enrollment = _let_in(Entry(course, run, actor, source, is_approved=approved), person, enrollment)
    if source != Source.DUTY and enrollment.status == EnrollmentStatus.ACTIVE:
        notify(person, "courses/enrolled_by_others", url=course.url, title=course.title, run=run.name if run else "")
    return enrollment


def may_join(person: User, run: CourseRun) -> bool:
    """Whether the run is for the city of this person."""
    held = Membership.objects.current().filter(person_id=person.pk, city_id=run.city_id)
    return run.is_for_all_cities or held.exists()


def _locked(course: CoursePage, run: CourseRun | None) -> tuple[CoursePage, CourseRun | None]:
    """Always in this order: the course, then the run."""
    course = CoursePage.objects.select_for_update(of=("self",), no_key=True).get(pk=course.pk)
    if run is None:
        return course, None
    if run.course_id != course.pk:
        raise Refused(_("This course run belongs to another course."), about=course)
    return course, locked(run)


def _is_new(enrollment: Enrollment, run: CourseRun | None) -> bool:
    """Whether enrolling changes anything for somebody who has an enrollment."""
    if enrollment.status == EnrollmentStatus.COMPLETED:
        return False
    if enrollment.status in [*ASKED, EnrollmentStatus.ACTIVE]:
        return run is not None and enrollment.run_id != run.pk
    return True


def _is_settled(enrollment: Enrollment, run: CourseRun | None) -> bool:
    """Whether others leave an enrollment as it is: it is done, it runs, or somebody has asked for a seat themselves."""
    if enrollment.status in ASKED:
        return run is None
    return not _is_new(enrollment, run) or is_bound(enrollment)


def _check_free(enrollment: Enrollment) -> None:
    if enrollment.run and (enrollment.status in ASKED or is_bound(enrollment)):
        sentence = _("You are enrolled in “%(run)s”. Please withdraw there first.") % {"run": enrollment.run.name}
        raise Refused(sentence, about=enrollment.course)


def _let_in(entry: Entry, person: User, enrollment: Enrollment | None) -> Enrollment:
    if enrollment and enrollment.status == EnrollmentStatus.ACTIVE:
        return _join(entry, enrollment)
    status = entry.status()
    if enrollment and enrollment.status in ASKED and status == EnrollmentStatus.REQUESTED:
        return enrollment
    changes = {"run": entry.run, "source": entry.source, "enrolled_at": timezone.now()}
    if enrollment is None:
        enrollment = Enrollment.objects.create(person=person, course=entry.course, status=status, **changes)
    elif enrollment.status != status:
        step = DECIDED.get(enrollment.status) or AFRESH[status]  # type: ignore[call-overload]
        ENROLLMENT.advance(enrollment, step, **changes)
    journal.record(enrollment, SAID[status], actor=entry.actor)
    if entry.run and status == EnrollmentStatus.REQUESTED:
        _tell_organisers(entry.run, "courses/seat_requested", person=person.full_name)
    return enrollment


def _join(entry: Entry, enrollment: Enrollment) -> Enrollment:
    """Who takes the course on their own, or had a run that is over, takes part in a run from now on."""
    if entry.run is None:
        return enrollment
    if entry.run.admission == Admission.APPROVAL and not entry.is_approved:
        raise Refused(_("You take this course already. Please ask the training office for a seat in this run."))
    status = Entry(entry.course, entry.run, entry.actor, is_approved=True).status()
    if enrollment.run is not None:
        release_seat(enrollment.run)
    Enrollment.objects.filter(pk=enrollment.pk, status=status).update(run=entry.run)
    enrollment.run = entry.run
    journal.record(enrollment, "courses.enrollment.join", actor=entry.actor)
    return enrollment


@transaction.atomic
def withdraw(enrollment: Enrollment, *, actor: User, reason: str = "") -> Enrollment:
    """Leave the course. Once the run has begun, those who planned it hear why."""
    require("courses.learn", actor, enrollment)
    run = locked(enrollment.run) if enrollment.run else None
    if run and enrollment.status == EnrollmentStatus.ACTIVE and needs_a_reason(run) and not reason.strip():
        raise Refused(_("The course run has begun. Please write a sentence on why you leave."), about=enrollment.course)
    left = ENROLLMENT.advance(enrollment, "withdraw")
    journal.record(enrollment, "courses.enrollment.withdraw", actor=actor)
    if run and left == EnrollmentStatus.ACTIVE:
        release_seat(run)
        move_up(run, actor=actor)
        if reason:
            _tell_organisers(run, "courses/left_run", person=actor.full_name, reason=reason.strip())
    return enrollment


def check_standing(enrollment: Enrollment) -> None:
    """Learning counts while somebody takes the course."""
    if enrollment.status == EnrollmentStatus.ENDED:
        raise Refused(_("This course was closed. What you have done in it is kept."))
    if enrollment.status in ASKED:
        raise Refused(_("You do not have a seat in this course yet. You will get a message."), about=enrollment.course)
    if enrollment.status not in STANDING:
        raise Refused(_("Please enroll in the course first."), about=enrollment.course)


def _tell_organisers(run: CourseRun, kind: str, **facts: str) -> None:
    held = Membership.objects.current().filter(city_id=run.city_id, role__in=[Role.TRAINER, Role.HR])
    for person in User.objects.filter(pk__in=held.values("person_id"), is_active=True).order_by("pk"):
        notify(person, kind, url=reverse("courses:run", args=[run.pk]), title=run.course.title, run=run.name, **facts)
