"""A round says how places are assigned, what other rules would have given, and lets anybody check the result."""

import json
from hashlib import sha256

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils.translation import override

from exchange.matching import Mode
from exchange.matching.checker import false_claims
from exchange.models import MatchRun, Pin, Placement, Wish
from exchange.procedures import CHOICES, PROCEDURES
from exchange.queries.comparing import Change, Comparison
from exchange.queries.markets import build_market, carried_into
from exchange.queries.matching import Report
from exchange.queries.published_matching import own_draw, public_files, published_run
from exchange.services.matching_runs import adopt_run, replay, start_run
from exchange.services.pins import pin_place, release_pin
from exchange.services.publication import publish_round
from lms.core.errors import NotAllowed, Refused, TooLate
from tests.exchange.stays import a_round, an_applicant, an_offer, confirmed
from tests.factories.exchange import ApplicationFactory, PlacementFactory
from tests.factories.people import UserFactory
from tests.factories.training import ApprenticeshipFactory


@pytest.fixture
def market(cast):
    """Two people want the only seat in München; Kilian's second wish is free, Mina has no other."""
    cast.round = a_round()
    cast.chatbot = an_offer(cast.round, cast.munich, cast.carla, title="Chatbot")
    cast.archive = an_offer(cast.round, cast.nuremberg, cast.rita, title="Archive")
    cast.of_mina = an_applicant(cast.mina, cast.round, cast.chatbot)
    cast.of_kilian = an_applicant(cast.kilian, cast.round, cast.chatbot, cast.archive)
    return cast


def set_rules(round_, **rules):
    for name, value in rules.items():
        setattr(round_, name, value)
    round_.save(update_fields=list(rules))


def publish(market):
    """Both cities confirm everything, and everybody is told."""
    run = adopt_run(start_run(market.round, actor=market.konrad), actor=market.konrad)
    for placement in Placement.objects.filter(run=run).select_related("home_city", "host_city"):
        confirmed(placement, UserFactory(hr_in=placement.home_city), UserFactory(hr_in=placement.host_city))
    market.round.refresh_from_db()
    publish_round(market.round, actor=market.konrad)
    return run


def test_the_balanced_draw_places_both(market):
    """Whoever is drawn first: Mina has no other wish, so Kilian goes to the archive, and reads why if he was first."""
    run = adopt_run(start_run(market.round, actor=market.konrad), actor=market.konrad)
    assert run.mode == Mode.SERIAL_MAX
    assert Report(run).complaints == []
    places = {market.of_mina.number: str(market.chatbot.pk), market.of_kilian.number: str(market.archive.pk)}
    assert run.result["assignment"] == places
    first = run.result["draw"][market.of_kilian.number] == 1
    outcome = Wish.objects.get(application=market.of_kilian, offer=market.chatbot).outcome
    assert outcome == ("optimum_count" if first else "full_lottery_offer")


@pytest.mark.parametrize("mode", [mode for mode, _name in CHOICES])
def test_every_procedure_is_checked_and_can_be_repeated(market, mode):
    set_rules(market.round, mode=mode, tolerance=1)
    run = start_run(market.round, actor=market.konrad)
    assert (Report(run).complaints, replay(run).outcome_sha256) == ([], run.result_hash)


def test_a_city_that_tolerates_no_difference_sends_nobody_alone(market):
    set_rules(market.round, tolerance=0)
    market.of_kilian.wishes.all().delete()
    run = start_run(market.round, actor=market.konrad)
    assert set(run.result["assignment"].values()) == {None}
    reason = run.result["reasons"][market.of_mina.number][0]["code"]
    assert reason == "reciprocity_out"


def test_what_earlier_rounds_left_counts(market):
    before = ApplicationFactory(round=a_round("closed"), apprentice=market.mina, approved=True, status="accepted")
    earlier = PlacementFactory(application=before, offer=market.chatbot, accepted=True)
    assert carried_into(market.round) == {earlier.host_city.slug: 1, earlier.home_city.slug: -1}
    assert {one.carry for one in build_market(market.round).cities} == {0}  # nothing is counted without a limit
    set_rules(market.round, tolerance=1)
    carries = {one.id: one.carry for one in build_market(market.round).cities}
    assert (carries[market.munich.slug], carries[market.nuremberg.slug]) == (1, -1)
    assert carried_into(earlier.round) == {}


def test_a_proposal_of_another_procedure_is_not_adopted(market):
    run = start_run(market.round, actor=market.konrad)
    set_rules(market.round, mode="stable")
    with pytest.raises(Refused):
        adopt_run(run, actor=market.konrad)


