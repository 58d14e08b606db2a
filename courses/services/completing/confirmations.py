"""What no test can see, a trainer confirms."""

from django.db import transaction
from django.utils.translation import gettext as _

from courses.models import Confirmation, Enrollment
from courses.queries.completing.rules import rule_of
from courses.rule_tree import confirmations
from courses.services.completing.completion import complete_if_due
from courses.states import EnrollmentStatus
from lms.core import journal
from lms.core.errors import TooLate
from lms.notifications.services import notify
from people.models import User
from people.policies import require


@transaction.atomic
def confirm(enrollment: Enrollment, key: str, *, actor: User) -> bool:
    """Say that somebody has done it. Twice is once. Returns whether the course is complete with it."""
    require("courses.confirm", actor, enrollment)
    enrollment = Enrollment.objects.select_for_update(of=("self",)).select_related("course", "person").get(
        pk=enrollment.pk
    )  # fmt: skip
    label = confirmations(rule_of(enrollment.course).tree).get(key)
    if label is None or enrollment.status != EnrollmentStatus.ACTIVE:
        raise TooLate(_("Nothing has to be confirmed here any more: the rule of the course or the enrollment changed."))
    about = {"enrollment": enrollment, "cycle": enrollment.cycle, "key": key}
    confirmation, is_new = Confirmation.objects.get_or_create(**about, defaults={"confirmed_by": actor})
    if not is_new:
        return False
    journal.record(enrollment, "courses.enrollment.confirm", actor=actor, confirmation=confirmation.pk)
    notify(enrollment.person, "courses/confirmed", url=enrollment.course.url, title=enrollment.course.title, what=label)
    return complete_if_due(enrollment, actor=actor)
