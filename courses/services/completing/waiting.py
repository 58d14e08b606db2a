"""Somebody has done all they can do themselves: who may confirm the rest hears of it once."""

from django.urls import reverse
from django.utils import timezone

from courses.models import Enrollment
from courses.queries.assessing.marking import who_confirms
from courses.queries.reading.outline import Outline
from courses.rule_tree import shortest
from lms.notifications.services import notify


def note_wait(enrollment: Enrollment, road: Outline) -> None:
    """Remember whether a wait has begun or is over. The row of the enrollment is locked by who asks."""
    waits = waits_for_a_word(road)
    if waits == (enrollment.waits_since is not None):
        return
    enrollment.waits_since = timezone.now() if waits else None
    enrollment.save(update_fields=["waits_since"])
    if waits:
        _tell_who_confirms(enrollment, road)


def waits_for_a_word(road: Outline) -> bool:
    left = shortest(road.rule) if road.rule else []
    return road.next_item() is None and any(leaf.kind == "confirmed" for leaf in left)


def _tell_who_confirms(enrollment: Enrollment, road: Outline) -> None:
    url = reverse("courses:course_progress", args=[enrollment.course_id])
    for person in who_confirms(enrollment):
        notify(person, "courses/confirmation_awaited", url=url, title=road.course.title)
