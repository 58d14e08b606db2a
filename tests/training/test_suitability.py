"""Hanna has seen the proof of who trains in Nürnberg; nobody records their own."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lms.core import journal
from lms.core.errors import NotAllowed, Refused, TooLate
from tests.factories.exchange import OfferFactory
from tests.factories.people import DepartmentFactory
from tests.queries import queries_of
from training.models import TrainerSuitability
from training.services.suitability import end_suitability, record_suitability

LIST = "/ausbildung/eignung/"
TODAY = timezone.localdate()
DAY = timedelta(days=1)


@pytest.fixture
def hanna(client, cast):
    client.force_login(cast.hanna)
    return client


def seen(cast, person=None, **more):
    told = {"proof": "AdA-Schein", "seen_on": TODAY - 30 * DAY, "actor": cast.hanna, **more}
    return record_suitability(person or cast.rita, cast.nuremberg, **told)


def sent(cast, **more):
    return {"person": cast.rita.pk, "proof": "AdA-Schein", "seen_on": TODAY.isoformat(), "valid_until": "", **more}


def a_place(cast, supervisor, city, title):
    return OfferFactory(city=city, department=DepartmentFactory(city=city), supervisor=supervisor, title=title)


def test_who_looks_after_guests_without_a_proof_is_asked_for_it(hanna, cast):
    a_place(cast, cast.rita, cast.nuremberg, "Akten scannen")
    a_place(cast, cast.carla, cast.munich, "Chatbot")
    [missing] = hanna.get(LIST).context["unproved"]
    assert (missing.person, [place.title for place in missing.places]) == (cast.rita, ["Akten scannen"])
    answer = hanna.post(f"{LIST}neu/", sent(cast), follow=True)
    assert answer.context["unproved"] == []
    row = TrainerSuitability.objects.get()
    assert (row.person, row.city, row.seen_by, row.valid_until) == (cast.rita, cast.nuremberg, cast.hanna, None)
    assert [entry.action for entry in journal.entries(row)] == ["training.suitability.record"]


def test_a_proof_that_is_ended_does_not_count_from_today_on(hanna, cast):
    row = seen(cast)
    hanna.post(f"{LIST}{row.pk}/beenden/")
    row.refresh_from_db()
    assert row.valid_until == TODAY - DAY
    assert not TrainerSuitability.objects.valid_on(TODAY).exists()
    with pytest.raises(TooLate):
        end_suitability(row, actor=cast.hanna)


def test_nobody_records_or_ends_a_proof_of_their_own_or_of_another_city(cast):
    with pytest.raises(NotAllowed):
        seen(cast, cast.hanna)
    for stranger in (cast.marlene, cast.barbara, cast.konrad):
        with pytest.raises(NotAllowed):
            seen(cast, actor=stranger)
    row = seen(cast)
    with pytest.raises(NotAllowed):
        end_suitability(row, actor=cast.marlene)
    with pytest.raises(Refused):
        seen(cast, cast.carla)


def test_another_city_does_not_find_it(client, cast):
    row = seen(cast)
    client.force_login(cast.marlene)
    assert client.post(f"{LIST}{row.pk}/beenden/").status_code == 404
    assert "Rita" not in client.get(LIST).content.decode()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"person": ""}, "person"),
        ({"person": "9" * 30}, "person"),
        ({"proof": " "}, "proof"),
        ({"seen_on": (TODAY + DAY).isoformat()}, "seen_on"),
        ({"seen_on": "0001-01-01"}, "seen_on"),
        ({"valid_until": (TODAY - DAY).isoformat()}, "valid_until"),
    ],
)
def test_what_cannot_be_is_said_at_the_field(hanna, cast, wrong, field):
    assert list(hanna.post(f"{LIST}neu/", sent(cast, **wrong)).context["form"].errors) == [field]
    assert not TrainerSuitability.objects.exists()


def test_hanna_is_not_offered_herself_nor_people_of_other_cities(hanna, cast):
    people = list(hanna.get(f"{LIST}neu/").context["form"].fields["person"].queryset)
    assert people == [cast.barbara, cast.rita]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_same_however_long_it_is(hanna, cast, count):
    for number in range(count):
        a_place(cast, cast.rita, cast.nuremberg, f"Platz {number}")
        seen(cast, cast.barbara, proof=f"Nachweis {number}")
    assert queries_of(hanna, LIST) == 11
