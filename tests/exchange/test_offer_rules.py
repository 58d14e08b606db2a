"""Who may take which step with an offer, in every state and city; and what takes two people."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from exchange.models import HostOffer, OfferSubscription
from exchange.queries.inbox import inbox
from exchange.queries.joint import withdrawals_to_decide
from exchange.queries.offers import seats_to_decide
from exchange.services import offers as services
from exchange.services.subscriptions import subscribe
from exchange.states import OFFER, OfferStatus
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.notifications.models import Notification
from people.models import Role
from people.services.memberships import give_role
from tests.exchange.stories import a_place, a_round
from tests.factories.exchange import ApplicationFactory, PlacementFactory
from tests.factories.people import A_LONG_TIME_AGO, OccupationFactory, UserFactory
from training.services.suitability import record_suitability

OFFICE = {"publish", "return", "withdraw"}
DEPARTMENT = {"submit", "pause", "resume"}
MAY = {
    "carla": DEPARTMENT,  # wrote it and looks after the guests
    "marlene": OFFICE | DEPARTMENT,
    "otto": set(),
    "hanna": set(),
    "konrad": set(),
    "barbara": set(),
    "mina": set(),
}
STEPS = {
    "submit": lambda offer, actor: services.submit_offer(offer, actor=actor),
    "publish": lambda offer, actor: services.publish_offer(offer, actor=actor),
    "return": lambda offer, actor: services.return_offer(offer, actor=actor, comment="Bitte ergänzen."),
    "pause": lambda offer, actor: services.pause_offer(offer, actor=actor),
    "resume": lambda offer, actor: services.resume_offer(offer, actor=actor),
    "withdraw": lambda offer, actor: services.withdraw_offer(offer, actor=actor, reason="Umzug"),
}


@pytest.fixture
def proved(cast):
    record_suitability(cast.carla, cast.munich, proof="AdA-Schein", seen_on=timezone.localdate(), actor=cast.marlene)


def an_offer(cast, round_, status="published", **more):
    reviewed = status in ("published", "paused", "closed")
    return a_place(
        round_, cast.munich, "Platz", status=status, author=cast.carla, supervisor=cast.carla,
        reviewer=UserFactory(hr_in=cast.munich) if reviewed else None, **more,
    )  # fmt: skip


def fresh(offer):
    return HostOffer.objects.select_related("round", "author", "changed_by", "city").get(pk=offer.pk)


def told(kind):
    return {one.recipient.full_name for one in Notification.objects.filter(kind=f"exchange/{kind}")}


@pytest.mark.parametrize("name", MAY)
@pytest.mark.parametrize("status", OfferStatus.values)
def test_every_step_in_every_state_for_every_role(cast, spring, proved, status, name):
    for step, take in STEPS.items():
        offer = an_offer(cast, spring, status)
        expected = step in MAY[name] and status in OFFER.steps[step].sources
        try:
            take(fresh(offer), getattr(cast, name))
            happened = True
        except (NotAllowed, Refused, TooLate):
            happened = False
        assert (step, happened) == (step, expected)
        assert fresh(offer).status == (OFFER.steps[step].target if expected else status)


# a suitable trainer


@pytest.mark.parametrize(
    ("regimes", "needed"), [([], True), (["bbig"], True), (["beamte_qe2"], False), (["beamte_qe2", "bbig"], True)]
)
def test_publishing_takes_a_suitable_trainer_for_bbig_trainees(cast, spring, regimes, needed):
    offer = an_offer(cast, spring, "submitted")
    offer.occupations.set([OccupationFactory(short=f"B{n}", regime=one) for n, one in enumerate(regimes)])
    if not needed:
        services.publish_offer(fresh(offer), actor=cast.marlene)
        return
    with pytest.raises(Refused, match="Ausbildungsleitung München"):
        services.publish_offer(fresh(offer), actor=cast.marlene)
    assert fresh(offer).status == "submitted"
    record_suitability(offer.deputy, cast.munich, proof="AdA", seen_on=timezone.localdate(), actor=cast.marlene)
    services.publish_offer(fresh(offer), actor=cast.marlene)


def test_proof_that_ends_before_the_stay_is_none(cast, spring):
    offer = an_offer(cast, spring, "submitted")
    today = timezone.localdate()
    record_suitability(
        cast.carla, cast.munich, proof="AdA", seen_on=today, valid_until=offer.starts_on - timedelta(days=1),
        actor=cast.marlene,
    )  # fmt: skip
    with pytest.raises(Refused):
        services.publish_offer(fresh(offer), actor=cast.marlene)


# seats


def test_supervisor_asks_for_seats_and_the_office_decides(cast, spring):
    offer = an_offer(cast, spring)
    services.ask_seats(fresh(offer), actor=cast.carla, seats=3)
    assert [one.kind for one in inbox(cast.marlene)] == ["seats"]
    assert (fresh(offer).seats, list(seats_to_decide(cast.marlene)), told("offer_seats_asked") > set()) == (
        1, [offer], True,
    )  # fmt: skip
    with pytest.raises(NotAllowed):
        services.approve_seats(fresh(offer), actor=cast.carla)
    services.approve_seats(fresh(offer), actor=cast.marlene)
    assert (fresh(offer).seats, fresh(offer).seats_asked) == (3, None)
    assert told("offer_seats_changed") == {cast.carla.full_name, cast.konrad.full_name}


def test_office_does_not_decide_what_it_asked_for_itself(cast, spring):
    offer = an_offer(cast, spring)
    services.ask_seats(fresh(offer), actor=cast.marlene, seats=2)
    assert list(seats_to_decide(cast.marlene)) == []
    with pytest.raises(NotAllowed):
        services.approve_seats(fresh(offer), actor=cast.marlene)


def test_declined_seats_stay_and_whoever_asked_reads_why(cast, spring):
    offer = an_offer(cast, spring)
    services.ask_seats(fresh(offer), actor=cast.carla, seats=2)
    services.decline_seats(fresh(offer), actor=cast.marlene, reason="Der Raum ist zu klein.")
    assert (fresh(offer).seats, fresh(offer).review_comment) == (1, "Der Raum ist zu klein.")
    with pytest.raises(TooLate):
        services.approve_seats(fresh(offer), actor=cast.marlene)


def test_never_fewer_seats_than_are_given_away_or_proposed(cast, spring):
    offer = an_offer(cast, spring, seats=3, seats_taken=1)
    PlacementFactory(application=ApplicationFactory(round=spring, approved=True), offer=offer)
    PlacementFactory(application=ApplicationFactory(round=spring, approved=True), offer=offer)
    for seats in (0, 1):
        with pytest.raises(Refused):
            services.ask_seats(fresh(offer), actor=cast.carla, seats=seats)
    services.ask_seats(fresh(offer), actor=cast.carla, seats=2)


def test_seats_given_away_meanwhile_stop_the_change(cast, spring):
    offer = an_offer(cast, spring, seats=3)
    services.ask_seats(fresh(offer), actor=cast.carla, seats=1)
    HostOffer.objects.filter(pk=offer.pk).update(seats_taken=2)
    with pytest.raises(Refused):
        services.approve_seats(fresh(offer), actor=cast.marlene)
    assert fresh(offer).seats == 3


def test_another_number_asked_for_meanwhile_is_looked_at_again(cast, spring):
    offer = an_offer(cast, spring)
    services.ask_seats(fresh(offer), actor=cast.carla, seats=2)
    seen = fresh(offer)
    services.ask_seats(fresh(offer), actor=cast.carla, seats=9)
    with pytest.raises(TooLate):
        services.approve_seats(seen, actor=cast.marlene)


# withdrawal after publication


@pytest.fixture
def given_away(cast):
    """Mina has accepted a place in München."""
    published = a_round(cast, status="published")
    offer = an_offer(cast, published, seats_taken=1)
    application = ApplicationFactory(round=published, apprentice=cast.mina, approved=True, status="accepted")
    PlacementFactory(application=application, offer=offer, accepted=True)
    return offer


def test_withdrawal_after_publication_takes_office_and_coordination(cast, given_away):
    services.withdraw_offer(fresh(given_away), actor=cast.marlene, reason="Umzug")
    asked = fresh(given_away)
    assert (asked.status, told("offer_withdrawal_asked"), list(withdrawals_to_decide(cast.konrad))) == (
        "published", {cast.konrad.full_name}, [given_away],
    )  # fmt: skip
    with pytest.raises(NotAllowed):
        services.agree_to_withdrawal(asked, actor=cast.marlene)
    services.agree_to_withdrawal(fresh(given_away), actor=cast.konrad)
    gone, stay = fresh(given_away), given_away.placements.get()
    assert (gone.status, gone.withdrawal_asked_by, gone.withdrawal_agreed_by) == (
        "withdrawn",
        cast.marlene,
        cast.konrad,
    )
    assert (stay.status, stay.application.status) == ("canceled", "unmatched")
    assert told("offer_replacement") >= {"Mina Musterfrau", cast.hanna.full_name, cast.barbara.full_name}


def test_one_human_with_both_roles_is_one_human(cast, given_away):
    give_role(cast.marlene, Role.COORDINATOR, actor=None, starts_on=A_LONG_TIME_AGO)
    services.withdraw_offer(fresh(given_away), actor=cast.marlene, reason="Umzug")
    with pytest.raises(NotAllowed):
        services.agree_to_withdrawal(fresh(given_away), actor=cast.marlene)
    with pytest.raises(IntegrityError), transaction.atomic():
        HostOffer.objects.filter(pk=given_away.pk).update(withdrawal_agreed_by=cast.marlene)


def test_nobody_agrees_to_what_was_not_asked(cast, given_away):
    with pytest.raises(TooLate):
        services.agree_to_withdrawal(fresh(given_away), actor=cast.konrad)


def test_declined_withdrawal_leaves_everything(cast, given_away):
    services.withdraw_offer(fresh(given_away), actor=cast.marlene, reason="Umzug")
    with pytest.raises(TooLate):
        services.withdraw_offer(fresh(given_away), actor=cast.marlene, reason="Umzug")
    services.decline_withdrawal(fresh(given_away), actor=cast.konrad, reason="Es gibt keinen anderen Platz.")
    assert (fresh(given_away).status, given_away.placements.get().status) == ("published", "accepted")
    assert told("offer_withdrawal_declined") == {cast.marlene.full_name}


def test_running_stay_is_ended_on_its_own_page_first(cast, given_away):
    given_away.placements.update(status="active")
    with pytest.raises(Refused):
        services.withdraw_offer(fresh(given_away), actor=cast.marlene, reason="Umzug")


# following


def test_new_place_is_told_once_to_whom_it_matches(cast, spring, proved):
    offer = an_offer(cast, spring, "submitted", topic="citizens", remote_share=20)
    subscribe(actor=cast.mina)
    subscribe(actor=cast.mina, city=cast.munich, topic="citizens", remote=True)
    subscribe(actor=cast.kilian, city=cast.augsburg)
    subscribe(actor=cast.hanna, step_free=True)
    services.publish_offer(fresh(offer), actor=cast.marlene)
    messages = Notification.objects.filter(kind="exchange/offer_new")
    assert [one.recipient for one in messages] == [cast.mina]


def test_nobody_hears_of_places_in_the_own_city_or_of_the_own_hand(cast, spring, proved):
    at_home = UserFactory(hr_in=cast.munich)
    offer = an_offer(cast, spring, "submitted")
    subscribe(actor=cast.carla)
    subscribe(actor=at_home)
    services.publish_offer(fresh(offer), actor=cast.marlene)
    assert told("offer_new") == {at_home.full_name}


def test_searches_are_not_without_number(cast):
    for number in range(10):
        subscribe(actor=cast.mina, occupation=OccupationFactory(short=f"B{number}"))
    with pytest.raises(Refused):
        subscribe(actor=cast.mina)


def test_the_database_keeps_the_same_search_once(cast):
    subscribe(actor=cast.mina)
    with pytest.raises(IntegrityError), transaction.atomic():
        OfferSubscription.objects.create(person=cast.mina)
