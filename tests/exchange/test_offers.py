"""A place is described by the department, reviewed by somebody else, and then shown to all."""

from datetime import timedelta
from itertools import product

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from exchange.models import HostOffer
from exchange.queries.offers import hosting_steps, missing, offer_desk, offer_groups, offers_to_review, turn_of
from exchange.queries.offices import training_offices
from exchange.services import offers as services
from exchange.states import OFFER, OfferStatus
from lms.core.errors import NotAllowed, Refused
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.models import Notification
from people.models import Role
from people.services.memberships import give_role
from tests.factories.exchange import AgreementFactory, ApplicationFactory, OfferFactory, PlacementFactory, RoundFactory
from tests.factories.people import A_LONG_TIME_AGO, DepartmentFactory, UserFactory
from training.models import TrainerSuitability

GOALS = ["Texte prüfen", "Mit Fachleuten sprechen", "Ergebnisse zeigen"]


@pytest.fixture
def collecting(cast):
    agreement = AgreementFactory(cities=[cast.nuremberg, cast.augsburg, cast.munich])
    return RoundFactory(agreement=agreement, status="offers_open")


@pytest.fixture
def office(cast):
    """A department in München where Carla looks after guests."""
    return DepartmentFactory(city=cast.munich, name="IT-Referat")


@pytest.fixture
def content(cast, collecting):
    TrainerSuitability.objects.get_or_create(
        person=cast.carla, city=cast.munich, proof="AdA-Schein", seen_on=A_LONG_TIME_AGO, seen_by=cast.marlene
    )
    return {
        "title": "Formulare, die jeder versteht",
        "mission": "Ein Formular neu schreiben und mit Menschen ausprobieren.",
        "learning_goals": GOALS,
        "starts_on": collecting.stays_from,
        "ends_on": collecting.stays_from + timedelta(days=41),
        "supervisor": cast.carla,
        "deputy": cast.marlene,
    }


@pytest.fixture
def offer(cast, collecting, office, content):
    return services.create_offer(actor=cast.carla, round=collecting, department=office, **content)


def in_state(status, round_, city, **more):
    if status in ("draft", "submitted", "returned", "withdrawn"):
        more = {"reviewer": None, **more}
    return OfferFactory(round=round_, city=city, status=status, **more)


def fresh(offer):
    return HostOffer.objects.select_related("round", "author", "changed_by").get(pk=offer.pk)


def told(kind):
    messages = Notification.objects.filter(kind=f"exchange/{kind}").select_related("recipient")
    return {one.recipient.full_name for one in messages}


@pytest.mark.parametrize(("status", "name"), list(product(OfferStatus.values, OFFER.steps)))
def test_only_the_steps_in_the_table_are_possible(cast, collecting, status, name):
    offer = in_state(status, collecting, cast.munich, reviewer=cast.marlene)
    if name in OFFER.open_steps(status):
        OFFER.advance(offer, name)
        assert offer.status == OFFER.steps[name].target
    else:
        with pytest.raises(StepNotAllowed):
            OFFER.advance(offer, name)


def test_place_goes_from_the_department_over_the_office_to_everybody(cast, offer):
    services.submit_offer(offer, actor=cast.carla)
    waiting = list(offers_to_review(cast.marlene))
    services.publish_offer(fresh(offer), actor=cast.marlene)
    published = fresh(offer)
    assert (waiting, published.status, published.reviewer) == ([offer], "published", cast.marlene)
    assert (told("offer_submitted"), told("offer_published")) == ({"Marlene Muster"}, {"Carla Copyvorlage"})


def test_returned_offer_comes_back_with_the_comment(cast, offer):
    services.submit_offer(offer, actor=cast.carla)
    services.return_offer(fresh(offer), actor=cast.marlene, comment="Bitte die Arbeitszeit nennen.")
    returned = fresh(offer)
    assert (returned.status, returned.review_comment, told("offer_returned")) == (
        "returned", "Bitte die Arbeitszeit nennen.", {"Carla Copyvorlage"},
    )  # fmt: skip


# four eyes


def test_nobody_reviews_an_offer_of_their_own(cast, collecting, office, content):
    own = services.create_offer(actor=cast.marlene, round=collecting, department=office, **content)
    services.submit_offer(own, actor=cast.marlene)
    assert list(offers_to_review(cast.marlene)) == []
    with pytest.raises(NotAllowed):
        services.publish_offer(fresh(own), actor=cast.marlene)


