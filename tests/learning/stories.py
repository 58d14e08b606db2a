"""Steps the stories share."""

from datetime import datetime, time, timedelta

import time_machine
from django.utils import timezone

from courses.models import Completion, Enrollment
from learning.models import Duty, Obligation
from learning.services.duties import keep_duties
from lms.notifications.models import Notification

DAY = timedelta(days=1)


def at(day):
    return time_machine.travel(datetime.combine(day, time(12), tzinfo=timezone.get_default_timezone()), tick=False)


def the_worker_runs(day):
    with at(day):
        return keep_duties(day)


def mandatory(city, course, **more):
    told = {"days_to_complete": 56, "starts_on": timezone.localdate(), **more}
    return Obligation.objects.create(city=city, course=course, **told)


def complete(person, course, day, valid_until=None):
    """What completing the course leaves behind, on a day."""
    with at(day):
        enrollment, _new = Enrollment.objects.get_or_create(person=person, course=course)
        Enrollment.objects.filter(pk=enrollment.pk).update(status="completed", completed_at=timezone.now())
        told = {"completed_at": timezone.now(), "grade": "scored", "tree": {}, "valid_until": valid_until}
        return Completion.objects.create(enrollment=enrollment, cycle=enrollment.cycle, **told)


def kinds(person):
    """The messages about duties somebody got, in order."""
    found = Notification.objects.filter(recipient=person, kind__startswith="learning/duty").order_by("pk")
    return [kind.removeprefix("learning/duty_") for kind in found.values_list("kind", flat=True)]


def times(person):
    found = Duty.objects.filter(person=person).order_by("number")
    return list(found.values_list("number", "due_on", "fulfilled_on"))
