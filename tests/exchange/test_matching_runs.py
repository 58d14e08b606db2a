"""The coordination assigns the places of a round."""

from itertools import product

import pytest
from django.urls import reverse

from exchange.matching import commitment
from exchange.models import MatchRun, Placement
from exchange.queries.markets import build_market, market_from
from exchange.queries.matching import Report, explanation_of
from exchange.services.matching_runs import adopt_run, discard_run, replay, start_run
from exchange.services.placements import refuse_placement
from exchange.services.publication import return_to_matching
from exchange.states import RUN, RunStatus
from lms.core.errors import NotAllowed, Refused
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.models import Notification
from tests.exchange.stays import SEED, a_round, an_applicant, an_offer, confirmed
from tests.factories.exchange import MatchRunFactory
from tests.factories.training import SchoolBlockFactory, StationFactory
from tests.german import de


@pytest.fixture
def market(cast):
    """Two people want the only seat in München; Kilian's second wish is free, Mina has no other."""
    cast.round = a_round(mode="stable")
    cast.chatbot = an_offer(cast.round, cast.munich, cast.carla, title="Chatbot")
    cast.archive = an_offer(cast.round, cast.nuremberg, cast.rita, title="Archive")
    cast.of_mina = an_applicant(cast.mina, cast.round, cast.chatbot)
    cast.of_kilian = an_applicant(cast.kilian, cast.round, cast.chatbot, cast.archive)
    return cast


def assignment(match_run):
    return match_run.result["assignment"]


def test_a_run_keeps_its_input_its_result_and_their_hashes(market):
    found = start_run(market.round, actor=market.konrad)
    lucky = assignment(found)[market.of_mina.number]
    others = {str(market.chatbot.pk), str(market.archive.pk)}
    assert (found.number, found.status, found.round) == (1, "proposed", market.round)
    assert set(assignment(found).values()) <= {*others, None}
    assert lucky in (str(market.chatbot.pk), None)
    assert found.result["commitment"] == commitment(SEED)
    assert market_from(found.market) == build_market(market.round)


def test_the_same_input_gives_the_same_result_as_often_as_you_like(market):
    first = start_run(market.round, actor=market.konrad)
    again = replay(first)
    second = start_run(market.round, actor=market.konrad)
    first.refresh_from_db()
    assert again.outcome_sha256 == first.result_hash == second.result_hash
    assert [(run.number, run.status) for run in (first, second)] == [(1, "discarded"), (2, "proposed")]


def test_the_independent_check_agrees(market):
    report = Report(start_run(market.round, actor=market.konrad))
    assert report.complaints == []
    assert (report.people, report.placed + report.left_over) == (2, 2)


def test_school_and_other_stays_keep_people_out_of_those_weeks(market):
    block = SchoolBlockFactory(starts_on=market.chatbot.starts_on, ends_on=market.chatbot.starts_on)
    mina = market.mina.apprenticeship
    mina.school_calendar = block.calendar
    mina.save()
    StationFactory(
        apprentice=market.kilian, starts_on=market.chatbot.ends_on, ends_on=market.chatbot.ends_on, source_type=""
    )
    busy = {person.id: person.busy for person in build_market(market.round).applicants}
    assert busy == {market.of_mina.number: {0}, market.of_kilian.number: {5}}


def test_only_the_coordination_assigns_and_only_in_the_matching(market):
    with pytest.raises(NotAllowed):
        start_run(market.round, actor=market.hanna)
    with pytest.raises(Refused):
        start_run(a_round("review"), actor=market.konrad)
    with pytest.raises(Refused):
        start_run(a_round("matching"), actor=market.konrad)  # nobody is in it
    assert MatchRun.objects.count() == 0


def test_adopting_proposes_places_keeps_reasons_and_tells_the_offices(market):
    adopted = adopt_run(start_run(market.round, actor=market.konrad), actor=market.konrad)
    received = {p.application.number: str(p.offer_id) for p in Placement.objects.select_related("application")}
    assert received == {number: offer for number, offer in assignment(adopted).items() if offer}
    assert {placement.status for placement in Placement.objects.all()} == {"proposed"}
    market.round.refresh_from_db()
    assert (adopted.status, market.round.status) == ("adopted", "confirmation")
    unlucky = market.of_mina if market.of_mina.number not in received else market.of_kilian
    wish = unlucky.wishes.get(offer=market.chatbot)
    assert (wish.outcome, wish.own_value, wish.cutoff, wish.basis) == ("full_lottery_offer", 2, 1, "draw")
    told = set(Notification.objects.filter(kind="exchange/placement_to_confirm").values_list("recipient", flat=True))
    cities = {city for placement in Placement.objects.all() for city in (placement.home_city, placement.host_city)}
    officers = {market.nuremberg: market.hanna, market.augsburg: market.anton, market.munich: market.marlene}
    assert told >= {officers[city].pk for city in cities}


