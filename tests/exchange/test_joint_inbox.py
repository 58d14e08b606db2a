"""What the cities decide together waits in the inbox of whoever has not spoken yet."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from exchange.models import HostOffer
from exchange.queries.inbox import inbox, inbox_count
from exchange.services.agreements import assent_to_agreement
from exchange.services.offers import withdraw_offer
from exchange.services.rounds import assent_to_round, vote_to_cancel, vote_to_extend
from people.models import Role
from people.services.substitutions import set_up_substitution
from tests.exchange.stays import a_placement, a_round
from tests.factories.exchange import AgreementFactory, RoundFactory
from tests.factories.people import UserFactory


@pytest.fixture
def partners(cast):
    return [cast.nuremberg, cast.augsburg, cast.munich]


def kinds(user):
    found = [task.kind for task in inbox(user)]
    assert len(found) == inbox_count(user)
    return found


def test_an_agreement_waits_for_the_cities_that_have_not_assented(cast, partners):
    draft = AgreementFactory(cities=partners, status="draft")
    assent_to_agreement(draft, actor=cast.hanna, city=cast.nuremberg, content_hash=draft.content_hash)
    assert [kinds(who) for who in (cast.hanna, cast.anton, cast.konrad, cast.mina)] == [[], ["memorandum"], [], []]
    draft.assents.update(voided_at=draft.assents.get().given_at, void_reason="changed")
    assert kinds(cast.hanna) == ["memorandum"]


def test_a_draft_of_other_cities_waits_for_nobody_here(cast, partners):
    AgreementFactory(cities=[cast.augsburg, cast.munich], status="draft")
    AgreementFactory(cities=partners)
    assert kinds(cast.hanna) == []


def test_a_round_waits_for_the_cities_that_have_not_assented(cast, partners):
    draft = RoundFactory(agreement=AgreementFactory(cities=partners), status="draft")
    assent_to_round(draft, actor=cast.hanna, city=cast.nuremberg, content_hash=draft.content_hash)
    assert [kinds(who) for who in (cast.hanna, cast.anton, cast.konrad)] == [[], ["round"], []]


def test_a_vote_waits_for_the_others_once(cast, partners):
    round_ = RoundFactory(agreement=AgreementFactory(cities=partners))
    until = round_.applications_until + timedelta(days=1)
    vote_to_extend(round_, actor=cast.hanna, city=cast.nuremberg, until=until, today=timezone.localdate())
    vote_to_cancel(round_, actor=cast.hanna, city=cast.nuremberg, reason="Zu wenige Plätze.")
    assert kinds(cast.hanna) == []
    assert sorted(task.sentence for task in inbox(cast.anton)) == [
        "Abstimmen: die Runde absagen (gewünscht von Nürnberg)",
        "Abstimmen: mehr Zeit für Bewerbungen (gewünscht von Nürnberg)",
    ]
    round_.__class__.objects.update(status="review")
    assert kinds(cast.anton) == ["vote"]


def test_who_stands_in_for_the_office_finds_it_too(cast, partners):
    AgreementFactory(cities=partners, status="draft")
    olga = UserFactory(trainer_in=cast.augsburg)
    assert kinds(olga) == []
    held = cast.anton.memberships.get(role=Role.HR)
    set_up_substitution([held], olga, actor=cast.anton, starts_on=timezone.localdate(), ends_on=timezone.localdate())
    assert kinds(olga) == ["memorandum"]


def test_the_coordination_finds_a_place_to_be_withdrawn(cast, client):
    offer = a_placement(cast, round=a_round("published"), accepted=True).offer
    withdraw_offer(HostOffer.objects.get(pk=offer.pk), actor=cast.marlene, reason="Umzug")
    assert kinds(cast.konrad) == ["withdrawal"]
    client.force_login(cast.konrad)
    page = client.get(reverse("exchange:inbox"))
    assert inbox(cast.konrad)[0].url in page.content.decode()
    assert "withdrawal" not in kinds(cast.marlene)
