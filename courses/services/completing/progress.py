from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.models import Enrollment, LessonPage, LessonProgress
from courses.queries.reading.outline import Outline
from courses.services.completing.completion import complete_held, hold
from courses.services.enrolling.enrollments import check_standing
from lms.core.errors import Refused
from people.models import User
from people.policies import require


@transaction.atomic
def mark_lesson_done(enrollment: Enrollment, lesson: LessonPage, *, actor: User) -> Outline:
    """Remember that a lesson is done, complete the course if nothing else is missing, and return the road onward."""
    require("courses.learn", actor, enrollment)
    hold(enrollment)
    check_standing(enrollment)
    if not lesson.live or lesson.course.pk != enrollment.course_id:
        raise Refused(_("This lesson does not belong to the course."), about=enrollment.course)
    done = LessonProgress(enrollment=enrollment, lesson=lesson, cycle=enrollment.cycle, done_at=timezone.now())
    LessonProgress.objects.bulk_create([done], ignore_conflicts=True)  # whoever sends it twice has done it once
    return complete_held(enrollment, actor=actor)
