"""Work is handed in, looked at, and accepted or given back with a word on what is missing."""

from pathlib import PurePath
from secrets import token_hex

from django.core.files.base import File
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.addresses import Place
from courses.models import AssignmentPage, Enrollment, Submission
from courses.queries.assessing.marking import trainers_of
from courses.services.completing.completion import complete_if_due
from courses.services.enrolling.enrollments import check_standing
from courses.states import SUBMISSION, SubmissionStatus
from lms.core import journal
from lms.core.errors import Refused, TooLate
from lms.notifications.services import notify
from people.models import User
from people.policies import require

MOST_TIMES = 20


@transaction.atomic
def hand_in(
    enrollment: Enrollment, assignment: AssignmentPage, *, text: str = "", file: File | None = None, actor: User
) -> Submission:
    """Hand in work, or hand it in again after it came back. The row of the enrollment is locked: of two, one counts."""
    require("courses.learn", actor, enrollment)
    enrollment = Enrollment.objects.select_for_update(of=("self",)).get(pk=enrollment.pk)
    check_standing(enrollment)
    if not assignment.live or assignment.course.pk != enrollment.course_id:
        raise Refused(_("This assignment does not belong to the course."), about=enrollment.course)
    if file and not assignment.takes_file:
        raise Refused(_("No file can be handed in here."), about=Place(str(assignment.url)))
    made = list(Submission.objects.filter(enrollment=enrollment, assignment=assignment).order_by("pk"))
    _check_open(made, enrollment, assignment)
    number = sum(one.cycle == enrollment.cycle for one in made) + 1
    submission = Submission(
        enrollment=enrollment, assignment=assignment, cycle=enrollment.cycle, number=number, text=text,
        submitted_at=timezone.now(),
    )  # fmt: skip
    _save(submission, file)
    journal.record(submission, "courses.submission.hand_in", actor=actor, number=number)
    _tell_who_marks(submission)
    return submission


def _check_open(made: list[Submission], enrollment: Enrollment, assignment: AssignmentPage) -> None:
    about = Place(str(assignment.url))
    if any(one.status == SubmissionStatus.SUBMITTED for one in made):
        raise TooLate(_("You have handed in your work already. You get a message when it was looked at."), about=about)
    now = [one for one in made if one.cycle == enrollment.cycle]
    if any(one.status == SubmissionStatus.ACCEPTED for one in now):
        raise Refused(_("Your work has been accepted already."), about=about)
    if len(now) >= MOST_TIMES:
        raise Refused(_("You have tried this very often. Please talk to the contact of the course."), about=about)


def _save(submission: Submission, file: File | None) -> None:
    """The file is kept under a name drawn by chance, and goes again if the row cannot be written."""
    if file:
        submission.file_name = PurePath(file.name or "").name[:200]
        submission.file.save(f"{token_hex(16)}{PurePath(submission.file_name).suffix.lower()}", file, save=False)
    try:
        with transaction.atomic():
            submission.save()
    except IntegrityError as error:
        if file:
            submission.file.delete(save=False)
        about = Place(str(submission.assignment.url))
        raise TooLate(_("You have handed in your work already."), about=about) from error


def _tell_who_marks(submission: Submission) -> None:
    """Once while something waits, not for each piece of work."""
    waiting = Submission.objects.filter(assignment_id=submission.assignment_id, status=SubmissionStatus.SUBMITTED)
    if waiting.exclude(pk=submission.pk).exists():
        return
    course = submission.enrollment.course
    url = reverse("courses:marking_assignment", args=[submission.assignment_id])
    for trainer in trainers_of(course):
        if trainer.pk != submission.enrollment.person_id:
            facts = {"title": submission.assignment.title, "course": course.title}
            notify(trainer, "courses/work_to_mark", url=url, **facts)


@transaction.atomic
def accept(submission: Submission, *, feedback: str = "", actor: User) -> Submission:
    """Accept the work, and complete the course if nothing else is missing."""
    _decide(submission, "accept", feedback, actor)
    complete_if_due(submission.enrollment, actor=actor)
    _tell_learner(submission, "courses/work_accepted")
    return submission


@transaction.atomic
def give_back(submission: Submission, *, feedback: str, actor: User) -> Submission:
    """Ask for more, and say what: the learner hands in again."""
    if not feedback.strip():
        raise Refused(_("Please say what should be changed."), about=_place_of(submission))
    _decide(submission, "return", feedback, actor)
    _tell_learner(submission, "courses/work_returned")
    return submission


def _decide(submission: Submission, step: str, feedback: str, actor: User) -> None:
    require("courses.mark", actor, submission, city_id=submission.enrollment.course.city.pk)
    submission.enrollment = Enrollment.objects.select_for_update(of=("self",)).get(pk=submission.enrollment_id)
    if not SUBMISSION.may(Submission.objects.get(pk=submission.pk), step):
        sentence = _("Somebody else has just looked at this work. Thank you, there is nothing left to do here.")
        raise TooLate(sentence, about=Place(reverse("courses:marking")))
    SUBMISSION.advance(submission, step, feedback=feedback, marked_by=actor, marked_at=timezone.now())
    journal.record(submission, f"courses.submission.{step}", actor=actor, number=submission.number)


def _place_of(submission: Submission) -> Place:
    return Place(reverse("courses:marking_submission", args=[submission.pk]))


def _tell_learner(submission: Submission, kind: str) -> None:
    assignment = submission.assignment
    notify(submission.enrollment.person, kind, url=str(assignment.url), title=assignment.title)
