"""A round goes from phase to phase: by the coordination, or by itself on its day."""

from datetime import date, timedelta
from itertools import product

import pytest

from exchange.matching.lottery import commitment
from exchange.models import ExchangeRound
from exchange.queries.round_turns import turns
from exchange.queries.rounds import CityNumbers, halts, numbers, round_steps, suggested_dates
from exchange.services import rounds as services
from exchange.services.matching_runs import start_run
from exchange.services.round_clock import move_rounds_by_date
from exchange.states import ROUND, RoundStatus
from exchange.states import ApplicationStatus as A
from lms.core import journal
from lms.core.errors import NotAllowed, Refused
from lms.core.jobs import discover
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.models import Notification
from tests.exchange.stays import SEED
from tests.factories.exchange import AgreementFactory, ApplicationFactory, OfferFactory, PlacementFactory, RoundFactory

TODAY = date(2027, 1, 11)
DATES = suggested_dates(TODAY)


@pytest.fixture
def agreement(cast):
    return AgreementFactory(
        cities=[cast.nuremberg, cast.augsburg, cast.munich], starts_on=date(2025, 1, 1), ends_on=date(2030, 1, 1)
    )


@pytest.fixture
def round_(agreement):
    def make(status, **dates):
        return RoundFactory(agreement=agreement, status=status, **{**DATES, **dates})

    return make


def extend(round_, until, today, cast):
    for person, city in ((cast.hanna, cast.nuremberg), (cast.anton, cast.augsburg)):
        services.vote_to_extend(round_, actor=person, city=city, until=until, today=today)


def vote_against(round_, cast):
    for person, city in ((cast.hanna, cast.nuremberg), (cast.anton, cast.augsburg)):
        services.vote_to_cancel(round_, actor=person, city=city, reason="Hochwasser")


def fresh(record):
    return type(record).objects.get(pk=record.pk)


def told(kind):
    messages = Notification.objects.filter(kind=f"exchange/{kind}").select_related("recipient")
    return {one.recipient.full_name for one in messages}


@pytest.mark.parametrize(("status", "name"), list(product(RoundStatus.values, ROUND.steps)))
def test_only_the_steps_in_the_table_are_possible(db, status, name):
    round_ = RoundFactory(status=status)
    if name in ROUND.open_steps(status):
        ROUND.advance(round_, name)
        assert round_.status == ROUND.steps[name].target
    else:
        with pytest.raises(StepNotAllowed):
            ROUND.advance(round_, name)


def test_suggested_dates_make_a_round_that_the_database_takes(agreement, cast):
    made = services.create_round(actor=cast.konrad, name="Frühjahr 2027", code="2027-F", agreement=agreement, **DATES)
    assert (made.status, made.stays_from.weekday(), made.stays_until.weekday()) == ("draft", 0, 6)


def test_only_the_coordination_prepares_and_leads(agreement, cast, round_):
    with pytest.raises(NotAllowed):
        services.create_round(actor=cast.hanna, name="X", code="X", agreement=agreement, **DATES)
    with pytest.raises(NotAllowed):
        services.open_offers(round_("agreed"), actor=cast.hanna, today=TODAY)


# offers


def test_hosts_hear_that_offers_are_collected(cast, round_):
    opened = services.open_offers(round_("agreed"), actor=cast.konrad, today=TODAY)
    assert fresh(opened).status == "offers_open"
    assert told("round_offers_open") == {
        "Rita Reserve", "Otto Ohneecht", "Carla Copyvorlage", "Hanna Hypothese", "Anton Ausgedacht", "Marlene Muster",
    }  # fmt: skip


@pytest.mark.parametrize("wrong", [{"status": "draft"}, {"ends_on": DATES["stays_until"] - timedelta(days=1)}])
def test_round_does_not_open_without_an_agreement_in_force_to_its_end(cast, agreement, round_, wrong):
    for name, value in wrong.items():
        setattr(agreement, name, value)
    agreement.save()
    waiting = round_("agreed")
    with pytest.raises(Refused):
        services.open_offers(waiting, actor=cast.konrad, today=TODAY)
    assert fresh(waiting).status == "agreed"


