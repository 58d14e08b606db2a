"""When somebody's courses meet, for their calendar program."""

from courses.models import Session
from courses.states import STANDING
from lms.core.addresses import absolute
from people.models import User
from training.dates import OwnDate


def session_dates(person: User) -> list[OwnDate]:
    enrolled = {"run__enrollments__person": person, "run__enrollments__status__in": STANDING}
    meetings = Session.objects.filter(**enrolled, run__is_cancelled=False).select_related("run__course").distinct()
    return [
        OwnDate(
            f"session-{one.pk}",
            f"{one.run.course.title}: {one.title}",
            one.starts_at,
            one.ends_at,
            one.place,
            absolute(one.run.course.url or ""),
        )
        for one in meetings
    ]
