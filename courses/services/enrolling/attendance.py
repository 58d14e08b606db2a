"""Who was there: noted by those who organise the run, for a whole session at once."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.addresses import run_place
from courses.models import Attendance, Enrollment, Presence, Session
from courses.queries.enrolling.runs import attendees
from courses.services.completing.completion import complete_if_due
from courses.states import EnrollmentStatus
from lms.core import journal
from lms.core.errors import Refused
from lms.core.templatetags.wanderjahr import day as written
from people.models import User
from people.policies import require


@transaction.atomic
def note_attendance(session: Session, noted: Mapping[int, str], *, actor: User) -> int:
    """`noted` names enrollments of the run with who was present, absent or excused; "" takes a note back.

    Whoever completes the course by being there completes it now. Evidence already earned stays.
    """
    require("courses.organise_run", actor, session.run)
    if session.starts_at > timezone.now():
        sentence = _("The session begins on %(day)s. Attendance can be noted from then on.")
        raise Refused(sentence % {"day": written(session.starts_at)}, about=run_place(session.run))
    there = {enrollment.pk: enrollment for enrollment in attendees(session)}
    chosen = {pk: presence for pk, presence in noted.items() if pk in there}
    before = {one.enrollment_id: one.presence for one in session.attendances.all()}
    changed = {pk: presence for pk, presence in chosen.items() if before.get(pk, "") != presence}
    session.attendances.filter(enrollment__in=[pk for pk, presence in changed.items() if not presence]).delete()
    rows = [
        Attendance(session=session, enrollment_id=pk, presence=presence, noted_by=actor, noted_at=timezone.now())
        for pk, presence in changed.items()
        if presence
    ]
    Attendance.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["session", "enrollment"],
        update_fields=["presence", "noted_by", "noted_at"],
    )  # fmt: skip
    if changed:
        journal.record(session, "courses.session.attendance", actor=actor, changed=len(changed))
    _complete([there[pk] for pk, presence in changed.items() if presence == Presence.PRESENT], session, actor)
    return len(changed)


def _complete(present: list[Enrollment], session: Session, actor: User) -> None:
    """Only where the rule of the course may ask for attendance."""
    if session.run.course.completion_rules.exists():
        for enrollment in present:
            if enrollment.status == EnrollmentStatus.ACTIVE:
                complete_if_due(enrollment, actor=actor)