def test_opening_early_moves_the_date_so_that_it_stays_true(cast, round_):
    early = round_("agreed", offers_from=TODAY + timedelta(days=5))
    assert fresh(services.open_offers(early, actor=cast.konrad, today=TODAY)).offers_from == TODAY


# applications


def test_applications_do_not_open_without_a_place(cast, round_):
    with pytest.raises(Refused):
        services.open_applications(round_("offers_open"), actor=cast.konrad, today=TODAY)


def test_opening_applications_seals_the_lottery_and_tells_apprentices(cast, round_):
    collecting = round_("offers_open")
    OfferFactory(round=collecting, city=cast.munich)
    opened = fresh(services.open_applications(collecting, actor=cast.konrad, today=DATES["applications_from"]))
    assert (opened.status, len(opened.lottery_seed)) == ("applications_open", 64)
    assert opened.lottery_commitment == commitment(opened.lottery_seed)
    assert told("round_applications_open") == {"Mina Musterfrau", "Kilian Beispiel", "Zoe Platzhalter"}


def test_every_round_draws_its_own_seed(cast, round_):
    seeds = set()
    for _number in range(2):
        collecting = round_("offers_open")
        OfferFactory(round=collecting)
        seeds.add(services.open_applications(collecting, actor=cast.konrad, today=TODAY).lottery_seed)
    assert len(seeds) == 2


def test_extending_tells_those_with_a_draft(cast, round_):
    running = round_("applications_open")
    ApplicationFactory(round=running, apprentice=cast.mina)
    until = DATES["applications_until"] + timedelta(days=5)
    extend(running, until, DATES["applications_until"], cast)
    assert (fresh(running).applications_until, told("round_extended")) == (until, {"Mina Musterfrau"})


@pytest.mark.parametrize("days", [-1, 0, 15])
def test_time_is_only_extended_forward_and_not_into_the_assignment(cast, round_, days):
    running = round_("applications_open")
    with pytest.raises(Refused):
        extend(running, DATES["applications_until"] + timedelta(days=days), TODAY, cast)


def test_training_offices_hear_that_the_review_begins(cast, round_):
    closed = services.close_applications(round_("applications_open"), actor=None, today=DATES["review_until"])
    assert fresh(closed).status == "review"
    assert told("round_review") == {"Hanna Hypothese", "Anton Ausgedacht", "Marlene Muster"}


# matching


def test_assignment_waits_for_every_decision_and_names_the_open_ones(cast, round_):
    reviewing = round_("review")
    waiting = ApplicationFactory(round=reviewing, apprentice=cast.mina, endorsed=True)
    with pytest.raises(Refused, match=waiting.number):
        services.start_matching(reviewing, actor=cast.konrad, today=TODAY)


def test_approved_applications_enter_the_assignment_and_no_others(cast, round_):
    reviewing = round_("review")
    approved = ApplicationFactory(round=reviewing, apprentice=cast.mina, approved=True)
    returned = ApplicationFactory(round=reviewing, apprentice=cast.kilian, submitted=True, status="returned")
    draft = ApplicationFactory(round=reviewing, apprentice=cast.zoe)
    services.start_matching(reviewing, actor=cast.konrad, today=TODAY)
    assert [fresh(one).status for one in (reviewing, approved, returned, draft)] == [
        "matching", "in_matching", "returned", "draft",
    ]  # fmt: skip


# end


def test_round_closes_when_every_stay_is_settled(cast, round_):
    running = round_("evaluation")
    offer = OfferFactory(round=running)
    stay = PlacementFactory(
        application=ApplicationFactory(round=running, approved=True, status="accepted"), offer=offer, completed=True
    )
    with pytest.raises(Refused):
        services.close_round(running, actor=cast.konrad, today=TODAY)
    type(stay).objects.filter(pk=stay.pk).update(status="closed")
    services.close_round(fresh(running), actor=cast.konrad, today=TODAY)
    assert [fresh(one).status for one in (running, offer)] == ["closed", "closed"]


