"""Work that waits for more than a week: who may mark it is reminded."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from courses.jobs import remind_who_marks
from courses.models import CoAuthor
from lms.notifications.models import Notification
from tests.factories.courses import AttemptFactory, CourseFactory

DAY = timedelta(days=1)


@pytest.fixture
def course(cast):
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=0, test=True)


def handed_in(course, days, **more):
    return AttemptFactory(enrollment__course=course, submitted_at=timezone.now() - days * DAY, **more)


def reminders():
    found = Notification.objects.filter(kind="courses/marking_waits").order_by("pk")
    return [(message.recipient, message.facts["count"]) for message in found]


def test_one_message_counts_what_waits_longer_than_a_week(cast, course):
    handed_in(course, 8)
    handed_in(course, 9)
    handed_in(CourseFactory(city=cast.nuremberg, lessons=0, test=True), 30)
    handed_in(course, 6)
    assert remind_who_marks() == 1
    assert reminders() == [(cast.barbara, 3)]


def test_nobody_is_reminded_twice_in_a_week_and_again_after_it(cast, course):
    handed_in(course, 8)
    assert [remind_who_marks() for _ in range(2)] == [1, 0]
    for days, more in [(6, 0), (8, 1)]:
        with time_machine.travel(timezone.now() + days * DAY, tick=False):
            assert remind_who_marks() == more
    assert reminders() == [(cast.barbara, 1)] * 2


def test_everybody_who_may_mark_it_and_nobody_of_their_own_work(cast, course):
    CoAuthor.objects.create(course=course, person=cast.dieter)
    handed_in(course, 8, enrollment__person=cast.barbara)
    assert remind_who_marks() == 1
    assert reminders() == [(cast.dieter, 1)]


def test_what_is_marked_or_fresh_reminds_nobody(cast, course):
    handed_in(course, 8, status="submitted", score=50, passed=False)
    handed_in(course, 1)
    assert remind_who_marks() == 0
