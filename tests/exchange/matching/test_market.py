import pytest

from exchange.matching import City, MarketError, run
from exchange.matching.market import Department, Market
from tests.exchange.matching.markets import CITIES, DEPARTMENTS, applicant, market, offer

MINA = applicant("mina", "chatbot")


@pytest.mark.parametrize(
    ("code", "about", "build"),
    [
        ("repeated_id", ("mina",), lambda: market([offer("chatbot")], [MINA, MINA])),
        ("repeated_id", ("N",), lambda: Market((*CITIES, City("N")), DEPARTMENTS, (), ())),
        ("unknown_id", ("D", "X"), lambda: Market(CITIES, (Department("D", "X"),), (), ())),
        ("unknown_id", ("chatbot", "gone"), lambda: market([offer("chatbot", "gone")], [])),
        ("unknown_id", ("mina", "gone"), lambda: market([offer("chatbot")], [MINA], pinned={"mina": "gone"})),
        ("capacity", ("chatbot",), lambda: market([offer("chatbot", capacity=-1)], [])),
        ("weeks", ("chatbot",), lambda: market([offer("chatbot", weeks=(50, 60))], [])),
        ("weeks", ("chatbot",), lambda: market([offer("chatbot", weeks=(9, 8))], [])),
        ("repeated_wish", ("mina",), lambda: market([offer("chatbot")], [applicant("mina", "chatbot", "chatbot")])),
        (
            "pinned_over_capacity",
            ("chatbot",),
            lambda: market(
                [offer("chatbot")], [MINA, applicant("lena", "chatbot")], pinned={"mina": "chatbot", "lena": "chatbot"}
            ),
        ),
    ],
)
def test_a_market_that_contradicts_itself_says_where(code, about, build):
    with pytest.raises(MarketError) as error:
        build()
    assert (error.value.code, error.value.about) == (code, about)


@pytest.mark.parametrize(
    ("code", "person", "place"),
    [
        ("pinned_unlisted", applicant("mina"), offer("chatbot")),
        ("pinned_inadmissible", applicant("mina", "chatbot"), offer("chatbot", years=(3, 3))),
        ("pinned_inadmissible", applicant("mina", "chatbot"), offer("chatbot", "N-digital")),
    ],
)
def test_nobody_is_fixed_against_wish_or_rule(code, person, place):
    with pytest.raises(MarketError) as error:
        run(market([place], [person], pinned={"mina": "chatbot"}), seed="2027")
    assert (error.value.code, error.value.about) == (code, ("mina", "chatbot"))
