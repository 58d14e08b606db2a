from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.models import Enrollment, LessonPage, LessonProgress
from courses.services.completion import complete_if_due
from courses.states import STANDING
from lms.core.errors import Refused
from people.models import User
from people.policies import require


@transaction.atomic
def mark_lesson_done(enrollment: Enrollment, lesson: LessonPage, *, actor: User) -> Enrollment:
    """Remember that a lesson is done, and complete the course if nothing else is missing."""
    require("courses.learn", actor, enrollment)
    if enrollment.status not in STANDING:
        raise Refused(_("You are not enrolled in this course any more."), about=enrollment.course)
    if not lesson.live or lesson.course.pk != enrollment.course_id:
        raise Refused(_("This lesson does not belong to the course."), about=enrollment.course)
    LessonProgress.objects.get_or_create(enrollment=enrollment, lesson=lesson, defaults={"done_at": timezone.now()})
    complete_if_due(enrollment, actor=actor)
    return enrollment
