"""Absences that both cities accept: one office proposes, the other decides, the finding then says so."""

from datetime import timedelta

import pytest

from exchange.queries.inbox import inbox, inbox_count
from exchange.queries.stay import notices_about
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.core.lifecycle import StepNotAllowed
from lms.core.periods import Period
from lms.notifications.models import Notification
from tests.exchange.stays import a_placement
from tests.factories.training import SchoolBlockFactory, SchoolCalendarFactory
from training.services.agreements import agree_to_absence, decline_absence, propose_absence, withdraw_absence


@pytest.fixture
def stay(cast):
    """Mina's class has a block that begins in the last week of the stay and ends after it, and another one later."""
    placement = a_placement(cast, accepted=True)
    calendar = SchoolCalendarFactory(city=cast.nuremberg)
    cast.mina.apprenticeship.school_calendar = calendar
    cast.mina.apprenticeship.save()
    start = placement.ends_on - timedelta(days=4)
    for days in (0, 30):
        begin = start + timedelta(days=days)
        SchoolBlockFactory(calendar=calendar, starts_on=begin, ends_on=begin + timedelta(days=11))
    return placement


def codes(stay):
    return [notice.finding.code for notice in notices_about(stay)]


def propose(cast, stay, actor):
    days = next(one.finding.dates[0] for one in notices_about(stay) if one.finding.code == "school_block")
    return propose_absence(cast.mina, cast.munich, days, actor=actor)


def test_the_block_is_proposed_as_a_whole_and_agreed_by_the_other_office(cast, stay):
    agreement = propose(cast, stay, cast.hanna)
    assert agreement.period == Period(stay.ends_on - timedelta(days=4), stay.ends_on + timedelta(days=7))
    assert [task.kind for task in inbox(cast.marlene)] == ["agreement"]
    assert (inbox_count(cast.marlene), inbox_count(cast.hanna)) == (1, 0)

    agree_to_absence(agreement, actor=cast.marlene)

    assert "school_block" not in codes(stay)
    assert "school_block_agreed" in codes(stay)
    told = Notification.objects.filter(kind="training/absence_agreed")
    assert {one.recipient for one in told} == {cast.hanna, cast.mina, cast.barbara}


def test_what_lies_before_or_after_is_not_agreed_along_with_it(cast, stay):
    class_ = cast.mina.apprenticeship.school_calendar
    for weeks in (-9, 20):
        start = stay.ends_on + timedelta(weeks=weeks)
        SchoolBlockFactory(calendar=class_, starts_on=start, ends_on=start + timedelta(days=4))
    assert propose(cast, stay, cast.hanna).starts_on == stay.ends_on - timedelta(days=4)


def test_the_host_may_ask_too_and_then_the_home_city_decides(cast, stay):
    agreement = propose(cast, stay, cast.marlene)
    assert [task.kind for task in inbox(cast.hanna)] == ["agreement"]
    decline_absence(agreement, actor=cast.hanna)
    assert "school_block" in codes(stay)


def test_nobody_decides_about_the_own_proposal(cast, stay):
    agreement = propose(cast, stay, cast.hanna)
    for person in (cast.hanna, cast.anton, cast.mina, cast.barbara, cast.carla):
        with pytest.raises(NotAllowed):
            agree_to_absence(agreement, actor=person)


def test_it_is_proposed_once_and_only_for_days_with_something_in_them(cast, stay):
    propose(cast, stay, cast.hanna)
    with pytest.raises(TooLate):
        propose(cast, stay, cast.marlene)
    with pytest.raises(Refused):
        propose_absence(cast.mina, cast.munich, Period(stay.starts_on, stay.starts_on), actor=cast.hanna)
    with pytest.raises(NotAllowed):
        propose_absence(cast.mina, cast.munich, stay.period, actor=cast.barbara)


def test_what_is_agreed_can_be_withdrawn_by_either_city_and_counts_again(cast, stay):
    agreement = agree_to_absence(propose(cast, stay, cast.hanna), actor=cast.marlene)
    withdraw_absence(agreement, actor=cast.marlene)
    assert "school_block" in codes(stay)
    with pytest.raises(StepNotAllowed):
        agree_to_absence(agreement, actor=cast.marlene)
