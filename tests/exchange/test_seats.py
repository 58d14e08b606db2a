"""The last seat, asked for by many at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from exchange.models import HostOffer, Placement
from exchange.services.seats import release_seat, take_seat
from lms.core.errors import TooLate
from tests.exchange.stays import a_round, an_applicant, an_offer
from tests.factories.exchange import PlacementFactory
from tests.factories.people import UserFactory
from tests.factories.training import ApprenticeshipFactory
from tests.nightly import NIGHTLY

ASKING = 1000 if NIGHTLY else 60
AT_ONCE = 20


def test_a_seat_is_taken_and_given_back(cast):
    offer = an_offer(a_round(), cast.munich, cast.carla, seats=2)
    take_seat(offer)
    take_seat(offer)
    release_seat(offer)
    offer.refresh_from_db()
    assert (offer.seats_taken, offer.seats_free) == (1, 1)


def test_whoever_is_too_late_hears_of_similar_places(cast):
    round = a_round()
    full = an_offer(round, cast.munich, cast.carla, title="Chatbot")
    an_offer(round, cast.munich, cast.carla, title="Open data")
    an_offer(round, cast.munich, cast.carla, title="Also full", seats_taken=1)
    an_offer(a_round(), cast.munich, cast.carla, title="Another round")
    take_seat(full)
    with pytest.raises(TooLate) as late:
        take_seat(full)
    sentence = str(late.value)
    assert "Open data (München)" in sentence
    assert "Also full" not in sentence
    assert "Another round" not in sentence


@pytest.fixture
def last_seat(transactional_db, cast):
    """Many people whose home city has confirmed them for the same single seat in München."""
    offer = an_offer(a_round("confirmation"), cast.munich, cast.carla, seats=1)
    home = UserFactory(hr_in=cast.nuremberg)
    for _ in range(ASKING):
        training = ApprenticeshipFactory(city=cast.nuremberg, trainer=cast.barbara)
        application = an_applicant(training.person, offer.round, offer)
        PlacementFactory(application=application, offer=offer, status="home_confirmed", home_confirmed_by=home)
    cast.offer = offer
    return cast


def test_of_many_confirmations_at_once_exactly_one_gets_the_last_seat(last_seat):
    client = Client()
    client.force_login(last_seat.marlene)
    placements = list(Placement.objects.values_list("pk", flat=True))
    together = Barrier(AT_ONCE)

    def confirm(pk):
        browser = Client(raise_request_exception=False)
        browser.cookies = client.cookies.copy()
        if pk in placements[:AT_ONCE]:
            together.wait(timeout=30)
        try:
            return browser.post(reverse("exchange:placement_confirm", args=[pk])).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as crowd:
        answers = list(crowd.map(confirm, placements))

    assert sorted(answers) == [302] + [409] * (ASKING - 1)
    assert HostOffer.objects.get(pk=last_seat.offer.pk).seats_taken == 1
    assert Placement.objects.filter(status="confirmed").count() == 1
    assert Placement.objects.filter(status="home_confirmed").count() == ASKING - 1
