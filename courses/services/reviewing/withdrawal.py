"""Taking a course back without breaking what people learned on it: to nobody new, or for everybody from a day on.

Enrollments, progress and certificates stay. Lessons and tests stay published below the course: without the course
nobody reaches them, and when it opens again everything is where it was.
"""

from datetime import date

from django.db import transaction
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import PageLogEntry, Revision

from courses.addresses import workbench
from courses.models import CoursePage
from courses.services.enrolling.seats import release_seat
from courses.states import ENROLLMENT, EnrollmentStatus
from lms.core import journal
from lms.core.errors import Refused, TooLate
from lms.notifications.services import notify
from people.models import User
from people.policies import require


def close_to_new(course: CoursePage, *, actor: User) -> None:
    """Nobody new; who has begun may finish."""
    require("courses.publish", actor, course.city, city_id=course.city.pk)
    with transaction.atomic():
        rows = CoursePage.objects.filter(pk=course.pk, live=True, closed_on__isnull=True)
        _first(rows.update(closed_on=timezone.localdate()), course)
        journal.record(course, "courses.course.close", actor=actor)


def close_to_all(course: CoursePage, *, on: date, actor: User) -> None:
    """Nobody new, and from that day on nobody at all. Today means at once."""
    require("courses.publish", actor, course.city, city_id=course.city.pk)
    today = timezone.localdate()
    if on < today:
        raise Refused(_("This day has passed. Please choose today or a later day."), about=workbench(course))
    with transaction.atomic():
        rows = CoursePage.objects.filter(pk=course.pk, live=True, ends_on__isnull=True)
        _first(rows.update(closed_on=Coalesce("closed_on", today), ends_on=on), course)
        journal.record(course, "courses.course.close_to_all", actor=actor, on=on.isoformat())
        if on <= today:
            _end(course, actor=actor)
        else:
            _tell(course, EnrollmentStatus.ACTIVE, "courses/course_ends", url=course.url, day=on.isoformat())


def end_due_courses(today: date) -> int:
    """End the courses whose day has come."""
    due = list(CoursePage.objects.filter(live=True, ends_on__lte=today).order_by("pk"))
    for course in due:
        with transaction.atomic():
            _end(course, actor=None)
    return len(due)


def reopen(course: CoursePage, *, actor: User) -> None:
    """Open again as it was; who had to stop may enroll again and finds what they had done."""
    require("courses.publish", actor, course.city, city_id=course.city.pk)
    with transaction.atomic():
        before = CoursePage.objects.get(pk=course.pk)
        rows = CoursePage.objects.filter(pk=course.pk, closed_on__isnull=False)
        _first(rows.update(closed_on=None, ends_on=None), course)
        if not before.live:
            _version_last_published(before).publish(user=actor, skip_permission_checks=True)
        journal.record(course, "courses.course.reopen", actor=actor)
        if before.ends_on or not before.live:
            affected = EnrollmentStatus.ACTIVE if before.live else EnrollmentStatus.ENDED
            _tell(course, affected, "courses/course_reopened", url=course.url)


def _first(changed: int, course: CoursePage) -> None:
    """Of two who decide at the same moment, one does."""
    if changed != 1:
        sentence = _("Somebody was faster: this has already been decided. You see the new state.")
        raise TooLate(sentence, about=workbench(course))


def _end(course: CoursePage, *, actor: User | None) -> None:
    """Once: afterwards the course is closed and has no day left on which it would end again."""
    rows = CoursePage.objects.filter(pk=course.pk, ends_on__isnull=False)
    if not rows.update(closed_on=timezone.localdate(), ends_on=None):
        return
    list(course.runs.select_for_update(of=("self",), no_key=True).order_by("pk"))  # as everybody else: run, then people
    running = course.enrollments.filter(status=EnrollmentStatus.ACTIVE).select_for_update(of=("self",))
    for enrollment in running.select_related("person", "run").order_by("pk"):
        ENROLLMENT.advance(enrollment, "end")
        if enrollment.run:
            release_seat(enrollment.run)
        journal.record(enrollment, "courses.enrollment.end", actor=actor)
        notify(enrollment.person, "courses/course_ended", url=reverse("courses:my_learning"), title=course.title)
    CoursePage.objects.get(pk=course.pk).unpublish(user=actor)


def _tell(course: CoursePage, status: str, kind: str, *, url: str, **facts: str) -> None:
    for enrollment in course.enrollments.filter(status=status).select_related("person").order_by("pk"):
        notify(enrollment.person, kind, url=url, title=course.title, **facts)


def _version_last_published(course: CoursePage) -> Revision:
    """What learners saw last, whatever has been drafted since."""
    published = PageLogEntry.objects.filter(page_id=course.pk, action="wagtail.publish", revision__isnull=False)
    entry = published.order_by("timestamp", "pk").last()
    revision: Revision = entry.revision if entry else course.save_revision()
    return revision
