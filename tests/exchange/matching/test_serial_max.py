"""Ausgleichslos: the most placements that the balance of the cities allows, then the draw."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from exchange.matching import City, Market
from exchange.matching.lottery import places_in_draw
from exchange.matching.market import Infeasible
from exchange.matching.mechanisms.serial_max import serial_max, serial_order
from tests.exchange.matching.markets import DEPARTMENTS, applicant, offer
from tests.exchange.matching.strategies import all_results, markets, placed, rank
from tests.nightly import NIGHTLY

MANY = settings(max_examples=3000 if NIGHTLY else 150)


def drawn(market):
    return places_in_draw(market.applicant_by_id, "2027")


def result_of(market, draw=None):
    """None where the pins cannot be kept."""
    try:
        return serial_max(market, draw or drawn(market))
    except Infeasible:
        return None


def alliance(offers, people, tolerance=0, **more):
    cities = tuple(City(key, tolerance=tolerance) for key in "NAM")
    return Market(cities, DEPARTMENTS, tuple(offers), tuple(people), **more)


# Stories


def test_nobody_goes_where_nobody_comes_back():
    """Two want to München; nobody of München wants to leave: with exact balance nobody goes."""
    people = [applicant("mina", "chatbot"), applicant("piet", "chatbot"), applicant("zoe")]
    assert placed(serial_max(alliance([offer("chatbot", capacity=2)], people), {"mina": 1, "piet": 2, "zoe": 3})) == 0
    within_one = alliance([offer("chatbot", capacity=2)], people, tolerance=1)
    assert serial_max(within_one, {"mina": 2, "piet": 1, "zoe": 3}) == {"mina": None, "piet": "chatbot", "zoe": None}


def test_a_ring_of_three_cities_is_found():
    offers = [offer("data", "A-open-data"), offer("chatbot"), offer("process", "N-digital")]
    people = [applicant("mina", "data"), applicant("kilian", "chatbot"), applicant("zoe", "process")]
    ring = {"mina": "data", "kilian": "chatbot", "zoe": "process"}
    assert serial_max(alliance(offers, people), {"mina": 3, "kilian": 2, "zoe": 1}) == ring


def test_the_first_in_the_draw_gives_way_only_as_far_as_it_places_somebody_more():
    """Mina may have either place, Lena the chatbot alone: both go, whoever is drawn first."""
    offers = [offer("chatbot"), offer("counter", "M-counter")]
    people = [applicant("mina", "chatbot", "counter"), applicant("lena", "chatbot")]
    both = {"mina": "counter", "lena": "chatbot"}
    assert serial_max(alliance(offers, people, tolerance=None), {"mina": 1, "lena": 2}) == both


def test_what_earlier_rounds_left_is_worked_off_and_forces_nobody():
    """Nürnberg has taken three more than it gave: it may send three more than it takes, and need not."""
    cities = (City("N", 0, carry=3), City("A", None), City("M", None))
    offers = [offer("chatbot", capacity=5), offer("process", "N-digital", capacity=5)]
    homes = ["mina", "piet", "lena"]
    people = [*(applicant(who, "chatbot") for who in homes), applicant("zoe", "process")]
    market = Market(cities, DEPARTMENTS, tuple(offers), tuple(people))
    assert placed(serial_max(market, drawn(market))) == 4
    only_zoe = replace(market, applicants=(people[-1],))
    assert serial_max(only_zoe, {"zoe": 1}) == {"zoe": None}


def test_pins_that_break_a_quota_or_the_balance_are_named():
    offers = [offer("chatbot", capacity=2)]
    people = [applicant("mina", "chatbot"), applicant("piet", "chatbot")]
    both = {"mina": "chatbot", "piet": "chatbot"}
    tight = (replace(DEPARTMENTS[2], quota=1), DEPARTMENTS[0], DEPARTMENTS[1])
    with pytest.raises(Infeasible) as over:
        serial_max(Market(tuple(City(k) for k in "NAM"), tight, tuple(offers), tuple(people), pinned=both), both)
    assert (over.value.code, over.value.about) == ("pinned_over_quota", ("piet", "chatbot"))
    with pytest.raises(Infeasible) as unbalanced:
        serial_max(alliance(offers, people, tolerance=1, pinned=both), both)
    assert (unbalanced.value.code, unbalanced.value.about) == ("pinned_out_of_balance", ("mina", "piet"))


# What must hold in every market


@MANY
@given(markets())
def test_it_is_the_best_of_all_results_in_the_order_of_the_draw(market):
    results, order = all_results(market), serial_order(market, drawn(market))
    best = min(results, key=lambda one: (-placed(one), [rank(who, one[who.id]) for who in order]), default=None)
    assert result_of(market) == best


@MANY
@given(markets())
def test_nobody_could_have_more_without_somebody_having_less(market):
    ours = result_of(market)
    for other in all_results(market) if ours else []:
        if other != ours:
            assert any(rank(who, other[who.id]) > rank(who, ours[who.id]) for who in market.applicants)


@MANY
@given(markets(), st.randoms())
def test_the_order_of_the_input_and_the_names_change_nothing(market, chance):
    ours, draw = result_of(market), drawn(market)
    assume(ours is not None)
    mix = lambda items: tuple(chance.sample(items, k=len(items)))  # noqa: E731
    mixed = Market(
        mix(market.cities), mix(market.departments), mix(market.offers), mix(market.applicants), pinned=market.pinned
    )
    assert serial_max(mixed, draw) == ours
    name = {one.id: f"x{number}" for number, one in enumerate(mix(market.applicants))}
    renamed = replace(
        market,
        applicants=tuple(replace(one, id=name[one.id]) for one in market.applicants),
        pinned={name[who]: got for who, got in market.pinned.items()},
    )
    assert serial_max(renamed, {name[who]: at for who, at in draw.items()}) == {name[w]: got for w, got in ours.items()}


@MANY
@given(markets())
def test_fixing_what_came_out_changes_nothing(market):
    ours = result_of(market)
    for who, got in (ours or {}).items():
        if got:
            assert serial_max(replace(market, pinned=dict(market.pinned) | {who: got}), drawn(market)) == ours


@MANY
@given(markets(pins=False), st.data())
def test_more_room_never_places_fewer(market, data):
    number = data.draw(st.integers(0, len(market.offers) - 1))
    more = replace(market.offers[number], capacity=market.offers[number].capacity + 1)
    roomier = replace(market, offers=(*market.offers[:number], more, *market.offers[number + 1 :]))
    city = market.cities[0]
    looser = replace(city, tolerance=None if city.tolerance is None else city.tolerance + 1)
    freer = replace(market, cities=(looser, *market.cities[1:]))
    assert placed(result_of(market)) <= min(placed(result_of(roomier)), placed(result_of(freer)))


@MANY
@given(markets(pins=False), st.randoms())
def test_putting_ones_wishes_into_another_order_never_helps(market, chance):
    ours = result_of(market)
    person = chance.choice(market.applicants)
    others = tuple(one for one in market.applicants if one is not person)
    told = replace(person, prefs=tuple(chance.sample(person.prefs, k=len(person.prefs))))
    lied = result_of(replace(market, applicants=(*others, told)))
    assert rank(person, ours[person.id]) <= rank(person, lied[person.id])


@pytest.mark.parametrize("number", range(3))
def test_a_crowd_is_placed_within_all_bounds(number):
    """Four hundred people: larger than anything one can try out, checked for what must hold."""
    chance = Random(number)
    cities = tuple(City(key, tolerance=3, max_in=50 if key == "N" else None) for key in "NAM")
    offers = tuple(offer(f"o{n:03}", chance.choice(DEPARTMENTS).id, capacity=chance.choice((1, 2))) for n in range(120))
    names = [one.id for one in offers]
    people = tuple(
        replace(applicant("mina", *chance.sample(names, k=6)), id=f"p{n:03}", city=chance.choice("NAM"))
        for n in range(400)
    )
    market = Market(cities, DEPARTMENTS, offers, people)
    result = serial_max(market, drawn(market))
    net = {city.id: 0 for city in cities}
    for one in people:
        if result[one.id]:
            net[market.city_of(market.offer_by_id[result[one.id]])] += 1
            net[one.city] -= 1
    assert max(map(abs, net.values())) <= 3
    assert placed(result) > 100