def test_nobody_reads_a_reason_before_the_places_are_published(market):
    adopt_run(start_run(market.round, actor=market.konrad), actor=market.konrad)
    for application in (market.of_mina, market.of_kilian):
        assert explanation_of(application) == []


def test_a_proposal_that_is_out_of_date_cannot_be_adopted(market):
    old = start_run(market.round, actor=market.konrad)
    an_applicant(market.zoe, market.round, market.archive)
    with pytest.raises(Refused):
        adopt_run(old, actor=market.konrad)
    assert Placement.objects.count() == 0


def test_a_discarded_proposal_stays_readable_but_cannot_be_adopted(market):
    found = discard_run(start_run(market.round, actor=market.konrad), actor=market.konrad)
    with pytest.raises(StepNotAllowed):
        adopt_run(found, actor=market.konrad)


def test_after_a_refusal_confirmed_places_stay_and_the_refused_pair_does_not_meet_again(market):
    officers = {market.nuremberg: market.hanna, market.augsburg: market.anton, market.munich: market.marlene}
    two_seats = an_offer(market.round, market.augsburg, market.otto, title="Two seats", seats=2)
    of_zoe = an_applicant(market.zoe, market.round, two_seats, market.archive)
    adopt_run(start_run(market.round, actor=market.konrad), actor=market.konrad)
    kept, *_rest = Placement.objects.exclude(application=of_zoe)
    confirmed(kept, officers[kept.home_city], officers[kept.host_city])
    zoes = Placement.objects.get(application=of_zoe)
    refuse_placement(zoes, actor=market.anton, reason="Die Betreuung fällt aus.")

    return_to_matching(market.round, actor=market.konrad)
    second = start_run(market.round, actor=market.konrad)
    assert second.market["pinned"] == {kept.application.number: str(kept.offer_id)}
    assert assignment(second)[of_zoe.number] in (str(market.archive.pk), None)

    adopt_run(second, actor=market.konrad)
    kept.refresh_from_db()
    assert (kept.status, Placement.objects.filter(application=kept.application).count()) == ("confirmed", 1)
    assert of_zoe.wishes.get(offer=two_seats).outcome == "refused"


@pytest.mark.parametrize(("status", "name"), list(product(RunStatus.values, RUN.steps)))
def test_only_the_steps_in_the_table_are_possible(db, status, name):
    found = MatchRunFactory(status=status)
    if name in RUN.open_steps(status):
        RUN.advance(found, name)
        assert found.status == RUN.steps[name].target
    else:
        with pytest.raises(StepNotAllowed):
            RUN.advance(found, name)


def test_the_coordination_reads_numbers_and_reasons_but_no_names(market, client):
    client.force_login(market.konrad)
    page = client.post(reverse("exchange:match_start", args=[market.round.pk]), follow=True).content.decode()
    assert market.of_mina.number in page
    assert "Losnummer" in page
    assert "Musterfrau" not in page
    assert "Beispiel" not in page


def test_the_whole_way_over_the_pages(market, client):
    client.force_login(market.konrad)
    start = client.get(reverse("exchange:round_matching", args=[market.round.pk]))
    assert start.status_code == 200
    client.post(reverse("exchange:match_start", args=[market.round.pk]))
    found = MatchRun.objects.get()
    assert client.get(reverse("exchange:round_matching", args=[market.round.pk])).url == found.get_absolute_url()
    replayed = client.post(reverse("exchange:match_replay", args=[found.pk]), follow=True).content.decode()
    assert found.result_hash[:12] in replayed
    assert (
        de("Computed once more: exactly the same result, with the same checksum %(hash)s.", hash=found.result_hash[:12])
        in replayed
    )
    client.post(reverse("exchange:match_adopt", args=[found.pk]))
    early = client.post(reverse("exchange:round_publish", args=[market.round.pk]))
    assert early.status_code == 400
    back = client.post(reverse("exchange:round_rematch", args=[market.round.pk]))
    assert back.status_code == 302
    market.round.refresh_from_db()
    assert market.round.status == "matching"


def test_nobody_else_sees_a_run(market, client):
    found = start_run(market.round, actor=market.konrad)
    for stranger in (market.hanna, market.mina, market.carla):
        client.force_login(stranger)
        assert client.get(found.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("count", [1, 12])
def test_the_page_of_a_run_costs_the_same_for_any_number_of_people(cast, client, django_assert_max_num_queries, count):
    from tests.factories.training import ApprenticeshipFactory

    round = a_round()
    offer = an_offer(round, cast.munich, cast.carla, seats=3)
    for _ in range(count):
        an_applicant(ApprenticeshipFactory(city=cast.nuremberg).person, round, offer)
    found = start_run(round, actor=cast.konrad)
    client.force_login(cast.konrad)
    with django_assert_max_num_queries(14):
        assert client.get(found.get_absolute_url()).status_code == 200