def test_the_cities_assent_to_the_procedure(market):
    before = market.round.content_hash
    market.round.mode = "cycles"
    other = market.round.content_hash
    market.round.tolerance = 2
    assert len({before, other, market.round.content_hash}) == 3


def test_records_are_a_chain_that_shows_every_change(market):
    first = start_run(market.round, actor=market.konrad)
    second = start_run(market.round, actor=market.konrad)
    assert len({first.record_hash, second.record_hash}) == 2
    assert Report(second).chain_is_whole
    changed = {**first.result, "draw": dict.fromkeys(first.result["draw"], 1)}
    MatchRun.objects.filter(pk=first.pk).update(result=changed)
    assert not Report(MatchRun.objects.get(pk=second.pk)).chain_is_whole
    MatchRun.objects.filter(pk=first.pk).delete()
    assert not Report(MatchRun.objects.get(pk=second.pk)).chain_is_whole


def test_what_the_check_contradicts_is_not_adopted(market, client):
    run = start_run(market.round, actor=market.konrad)
    MatchRun.objects.filter(pk=run.pk).update(verdict=["pareto: somebody could have more."])
    client.force_login(market.konrad)
    assert "pareto: somebody could have more." in client.get(run.get_absolute_url()).text
    with pytest.raises(Refused):
        adopt_run(MatchRun.objects.get(pk=run.pk), actor=market.konrad)
    market.round.refresh_from_db()
    assert market.round.status == "matching"


def test_the_page_says_why_a_place_stays_free(market):
    an_offer(market.round, market.munich, market.carla, title="Nobody's")
    market.archive.seats = 2
    market.archive.save()
    market.of_mina.wishes.create(offer=market.archive, rank=2)
    with override("en"):
        rows = {row.offer.title: row for row in Report(start_run(market.round, actor=market.konrad)).seats}
        assert rows["Nobody's"].why == ["Nobody wished for it."]
        assert rows["Chatbot"].why == []
        assert rows["Archive"].why  # Mina lives there, or has the chatbot
    set_rules(market.round, tolerance=0)
    market.of_kilian.wishes.all().delete()
    with override("en"):
        rows = {row.offer.title: row for row in Report(start_run(market.round, actor=market.konrad)).seats}
        assert rows["Chatbot"].why == ["For 1 person the balance of the cities stood against it."]
        assert rows["Archive"].why == ["It does not fit 1 person."]


# Comparing


def test_all_procedures_stand_beside_each_other(market):
    comparison = Comparison(start_run(market.round, actor=market.konrad))
    rows = {row.procedure.mode: row for row in comparison.rows}
    assert set(rows) == set(PROCEDURES)
    assert [mode for mode, row in rows.items() if row.is_own] == [Mode.SERIAL_MAX]
    assert rows[Mode.SERIAL_MAX].metrics.placed == comparison.own_placed == 2
    assert rows[Mode.STABLE].blocking == 0
    assert rows[Mode.CYCLES].largest_net == 0


def test_the_balance_has_a_price(market):
    set_rules(market.round, tolerance=0)
    market.of_kilian.wishes.all().delete()
    comparison = Comparison(start_run(market.round, actor=market.konrad))
    assert [(one.tolerance, one.placed) for one in comparison.prices] == [(0, 0), (1, 1), (2, 1), (None, 1)]
    assert all(one.more == 0 for one in comparison.city_prices())  # it takes both cities


def test_what_if_a_place_had_a_seat_more_or_were_not_there(market):
    comparison = Comparison(start_run(market.round, actor=market.konrad))
    more = comparison.outcome(Change(market.chatbot, seats=1))
    assert (more.placed, more.first_choice, more.better, more.worse) == (2, 2, 1, 0)
    without = comparison.outcome(Change(market.chatbot, without=True))
    assert (without.placed, without.better, without.worse) == (1, 0, 1)
    assert comparison.outcome(Change(tolerance=0)).placed == 0  # Augsburg would send and take nobody


def test_what_both_cities_confirmed_stays_whatever_is_tried(market):
    PlacementFactory(application=market.of_mina, offer=market.chatbot, confirmed=True)
    comparison = Comparison(start_run(market.round, actor=market.konrad))
    assert comparison.outcome(Change(market.chatbot, without=True)).placed == 2
    rows = {row.procedure.mode: row.metrics for row in comparison.rows}
    assert rows[Mode.SERIAL_MAX].placed == 2