def test_whoever_changed_the_offer_does_not_review_it_either(cast, offer, office, content):
    services.change_offer(
        offer, actor=cast.marlene, department=office, occupations=[], courses=[], **{**content, "title": "Neu"}
    )
    services.submit_offer(fresh(offer), actor=cast.carla)
    assert list(offers_to_review(cast.marlene)) == []
    with pytest.raises(NotAllowed):
        services.publish_offer(fresh(offer), actor=cast.marlene)


def test_the_database_knows_four_eyes_too(cast, offer):
    with pytest.raises(IntegrityError), transaction.atomic():
        HostOffer.objects.filter(pk=offer.pk).update(status="published", reviewer=cast.carla)


def test_the_office_of_another_city_does_not_review(cast, offer):
    services.submit_offer(offer, actor=cast.carla)
    with pytest.raises(NotAllowed):
        services.publish_offer(fresh(offer), actor=cast.hanna)


# what an offer needs


@pytest.mark.parametrize("goals", [[], GOALS[:1], GOALS[:2]])
def test_three_goals_are_needed_to_hand_in(cast, offer, goals):
    HostOffer.objects.filter(pk=offer.pk).update(learning_goals=goals)
    with pytest.raises(Refused):
        services.submit_offer(fresh(offer), actor=cast.carla)
    assert (fresh(offer).status, len(missing(fresh(offer)))) == ("draft", 1)


def test_deputy_is_somebody_else(cast, collecting, office, content):
    with pytest.raises(IntegrityError), transaction.atomic():
        services.create_offer(
            actor=cast.carla, round=collecting, department=office, **{**content, "deputy": content["supervisor"]}
        )


def test_a_department_of_another_city_is_out_of_reach(cast, collecting, content):
    elsewhere = DepartmentFactory(city=cast.augsburg)
    with pytest.raises(NotAllowed):
        services.create_offer(actor=cast.carla, round=collecting, department=elsewhere, **content)


def test_the_stay_lies_within_the_round(cast, collecting, office, content):
    late = {**content, "ends_on": collecting.stays_until + timedelta(days=1)}
    with pytest.raises(Refused):
        services.create_offer(actor=cast.carla, round=collecting, department=office, **late)


def test_an_apprentice_offers_nothing(cast, collecting, office, content):
    with pytest.raises(NotAllowed):
        services.create_offer(actor=cast.mina, round=collecting, department=office, **content)


@pytest.mark.parametrize("status", ["draft", "review", "matching", "running", "closed", "canceled"])
def test_a_round_that_takes_no_offers_takes_none(cast, collecting, office, content, status):
    type(collecting).objects.filter(pk=collecting.pk).update(status=status)
    collecting.refresh_from_db()
    with pytest.raises(Refused):
        services.create_offer(actor=cast.carla, round=collecting, department=office, **content)


@pytest.mark.parametrize("status", ["submitted", "published", "paused", "withdrawn", "closed"])
def test_only_drafts_and_returned_offers_are_changed(cast, collecting, office, content, status):
    offer = in_state(status, collecting, cast.munich, supervisor=cast.carla)
    with pytest.raises(StepNotAllowed):
        services.change_offer(offer, actor=cast.carla, department=office, occupations=[], courses=[], **content)


# pause and withdraw


@pytest.fixture
def wished(cast, collecting):
    """A published place in München that Mina has on her list."""
    offer = OfferFactory(
        round=collecting, city=cast.munich, supervisor=cast.carla, author=cast.carla, reviewer=cast.marlene
    )
    ApplicationFactory(round=collecting, apprentice=cast.mina, submitted=True, wishes=[offer])
    return offer


def test_pausing_tells_whoever_wished_for_it_and_resuming_brings_it_back(cast, wished):
    services.pause_offer(wished, actor=cast.carla)
    paused = fresh(wished).status
    services.resume_offer(fresh(wished), actor=cast.carla)
    assert (paused, fresh(wished).status, told("offer_paused")) == ("paused", "published", {"Mina Musterfrau"})


def test_place_does_not_come_back_during_the_assignment(cast, wished):
    services.pause_offer(wished, actor=cast.carla)
    type(wished.round).objects.update(status="matching")
    with pytest.raises(Refused):
        services.resume_offer(fresh(wished), actor=cast.carla)


