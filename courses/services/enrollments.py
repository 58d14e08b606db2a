from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.models import CoursePage, Enrollment
from courses.states import ENROLLMENT, EnrollmentStatus
from lms.core import journal
from lms.core.errors import Refused
from people.models import User
from people.policies import require


@transaction.atomic
def enroll(course: CoursePage, *, actor: User) -> Enrollment:
    """Enroll somebody in a published course; who withdrew before comes back to what they had done."""
    require("courses.enroll", actor)
    if not CoursePage.objects.visible_to(actor).filter(pk=course.pk).exists():
        raise Refused(_("This course is not published, so nobody can enroll at the moment."))
    enrollment, is_new = Enrollment.objects.get_or_create(
        person=actor, course=course, defaults={"enrolled_at": timezone.now()}
    )
    if enrollment.status == EnrollmentStatus.WITHDRAWN:
        ENROLLMENT.advance(enrollment, "return")
    elif not is_new:
        return enrollment
    journal.record(enrollment, "courses.enrollment.enroll", actor=actor)
    return enrollment


@transaction.atomic
def withdraw(enrollment: Enrollment, *, actor: User) -> Enrollment:
    require("courses.learn", actor, enrollment)
    ENROLLMENT.advance(enrollment, "withdraw")
    journal.record(enrollment, "courses.enrollment.withdraw", actor=actor)
    return enrollment
