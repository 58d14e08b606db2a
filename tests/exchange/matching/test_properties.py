"""What must hold in every market, tried on seeded random ones."""

from dataclasses import replace
from itertools import permutations
from random import Random

import pytest

from exchange.matching import Code, Market, run
from tests.exchange.matching.markets import complaints, random_market

SEED = "drawn on 5 January 2027"
NUMBERS = range(200)


def shuffled(market, number):
    rng = Random(number)

    def mix(items):
        return tuple(rng.sample(items, k=len(items)))

    points = {key: dict(mix(list(market.scores[key].items()))) for key in mix(list(market.scores))}
    pins = dict(mix(list(market.pinned.items())))
    return Market(
        mix(market.cities),
        mix(market.departments),
        mix(market.offers),
        mix(market.applicants),
        points,
        pins,
        market.weeks,
        market.name,
    )


@pytest.mark.parametrize("number", NUMBERS)
def test_no_pair_would_rather_have_each_other(number):
    market = random_market(number)
    assert complaints(market, run(market, seed=SEED).assignment, seed=SEED) == []


@pytest.mark.parametrize("number", NUMBERS)
def test_the_order_of_the_input_changes_nothing(number):
    market = random_market(number)
    assert run(shuffled(market, number), seed=SEED) == run(market, seed=SEED)


@pytest.mark.parametrize("number", NUMBERS)
def test_what_was_fixed_stays(number):
    market = random_market(number)
    assert market.pinned.items() <= run(market, seed=SEED).assignment.items()


@pytest.mark.parametrize("number", range(40))
def test_fixing_what_came_out_changes_nothing(number):
    market = random_market(number)
    before = run(market, seed=SEED).assignment
    placed = {who: offer for who, offer in before.items() if offer}
    assert run(replace(market, pinned=placed), seed=SEED).assignment == before


@pytest.mark.parametrize("number", NUMBERS)
def test_every_unmet_wish_has_its_reason_in_order(number):
    market = random_market(number)
    result = run(market, seed=SEED)
    for person in market.applicants:
        received = result.assignment[person.id]
        unmet = person.prefs if received is None else person.prefs[: person.prefs.index(received)]
        if person.id in market.pinned:
            unmet = ()
        assert tuple(reason.offer for reason in result.reasons[person.id]) == unmet


@pytest.mark.parametrize("number", NUMBERS)
def test_every_reason_is_true(number):
    market = random_market(number)
    result = run(market, seed=SEED)
    for person in market.applicants:
        for reason in result.reasons[person.id]:
            assert_true(reason, person, market, result)


def assert_true(reason, person, market, result):
    """Check a reason from the market alone, without asking the engine's own rules."""
    place = {offer.id: offer for offer in market.offers}.get(reason.offer)
    if place is None:
        assert reason.code == Code.UNKNOWN_OFFER
        return
    host = {department.id: department.city for department in market.departments}[place.department]
    rules = {
        Code.OWN_CITY: host == person.city,
        Code.INELIGIBLE_OCCUPATION: place.occupations is not None and person.occupation not in place.occupations,
        Code.INELIGIBLE_YEAR: person.year not in range(place.years[0], place.years[1] + 1),
        Code.INELIGIBLE_AGE: person.age < place.min_age,
        Code.INELIGIBLE_SKILL: not person.skills.issuperset(place.skills),
        Code.CLASH: any(week in person.busy for week in range(place.weeks[0], place.weeks[1] + 1)),
    }
    broken = [code for code, is_broken in rules.items() if is_broken]
    if broken:
        assert reason.code == broken[0]
        return
    guests = [who for who in market.applicants if result.assignment[who.id] == place.id]
    assert len(guests) == place.capacity
    drawn = [guest for guest in guests if guest.id not in market.pinned]
    points = market.scores.get(place.department, {})

    def facts(who):
        return {"score": points.get(who.id, 0), "class": who.priority_class, "draw": result.draw[who.id]}

    if not drawn:
        assert reason.code == Code.PINNED_FULL
        return
    own = facts(person)
    last = max((facts(guest) for guest in drawn), key=lambda guest: (-guest["score"], guest["class"], guest["draw"]))
    differing = next(basis for basis in ("score", "class", "draw") if own[basis] != last[basis])
    assert (reason.basis, reason.own, reason.cutoff) == (differing, own[differing], last[differing])
    assert reason.code == (Code.FULL_LOTTERY_OFFER if differing == "draw" else Code.FULL_PRIORITY_OFFER)
    assert own[differing] < last[differing] if differing == "score" else own[differing] > last[differing]


@pytest.mark.parametrize("number", range(12))
def test_no_other_list_of_wishes_brings_anybody_more(number):
    """Exhaustive: every ordered sub-list of four offers, for everybody in a small market."""
    market = replace(random_market(number, applicants=6, offers=4, wishes=4), pinned={})
    truth = run(market, seed=SEED).assignment
    names = [offer.id for offer in market.offers]
    lists = [prefs for length in range(len(names) + 1) for prefs in permutations(names, length)]
    for person in market.applicants:
        for prefs in lists:
            lied = replace(person, prefs=prefs)
            others = tuple(other for other in market.applicants if other is not person)
            got = run(replace(market, applicants=(*others, lied)), seed=SEED).assignment[person.id]
            assert rank(person, truth[person.id]) <= rank(person, got)


def rank(person, offer):
    return person.prefs.index(offer) if offer in person.prefs else len(person.prefs)


@pytest.mark.parametrize("number", range(12))
def test_it_is_the_best_stable_result_for_everybody(number):
    """Brute force: no stable assignment gives anybody a better wish."""
    market = random_market(number, applicants=5, offers=4, wishes=3)
    ours = run(market, seed=SEED).assignment
    for other in all_assignments(market):
        if not complaints(market, other, seed=SEED):
            assert all(rank(person, ours[person.id]) <= rank(person, other[person.id]) for person in market.applicants)


def all_assignments(market, index=0):
    if index == len(market.applicants):
        yield {}
        return
    person = market.applicants[index]
    for rest in all_assignments(market, index + 1):
        for wish in (None, *person.prefs):
            yield {**rest, person.id: wish}
