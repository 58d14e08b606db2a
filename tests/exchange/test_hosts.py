"""What the conflict rules learn about the host: seats, who looks after guests, and the hours of an ordinary day."""

from datetime import time, timedelta

import pytest

from exchange.queries.conflicts import load, span_of
from exchange.queries.hosts import hours_of
from tests.exchange.stays import a_placement
from tests.factories.exchange import PlacementFactory
from training.models import TrainerSuitability


def facts(person, offer):
    folder = load([person.pk], span_of([offer]))
    return folder.hosts.facts(offer, folder.files, person.pk)


def proven(person, city, office, **more):
    TrainerSuitability.objects.create(person=person, city=city, proof="AdA-Schein", seen_by=office, **more)


def test_a_seat_is_not_taken_from_whoever_holds_it(cast):
    stay = a_placement(cast, accepted=True)
    stay.offer.refresh_from_db()
    assert facts(cast.mina, stay.offer).seats_free == 1
    assert facts(cast.kilian, stay.offer).seats_free == 0


def test_guests_of_the_same_supervisor_are_those_of_others(cast):
    stay = a_placement(cast, accepted=True)
    PlacementFactory(accepted=True, offer=stay.offer)
    assert facts(cast.mina, stay.offer).guests == (stay.period,)


def test_nobody_asks_for_proofs_before_the_city_records_any(cast, spring, online):
    assert facts(cast.mina, online).trainer_suitable is None
    proven(cast.carla, cast.munich, cast.marlene, seen_on=online.starts_on)
    assert facts(cast.mina, online).trainer_suitable is False


@pytest.mark.parametrize(("days", "suitable"), [(0, True), (-1, False)])
def test_the_supervisor_or_the_deputy_has_a_proof_on_the_first_day(cast, spring, online, days, suitable):
    until = online.starts_on + timedelta(days=days)
    proven(online.deputy, cast.munich, cast.marlene, seen_on=until - timedelta(days=30), valid_until=until)
    assert facts(cast.mina, online).trainer_suitable is suitable


def test_the_hours_of_the_offer_count_from_monday_to_friday(cast, spring, online):
    assert hours_of(online) == ()
    online.works_from, online.works_until, online.break_minutes = time(8), time(16, 30), 30
    assert [(day.weekday, day.work_minutes) for day in hours_of(online)] == [(number, 480) for number in range(1, 6)]