def test_the_comparison_answers_questions_and_says_what_is_missing(market, client):
    run = start_run(market.round, actor=market.konrad)
    client.force_login(market.konrad)
    url = reverse("exchange:match_compare", args=[run.pk])
    page = client.get(url).text
    assert "Ausgleichslos" in page
    assert client.get(url, {"what": "mehr", "offer": market.chatbot.pk}).context["outcome"].placed == 2
    assert "Bitte wählen Sie den Platz" in client.get(url, {"what": "mehr"}).text
    assert client.get(url, {"what": "spielraum", "tolerance": "viele"}).context["outcome"] is None
    run.refresh_from_db()
    assert run.status == "proposed"


# For everybody


def test_before_publication_everybody_reads_how_but_no_result(market, client):
    page = client.get(reverse("exchange:round_procedure", args=[market.round.pk]))
    assert (page.status_code, "noindex, nofollow") == (200, page["X-Robots-Tag"])
    assert page.text.count("<li>Innerhalb") == 1
    assert market.round.lottery_seed not in page.text
    adopt_run(start_run(market.round, actor=market.konrad), actor=market.konrad)
    market.round.refresh_from_db()
    assert published_run(market.round) is None
    assert own_draw(market.of_mina) is None
    for name in ("round_procedure", "round_input", "round_result"):
        answer = client.get(reverse(f"exchange:{name}", args=[market.round.pk]))
        assert market.round.lottery_seed not in answer.text
        assert answer.status_code == (200 if name == "round_procedure" else 404)


def test_a_round_in_preparation_is_nobodys_business(client, db):
    assert client.get(reverse("exchange:round_procedure", args=[a_round("draft").pk])).status_code == 404


def test_a_stranger_checks_the_published_files_with_the_command(market, client, tmp_path, capsys):
    run = publish(market)
    for name in ("input", "result"):
        answer = client.get(reverse(f"exchange:round_{name}", args=[market.round.pk]))
        (tmp_path / name).write_bytes(answer.content)
    call_command("match_verify", str(tmp_path / "input"), str(tmp_path / "result"))
    assert capsys.readouterr().out == ""
    changed = json.loads((tmp_path / "result").read_text())
    changed["assignment"] = dict.fromkeys(changed["assignment"])
    (tmp_path / "other").write_text(json.dumps(changed))
    with pytest.raises(SystemExit):
        call_command("match_verify", str(tmp_path / "input"), str(tmp_path / "other"))
    page = client.get(reverse("exchange:round_procedure", args=[market.round.pk])).text
    assert run.market["lottery"]["seed"] in page


@pytest.mark.parametrize("mode", [mode for mode, _name in CHOICES])
def test_the_published_files_hold_for_every_procedure_and_describe_nobody(market, mode):
    set_rules(market.round, mode=mode, tolerance=1)
    run = start_run(market.round, actor=market.konrad)
    document, result = public_files(run)
    assert false_claims(document, result) == []
    text = json.dumps([document, result])
    for person in run.market["applicants"]:
        assert person["id"] not in text
        assert person["occupation"] not in text
    numbers = {f"L{place:04}": run.result["assignment"][who] for who, place in run.result["draw"].items()}
    assert result["assignment"] == numbers


def test_mina_reads_her_number_of_the_draw_and_can_compute_it(market, client):
    publish(market)
    market.of_mina.refresh_from_db()
    tickets = {
        one.number: sha256(f"{market.round.lottery_seed}:{one.number}".encode()).hexdigest()
        for one in (market.of_mina, market.of_kilian)
    }
    assert sorted(tickets, key=tickets.get).index(market.of_mina.number) + 1 == own_draw(market.of_mina)
    client.force_login(market.mina)
    page = client.get(market.of_mina.get_absolute_url()).text
    assert f"Ihre Losnummer war {own_draw(market.of_mina)}." in page


@pytest.mark.parametrize("count", [1, 12])
def test_the_comparison_costs_the_same_for_any_number_of_people(cast, client, django_assert_max_num_queries, count):
    round_ = a_round(tolerance=1)
    offer = an_offer(round_, cast.munich, cast.carla, seats=3)
    for _ in range(count):
        an_applicant(ApprenticeshipFactory(city=cast.nuremberg).person, round_, offer)
    found = start_run(round_, actor=cast.konrad)
    client.force_login(cast.konrad)
    with django_assert_max_num_queries(12):
        assert client.get(reverse("exchange:match_compare", args=[found.pk])).status_code == 200


