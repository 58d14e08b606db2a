"""Hosts judge candidates without names; unsuitable needs a second person, and reasons of the work."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from exchange.jobs import watch_deadlines
from exchange.models import HostOffer, HostVerdict
from exchange.pseudonyms import pseudonym
from exchange.queries.cards import (
    candidate_steps,
    cards_of,
    desk_rows,
    offers_with_cards,
    still_open,
    verdicts_to_countersign,
)
from exchange.queries.inbox import inbox, inbox_count
from exchange.queries.markets import build_market
from exchange.queries.matching import Report, explanation_of
from exchange.queries.round_turns import turns
from exchange.services import rounds, verdicts
from exchange.services.escalation import remind_from
from exchange.services.matching_runs import adopt_run, start_run
from exchange.services.wishes import set_wishes
from exchange.states import VERDICT, VerdictStatus
from lms.core import journal
from lms.core.errors import NotAllowed, Refused
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.models import Notification
from people.models import Role
from people.services.memberships import give_role
from people.services.substitutions import set_up_substitution
from tests.exchange.stays import SEED, an_offer
from tests.exchange.stays import a_round as a_round_to_match
from tests.factories.exchange import ApplicationFactory
from tests.factories.people import UserFactory
from tests.factories.training import ApprenticeshipFactory
from tests.german import de
from tests.people.test_substitutions import stands_in


def these_days():
    return {"starts_on": timezone.localdate(), "ends_on": timezone.localdate() + timedelta(days=6)}


@pytest.fixture
def review(cast):
    """Kilian and Mina wish for Carla's place; Paul looks after other places there, Marlene and Mona work in the
    office of München."""
    cast.round = a_round_to_match("review")
    cast.round.lottery_seed, cast.round.mode = SEED, "stable"
    cast.round.save(update_fields=["mode"])
    cast.round.agreement.cities.set([cast.nuremberg, cast.augsburg, cast.munich])
    cast.mona = UserFactory(first_name="Mona", hr_in=cast.munich)
    cast.paul = UserFactory(first_name="Paul", supervisor_in=cast.munich)
    cast.place = an_offer(cast.round, cast.munich, cast.carla, title="Chatbot")
    cast.of_mina = wishing(cast, cast.mina, cast.place)
    cast.of_kilian = wishing(cast, cast.kilian, cast.place, state="endorsed")
    return cast


def wishing(cast, person, *offers, state="approved"):
    return ApplicationFactory(apprentice=person, round=cast.round, wishes=offers, **{state: True})


def verdict_of(application):
    return HostVerdict.objects.get(application=application)


def asked(cast, reason="knowledge"):
    return verdicts.find_unsuitable(cast.place, cast.of_mina, reason=reason, actor=cast.carla)


# Cards


def test_the_same_person_has_another_code_at_every_place_and_in_every_round():
    codes = {pseudonym(1, 1, 1), pseudonym(1, 1, 2), pseudonym(1, 2, 1), pseudonym(2, 1, 1)}
    assert len(codes) == 4
    assert all(len(code) == 7 and code[3] == "-" for code in codes)
    assert pseudonym(1, 1, 1) in codes


def test_codes_follow_the_key_of_the_installation(settings):
    before = pseudonym(1, 1, 1)
    settings.SECRET_KEY = "another" * 9
    assert pseudonym(1, 1, 1) != before


def test_a_card_says_what_the_tasks_need_to_know_and_no_more(review):
    cards = {card.code: card for card in cards_of(review.place, review.carla)}
    mina = cards[pseudonym(review.round.pk, review.of_mina.pk, review.place.pk)]
    assert (mina.occupation, mina.year) == (review.mina.apprenticeship.occupation.name, mina.year)
    assert len(cards) == 2
    shown = repr(mina)
    for secret in ("Mina", "Musterfrau", "Nürnberg", review.of_mina.number, review.of_mina.idea, "birth"):
        assert secret not in shown


def test_those_nobody_endorsed_and_other_rounds_have_no_card(review):
    submitted = ApplicationFactory(round=review.round, submitted=True, wishes=[review.place])
    assert submitted.apprentice_id not in {one.application_id for one in HostVerdict.objects.all()}
    assert len(cards_of(review.place, review.carla)) == 2
    type(review.round).objects.update(status="matching")
    assert cards_of(review.place, review.carla) == []


def test_under_18_shows_as_hours_alone_and_health_not_at_all(review):
    today = timezone.localdate()
    training = review.mina.apprenticeship
    training.birth_date = review.place.starts_on - timedelta(days=17 * 365 + 100)
    training.medical_checked_on = None
    training.starts_on = today - timedelta(days=100)
    training.save()
    (card,) = [one for one in cards_of(review.place, review.carla) if one.occupation == training.occupation.name]
    said = " ".join(card.hints)
    assert "certificate" not in said
    assert "medical" not in said
    assert "18" not in said
    assert str(training.birth_date.year) not in said


def test_cards_cost_the_same_queries_for_one_and_for_many(review, django_assert_max_num_queries):
    asks = lambda: cards_of(offers_with_cards(review.carla).get(), review.carla)  # noqa: E731
    asks()
    with django_assert_max_num_queries(30) as few:
        asks()
    for _number in range(8):
        wishing(review, ApprenticeshipFactory(city=review.augsburg).person, review.place)
    with django_assert_max_num_queries(len(few)):
        assert len(asks()) == 10


# Verdicts

JUDGE = {
    "accept": lambda cast, who: verdicts.accept_candidate(cast.place, cast.of_mina, actor=who),
    "rank": lambda cast, who: verdicts.rank_candidate(cast.place, cast.of_mina, actor=who),
    "find_unsuitable": lambda cast, who: verdicts.find_unsuitable(cast.place, cast.of_mina, reason="time", actor=who),
    "countersign": lambda cast, who: verdicts.countersign(verdict_of(cast.of_mina), actor=who),
    "return": lambda cast, who: verdicts.return_verdict(verdict_of(cast.of_mina), reason="tasks", actor=who),
}
PREPARE = {
    "listed": [],
    "host_ok": [("accept", "carla")],
    "ranked": [("rank", "carla")],
    "asked": [("find_unsuitable", "carla")],
    "returned": [("find_unsuitable", "carla"), ("return", "marlene")],
    "unsuitable": [("find_unsuitable", "carla"), ("countersign", "marlene")],
}
EVERYBODY = ["carla", "marlene", "mona", "hanna", "anton", "otto", "rita", "barbara", "mina", "konrad"]
MAY = {
    "accept": {"carla"},
    "rank": {"carla"},
    "find_unsuitable": {"carla"},
    "countersign": {"marlene", "mona"},
    "return": {"marlene", "mona"},
}


@pytest.mark.parametrize("state", PREPARE)
@pytest.mark.parametrize("name", JUDGE)
def test_every_state_every_step_every_role(review, state, name):
    for before, who in PREPARE[state]:
        JUDGE[before](review, getattr(review, who))
    if state == "listed" and name in ("countersign", "return"):
        return  # there is nothing to sign
    for who in EVERYBODY:
        rows = list(HostVerdict.objects.values_list())
        actor = getattr(review, who)
        possible = state in VERDICT.steps[name].sources and who in MAY[name]
        if not possible:
            with pytest.raises(NotAllowed if who not in MAY[name] else StepNotAllowed), transaction.atomic():
                JUDGE[name](review, actor)
            assert list(HostVerdict.objects.values_list()) == rows
    able = sorted(MAY[name])[0]
    if state in VERDICT.steps[name].sources:
        assert JUDGE[name](review, getattr(review, able)).status == VERDICT.steps[name].target


def test_who_judged_does_not_countersign_even_with_both_roles(review):
    review.place.deputy = review.marlene
    review.place.save()
    verdict = verdicts.find_unsuitable(review.place, review.of_mina, reason="time", actor=review.marlene)
    with pytest.raises(NotAllowed):
        verdicts.countersign(verdict, actor=review.marlene)
    assert not verdicts_to_countersign(review.marlene).exists()
    assert verdicts.countersign(verdict, actor=review.mona).countersigned_by == review.mona


def test_who_stands_in_for_carla_judges_in_her_place(client, review):
    stands_in(review, review.carla, review.paul)
    (step,) = candidate_steps(review.paul)
    client.force_login(review.paul)
    assert client.get(step.url).status_code == 200
    code = pseudonym(review.round.pk, review.of_mina.pk, review.place.pk)
    client.post(
        reverse("exchange:candidate_step", args=[review.place.pk, code, "ungeeignet"]), {f"{code}-reason": "time"}
    )
    verdict = verdict_of(review.of_mina)
    (entry,) = journal.entries(verdict)
    assert (verdict.judged_by, entry.data["on_behalf_of"]) == (review.paul, review.carla.pk)


def test_a_trainer_who_stands_in_for_carla_finds_her_places_in_the_navigation(client, review):
    sabine = UserFactory(first_name="Sabine", trainer_in=review.munich)
    client.force_login(sabine)
    assert reverse("exchange:offer_desk") not in client.get("/").text
    stands_in(review, review.carla, sabine)
    assert reverse("exchange:offer_desk") in client.get("/").text
    page = BeautifulSoup(client.get(reverse("exchange:candidates", args=[review.place.pk])).text, "html.parser")
    assert {link["href"] for link in page.select("nav [aria-current=page]")} == {reverse("exchange:offer_desk")}


def test_neither_carla_nor_who_stood_in_for_her_countersigns_what_was_judged_in_her_place(review):
    give_role(review.carla, Role.HR, actor=None, city=review.munich, starts_on=timezone.localdate())
    give_role(review.paul, Role.HR, actor=None, city=review.munich, starts_on=timezone.localdate())
    hosting = review.carla.memberships.get(role=Role.SUPERVISOR)
    set_up_substitution([hosting], review.paul, **these_days(), actor=review.carla)
    verdict = verdicts.find_unsuitable(review.place, review.of_mina, reason="time", actor=review.paul)
    for one in (review.carla, review.paul):
        with pytest.raises(NotAllowed):
            verdicts.countersign(verdict, actor=one)
    signing = set(verdicts.who_countersigns(verdict))
    assert (signing & {review.carla, review.paul}, signing >= {review.marlene, review.mona}) == (set(), True)


def test_who_only_stands_in_for_the_one_who_judged_does_not_countersign(review):
    give_role(review.carla, Role.HR, actor=None, city=review.munich, starts_on=timezone.localdate())
    office = review.carla.memberships.get(role=Role.HR)
    set_up_substitution([office], review.paul, **these_days(), actor=review.carla)
    verdict = asked(review)
    assert not verdicts_to_countersign(review.paul).exists()
    with pytest.raises(NotAllowed):
        verdicts.countersign(verdict, actor=review.paul)


def test_the_cockpit_says_who_still_has_to_judge_and_to_sign(review):
    waiting = lambda who: [(turn.what, turn.you) for turn in turns(review.round, who)]  # noqa: E731
    release = ("Über eine Bewerbung entscheiden.", False)
    judge = ("Kandidaturen für einen Platz beurteilen.", False)
    assert waiting(review.konrad) == [release, judge]
    asked(review)
    sign = "Eine Beurteilung gegenzeichnen oder zurückgeben."
    assert waiting(review.marlene) == [release, (sign, True), judge]
    verdicts.accept_candidate(review.place, review.of_kilian, actor=review.carla)
    assert waiting(review.konrad) == [release, (sign, False)]
    assert waiting(review.mina) == [release]


def told(kind):
    """Of those we know by name."""
    found = Notification.objects.filter(kind=f"exchange/{kind}").exclude(recipient__first_name__startswith="Vorname")
    return sorted(one.recipient.first_name for one in found)


def test_the_office_hears_of_it_and_the_host_of_the_answer(review):
    review.place.deputy = review.paul
    review.place.save()
    verdict = asked(review)
    assert (told("verdict_to_countersign"), told("verdict_returned")) == (["Marlene", "Mona"], [])
    verdicts.return_verdict(verdict, reason="tasks", actor=review.mona)
    assert told("verdict_returned") == ["Carla", "Paul"]
    message = Notification.objects.get(kind="exchange/verdict_returned", recipient=review.paul)
    assert message.url.endswith(pseudonym(review.round.pk, review.of_mina.pk, review.place.pk))
    assert not {"Mina", "Musterfrau"} & set(str(message.facts).split())


def test_when_the_review_begins_hosts_hear_that_somebody_wants_their_place_once(review):
    stands_in(review, review.carla, review.paul)
    review.round.status = "applications_open"
    review.round.save()
    second = an_offer(review.round, review.munich, review.carla, title="Archiv")
    wishing(review, ApprenticeshipFactory(city=review.nuremberg).person, review.place, second, state="submitted")
    an_offer(review.round, review.augsburg, review.otto, title="Will niemand")
    rounds.close_applications(review.round, actor=None, today=timezone.localdate())
    assert told("round_candidates") == ["Carla", "Paul"]


def test_hosts_and_offices_are_reminded_of_what_is_open(review, time_machine):
    verdicts.accept_candidate(review.place, review.of_kilian, actor=review.carla)
    soon = lambda step: sorted(  # noqa: E731
        one.recipient.first_name
        for one in Notification.objects.filter(kind="exchange/deadline_soon", facts__step=step)
        if one.recipient in (review.carla, review.marlene, review.mona)
    )
    time_machine.move_to(noon(remind_from(review.round.review_until, review.munich)))
    watch_deadlines()
    assert (soon("judge"), soon("countersign")) == (["Carla"], [])
    asked(review)
    watch_deadlines()
    watch_deadlines()
    assert (soon("judge"), soon("countersign")) == (["Carla"], ["Marlene", "Mona"])
    time_machine.move_to(noon(review.round.review_until + timedelta(days=1)))
    watch_deadlines()
    late = Notification.objects.filter(kind="exchange/deadline_overdue", recipient__in=[review.carla, review.mona])
    assert [(one.recipient, one.facts["step"]) for one in late] == [(review.mona, "countersign")]


def noon(day):
    return timezone.localtime().replace(year=day.year, month=day.month, day=day.day, hour=12)


@pytest.mark.parametrize(
    "broken",
    [
        {"status": "unsuitable", "countersigned_by": None, "reason": "time"},
        {"status": "asked", "reason": ""},
        {"status": "ranked", "rank": None},
        {"status": "host_ok", "rank": 1},
    ],
)
def test_the_database_refuses_what_must_not_be(review, broken):
    verdict = verdicts.accept_candidate(review.place, review.of_mina, actor=review.carla)
    with pytest.raises(IntegrityError), transaction.atomic():
        HostVerdict.objects.filter(pk=verdict.pk).update(**broken)
    with pytest.raises(IntegrityError), transaction.atomic():
        HostVerdict.objects.filter(pk=verdict.pk).update(countersigned_by=review.carla)


def test_only_reasons_of_the_list(review):
    with pytest.raises(Refused):
        asked(review, reason="Zu jung")
    with pytest.raises(Refused):
        verdicts.return_verdict(asked(review), reason="Nein", actor=review.marlene)


def test_ranks_have_no_gaps_and_move_by_one(review):
    both = [review.of_mina, review.of_kilian]
    for one in both:
        verdicts.rank_candidate(review.place, one, actor=review.carla)
    verdicts.move_candidate(review.place, review.of_kilian, verdicts.UP, actor=review.carla)
    assert [verdict_of(one).rank for one in both] == [2, 1]
    verdicts.move_candidate(review.place, review.of_kilian, verdicts.UP, actor=review.carla)
    assert [verdict_of(one).rank for one in both] == [2, 1]
    verdicts.accept_candidate(review.place, review.of_kilian, actor=review.carla)
    assert [verdict_of(one).rank for one in both] == [1, None]


def test_after_the_review_nobody_judges(review):
    verdict = asked(review)
    type(review.round).objects.update(status="matching")
    with pytest.raises(StepNotAllowed):
        verdicts.accept_candidate(review.place, review.of_mina, actor=review.carla)
    with pytest.raises(StepNotAllowed):
        verdicts.countersign(verdict, actor=review.marlene)


def test_a_verdict_goes_with_its_wish_and_stays_with_the_others(review):
    other = an_offer(review.round, review.munich, review.carla, title="Archiv")
    verdicts.rank_candidate(review.place, review.of_mina, actor=review.carla)
    verdicts.rank_candidate(review.place, review.of_kilian, actor=review.carla)
    type(review.of_mina).objects.filter(pk=review.of_mina.pk).update(status="returned")
    review.of_mina.refresh_from_db()
    set_wishes(review.of_mina, [other, review.place], actor=review.mina)
    assert verdict_of(review.of_mina).rank == 1
    set_wishes(review.of_mina, [other], actor=review.mina)
    assert not HostVerdict.objects.filter(application=review.of_mina).exists()
    assert verdict_of(review.of_kilian).rank == 1


# What follows


def test_open_cards_are_said_before_the_matching_and_stand_in_nobodys_way(review):
    asked(review)
    assert len(still_open(review.round)) == 2
    type(review.of_kilian).objects.filter(pk=review.of_kilian.pk).update(status="approved", decided_by=review.anton)
    assert rounds.start_matching(review.round, actor=review.konrad, today=timezone.localdate()).status == "matching"


def matched(review):
    type(review.of_kilian).objects.filter(pk=review.of_kilian.pk).update(status="approved", decided_by=review.anton)
    rounds.start_matching(review.round, actor=review.konrad, today=timezone.localdate())
    return start_run(review.round, actor=review.konrad)


def test_ranks_are_points_and_the_independent_check_agrees(review):
    for first, second in ((review.of_mina, review.of_kilian), (review.of_kilian, review.of_mina)):
        for one in (first, second):
            verdicts.accept_candidate(review.place, one, actor=review.carla)
        for one in (first, second):
            verdicts.rank_candidate(review.place, one, actor=review.carla)
    run = matched(review)
    (points,) = build_market(review.round).scores.values()
    assert points == {review.of_kilian.number: 20, review.of_mina.number: 18}
    assert run.result["assignment"] == {review.of_kilian.number: str(review.place.pk), review.of_mina.number: None}
    assert Report(run).complaints == []


def test_points_of_one_place_do_not_count_at_another_of_the_department(review):
    other = an_offer(review.round, review.munich, review.carla, department=review.place.department)
    wishing(review, review.zoe, other)
    verdicts.rank_candidate(review.place, review.of_mina, actor=review.carla)
    type(review.of_mina).objects.filter(pk=review.of_mina.pk).update(status="in_matching")
    market = build_market(review.round)
    mina = market.applicant_by_id[review.of_mina.number]
    scores = {offer.id: market.score(offer, mina) for offer in market.offers}
    assert scores == {str(review.place.pk): 20, str(other.pk): 0}


def test_countersigned_unsuitable_is_not_admissible_and_told_in_words_after_publication(review):
    verdicts.countersign(asked(review), actor=review.marlene)
    run = matched(review)
    assert run.result["assignment"][review.of_mina.number] is None
    assert Report(run).complaints == []
    adopt_run(run, actor=review.konrad)
    review.of_mina.refresh_from_db()
    assert explanation_of(review.of_mina) == []
    review.of_mina.status = "unmatched"
    ((_wish, sentence),) = explanation_of(review.of_mina)
    assert "aus fachlichen Gründen" in sentence
    assert "nötige Kenntnisse" in sentence


def test_a_verdict_without_countersignature_counts_as_suitable(review):
    asked(review)
    run = matched(review)
    assert str(review.place.pk) in run.result["assignment"].values()
    assert str(review.place.pk) in {
        wish for one in build_market(review.round).applicants if one.id == review.of_mina.number for wish in one.prefs
    }


# Screens


def test_carla_sees_what_waits_on_her_start_page_and_in_the_overview(client, review):
    (step,) = candidate_steps(review.carla)
    assert step.due == review.round.review_until
    assert [(row.cards, row.open) for row in desk_rows(review.carla)] == [(2, 2)]
    client.force_login(review.carla)
    assert step.url in client.get(reverse("home")).text
    assert step.url in client.get(reverse("exchange:candidate_desk")).text


def test_carla_ranks_and_finds_unsuitable_by_buttons(client, review):
    client.force_login(review.carla)
    code = pseudonym(review.round.pk, review.of_mina.pk, review.place.pk)
    step = lambda name: reverse("exchange:candidate_step", args=[review.place.pk, code, name])  # noqa: E731
    for name, status in [("reihen", "ranked"), ("geeignet", "host_ok")]:
        assert client.post(step(name)).status_code == 302
        assert verdict_of(review.of_mina).status == status
    empty = client.post(step("ungeeignet"))
    assert "Bitte wählen Sie einen Grund" in empty.text
    assert client.post(step("ungeeignet"), {f"{code}-reason": "time"}).status_code == 302
    assert verdict_of(review.of_mina).status == VerdictStatus.ASKED
    assert client.post(step("unsinn")).status_code == 404
    assert client.post(step("reihen").replace(code, "AAA-AAA")).status_code == 404


def test_ranks_are_asked_for_only_where_they_count(client, review):
    review.round.mode = "serial_max"
    review.round.save(update_fields=["mode"])
    client.force_login(review.carla)
    page = client.get(reverse("exchange:candidates", args=[review.place.pk])).text
    assert de("Suitable") in page
    assert de("Give a rank") not in page
    place = HostOffer.objects.get(pk=review.place.pk)
    with pytest.raises(Refused):
        verdicts.rank_candidate(place, review.of_mina, actor=review.carla)


def test_marlene_finds_the_countersignature_in_her_inbox(client, review):
    verdict = asked(review)
    (task,) = [task for task in inbox(review.marlene) if task.kind == "verdict"]
    assert inbox_count(review.marlene) == len(inbox(review.marlene))
    assert "Mina" not in repr(task)
    assert "Nürnberg" not in repr(task)
    client.force_login(review.marlene)
    code = pseudonym(review.round.pk, review.of_mina.pk, review.place.pk)
    page = reverse("exchange:candidates", args=[review.place.pk])
    assert task.url == f"{page}#{code}"
    assert "gegenzeichnen" in client.get(page).text
    assert client.post(f"{page}{code}/zurueckgeben/").status_code == 200
    assert client.post(f"{page}{code}/gegenzeichnen/").status_code == 302
    verdict.refresh_from_db()
    assert (verdict.status, verdict.countersigned_by) == ("unsuitable", review.marlene)


@pytest.mark.parametrize("who", ["otto", "rita", "hanna", "barbara", "mina", "konrad"])
def test_strangers_learn_nothing_of_the_cards(client, review, who):
    client.force_login(getattr(review, who))
    answer = client.get(reverse("exchange:candidates", args=[review.place.pk]))
    assert answer.status_code in (403, 404)


def test_the_reason_is_complete_in_german():
    assert "fachlichen Gründen" in de("The host could not consider you, for reasons of the work: %(reason)s")
