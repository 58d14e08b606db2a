"""A round is agreed by all cities, extended and canceled by most of them, and gives free places away at the end."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.urls import reverse

from exchange.models import Placement, RoundAssent, RoundVote
from exchange.queries.clearing import choices_for, clearing_desk
from exchange.queries.rounds import suggested_dates
from exchange.services import rounds as services
from exchange.services.answers import accept_placement
from exchange.services.clearing import note_clearing_wishes, propose_in_clearing
from exchange.services.placements import confirm_placement, refuse_placement
from exchange.services.records import waive_record
from exchange.services.round_clock import move_rounds_by_date
from exchange.states import RoundStatus
from lms.core import journal
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.models import Notification
from tests.factories.exchange import AgreementFactory, ApplicationFactory, OfferFactory, PlacementFactory, RoundFactory
from tests.factories.people import UserFactory
from tests.factories.training import ApprenticeshipFactory
from tests.queries import queries_in, queries_of

TODAY = date(2027, 1, 11)
DATES = suggested_dates(TODAY)
DAY = timedelta(days=1)
R = RoundStatus


@pytest.fixture
def round_(cast):
    agreement = AgreementFactory(
        cities=[cast.nuremberg, cast.augsburg, cast.munich], starts_on=date(2025, 1, 1), ends_on=date(2030, 1, 1)
    )

    def make(status, **facts):
        return RoundFactory(agreement=agreement, status=status, **{**DATES, **facts})

    return make


def fresh(record):
    return type(record).objects.get(pk=record.pk)


def told(kind):
    return {one.recipient.full_name for one in Notification.objects.filter(kind=f"exchange/{kind}")}


def assent(round_, person, city, content_hash=None):
    return services.assent_to_round(
        round_, actor=person, city=city, content_hash=content_hash or fresh(round_).content_hash
    )


def all_assent(round_, cast):
    for person, city in ((cast.hanna, cast.nuremberg), (cast.anton, cast.augsburg), (cast.marlene, cast.munich)):
        assent(round_, person, city)


def cancel_votes(round_, cast):
    services.vote_to_cancel(round_, actor=cast.hanna, city=cast.nuremberg, reason="Hochwasser")
    services.vote_to_cancel(round_, actor=cast.anton, city=cast.augsburg, reason="Hochwasser")


# agreed


def test_the_last_of_the_cities_makes_the_round_agreed(cast, round_):
    draft = round_("draft")
    assent(draft, cast.hanna, cast.nuremberg)
    assent(draft, cast.anton, cast.augsburg)
    assert fresh(draft).status == "draft"
    assent(draft, cast.marlene, cast.munich)
    assert (fresh(draft).status, told("round_agreed")) == ("agreed", {"Konrad Kunstfigur"})


def test_the_offices_are_asked_when_a_round_is_prepared(cast, round_):
    agreement = round_("closed").agreement
    services.create_round(actor=cast.konrad, name="Neu", code="N", agreement=agreement, **DATES)
    assert told("round_assent_asked") == {"Hanna Hypothese", "Anton Ausgedacht", "Marlene Muster"}


@pytest.mark.parametrize("status", ["draft", "agreed"])
def test_a_change_voids_what_the_cities_said(cast, round_, status):
    draft = round_("draft")
    assent(draft, cast.hanna, cast.nuremberg)
    if status == "agreed":
        assent(draft, cast.anton, cast.augsburg)
        assent(draft, cast.marlene, cast.munich)
    services.change_round(fresh(draft), actor=cast.konrad, max_wishes=3)
    assert (fresh(draft).status, RoundAssent.objects.count()) == ("draft", 0)


def test_an_assent_is_given_to_what_was_read(cast, round_):
    draft = round_("draft")
    read = draft.content_hash
    services.change_round(draft, actor=cast.konrad, max_wishes=2)
    with pytest.raises(TooLate):
        assent(draft, cast.hanna, cast.nuremberg, read)


def test_one_human_counts_once(cast, round_):
    draft = round_("draft")
    both = UserFactory(hr_in=cast.nuremberg)
    both.memberships.create(role="hr", city=cast.munich, starts_on=date(2020, 1, 1))
    assent(draft, both, cast.nuremberg)
    with pytest.raises(Refused):
        assent(draft, both, cast.munich)


def test_nobody_assents_without_an_agreement_to_the_end_of_the_round(cast, round_):
    draft = round_("draft")
    type(draft.agreement).objects.update(ends_on=DATES["stays_until"] - DAY)
    with pytest.raises(Refused):
        assent(draft, cast.hanna, cast.nuremberg)


STRANGERS = ["konrad", "mina", "barbara", "carla", "marlene"]


@pytest.mark.parametrize("who", STRANGERS)
@pytest.mark.parametrize("status", R.values)
@pytest.mark.parametrize("step", ["assent", "extend", "cancel"])
def test_only_the_office_speaks_for_its_city_in_whatever_state(cast, round_, who, status, step):
    found, here = round_(status), {"actor": getattr(cast, who), "city": cast.nuremberg}
    speak = {
        "assent": lambda: assent(found, here["actor"], cast.nuremberg),
        "extend": lambda: services.vote_to_extend(found, until=DATES["applications_until"] + DAY, today=TODAY, **here),
        "cancel": lambda: services.vote_to_cancel(found, reason="x", **here),
    }
    with pytest.raises(NotAllowed):
        speak[step]()


COORDINATED = {
    "open_offers": services.open_offers,
    "open_applications": services.open_applications,
    "close_applications": services.close_applications,
    "start_matching": services.start_matching,
    "open_clearing": lambda found, **more: services.open_clearing(found, until=DATES["accept_until"] + DAY, **more),
    "close_clearing": services.close_clearing,
    "start": services.start_round,
    "evaluate": services.begin_evaluation,
    "close": services.close_round,
    "cancel": lambda found, **more: services.cancel_round(found, reason="x", **more),
}


@pytest.mark.parametrize("who", ["hanna", "mina", "barbara", "carla", "anton"])
@pytest.mark.parametrize("status", R.values)
@pytest.mark.parametrize("step", COORDINATED)
def test_only_the_coordination_leads_in_whatever_state(cast, round_, who, status, step):
    found = round_(status)
    with pytest.raises(NotAllowed):
        COORDINATED[step](found, actor=getattr(cast, who), today=TODAY)
    assert (fresh(found).status, journal.entries(found).count()) == (status, 0)


@pytest.mark.parametrize("status", R.values)
def test_assents_and_votes_belong_to_their_states(cast, round_, status):
    found = round_(status)
    possible = set()
    for step, take in {
        "assent": lambda: assent(found, cast.hanna, cast.nuremberg),
        "extend": lambda: services.vote_to_extend(
            found, actor=cast.hanna, city=cast.nuremberg, until=DATES["applications_until"] + DAY, today=TODAY
        ),
        "cancel": lambda: services.vote_to_cancel(found, actor=cast.hanna, city=cast.nuremberg, reason="x"),
    }.items():
        try:
            take()
            possible.add(step)
        except StepNotAllowed:
            pass
    late = status in ("running", "evaluation", "closed", "canceled")
    expected = set() if late else {"cancel"}
    expected |= {"assent"} if status == "draft" else {"extend"} if status == "applications_open" else set()
    assert possible == expected


# votes


def test_two_cities_with_the_same_day_extend_and_two_with_different_days_do_not(cast, round_):
    found = round_("applications_open")
    until = DATES["applications_until"] + 3 * DAY
    services.vote_to_extend(found, actor=cast.hanna, city=cast.nuremberg, until=until, today=TODAY)
    services.vote_to_extend(found, actor=cast.anton, city=cast.augsburg, until=until + DAY, today=TODAY)
    assert fresh(found).applications_until == DATES["applications_until"]
    services.vote_to_extend(found, actor=cast.marlene, city=cast.munich, until=until, today=TODAY)
    assert fresh(found).applications_until == until
    assert not RoundVote.objects.filter(carried_at__isnull=True).exists()


def test_a_city_votes_once_and_may_take_it_back(cast, round_):
    found = round_("applications_open")
    until = DATES["applications_until"] + DAY
    vote = services.vote_to_extend(found, actor=cast.hanna, city=cast.nuremberg, until=until, today=TODAY)
    with pytest.raises(TooLate):
        services.vote_to_extend(found, actor=cast.hanna, city=cast.nuremberg, until=until, today=TODAY)
    with pytest.raises(NotAllowed):
        services.take_back_vote(vote, actor=cast.anton)
    services.take_back_vote(vote, actor=cast.hanna)
    assert not found.votes.exists()


@pytest.mark.django_db(transaction=True)
def test_votes_at_the_same_moment_extend_once(cast, round_):
    found = round_("applications_open")
    until = DATES["applications_until"] + DAY
    together = Barrier(3)

    def vote(person, city):
        together.wait()
        try:
            services.vote_to_extend(found, actor=person, city=city, until=until, today=TODAY)
        except Refused:  # the two others were faster
            return False
        finally:
            connection.close()
        return True

    offices = [(cast.hanna, cast.nuremberg), (cast.anton, cast.augsburg), (cast.marlene, cast.munich)]
    with ThreadPoolExecutor(3) as pool:
        counted = list(pool.map(lambda pair: vote(*pair), offices))
    extended = journal.entries(found).filter(action="exchange.round.extend_applications").count()
    assert (sum(counted), extended, fresh(found).applications_until) == (2, 1, until)


def test_canceling_takes_two_cities_and_the_coordination_and_a_reason(cast, round_):
    found = round_("published")
    with pytest.raises(Refused):
        services.cancel_round(found, actor=cast.konrad, reason="Hochwasser", today=TODAY)
    cancel_votes(found, cast)
    with pytest.raises(Refused):
        services.cancel_round(found, actor=cast.konrad, reason=" ", today=TODAY)
    services.cancel_round(found, actor=cast.konrad, reason="Hochwasser", today=TODAY)
    assert (fresh(found).status, told("round_cancel_carried")) == ("canceled", {"Konrad Kunstfigur"})


def test_canceling_takes_places_with_it_but_never_a_running_stay(cast, round_):
    found = round_("published")
    offer = OfferFactory(round=found, city=cast.munich, seats=2, seats_taken=1)
    application = ApplicationFactory(round=found, apprentice=cast.mina, approved=True, status="accepted")
    stay = PlacementFactory(application=application, offer=offer, accepted=True)
    cancel_votes(found, cast)
    Placement.objects.filter(pk=stay.pk).update(status="active")
    with pytest.raises(Refused):
        services.cancel_round(found, actor=cast.konrad, reason="Hochwasser", today=TODAY)
    Placement.objects.filter(pk=stay.pk).update(status="accepted")
    services.cancel_round(found, actor=cast.konrad, reason="Hochwasser", today=TODAY)
    assert (fresh(stay).status, fresh(offer).seats_taken) == ("canceled", 0)
    assert "Mina Musterfrau" in told("round_canceled")


# clearing


@pytest.fixture
def clearing(cast, round_):
    """Mina has no place, and one is free in München."""
    published = round_("published")
    mina = ApplicationFactory(
        round=published, apprentice=cast.mina, home_city=cast.nuremberg, approved=True, decided_by=cast.hanna,
        status="unmatched",
    )  # fmt: skip
    offer = OfferFactory(round=published, city=cast.munich, supervisor=cast.carla)
    services.open_clearing(published, actor=cast.konrad, until=DATES["accept_until"] + DAY, today=TODAY)
    cast.offer, cast.application, cast.round = offer, fresh(mina), fresh(published)
    return cast


def wish_and_propose(cast):
    note_clearing_wishes(cast.application, [cast.offer], actor=cast.mina)
    return propose_in_clearing(cast.application, cast.offer, actor=cast.hanna)


def test_people_without_a_place_hear_of_the_clearing(clearing):
    assert (told("round_clearing"), clearing.round.status) == ({"Mina Musterfrau"}, "clearing")
    assert [choice.offer for choice in choices_for(clearing.application)] == [clearing.offer]


def test_clearing_needs_somebody_without_a_place_and_a_place(cast, round_):
    empty = round_("published")
    with pytest.raises(Refused):
        services.open_clearing(empty, actor=cast.konrad, until=DATES["accept_until"] + DAY, today=TODAY)


def test_a_wish_becomes_a_place_by_two_cities_and_an_answer(clearing):
    placement = wish_and_propose(clearing)
    confirm_placement(placement, actor=clearing.hanna, reason="passt")
    confirm_placement(fresh(placement), actor=clearing.marlene, reason="passt")
    assert (fresh(placement).status, fresh(clearing.application).status) == ("offered", "offered")
    accept_placement(fresh(placement), actor=clearing.mina, today=TODAY)
    assert (fresh(placement).status, fresh(clearing.offer).seats_taken) == ("accepted", 1)


def test_nobody_is_given_what_they_did_not_wish_for(clearing):
    with pytest.raises(Refused):
        propose_in_clearing(clearing.application, clearing.offer, actor=clearing.hanna)
    assert not Placement.objects.exists()


@pytest.mark.parametrize("who", ["marlene", "konrad", "mina", "barbara"])
def test_only_the_home_office_proposes(clearing, who):
    note_clearing_wishes(clearing.application, [clearing.offer], actor=clearing.hanna)
    with pytest.raises(NotAllowed):
        propose_in_clearing(clearing.application, clearing.offer, actor=getattr(clearing, who))


def test_a_refused_place_leaves_the_person_free_for_another(clearing):
    placement = wish_and_propose(clearing)
    refuse_placement(placement, actor=clearing.marlene, reason="Umbau")
    assert (fresh(clearing.application).status, choices_for(fresh(clearing.application))) == ("unmatched", [])


def test_the_clearing_ends_by_itself_and_lapses_what_is_open(clearing):
    placement = wish_and_propose(clearing)
    move_rounds_by_date(clearing.round.accept_until + DAY)
    assert [fresh(one).status for one in (clearing.round, placement, clearing.application)] == [
        "published", "canceled", "unmatched",
    ]  # fmt: skip


def test_the_desk_names_people_to_their_own_office_only(clearing, client):
    for person, shown in (("hanna", True), ("konrad", False), ("marlene", False)):
        client.force_login(getattr(clearing, person))
        page = client.get(reverse("exchange:clearing", args=[clearing.round.pk])).content.decode()
        assert ("Mina Musterfrau" in page) is shown
        assert (clearing.application.number in page) is (person != "marlene")


def test_the_desk_asks_as_much_for_many_as_for_one(clearing):
    few = queries_in(lambda: clearing_desk(clearing.round, clearing.konrad))
    for _number in range(6):
        person = ApprenticeshipFactory(city=clearing.nuremberg, trainer=clearing.barbara).person
        ApplicationFactory(
            round=clearing.round, apprentice=person, home_city=clearing.nuremberg, approved=True, status="unmatched"
        )
    assert queries_in(lambda: clearing_desk(clearing.round, clearing.konrad)) <= few


def test_wishes_are_chosen_on_a_page_and_proposed_by_a_button(clearing, client):
    client.force_login(clearing.mina)
    url = reverse("exchange:clearing_wishes", args=[clearing.application.pk])
    assert clearing.offer.title in client.get(url).content.decode()
    assert client.post(url, {"offers": [clearing.offer.pk]}).status_code == 302
    client.force_login(clearing.hanna)
    client.post(reverse("exchange:clearing_propose", args=[clearing.application.pk]), {"platz": clearing.offer.pk})
    assert Placement.objects.get().status == "proposed"


# time and the end


def test_after_weeks_without_the_clock_every_phase_is_taken_in_order(cast, round_):
    clearing, agreed = round_("clearing"), round_("agreed")
    move_rounds_by_date(DATES["stays_until"] + DAY)
    assert [one.action for one in journal.entries(clearing)] == [
        f"exchange.round.{step}" for step in ("close_clearing", "start", "evaluate")
    ]
    assert fresh(agreed).status == "offers_open"  # no place, so nothing to apply for
    assert move_rounds_by_date(DATES["stays_until"] + DAY) == 0


def test_a_record_is_waived_with_a_reason_and_then_the_round_closes(cast, round_):
    found = round_("evaluation")
    application = ApplicationFactory(round=found, apprentice=cast.mina, approved=True, status="accepted")
    stay = PlacementFactory(application=application, offer=OfferFactory(round=found, city=cast.munich), completed=True)
    with pytest.raises(Refused):
        services.close_round(found, actor=cast.konrad, today=TODAY)
    with pytest.raises(Refused):
        waive_record(stay, actor=cast.hanna, reason=" ")
    waive_record(stay, actor=cast.hanna, reason="auf eigenen Wunsch")
    services.close_round(found, actor=cast.konrad, today=TODAY)
    assert (fresh(found).status, fresh(stay).status) == ("closed", "waived")
    assert told("round_closed") >= {"Hanna Hypothese", "Anton Ausgedacht", "Marlene Muster"}


# pages


def test_the_office_assents_on_the_page_of_the_round(cast, round_, client):
    draft = round_("draft")
    client.force_login(cast.hanna)
    page = client.get(draft.get_absolute_url())
    data = {"city": cast.nuremberg.slug, "content_hash": page.context["content_hash"]}
    assert client.post(reverse("exchange:round_assent", args=[draft.pk]), data).status_code == 302
    assert draft.assents.get().person == cast.hanna


def test_a_wrong_vote_keeps_what_was_typed(cast, client, round_):
    found = RoundFactory(agreement=round_("closed").agreement)
    client.force_login(cast.hanna)
    url = reverse("exchange:round_vote", args=[found.pk, "extend"])
    day = (found.review_until + 9 * DAY).isoformat()
    answer = client.post(url, {"extend-city": cast.nuremberg.slug, "extend-until": day})
    assert (answer.status_code, day in answer.content.decode()) == (422, True)
    day = (found.applications_until + DAY).isoformat()
    assert client.post(url, {"extend-city": cast.nuremberg.slug, "extend-until": day}).status_code == 302
    assert found.votes.get().person == cast.hanna


@pytest.mark.parametrize("status", ["review", "confirmation", "clearing"])
def test_the_cockpit_asks_as_much_for_a_hundred_applications_as_for_ten(cast, round_, client, status):
    found = round_(status)
    client.force_login(cast.konrad)
    counts = []
    for many in (10, 90):
        for _number in range(many):
            person = ApprenticeshipFactory(city=cast.nuremberg, trainer=cast.barbara).person
            ApplicationFactory(round=found, apprentice=person, home_city=cast.nuremberg, approved=True)
        counts.append(queries_of(client, found.get_absolute_url()))
    assert counts[1] <= counts[0] <= 20
