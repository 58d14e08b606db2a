"""What a host reads about a guest follows from the agreement; the home side reads everything."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.exchange.stays import a_placement
from tests.factories.exchange import AgreementFactory
from tests.people.test_substitutions import stands_in

NOTHING_BUT_THE_NAME = ["name", "dates"]


@pytest.fixture
def stay(cast):
    return a_placement(cast, accepted=True)


def agree(stay, *fields):
    stay.round.agreement.shared_fields = [*NOTHING_BUT_THE_NAME, *fields]
    stay.round.agreement.save()


def shown(client, person, url):
    """Which of occupation (long or short), year and address stand on the page, with the name."""
    client.force_login(person)
    page = client.get(url).content.decode()
    assert "Mina Musterfrau" in page
    words = {"occupation": ">VFA-K<", "long": "Verwaltungsfachangestellte", "year": "Ausbildungsjahr", "email": "mina."}
    return {name for name, word in words.items() if word in page}


@pytest.mark.parametrize("who", ["marlene", "carla"])
@pytest.mark.parametrize(("agreed", "read"), [
    ((), set()),
    (("occupation",), {"long"}),
    (("year",), {"year"}),
    (("email",), {"email"}),
    (("occupation", "year", "email"), {"long", "year", "email"}),
])  # fmt: skip
def test_a_host_reads_what_is_agreed(client, cast, stay, who, agreed, read):
    agree(stay, *agreed)
    assert shown(client, getattr(cast, who), stay.get_absolute_url()) == read
    in_list = shown(client, getattr(cast, who), reverse("exchange:placement_list"))
    assert in_list == ({"occupation"} if "occupation" in agreed else set())


@pytest.mark.parametrize("who", ["hanna", "barbara"])
def test_the_home_side_reads_everything(client, cast, stay, who):
    agree(stay)
    assert shown(client, getattr(cast, who), stay.get_absolute_url()) == {"long", "year", "email"}
    assert shown(client, getattr(cast, who), reverse("exchange:placement_list")) == {"occupation"}


def test_who_stands_in_for_the_trainer_belongs_to_the_home_side(client, cast, stay):
    agree(stay)
    stands_in(cast, cast.barbara, cast.rita)
    assert "email" in shown(client, cast.rita, stay.get_absolute_url())


def test_an_addendum_counts_from_its_first_day(client, cast, stay, time_machine):
    agree(stay, "email")
    today = timezone.localdate()
    AgreementFactory(
        parent=stay.round.agreement, kind="addendum", cities=[cast.nuremberg, cast.munich],
        starts_on=today + timedelta(days=3), ends_on=stay.round.agreement.ends_on, shared_fields=NOTHING_BUT_THE_NAME,
    )  # fmt: skip
    assert shown(client, cast.carla, stay.get_absolute_url()) == {"email"}
    time_machine.move_to(timezone.now() + timedelta(days=4))
    assert shown(client, cast.carla, stay.get_absolute_url()) == set()
