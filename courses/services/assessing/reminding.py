"""Work that waits too long to be marked: those who may mark it are reminded, each of them once a week at most."""

from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from courses.models import Attempt, CoursePage, Submission
from courses.queries.assessing.marking import attempts_to_mark, submissions_to_mark, trainers_of
from courses.queries.reading.outline import with_cities
from courses.states import AttemptStatus, SubmissionStatus
from lms.notifications.models import Notification
from lms.notifications.services import notify
from people.models import User

PATIENCE = timedelta(days=7)
KIND = "courses/marking_waits"


def remind_of_marking() -> int:
    """Returns how many people were reminded."""
    now = timezone.now()
    return sum(_remind(pk, now) for pk in _who_marks(now - PATIENCE))


def _who_marks(before: datetime) -> list[int]:
    attempts = Attempt.objects.filter(status=AttemptStatus.MARKING, submitted_at__lt=before)
    works = Submission.objects.filter(status=SubmissionStatus.SUBMITTED, submitted_at__lt=before)
    course = "enrollment__course"
    keys = {*attempts.values_list(course, flat=True), *works.values_list(course, flat=True)}
    courses = with_cities(list(CoursePage.objects.filter(pk__in=keys)))
    return sorted({person.pk for one in courses for person in trainers_of(one)})


@transaction.atomic
def _remind(pk: int, now: datetime) -> bool:
    """The row of the person is locked: of two workers, the second finds the message of the first."""
    person = User.objects.select_for_update(of=("self",), no_key=True).get(pk=pk)
    if Notification.objects.filter(recipient=person, kind=KIND, created_at__gt=now - PATIENCE).exists():
        return False
    waiting = (attempts_to_mark(person), submissions_to_mark(person))
    count = sum(works.filter(submitted_at__lt=now - PATIENCE).count() for works in waiting)
    if count:
        notify(person, KIND, url=reverse("courses:marking"), count=count)
    return bool(count)