@pytest.mark.parametrize("mode", list(Mode))
def test_every_procedure_is_named_in_both_languages(mode):
    one = PROCEDURES[mode]
    with override("en"):
        english = [str(text) for text in (one.name, one.short, one.honest, *one.how)]
    with override("de"):
        german = [str(text) for text in (one.name, one.short, one.honest, *one.how)]
    assert all(first != second for first, second in zip(english, german, strict=True))
    assert one.is_for_comparison or len(one.how) >= 10


# Places by hand


def person_page(run, application):
    return reverse("exchange:match_person", args=[run.pk, application.number])


@pytest.fixture
def two_places(market):
    """Kilian may have both places; the draw leaves the archive to him, as Mina has no other wish."""
    market.counter = an_offer(market.round, market.munich, market.carla, title="Counter")
    market.of_lena = an_applicant(
        ApprenticeshipFactory(city=market.nuremberg).person, market.round, market.chatbot, market.counter
    )
    return market


def test_konrad_sees_what_another_place_would_do_to_the_others(two_places, client):
    run = start_run(two_places.round, actor=two_places.konrad)
    moves = {key: outcome for _rank, key, outcome in Comparison(run).moves(two_places.of_kilian.number)}
    away = moves[str(two_places.chatbot.pk)]
    assert (away.placed, away.worse) == (2, 1)  # Mina would have nothing
    now = moves[str(two_places.archive.pk)]
    assert (now.placed, now.better, now.worse) == (3, 0, 0)
    client.force_login(two_places.konrad)
    assert client.get(person_page(run, two_places.of_kilian)).status_code == 200


def test_a_place_by_hand_has_a_reason_and_gives_a_new_run(two_places, client):
    run = start_run(two_places.round, actor=two_places.konrad)
    client.force_login(two_places.konrad)
    url = person_page(run, two_places.of_kilian)
    empty = client.post(url, {"place_key": two_places.chatbot.pk, "reason": " "})
    assert (empty.status_code, Pin.objects.count()) == (400, 0)
    client.post(url, {"place_key": two_places.chatbot.pk, "reason": "Sein Projekt hängt daran."})
    new = two_places.round.runs.first()
    assert (new.number, new.result["assignment"][two_places.of_kilian.number]) == (2, str(two_places.chatbot.pk))
    assert Report(new).complaints == []
    assert "Sein Projekt hängt daran." in client.get(new.get_absolute_url()).text
    late = client.post(url, {"place_key": two_places.archive.pk, "reason": "Zu spät."})
    assert (late.status_code, Pin.objects.standing().get().reason) == (409, "Sein Projekt hängt daran.")


def test_a_released_place_is_decided_by_the_procedure_again(two_places):
    first = start_run(two_places.round, actor=two_places.konrad)
    pinned = pin_place(
        first, two_places.of_kilian, two_places.chatbot, reason="Weil es so ist.", actor=two_places.konrad
    )
    again = release_pin(pinned, two_places.of_kilian, actor=two_places.konrad)
    assert (again.number, again.result_hash) == (3, first.result_hash)
    with pytest.raises(TooLate):
        release_pin(again, two_places.of_kilian, actor=two_places.konrad)


def test_a_place_that_cannot_be_kept_is_named_and_nothing_changes(two_places):
    run = start_run(two_places.round, actor=two_places.konrad)
    with pytest.raises(Refused) as error:
        pin_place(run, two_places.of_mina, two_places.counter, reason="Nie gewünscht.", actor=two_places.konrad)
    assert two_places.of_mina.number in str(error.value)
    assert (Pin.objects.count(), two_places.round.runs.count()) == (0, 1)


def test_whoever_got_a_place_by_hand_reads_so_and_needs_both_cities_like_all(two_places):
    run = start_run(two_places.round, actor=two_places.konrad)
    adopted = adopt_run(
        pin_place(run, two_places.of_lena, two_places.counter, reason="Barrierefrei.", actor=two_places.konrad),
        actor=two_places.konrad,
    )
    outcome = Wish.objects.get(application=two_places.of_lena, offer=two_places.chatbot).outcome
    assert outcome == "by_hand"
    assert Placement.objects.get(run=adopted, application=two_places.of_lena).status == "proposed"


def test_only_the_coordination_gives_places_by_hand(two_places):
    run = start_run(two_places.round, actor=two_places.konrad)
    with pytest.raises(NotAllowed):
        pin_place(run, two_places.of_lena, two_places.counter, reason="Für mich.", actor=two_places.hanna)