def test_canceling_ends_applications_and_tells_people_why(cast, round_):
    running = round_("applications_open")
    offer = OfferFactory(round=running)
    draft = ApplicationFactory(round=running, apprentice=cast.mina)
    rejected = ApplicationFactory(
        round=running, apprentice=cast.kilian, endorsed=True, status="rejected", decision_reason="exam"
    )
    vote_against(running, cast)
    services.cancel_round(running, actor=cast.konrad, reason="Hochwasser", today=TODAY)
    assert [fresh(one).status for one in (running, offer, draft, rejected)] == [
        "canceled",
        "closed",
        "withdrawn",
        "rejected",
    ]
    assert fresh(running).end_note == "Hochwasser"
    hosts = {offer.supervisor.full_name, offer.deputy.full_name}
    offices = {"Hanna Hypothese", "Anton Ausgedacht", "Marlene Muster"}
    assert told("round_canceled") == {"Mina Musterfrau"} | offices | hosts


def test_round_with_an_assigned_place_is_not_canceled(cast, round_):
    running = round_("confirmation")
    PlacementFactory(application=ApplicationFactory(round=running, approved=True, status="in_matching"))
    with pytest.raises(Refused):
        services.cancel_round(running, actor=cast.konrad, reason="Hochwasser", today=TODAY)


# change


def test_what_people_rely_on_is_locked(cast, round_):
    running = round_("applications_open")
    with pytest.raises(StepNotAllowed):
        services.change_round(running, actor=cast.konrad, stays_until=DATES["stays_until"] + timedelta(days=7))
    later = DATES["confirm_until"] + timedelta(days=1)
    changed = services.change_round(running, actor=cast.konrad, confirm_until=later, stays_until=running.stays_until)
    assert fresh(changed).confirm_until == later


# time


def test_the_clock_takes_each_step_on_its_day_and_no_sooner(cast, round_):
    collecting = round_("offers_open")
    OfferFactory(round=collecting)
    one = timedelta(days=1)
    days = [
        DATES["applications_from"] - one,
        DATES["applications_from"],
        DATES["applications_until"],
        DATES["applications_until"] + one,
    ]
    seen = []
    for day in days:
        seen.append((move_rounds_by_date(day), move_rounds_by_date(day), fresh(collecting).status))
    assert seen == [
        (0, 0, "offers_open"),
        (1, 0, "applications_open"),
        (0, 0, "applications_open"),
        (1, 0, "review"),
    ]


def test_stays_begin_by_themselves(round_):
    published = round_("published")
    assert [move_rounds_by_date(DATES["stays_from"] - timedelta(days=1)), move_rounds_by_date(DATES["stays_from"])] == [
        0,
        1,
    ]
    assert fresh(published).status == "running"


def test_days_without_the_clock_are_made_up(cast, round_):
    collecting = round_("offers_open")
    OfferFactory(round=collecting)
    running = round_("applications_open")
    days_later = DATES["applications_from"] + timedelta(days=9)
    assert (move_rounds_by_date(days_later), fresh(collecting).status, fresh(running).status) == (
        1, "applications_open", "applications_open",
    )  # fmt: skip


def test_applications_never_open_after_their_last_day(cast, round_):
    collecting = round_("offers_open")
    OfferFactory(round=collecting)
    assert (move_rounds_by_date(DATES["review_until"]), fresh(collecting).status) == (0, "offers_open")


def test_a_round_without_places_waits_without_troubling_others(cast, round_):
    empty, ready = round_("offers_open"), round_("offers_open")
    OfferFactory(round=ready)
    moved = move_rounds_by_date(DATES["applications_from"])
    assert (moved, fresh(empty).status, fresh(ready).status) == (1, "offers_open", "applications_open")


def test_what_comes_by_time_is_in_the_journal_without_a_person(round_):
    published = round_("published")
    move_rounds_by_date(DATES["stays_from"])
    assert [(one.action, one.user) for one in journal.entries(published)] == [("exchange.round.start", None)]


# what the screens show


@pytest.mark.parametrize("status", RoundStatus.values)
def test_every_state_has_its_place_on_the_way(cast, round_, status):
    states = [halt.state for halt in halts(round_(status))]
    at = {
        "offers_open": 0,
        "applications_open": 1,
        "review": 2,
        "matching": 3,
        "confirmation": 4,
        "published": 5,
        "running": 6,
        "evaluation": 7,
    }
    if status == "closed":
        assert states == ["done"] * 8
    elif status in ("draft", "agreed"):
        assert states == ["current"] + ["ahead"] * 8
    elif status == "clearing":
        assert states == ["done"] * 6 + ["current"] + ["ahead"] * 2
    elif status in at:
        assert states == ["done"] * at[status] + ["current"] + ["ahead"] * (7 - at[status])
    else:
        assert states == ["ahead"] * 8


