from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from people.models import City, Membership
from people.prepared import CountForPerson


def cities_and_roles(user):
    held = Membership.objects.current().filter(person=user)
    return City.objects.filter(pk__in=held.values("city")), held


@pytest.fixture
def count():
    return CountForPerson(cities_and_roles)


def test_what_is_written_for_one_person_counts_for_the_next(cast, count):
    for person in (cast.mina, cast.hanna, cast.konrad, cast.mina):
        cities, roles = cities_and_roles(person)
        assert count(person) == cities.count() + roles.count() > 0


def test_a_new_day_is_counted_anew(cast, count):
    before = count(cast.mina)
    cast.mina.memberships.update(ends_on=timezone.localdate())
    assert count(cast.mina) == before
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert count(cast.mina) == 0


def test_it_is_one_query(cast, count):
    with CaptureQueriesContext(connection) as queries:
        count(cast.mina)
        count(cast.hanna)
    assert len(queries) == 2
