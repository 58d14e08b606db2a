"""The checker must object to every planted fault."""

import pytest

from exchange.matching import run
from tests.exchange.matching.markets import applicant, complaints, market, offer, random_market

PLACES = [offer("chatbot"), offer("counter", "M-counter", years=(3, 3)), offer("e-file", "N-digital")]
PEOPLE = [applicant("mina", "chatbot", "counter"), applicant("kilian", "chatbot", "e-file"), applicant("lena")]
SMALL = market(PLACES, PEOPLE, scores={"M-innolab": {"mina": 10}})
RIGHT = {"mina": "chatbot", "kilian": "e-file", "lena": None}


def test_the_right_result_passes():
    assert complaints(SMALL, RIGHT, seed="2027") == []


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        ({"kilian": None}, "stable: kilian prefers e-file, which has room."),
        ({"mina": None, "kilian": "chatbot"}, "stable: mina prefers chatbot, which keeps somebody with less priority."),
        ({"kilian": "chatbot"}, "feasible: chatbot has 1 seats and 2 people."),
        ({"mina": "counter"}, "feasible: mina may not have counter."),
        ({"lena": "e-file"}, "feasible: lena may not have e-file."),
        ({"lena": "gone"}, "feasible: lena may not have gone."),
        ({"nora": None}, "feasible: the assignment does not name exactly the applicants."),
    ],
)
def test_every_planted_fault_is_found(fault, complaint):
    assert complaint in complaints(SMALL, {**RIGHT, **fault}, seed="2027")


def test_a_moved_pin_is_found():
    fixed = market(PLACES, PEOPLE, pinned={"kilian": "chatbot"})
    assert "feasible: kilian was fixed at chatbot." in complaints(fixed, RIGHT, seed="2027")


@pytest.mark.parametrize("number", range(40))
def test_taking_a_place_from_anybody_is_found(number):
    whole = random_market(number)
    result = run(whole, seed="2027").assignment
    for who in [who for who, place in result.items() if place]:
        assert complaints(whole, {**result, who: None}, seed="2027") != []
