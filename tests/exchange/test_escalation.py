"""Reminders before a deadline, word to others once when it has passed; the job may run as often as it likes."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from exchange.jobs import watch_deadlines
from exchange.services.applications import submit_application
from exchange.services.decisions import endorse_application
from exchange.services.escalation import OVERDUE, SOON, STANDING_IN, remind_from
from lms.notifications.models import Notification
from tests.exchange.stays import a_placement
from tests.exchange.stories import a_place, filled_in
from tests.people.test_substitutions import stands_in


@pytest.fixture
def application(cast, spring):
    place = a_place(spring, cast.munich, "Online-Dienste")
    return submit_application(filled_in(spring, cast.mina, [place]), actor=cast.mina)


def told(kind, step=""):
    found = Notification.objects.filter(kind=kind)
    return sorted(one.recipient.first_name for one in found if not step or one.facts["step"] == step)


def on(time_machine, day):
    time_machine.move_to(timezone.localtime().replace(year=day.year, month=day.month, day=day.day, hour=12))


@pytest.mark.parametrize(("due", "first"), [
    (date(2027, 3, 12), date(2027, 3, 10)),  # Friday
    (date(2027, 3, 8), date(2027, 3, 4)),  # Monday
    (date(2027, 3, 30), date(2027, 3, 24)),  # the Tuesday after Easter
])  # fmt: skip
def test_two_working_days_before(cast, due, first):
    assert remind_from(due, cast.nuremberg) == first


def test_the_trainer_is_reminded_and_the_office_told_once(cast, application, time_machine):
    stands_in(cast, cast.barbara, cast.rita, last=60)
    due = application.endorsement_due
    on(time_machine, remind_from(due, cast.nuremberg) - timedelta(days=1))
    watch_deadlines()
    assert told(SOON) == []
    on(time_machine, remind_from(due, cast.nuremberg))
    watch_deadlines()
    assert (told(SOON), told(OVERDUE)) == (["Barbara", "Rita"], [])
    on(time_machine, due + timedelta(days=1))
    for _run in range(3):
        watch_deadlines()
    on(time_machine, due + timedelta(days=4))
    assert watch_deadlines() == 0
    assert (told(SOON), told(OVERDUE)) == (["Barbara", "Rita"], ["Hanna", "Rita"])


def test_after_days_of_downtime_what_is_overdue_is_told_and_nothing_else(cast, application, time_machine):
    on(time_machine, application.endorsement_due + timedelta(days=5))
    watch_deadlines()
    assert (told(SOON), told(OVERDUE, "endorse")) == ([], ["Hanna"])


def test_the_next_step_has_a_deadline_of_its_own(cast, application, time_machine):
    endorse_application(application, actor=cast.barbara)
    until = application.round.review_until
    on(time_machine, until)
    watch_deadlines()
    assert told(SOON, "release") == ["Hanna"]
    on(time_machine, until + timedelta(days=2))
    watch_deadlines()
    assert (watch_deadlines(), told(OVERDUE, "release")) == (0, ["Hanna"])


def test_offers_and_places_are_watched_too(cast, spring, time_machine):
    offer = a_place(spring, cast.munich, "Archiv", status="submitted", author=cast.carla)
    placement = a_placement(cast)
    on(time_machine, max(placement.round.confirm_until, offer.round.applications_until) + timedelta(days=9))
    watch_deadlines()
    assert watch_deadlines() == 0
    review, confirm = told(OVERDUE, "review"), told(OVERDUE, "confirm")
    assert [review.count(one) for one in ("Marlene", "Hanna", "Carla")] == [1, 0, 0]
    assert [confirm.count(one) for one in ("Marlene", "Hanna", "Anton")] == [1, 1, 0]


def test_who_stands_in_is_told_on_the_first_day(cast, time_machine):
    stands_in(cast, cast.barbara, cast.rita, first=2, last=5)
    assert watch_deadlines() == 0
    time_machine.move_to(timezone.now() + timedelta(days=3))
    assert (watch_deadlines(), watch_deadlines(), told(STANDING_IN)) == (1, 0, ["Rita"])
