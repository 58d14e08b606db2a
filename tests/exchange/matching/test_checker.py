"""The checker believes nothing: every claim of every mode holds, and every fault we plant is found."""

import json
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from exchange.matching import audit
from exchange.matching.checker import false_claims
from exchange.matching.files import read_instance, read_json, result_document
from exchange.matching.market import City, Infeasible, Market
from exchange.matching.modes import Mode, Rule, assign, reasons
from tests.exchange.matching.markets import DEPARTMENTS, applicant, offer
from tests.exchange.matching.strategies import all_results, placed
from tests.exchange.matching.test_modes import scored
from tests.nightly import NIGHTLY

MANY = settings(max_examples=2000 if NIGHTLY else 120)


def files_of(market, mode, rule=Rule.SCORES):
    """The instance and the result as two programs would hand them to each other; None where pins cannot be kept."""
    document = read_json(audit.canonical_json(audit.instance(market, "2027")))
    read, lottery = read_instance(document)
    draw = lottery.places(read.applicant_by_id)
    try:
        outcome = assign(read, draw, mode, rule)
    except Infeasible:
        return None
    why = reasons(read, draw, mode, rule, outcome)
    return document, json.loads(audit.canonical_json(result_document(document, read, outcome, mode, rule, why)))


@MANY
@given(scored(), st.sampled_from(Mode), st.sampled_from(Rule))
def test_every_mode_keeps_what_it_claims(market, mode, rule):
    files = files_of(market, mode, rule)
    assert files is None or false_claims(*files) == []


@MANY
@given(scored(), st.sampled_from(Mode))
def test_the_same_input_gives_the_same_bytes(market, mode):
    first, again = files_of(market, mode), files_of(market, mode)
    assert audit.canonical_json(first) == audit.canonical_json(again)


@MANY
@given(scored(pins=False), st.sampled_from([Mode.SERIAL_MAX, Mode.OPTIMUM_GREEDY]), st.randoms())
def test_whatever_else_is_possible_is_not_taken_for_the_best(market, mode, chance):
    document, result = files_of(market, mode)
    other = chance.choice(all_results(market))
    assume(other != result["assignment"])
    found = false_claims(document, {**result, "assignment": other})
    if mode == Mode.SERIAL_MAX or placed(other) < placed(result["assignment"]):
        assert any(line.startswith("optimal") for line in found)
    if placed(other) < placed(result["assignment"]):
        assert any(line.startswith("max_cardinality") for line in found)


CITIES = (City("N", 1, max_in=3), City("A", 1), City("M", 1, max_out=2))
PEOPLE = (
    applicant("mina", "chatbot", "counter"),
    applicant("piet", "chatbot"),
    applicant("kilian", "process", "chatbot"),
    applicant("zoe", "process", "data"),
    applicant("nora", "data"),
)
OFFERS = (
    offer("chatbot"),
    offer("counter", "M-counter", capacity=2),
    offer("process", "N-digital", capacity=2),
    offer("data", "A-open-data", years=(2, 3)),
)
SMALL = Market(CITIES, DEPARTMENTS, OFFERS, PEOPLE)


def with_(result, **changes):
    return {**result, "assignment": {**result["assignment"], **changes}}


def nobody(result):
    return with_(result, **dict.fromkeys(result["assignment"]))


@pytest.mark.parametrize(("fault", "named"), [
    (lambda found: with_(found, mina="process"), "feasible: mina may not have process."),
    (lambda found: with_(found, mina="chatbot", piet="chatbot"), "feasible: chatbot has 1 seats and 2 people."),
    (lambda found: with_(found, mina="gone"), "feasible: mina may not have gone."),
    (lambda found: with_(found, nobody=None), "feasible: the assignment does not name exactly the applicants."),
    (lambda found: {**found, "instance_sha256": "0" * 64}, "instance_sha256: the result belongs to another instance."),
    (lambda found: {**found, "claims": ["magic"]}, "magic: nobody can check this claim."),
    (lambda found: {**found, "objective": ["beauty"]}, "optimal: nobody can check the objective beauty."),
    (lambda found: nobody(found), "max_cardinality: more people could be placed."),
    (lambda found: nobody(found), "nonwasteful: kilian prefers process, which is free."),
    (lambda found: nobody(found),
     "pareto: somebody could have more without anybody having less."),
    (lambda found: {**with_(nobody(found), mina="chatbot", kilian="process"),
                    "claims": ["exact_balance"]}, "exact_balance: "),
    (lambda found: {**with_(nobody(found), mina="counter"), "claims": ["stable"]},
     "stable: kilian prefers process, which has room."),
])  # fmt: skip
def test_planted_faults_are_found(fault, named):
    document, result = files_of(SMALL, Mode.SERIAL_MAX)
    assert false_claims(document, result) == []
    found = false_claims(document, fault(result))
    assert any(line.startswith(named) for line in found), found


def test_a_city_out_of_its_bounds_a_broken_pin_and_a_quota_are_found():
    tight = tuple(replace(one, quota=1) for one in DEPARTMENTS)
    market = Market((City("N"), City("A"), City("M")), tight, OFFERS, PEOPLE, pinned={"piet": "chatbot"})
    document, result = files_of(market, Mode.SERIAL_MAX)
    assert false_claims(document, with_(result, piet=None)) == ["feasible: piet was fixed at chatbot."]
    more = with_(result, kilian="process", zoe="process")
    assert "feasible: N-digital takes 1 people and has 2." in false_claims(document, more)
    unbalanced = {**document, "cities": [{**city, "tolerance": 0} for city in document["cities"]]}
    found = false_claims(unbalanced, {**nobody(result), "claims": ["balanced"]})
    assert any("piet was fixed" in line for line in found)
    alone = {**with_(nobody(result), piet="chatbot"), "claims": ["balanced"]}
    assert any(line.startswith("balanced: ") for line in false_claims(unbalanced, alone))
