from datetime import timedelta

import pytest
from django.utils import timezone

from lms.core.errors import NotAllowed
from people.models import Role
from people.policies import HELD_BY, allowed, require
from people.queries import cities_where, memberships_of, people_with
from people.services.memberships import end_role, give_role
from tests.factories.people import UserFactory


def test_role_counts_only_between_its_days(cast):
    today = timezone.localdate()
    substitute = UserFactory()
    give_role(substitute, Role.HR, actor=cast.hanna, city=cast.nuremberg, starts_on=today + timedelta(days=1))
    assert list(cities_where(substitute, Role.HR)) == []
    assert list(cities_where(cast.hanna, Role.HR)) == [cast.nuremberg]


def test_ended_role_takes_its_rights_and_its_group_along(cast):
    membership = cast.barbara.memberships.get()
    assert [group.name for group in cast.barbara.groups.all()] == ["trainer@nuernberg"]

    end_role(membership, actor=cast.hanna, on=timezone.localdate() - timedelta(days=1))

    assert list(cast.barbara.groups.all()) == []
    assert list(memberships_of(cast.barbara)) == []


def test_missing_right_names_the_role_that_has_it(cast):
    with pytest.raises(NotAllowed) as refusal:
        require("exchange.coordinate", cast.hanna)
    assert refusal.value.role == Role.COORDINATOR


def test_superuser_is_asked_like_everybody_else(cast):
    boss = UserFactory(is_superuser=True)
    assert boss.has_perm("exchange.coordinate")
    assert not allowed("exchange.coordinate", boss)


def test_people_who_left_have_no_rights(cast):
    cast.konrad.is_active = False
    cast.konrad.save()
    assert not allowed("exchange.coordinate", cast.konrad)


def test_people_with_a_role_in_a_city(cast):
    assert list(people_with(Role.HR, city=cast.munich)) == [cast.marlene]


def test_each_permission_names_its_role():
    assert set(HELD_BY.values()) <= set(Role)
    assert len(HELD_BY) > 15
