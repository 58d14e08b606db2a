"""Every reason of every mode is true, and the first true one; written twice, by the engine and by the checker."""

import json
from dataclasses import replace
from random import Random

import pytest

from exchange.matching import Code, audit
from exchange.matching.checker import false_claims
from exchange.matching.files import read_instance, read_json, result_document
from exchange.matching.market import City, Infeasible, Market
from exchange.matching.modes import Mode, Rule, assign, reasons
from tests.exchange.matching.markets import DEPARTMENTS, applicant, offer, random_market
from tests.nightly import NIGHTLY

FEW = (None, None, 2, 4)
OF_BALANCE = {Code.MAX_OUT, Code.RECIPROCITY_OUT, Code.RECIPROCITY_IN}


def bounded(number):
    """A random market where cities and departments set every kind of limit."""
    rng = Random(number)
    market = random_market(number, applicants=rng.choice((8, 16, 24)))
    cities = tuple(
        City(one.id, rng.choice((None, 0, 1, 2)), rng.randint(-1, 1), rng.choice(FEW), rng.choice(FEW))
        for one in market.cities
    )
    departments = tuple(replace(one, quota=rng.choice((None, 1, 3))) for one in market.departments)
    pinned = market.pinned if rng.random() < 0.3 else {}
    return replace(market, cities=cities, departments=departments, pinned=pinned)


def explained(market, mode, rule=Rule.SCORES):
    """The instance, the result as a file, and the reasons; None where pins cannot be kept."""
    document = read_json(audit.canonical_json(audit.instance(market, "2027")))
    read, lottery = read_instance(document)
    draw = lottery.places(read.applicant_by_id)
    try:
        outcome = assign(read, draw, mode, rule)
    except Infeasible:
        return None
    why = reasons(read, draw, mode, rule, outcome)
    return document, json.loads(audit.canonical_json(result_document(document, read, outcome, mode, rule, why))), why


def codes(why):
    return [reason.code for listed in why.values() for reason in listed]


@pytest.mark.parametrize("mode", Mode)
def test_every_reason_is_the_first_true_one_and_every_code_occurs(mode):
    seen = []
    for number in range(1000 if NIGHTLY else 60):
        for rule in Rule:
            files = explained(bounded(number), mode, rule)
            if files is not None:
                document, result, why = files
                assert false_claims(document, result) == [], number
                seen += codes(why)
    assert len(seen) > 1_500
    full = {code for code in Code if code.value.startswith("full_")}
    of_optimum = {Code.OPTIMUM_COUNT, Code.OPTIMUM_PROFILE, Code.OPTIMUM_TIEBREAK}
    expected = set(Code) - full - of_optimum | (of_optimum if mode.value.startswith("optimum_") else full)
    if mode == Mode.SERIAL_MAX:
        expected.add(Code.OPTIMUM_COUNT)
    if mode == Mode.FIRSTCOME:
        expected = {code for code in expected if not code.value.startswith("full_priority")}
    assert set(seen) | {Code.MAX_OUT} == expected  # so rare that it may be missing here


@pytest.mark.parametrize("mode", [Mode.SERIAL_MAX, Mode.STABLE, Mode.OPTIMUM_GENEROUS])
@pytest.mark.parametrize("number", range(20))
def test_without_bounds_nobody_is_told_of_a_balance(mode, number):
    market = bounded(number)
    free = replace(market, cities=tuple(City(one.id) for one in market.cities), pinned={})
    assert not OF_BALANCE & set(codes(explained(free, mode)[2]))


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("number", range(10))
def test_whoever_gets_less_than_wished_reads_why_for_each_better_wish(mode, number):
    files = explained(bounded(number), mode)
    if files is None:
        return
    document, result, why = files
    market, _lottery = read_instance(document)
    for who, person in market.applicant_by_id.items():
        got = result["assignment"][who]
        better = person.prefs if got is None else person.prefs[: person.prefs.index(got)]
        assert [one.offer for one in why[who]] == list(() if who in market.pinned else better)


CITIES = (City("N", 0), City("A", 0), City("M", 0))


def test_a_city_that_sends_nobody_takes_nobody():
    """Mina is alone: nobody comes to Nürnberg in return."""
    alone = Market(CITIES, DEPARTMENTS, (offer("chatbot"),), (applicant("mina", "chatbot"),))
    assert codes(explained(alone, Mode.SERIAL_MAX)[2]) == [Code.RECIPROCITY_OUT]
    with_zoe = replace(
        alone,
        offers=(offer("chatbot"), offer("e-file", "N-digital")),
        applicants=(*alone.applicants, applicant("zoe", "e-file")),
    )
    assert codes(explained(with_zoe, Mode.SERIAL_MAX)[2]) == []


def test_a_seat_that_one_person_less_would_have_is_not_given():
    """Piet may only have the chatbot; Mina comes first, but has another wish, and so both go."""
    market = Market(
        tuple(City(key) for key in "NAM"),
        DEPARTMENTS,
        (offer("chatbot"), offer("counter", "M-counter")),
        (applicant("mina", "chatbot", "counter"), applicant("piet", "chatbot", priority_class=1)),
    )
    _document, result, why = explained(market, Mode.SERIAL_MAX)
    assert result["assignment"] == {"mina": "counter", "piet": "chatbot"}
    assert codes(why) == [Code.OPTIMUM_COUNT]
    assert codes(explained(market, Mode.STABLE)[2]) == [Code.FULL_PRIORITY_OFFER]


@pytest.mark.parametrize(
    "fault",
    [
        {"code": "full_lottery_offer", "own": 1, "cutoff": 2},
        {"code": "optimum_count"},
        {"code": "clash"},
        {"code": "reciprocity_in"},
        {"code": "nonsense"},
    ],
)
def test_a_reason_that_is_not_true_is_found(fault):
    market = Market(
        CITIES,
        DEPARTMENTS,
        (offer("chatbot"), offer("e-file", "N-digital")),
        (applicant("mina", "chatbot"), applicant("piet", "chatbot"), applicant("zoe", "e-file")),
    )
    document, result, why = explained(market, Mode.SERIAL_MAX)
    (who,) = (one for one, listed in why.items() if listed)
    assert false_claims(document, result) == []
    changed = {**result, "reasons": {**result["reasons"], who: [{"offer": "chatbot", **fault}]}}
    assert [line.split(":")[0] for line in false_claims(document, changed)] == ["reasons"]
    assert false_claims(document, {**result, "reasons": {}})[0].startswith("reasons: ")
