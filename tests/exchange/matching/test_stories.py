"""Small markets that can be followed by hand, with the cast."""

from exchange.matching import Code, Metrics, Reason, run
from exchange.matching.lottery import places_in_draw
from tests.exchange.matching.markets import applicant, market, offer


def test_mina_gets_her_first_wish_when_nobody_else_wants_it():
    result = run(market([offer("chatbot")], [applicant("mina", "chatbot")]), seed="2027")
    assert result.assignment == {"mina": "chatbot"}
    assert result.reasons == {"mina": ()}
    assert result.metrics == Metrics(placed=1, listed=1, first_choice=1, rank_sum=1, net={"A": 0, "M": 1, "N": -1})


def test_more_points_win_the_last_seat_and_kilian_learns_both_numbers():
    wishes = [applicant("mina", "chatbot"), applicant("kilian", "chatbot", "e-file")]
    places = [offer("chatbot"), offer("e-file", "N-digital")]
    result = run(market(places, wishes, scores={"M-innolab": {"mina": 65, "kilian": 40}}), seed="2027")
    assert result.assignment == {"kilian": "e-file", "mina": "chatbot"}
    assert result.reasons == {"kilian": (Reason("chatbot", Code.FULL_PRIORITY_OFFER, 40, 65, "score"),), "mina": ()}


def test_with_equal_points_the_smaller_class_comes_first():
    wishes = [applicant("mina", "chatbot", priority_class=1), applicant("kilian", "chatbot")]
    result = run(market([offer("chatbot")], wishes), seed="2027")
    assert result.assignment == {"kilian": "chatbot", "mina": None}
    assert result.reasons["mina"] == (Reason("chatbot", Code.FULL_PRIORITY_OFFER, 1, 0, "class"),)


def test_with_everything_equal_the_draw_decides():
    wishes = [applicant(who, "chatbot") for who in ("mina", "kilian", "lena")]
    draw = places_in_draw(("mina", "kilian", "lena"), "2027")
    first, second, third = sorted(draw, key=draw.get)
    result = run(market([offer("chatbot")], wishes), seed="2027")
    assert result.assignment == {first: "chatbot", second: None, third: None}
    assert result.reasons[third] == (Reason("chatbot", Code.FULL_LOTTERY_OFFER, 3, 1, "draw"),)


def test_an_early_guest_makes_room_for_one_with_more_points():
    """Zoe takes Mina's seat, Mina takes Jonas's seat: nobody with more points envies anybody."""
    places = [offer("open-data", "A-open-data"), offer("e-file", "N-digital"), offer("chatbot")]
    wishes = [
        applicant("mina", "open-data", "chatbot"),
        applicant("zoe", "open-data"),
        applicant("jonas", "chatbot", "e-file"),
    ]
    points = {"A-open-data": {"zoe": 90, "mina": 50}, "M-innolab": {"mina": 50, "jonas": 10}}
    assert run(market(places, wishes, scores=points), seed="2027").assignment == {
        "jonas": "e-file",
        "mina": "chatbot",
        "zoe": "open-data",
    }


def test_every_rule_that_keeps_somebody_out_is_named():
    places = [
        offer("own", "N-digital"),
        offer("it", occupations=frozenset({"FIAE"})),
        offer("late", years=(3, 3)),
        offer("evening", min_age=18),
        offer("process", skills=frozenset({"BPMN"})),
        offer("school", weeks=(20, 25)),
    ]
    lena = applicant("lena", "gone", "own", "it", "late", "evening", "process", "school", age=17, busy=frozenset({25}))
    assert [reason.code for reason in run(market(places, [lena]), seed="2027").reasons["lena"]] == [
        Code.UNKNOWN_OFFER,
        Code.OWN_CITY,
        Code.INELIGIBLE_OCCUPATION,
        Code.INELIGIBLE_YEAR,
        Code.INELIGIBLE_AGE,
        Code.INELIGIBLE_SKILL,
        Code.CLASH,
    ]


def test_a_placement_fixed_before_stays_and_sets_no_cutoff():
    wishes = [applicant("piet", "chatbot", priority_class=9), applicant("mina", "chatbot"), applicant("nora")]
    result = run(market([offer("chatbot")], wishes, pinned={"piet": "chatbot"}), seed="2027")
    assert result.assignment == {"mina": None, "nora": None, "piet": "chatbot"}
    assert result.reasons["mina"] == (Reason("chatbot", Code.PINNED_FULL),)
    assert (result.metrics.placed, result.metrics.listed) == (1, 2)
