"""The last days of a round in one's own calendar program: each role sees its own, and nobody else's name."""

from datetime import timedelta

import pytest
from django.urls import reverse

from exchange.queries.deadlines import deadlines_of
from exchange.services.applications import submit_application
from tests.exchange.stays import a_placement
from tests.exchange.stories import a_place, a_round, filled_in
from tests.people.test_substitutions import stands_in
from training.services.feeds import make_address

ALL = ["draft", "offers_open", "applications_open", "review", "matching", "confirmation", "published", "clearing"]
AHEAD = {
    "hanna": {
        "offers_from": ["draft"],
        "applications_from": ALL[:2],
        "review_until": ALL[:4],
        "confirm_until": ALL[:6],
        "accept_until": ["clearing"],
    },
    "carla": {"applications_from": ["offers_open"], "review_until": ALL[1:4]},
    "barbara": {"applications_until": ALL[1:3]},
    "mina": {"applications_until": ALL[1:3]},
    "konrad": {
        "offers_from": ["draft"],
        "applications_from": ALL[:2],
        "applications_until": ALL[:3],
        "matching_on": ALL[:5],
        "confirm_until": ALL[:6],
        "accept_until": ["clearing"],
    },
}


@pytest.mark.parametrize("who", AHEAD)
@pytest.mark.parametrize("status", [*ALL, "running", "closed", "canceled"])
def test_each_role_sees_what_it_still_has_to_do(cast, who, status):
    round_ = a_round(cast, status=status)
    expected = {getattr(round_, name) for name, ahead in AHEAD[who].items() if status in ahead}
    assert {one.day for one in deadlines_of(getattr(cast, who))} == expected


def test_rounds_of_other_cities_are_not_among_them(cast):
    a_round(cast, agreement__cities=[cast.augsburg, cast.munich], status="applications_open")
    assert [deadlines_of(one) for one in (cast.mina, cast.hanna, cast.barbara)] == [[], [], []]
    assert [len(deadlines_of(one)) for one in (cast.kilian, cast.anton)] == [1, 2]


def test_who_stands_in_has_the_deadlines_of_the_role(cast, spring):
    before = {one.key for one in deadlines_of(cast.rita)}
    stands_in(cast, cast.hanna, cast.rita)
    new = {one.key for one in deadlines_of(cast.rita)} - before
    assert new == {one.key for one in deadlines_of(cast.hanna)}


def test_who_is_offered_a_place_sees_until_when_to_answer(cast):
    stay = a_placement(cast, offered=True)
    (one,) = deadlines_of(cast.mina)
    assert (one.day, one.title) == (
        stay.round.accept_until, f"Letzter Tag: Sagen, ob Sie den Platz annehmen ({stay.round.name})",
    )  # fmt: skip
    assert deadlines_of(cast.kilian) == []


def test_a_trainer_sees_until_when_to_endorse_without_a_name(cast, spring, client):
    place = a_place(spring, cast.munich, "Online-Dienste")
    application = submit_application(filled_in(spring, cast.mina, [place]), actor=cast.mina)
    (_apply, endorse) = deadlines_of(cast.barbara)
    assert (endorse.day, endorse.title) == (
        application.endorsement_due, "Letzter Tag: Bewerbungen befürworten (1) (Frühjahr)",
    )  # fmt: skip
    file = client.get(reverse("calendar_file", args=[make_address(cast.barbara)])).content.decode()
    assert "Bewerbungen befürworten (1)" in file
    assert "Mina" not in file
    assert "TRANSP:TRANSPARENT" in file


def test_they_follow_when_the_round_gets_more_time(cast, client):
    round_ = a_round(cast, status="applications_open")
    address = reverse("calendar_file", args=[make_address(cast.mina)])
    before = client.get(address)
    assert f"DTSTART;VALUE=DATE:{round_.applications_until:%Y%m%d}" in before.text
    later = round_.applications_until + timedelta(days=1)
    type(round_).objects.update(applications_until=later, review_until=later + timedelta(days=5))
    after = client.get(address)
    assert f"DTSTART;VALUE=DATE:{later:%Y%m%d}" in after.text
    assert before.text.count("UID") == after.text.count("UID") == 1


@pytest.mark.parametrize("rounds", [1, 5])
def test_many_rounds_cost_what_one_costs(cast, rounds, django_assert_max_num_queries):
    for number in range(rounds):
        a_round(cast, code=f"R{number}", status="review")
    with django_assert_max_num_queries(9):
        assert len(deadlines_of(cast.hanna)) == 2 * rounds