def test_withdrawing_takes_the_office_and_a_reason(cast, wished):
    with pytest.raises(NotAllowed):
        services.withdraw_offer(wished, actor=cast.carla, reason="Umzug")
    services.withdraw_offer(wished, actor=cast.marlene, reason="Umzug")
    assert (fresh(wished).status, fresh(wished).end_note) == ("withdrawn", "Umzug")
    assert told("offer_withdrawn") == {"Mina Musterfrau", "Konrad Kunstfigur", "Carla Copyvorlage"}


def test_place_with_a_guest_stays(cast, wished):
    application = ApplicationFactory(round=wished.round, apprentice=cast.kilian, approved=True, status="in_matching")
    PlacementFactory(application=application, offer=wished)
    with pytest.raises(Refused):
        services.pause_offer(wished, actor=cast.carla)
    with pytest.raises(Refused):
        services.withdraw_offer(wished, actor=cast.marlene, reason="Umzug")


def test_two_reviewers_at_once_leave_one_decision(cast, offer):
    services.submit_offer(offer, actor=cast.carla)
    stale, colleague = fresh(offer), UserFactory(hr_in=cast.munich)
    services.publish_offer(fresh(offer), actor=cast.marlene)
    with pytest.raises(StepNotAllowed):
        services.return_offer(stale, actor=colleague, comment="Doch nicht.")
    assert (fresh(offer).status, fresh(offer).reviewer) == ("published", cast.marlene)


# desk and start page


def test_desk_shows_own_offers_those_of_the_department_and_of_the_city(cast, collecting, office, offer):
    published = OfferFactory(round=collecting, city=cast.munich, department=office)
    draft_of_somebody = in_state("draft", collecting, cast.munich, department=office)
    elsewhere = OfferFactory(round=collecting, city=cast.augsburg)
    colleague = UserFactory()
    give_role(colleague, Role.SUPERVISOR, actor=None, city=cast.munich, department=office, starts_on=A_LONG_TIME_AGO)
    assert set(offer_desk(cast.carla)) == {offer}
    assert set(offer_desk(colleague)) == {published}
    assert set(offer_desk(cast.marlene)) == {offer, published, draft_of_somebody}
    assert set(offer_desk(cast.anton)) == {elsewhere}


def test_what_needs_a_hand_stands_first(cast, collecting):
    for status in OfferStatus.values:
        in_state(status, collecting, cast.munich, reviewer=cast.marlene)
    groups = offer_groups(offer_desk(cast.marlene), cast.marlene)
    assert [group.rows[0].offer.status for group in groups] == [
        "returned", "draft", "submitted", "published", "paused", "withdrawn", "closed",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("status", "name"),
    [("draft", "Carla Copyvorlage"), ("returned", "Carla Copyvorlage"), ("submitted", "Marlene Muster"),
     ("paused", "Carla Copyvorlage"), ("published", None), ("closed", None), ("withdrawn", None)],
)  # fmt: skip
def test_whose_turn_it_is(cast, collecting, status, name):
    offer = in_state(status, collecting, cast.munich, author=cast.carla, reviewer=cast.marlene)
    turn = turn_of(offer, cast.carla, training_offices())
    assert (turn and turn.name) == name


@pytest.mark.parametrize("opens_in", [-20, 20])
def test_nothing_is_due_in_the_past_when_a_place_comes_late(cast, collecting, opens_in):
    today = timezone.localdate()
    collecting.applications_from = today + timedelta(days=opens_in)
    offer = in_state("submitted", collecting, cast.munich, author=cast.carla, reviewer=cast.marlene)
    expected = today + timedelta(days=max(opens_in, 7))
    assert turn_of(offer, cast.carla, training_offices()).until == expected


def test_an_office_with_one_person_cannot_review_its_own_work_and_says_so(cast, collecting):
    own = in_state("submitted", collecting, cast.munich, author=cast.marlene)
    assert turn_of(own, cast.marlene, training_offices()).name == "Ausbildungsleitung München"


def test_supervisor_is_invited_until_there_is_an_offer(cast, collecting, office, content):
    before = [step.url for step in hosting_steps(cast.carla)]
    offer = services.create_offer(actor=cast.carla, round=collecting, department=office, **content)
    drafted = [step.url for step in hosting_steps(cast.carla)]
    services.submit_offer(offer, actor=cast.carla)
    assert (before, drafted, hosting_steps(cast.carla)) == (
        [f"/austausch/unsere-plaetze/neu/?runde={collecting.pk}"],
        [f"/austausch/unsere-plaetze/{offer.pk}/"],
        [],
    )
    assert hosting_steps(cast.mina) == []