def test_numbers_count_people_without_naming_them(cast, round_):
    running = round_("review")
    OfferFactory(round=running, city=cast.munich, seats=2)
    OfferFactory(round=running, city=cast.munich, status="submitted", reviewer=None)
    ApplicationFactory(round=running, apprentice=cast.mina, endorsed=True)
    ApplicationFactory(round=running, apprentice=cast.kilian, approved=True)
    ApplicationFactory(round=running, apprentice=cast.zoe)
    counted = ["offers", "in_review", "seats", "undecided", "approved", "turned_down", "withdrawn", "leaving", "coming"]
    nothing = dict.fromkeys([*counted, "confirmed"], 0)
    nothing |= {"target": running.agreement.seats_per_round, "states": ()}
    assert numbers(running) == [
        CityNumbers(cast.augsburg, **{**nothing, "approved": 1, "states": ((str(A.APPROVED.label), 1),)}),
        CityNumbers(cast.munich, **{**nothing, "offers": 1, "seats": 2, "in_review": 1}),
        CityNumbers(cast.nuremberg, **{**nothing, "undecided": 1, "states": ((str(A.ENDORSED.label), 1),)}),
    ]


@pytest.mark.parametrize(
    ("status", "names"),
    [
        ("draft", ["Anton Ausgedacht", "Marlene Muster", "Hanna Hypothese"]),
        ("agreed", ["Konrad Kunstfigur"]),
        ("evaluation", ["Konrad Kunstfigur"]),
        ("matching", ["Konrad Kunstfigur"]),
        ("closed", []),
        ("canceled", []),
        ("published", []),
    ],
)
def test_whose_turn_it_is(cast, round_, status, names):
    assert [turn.name for turn in turns(round_(status), cast.konrad)] == names


def test_the_review_waits_for_the_city_that_has_not_decided(cast, round_):
    reviewing = round_("review")
    ApplicationFactory(round=reviewing, apprentice=cast.mina, endorsed=True)
    assert [(turn.name, turn.you) for turn in turns(reviewing, cast.hanna)] == [("Hanna Hypothese", True)]


def test_the_matching_waits_for_a_run_then_for_somebody_to_pass_it_on(cast, round_):
    matching = round_("matching")
    matching.lottery_seed = SEED
    matching.save()
    place = OfferFactory(round=matching, city=cast.munich)
    ApplicationFactory(round=matching, apprentice=cast.mina, approved=True, status="in_matching", wishes=[place])
    (first,) = turns(matching, cast.konrad)
    start_run(matching, actor=cast.konrad)
    (then,) = turns(matching, cast.konrad)
    assert (first.what != then.what, then.what, then.you) == (
        True, "Den Vorschlag lesen und an die Städte weitergeben.", True,
    )  # fmt: skip


def test_the_confirmation_waits_for_both_cities(cast, round_):
    confirming = round_("confirmation")
    application = ApplicationFactory(round=confirming, apprentice=cast.mina, approved=True, status="in_matching")
    PlacementFactory(application=application, offer=OfferFactory(round=confirming, city=cast.munich))
    assert [turn.name for turn in turns(confirming, cast.hanna)] == ["Marlene Muster", "Hanna Hypothese"]


def test_the_start_page_of_the_coordination_names_open_rounds_only(cast, round_):
    preparing, _over = round_("draft"), round_("closed")
    assert [step.url for step in round_steps(cast.konrad, TODAY)] == [preparing.get_absolute_url()]
    assert round_steps(cast.hanna, TODAY) == []


def test_a_draft_is_seen_by_those_who_prepare(cast, round_):
    round_("draft")
    assert [ExchangeRound.objects.visible_to(one).count() for one in (cast.konrad, cast.hanna, cast.mina)] == [1, 1, 0]


def test_the_worker_knows_the_clock():
    assert "exchange.jobs.move_rounds" in {job.name for job in discover()}
