"""Roles begin and end by date, and the groups to which page rights are tied follow."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lms.core import journal
from people.jobs import follow_roles
from people.models import Membership, Role
from people.services.memberships import end_role, give_role
from tests.factories.people import UserFactory


@pytest.fixture
def today():
    return timezone.localdate()


def groups_of(person):
    return sorted(person.groups.values_list("name", flat=True))


def entries_of(person):
    return [(entry.action, entry.user, entry.data) for entry in journal.entries(person)]


def a_day_passes(person, days=1):
    """What tomorrow would look like today."""
    for membership in person.memberships.all():
        ends_on = membership.ends_on and membership.ends_on - timedelta(days=days)
        starts_on = membership.starts_on - timedelta(days=days)
        Membership.objects.filter(pk=membership.pk).update(starts_on=starts_on, ends_on=ends_on)


def test_a_role_of_tomorrow_gives_no_group_today(cast, today):
    stand_in = UserFactory()
    give_role(stand_in, Role.TRAINER, actor=cast.hanna, city=cast.nuremberg, starts_on=today + timedelta(days=1))
    assert groups_of(stand_in) == []

    a_day_passes(stand_in)
    assert follow_roles() == 1
    assert groups_of(stand_in) == ["trainer@nuernberg"]
    assert entries_of(stand_in) == [("people.role.begin", None, {"role": "trainer", "place": "nuernberg"})]


def test_a_role_that_ends_today_holds_until_midnight(cast, today):
    end_role(cast.barbara.memberships.get(), actor=cast.hanna, on=today)
    assert (follow_roles(), groups_of(cast.barbara)) == (0, ["trainer@nuernberg"])

    a_day_passes(cast.barbara)
    assert (follow_roles(), groups_of(cast.barbara)) == (1, [])
    assert entries_of(cast.barbara) == [("people.role.lapse", None, {"role": "trainer", "place": "nuernberg"})]


def test_after_days_of_standstill_each_change_is_made_and_told_once(cast, today):
    stand_in = UserFactory()
    week = {"actor": cast.hanna, "city": cast.augsburg}
    give_role(stand_in, Role.HR, starts_on=today + timedelta(days=1), ends_on=today + timedelta(days=3), **week)
    give_role(stand_in, Role.TRAINER, starts_on=today + timedelta(days=2), **week)
    end_role(cast.anton.memberships.get(), actor=cast.hanna, on=today + timedelta(days=2))

    for person in (stand_in, cast.anton):
        a_day_passes(person, days=5)
    assert [follow_roles(), follow_roles()] == [2, 0]
    assert (groups_of(stand_in), groups_of(cast.anton)) == (["trainer@augsburg"], [])
    assert len(entries_of(stand_in)) == len(entries_of(cast.anton)) == 1


def test_the_same_role_held_twice_ends_with_the_last(cast, today):
    held_on = give_role(cast.barbara, Role.TRAINER, actor=None, city=cast.nuremberg, starts_on=today)
    end_role(cast.barbara.memberships.exclude(pk=held_on.pk).get(), actor=None, on=today - timedelta(days=1))
    assert (follow_roles(), groups_of(cast.barbara)) == (0, ["trainer@nuernberg"])


def test_somebody_put_into_a_role_group_by_hand_is_taken_out(cast):
    cast.mina.groups.add(cast.hanna.groups.get())
    assert follow_roles() == 1
    assert groups_of(cast.mina) == ["apprentice@nuernberg"]


def test_roles_of_the_alliance_and_other_groups_are_left_alone(cast, django_assert_max_num_queries):
    cast.barbara.groups.create(name="Lesekreis")
    with django_assert_max_num_queries(5):
        assert follow_roles() == 0
    assert groups_of(cast.konrad) == ["coordinator@alliance"]
    assert groups_of(cast.barbara) == ["Lesekreis", "trainer@nuernberg"]


def test_what_hangs_on_a_role_ends_with_the_last_of_its_kind(cast, today):
    """Trainers are invited to courses of partner cities as trainers, wherever they train."""
    cast.dieter.groups.create(name="trainer@course-7")
    substitution = give_role(cast.dieter, Role.TRAINER, actor=None, city=cast.munich, starts_on=today)
    end_role(cast.dieter.memberships.get(city=cast.augsburg), actor=None, on=today - timedelta(days=1))
    assert (follow_roles(), groups_of(cast.dieter)) == (0, ["trainer@course-7", "trainer@muenchen"])

    Membership.objects.filter(pk=substitution.pk).update(starts_on=today + timedelta(days=1))
    assert (follow_roles(), groups_of(cast.dieter)) == (2, [])
