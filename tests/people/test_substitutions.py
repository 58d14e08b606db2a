"""Colleagues stand in for each other: whose role counts where and when, and who may set it up."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from lms.core import journal
from lms.core.errors import NotAllowed, Refused
from people.models import Role, Substitution
from people.policies import require
from people.queries import acts_as, cities_where, holds, people_with
from people.services.substitutions import end_substitution, set_up_substitution
from tests.factories.people import UserFactory

DAY = timedelta(days=1)


def stands_in(cast, away, substitute, *, first=0, last=6, actor=None):
    today = timezone.localdate()
    return set_up_substitution(
        [away.memberships.get()], substitute, starts_on=today + first * DAY, ends_on=today + last * DAY,
        actor=actor or away,
    )[0]  # fmt: skip


@pytest.mark.parametrize(("away", "role"), [("barbara", Role.TRAINER), ("hanna", Role.HR)])
@pytest.mark.parametrize(("first", "last", "on", "counts"), [
    (0, 6, 0, True), (0, 6, 6, True), (0, 6, 7, False), (1, 6, 0, False), (1, 6, 1, True), (0, 0, 0, True),
])  # fmt: skip
def test_a_lent_role_counts_in_its_city_on_its_days_alone(cast, time_machine, away, role, first, last, on, counts):
    stands_in(cast, getattr(cast, away), cast.rita, first=first, last=last)
    time_machine.move_to(timezone.now() + on * DAY)
    assert list(cities_where(cast.rita, role)) == ([cast.nuremberg] if counts else [])
    assert holds(cast.rita, role) is counts
    assert (cast.rita in people_with(role, city=cast.nuremberg)) is counts
    assert cast.rita not in people_with(role, city=cast.augsburg)
    assert acts_as(cast.rita, role, getattr(cast, away).pk) is counts
    others = {Role.TRAINER, Role.HR} - {role}
    assert not holds(cast.rita, *others)


def test_a_role_that_has_ended_lends_nothing(cast):
    stands_in(cast, cast.barbara, cast.rita)
    cast.barbara.memberships.update(ends_on=timezone.localdate() - DAY)
    assert not holds(cast.rita, Role.TRAINER)
    assert not acts_as(cast.rita, Role.TRAINER, cast.barbara.pk)


def test_ended_early_it_ends_at_once(cast):
    made = stands_in(cast, cast.barbara, cast.rita)
    end_substitution(made, actor=cast.hanna)
    assert not holds(cast.rita, Role.TRAINER)
    with pytest.raises(Refused):
        end_substitution(made, actor=cast.hanna)
    assert [entry.action for entry in journal.entries(made)] == [
        "people.substitution.set_up", "people.substitution.end",
    ]  # fmt: skip


def test_one_lends_the_own_role_and_the_office_those_of_its_city(cast):
    for actor in (cast.rita, cast.anton, cast.mina, cast.konrad):
        with pytest.raises(NotAllowed):
            stands_in(cast, cast.barbara, cast.rita, actor=actor)
    assert stands_in(cast, cast.barbara, cast.rita, actor=cast.hanna).entered_by == cast.hanna


def test_who_stands_in_for_the_office_lends_nothing_on(cast):
    stands_in(cast, cast.hanna, cast.rita)
    with pytest.raises(NotAllowed):
        stands_in(cast, cast.barbara, cast.hanna, actor=cast.rita)


@pytest.mark.parametrize("name", ["mina", "barbara", "dieter", "konrad", "kilian"])
def test_only_staff_of_the_same_city_stands_in(cast, name):
    with pytest.raises(Refused):
        stands_in(cast, cast.barbara, getattr(cast, name))


def test_days_make_sense_and_nobody_is_represented_twice(cast):
    for first, last in [(3, 2), (-9, -1)]:
        with pytest.raises(Refused):
            stands_in(cast, cast.barbara, cast.rita, first=first, last=last)
    stands_in(cast, cast.barbara, cast.rita)
    with pytest.raises(Refused, match="Rita Reserve"):
        stands_in(cast, cast.barbara, cast.hanna, first=3, last=12)
    stands_in(cast, cast.barbara, cast.hanna, first=7, last=12)


@pytest.mark.parametrize("facts", [{"days": -1}, {"substitute": "barbara"}, {"twice": True}])
def test_the_database_refuses_what_makes_no_sense(cast, facts):
    today = timezone.localdate()
    substitute = getattr(cast, facts.get("substitute", "rita"))
    row = {
        "person": cast.barbara, "membership": cast.barbara.memberships.get(), "substitute": substitute,
        "starts_on": today, "ends_on": today + facts.get("days", 1) * DAY, "entered_by": cast.hanna,
    }  # fmt: skip
    with pytest.raises(IntegrityError, match="substitution"), transaction.atomic():  # noqa: PT012
        Substitution.objects.create(**row)
        Substitution.objects.create(**row)


def test_by_a_right_of_their_own_it_costs_no_query_more(cast, django_assert_num_queries):
    second = UserFactory(hr_in=cast.nuremberg)
    stands_in(cast, cast.hanna, second)
    role = cast.barbara.memberships.select_related("city").get()
    with django_assert_num_queries(1):
        require("people.lend_role", second, role)


def test_barbara_names_rita_and_rita_reads_it_on_every_page(cast, client):
    today = timezone.localdate()
    client.force_login(cast.barbara)
    page = reverse("people:substitutions")
    assert page in client.get(reverse("profile")).content.decode()
    sent = {
        "membership": cast.barbara.memberships.get().pk, "substitute": cast.rita.pk,
        "starts_on": today.isoformat(), "ends_on": (today + 3 * DAY).isoformat(),
    }  # fmt: skip
    assert client.post(page, sent | {"ends_on": (today - DAY).isoformat()}).status_code == 422
    assert client.post(page, sent).status_code == 302
    assert "Rita Reserve" in client.get(page).content.decode()

    client.force_login(cast.rita)
    text = client.get(reverse("profile")).content.decode()
    assert "Barbara Blaupause" in text
    assert reverse("exchange:inbox") in text
    made = Substitution.objects.get()
    assert client.post(reverse("people:substitution_end", args=[made.pk])).status_code == 403

    client.force_login(cast.hanna)
    assert client.post(reverse("people:substitution_end", args=[made.pk])).status_code == 302
    client.force_login(cast.rita)
    text = client.get(reverse("profile")).content.decode()
    assert "Barbara Blaupause" not in text
    assert reverse("exchange:inbox") not in text


def test_apprentices_and_other_cities_find_nothing(cast, client):
    made = stands_in(cast, cast.barbara, cast.rita)
    client.force_login(cast.mina)
    assert client.get(reverse("people:substitutions")).status_code == 404
    client.force_login(cast.anton)
    assert "Rita Reserve" not in client.get(reverse("people:substitutions")).content.decode()
    assert client.post(reverse("people:substitution_end", args=[made.pk])).status_code == 404


def test_the_page_costs_the_same_for_one_and_for_many(cast, client, django_assert_max_num_queries):
    client.force_login(cast.hanna)
    for _one in range(12):
        stands_in(cast, UserFactory(trainer_in=cast.nuremberg), cast.rita)
    with django_assert_max_num_queries(14):
        assert client.get(reverse("people:substitutions")).status_code == 200
