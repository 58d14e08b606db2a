"""Every state, every step, every role, every city: the real services let exactly these people pass."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.utils import timezone

from exchange.models import Application, Assent, ExchangeRound, HostOffer, Placement, RoundAssent
from exchange.services import agreements, answers, applications, decisions, offers, placements, rounds
from exchange.states import (
    AGREEMENT,
    APPLICATION,
    OFFER,
    PLACEMENT,
    ROUND,
    AgreementStatus,
    ApplicationStatus,
    OfferStatus,
    PlacementStatus,
    RoundStatus,
)
from lms.core.errors import NotAllowed, Refused
from lms.core.lifecycle import StepNotAllowed
from tests.exchange.stories import filled_in
from tests.factories.exchange import AgreementFactory, ApplicationFactory, OfferFactory, PlacementFactory, RoundFactory
from tests.factories.people import DepartmentFactory, UserFactory
from training.models import TrainerSuitability

# apprentice, trainer, training office and supervisor of each city, and the coordination
PEOPLE = {
    "nuremberg": ["mina", "barbara", "hanna", "rita"],
    "augsburg": ["kilian", "dieter", "anton", "otto"],
    "munich": ["zoe", "sabine", "marlene", "carla"],
    "all": ["konrad"],
}
EVERYBODY = [who for names in PEOPLE.values() for who in names]


def passed(cast, act, record):
    """Who can do it, each for themselves; whatever they did is undone."""
    found = set()
    for who in EVERYBODY:
        point = transaction.savepoint()
        try:
            act(type(record).objects.get(pk=record.pk), getattr(cast, who))
            found.add(who)
        except (NotAllowed, StepNotAllowed, Refused, ObjectDoesNotExist):  # what they cannot see is not there
            pass
        transaction.savepoint_rollback(point)
    return found


@pytest.fixture
def alliance(cast):
    cast.agreement = AgreementFactory(cities=[cast.nuremberg, cast.augsburg, cast.munich])
    TrainerSuitability.objects.create(
        person=cast.carla, city=cast.munich, proof="AdA-Schein", seen_on="2020-01-01", seen_by=cast.marlene
    )
    return cast


def a_round(alliance, status="applications_open", **more):
    return RoundFactory(agreement=alliance.agreement, status=status, **more)


OFFERS = {  # an offer of München that Carla wrote
    "submit": (lambda offer, who: offers.submit_offer(offer, actor=who), {"carla", "marlene"}),
    "return": (lambda offer, who: offers.return_offer(offer, actor=who, comment="Kürzer."), {"marlene"}),
    "publish": (lambda offer, who: offers.publish_offer(offer, actor=who), {"marlene"}),
    "pause": (lambda offer, who: offers.pause_offer(offer, actor=who), {"carla", "marlene"}),
    "resume": (lambda offer, who: offers.resume_offer(offer, actor=who), {"carla", "marlene"}),
    "withdraw": (lambda offer, who: offers.withdraw_offer(offer, actor=who, reason="Umzug"), {"marlene"}),
}


@pytest.mark.parametrize("status", OfferStatus.values)
def test_offers(alliance, status):
    reviewed = status in ("published", "paused", "closed")
    offer = OfferFactory(
        round=a_round(alliance), city=alliance.munich, department=DepartmentFactory(city=alliance.munich),
        author=alliance.carla, supervisor=alliance.carla, status=status,
        reviewer=UserFactory(hr_in=alliance.munich) if reviewed else None,
    )  # fmt: skip
    for name, (act, may) in OFFERS.items():
        expected = may if name in OFFER.open_steps(status) else set()
        assert passed(alliance, act, offer) == expected, name
    assert HostOffer.objects.get().status == status


APPLICATIONS = {  # of Mina in Nürnberg, whom Barbara trains and has endorsed
    "submit": (lambda one, who: applications.submit_application(one, actor=who), {"mina"}),
    "take_back": (lambda one, who: applications.take_back_application(one, actor=who), {"mina"}),
    "withdraw": (lambda one, who: applications.withdraw_application(one, actor=who), {"mina"}),
    "endorse": (lambda one, who: decisions.endorse_application(one, actor=who, comment=""), {"barbara"}),
    "return": (lambda one, who: decisions.return_application(one, actor=who, comment="Kürzer."), {"barbara", "hanna"}),
    "approve": (lambda one, who: decisions.approve_application(one, actor=who, note=""), {"hanna"}),
    "reject": (lambda one, who: decisions.reject_application(one, actor=who, reason="exam", note="Später."), {"hanna"}),
}
OTHERWISE = {("return", "endorsed"): {"hanna"}}


@pytest.mark.parametrize("status", ApplicationStatus.values)
def test_applications(alliance, status):
    round_ = a_round(alliance)
    place = OfferFactory(round=round_, city=alliance.munich, supervisor=alliance.carla)
    application = filled_in(round_, alliance.mina, [place])
    if status not in ("draft", "withdrawn"):
        application = applications.submit_application(application, actor=alliance.mina)
        if status not in ("submitted", "returned"):
            application = decisions.endorse_application(application, actor=alliance.barbara, comment="")
    decided = {"decided_by": alliance.hanna, "decided_at": timezone.now(), "decision_reason": "exam"}
    Application.objects.update(status=status, **decided | {"decision_note": "Später."})
    for name, (act, may) in APPLICATIONS.items():
        expected = OTHERWISE.get((name, status), may) if name in APPLICATION.open_steps(status) else set()
        assert passed(alliance, act, application) == expected, name
    assert Application.objects.get().status == status


PLACEMENTS = {  # of Mina in München
    "refuse": (lambda one, who: placements.refuse_placement(one, actor=who, reason="Umbau"), {"hanna", "marlene"}),
    "accept": (lambda one, who: answers.accept_placement(one, actor=who), {"mina"}),
    "decline": (lambda one, who: answers.decline_placement(one, actor=who, reason="Umzug"), {"mina"}),
}
CONFIRM = {
    "proposed": {"hanna", "marlene"}, "home_confirmed": {"marlene"}, "host_confirmed": {"hanna"},
}  # fmt: skip
HALF = {
    "home_confirmed": ("home", "nuremberg"), "host_confirmed": ("host", "munich"),
}  # fmt: skip


@pytest.mark.parametrize("status", PlacementStatus.values)
def test_placements(alliance, status):
    phase = "confirmation" if status in CONFIRM else "published"
    application = ApplicationFactory(
        round=a_round(alliance, phase), apprentice=alliance.mina, approved=True,
        status="offered" if status == "offered" else "in_matching",
    )  # fmt: skip
    place = OfferFactory(round=application.round, city=alliance.munich, supervisor=alliance.carla, seats=2)
    if status == "proposed":
        facts = {}
    elif status in HALF:
        side, city = HALF[status]
        facts = {f"{side}_confirmed_by": UserFactory(hr_in=getattr(alliance, city))}
    else:
        facts = {"confirmed": True}
    stay = PlacementFactory(application=application, offer=place, **facts | {"status": status})
    for name, (act, may) in PLACEMENTS.items():
        expected = may if name in PLACEMENT.open_steps(status) else set()
        assert passed(alliance, act, stay) == expected, name
    confirmed = passed(alliance, lambda one, who: placements.confirm_placement(one, actor=who), stay)
    assert confirmed == CONFIRM.get(status, set())
    assert Placement.objects.get().status == status


TODAY = timezone.localdate
ROUNDS = {
    "open_offers": lambda one, who: rounds.open_offers(one, actor=who, today=TODAY()),
    "open_applications": lambda one, who: rounds.open_applications(one, actor=who, today=TODAY()),
    "close_applications": lambda one, who: rounds.close_applications(one, actor=who, today=TODAY()),
    "start_matching": lambda one, who: rounds.start_matching(one, actor=who, today=TODAY()),
    "start": lambda one, who: rounds.start_round(one, actor=who, today=TODAY()),
    "evaluate": lambda one, who: rounds.begin_evaluation(one, actor=who, today=TODAY()),
    "close": lambda one, who: rounds.close_round(one, actor=who, today=TODAY()),
}


DAYS = [
    "offers_from", "applications_from", "applications_until", "review_until", "matching_on", "confirm_until",
    "accept_until", "stays_from", "stays_until",
]  # fmt: skip


def _dates(status):
    """Those with which the next step may be taken today."""
    today, day = TODAY(), timedelta(days=1)
    if status == "offers_open":
        return {"applications_from": today, "applications_until": today + day}
    if status in ("published", "clearing", "running", "evaluation"):
        past = {name: today - (45 - 5 * place) * day for place, name in enumerate(DAYS)}
        over = status in ("running", "evaluation")
        return past if over else past | {"stays_from": today, "stays_until": today + 90 * day}
    return {}


@pytest.mark.parametrize("status", RoundStatus.values)
def test_rounds(alliance, status):
    """Steps are taken by the coordination alone; for a city only its own office speaks."""
    round_ = a_round(alliance, status, **_dates(status))
    for city, people in PEOPLE.items():
        if city != "all":
            looked_after = getattr(alliance, people[3])
            OfferFactory(round=round_, city=getattr(alliance, city), supervisor=looked_after, seats=2)
    for name, act in ROUNDS.items():
        expected = {"konrad"} if name in ROUND.open_steps(status) else set()
        assert passed(alliance, act, round_) == expected, name
    for own in ("nuremberg", "augsburg", "munich"):
        city, office = getattr(alliance, own), {PEOPLE[own][2]}
        agreed = passed(
            alliance,
            lambda one, who, city=city: rounds.assent_to_round(
                one, actor=who, city=city, content_hash=one.content_hash
            ),
            round_,
        )
        assert agreed == (office if status == "draft" else set())
        canceled = passed(
            alliance,
            lambda one, who, city=city: rounds.vote_to_cancel(one, actor=who, city=city, reason="Hochwasser"),
            round_,
        )
        assert canceled == (office if "cancel" in ROUND.open_steps(status) else set())
    assert (ExchangeRound.objects.get().status, RoundAssent.objects.count()) == (status, 0)


@pytest.mark.parametrize("status", AgreementStatus.values)
def test_agreements(alliance, status):
    agreement = AgreementFactory(
        cities=[alliance.nuremberg, alliance.augsburg, alliance.munich], status=status, title="Neue Vereinbarung"
    )
    ended = passed(alliance, lambda one, who: agreements.end_agreement(one, actor=who, reason="Vorbei"), agreement)
    assert ended == ({"konrad"} if "end" in AGREEMENT.open_steps(status) else set())
    for own in ("nuremberg", "augsburg", "munich"):
        city = getattr(alliance, own)
        agreed = passed(
            alliance,
            lambda one, who, city=city: agreements.assent_to_agreement(
                one, actor=who, city=city, content_hash=one.content_hash
            ),
            agreement,
        )
        assert agreed == ({PEOPLE[own][2]} if status == "draft" else set())
    assert not Assent.objects.exists()
