"""Markets for tests: a small readable one with the cast, and seeded random ones."""

from random import Random

from exchange.matching import Applicant, City, Department, Market, Offer
from exchange.matching.audit import instance
from exchange.matching.checker import false_claims

CITIES = (City("N"), City("A"), City("M"))
DEPARTMENTS = (
    Department("N-digital", "N"),
    Department("A-open-data", "A"),
    Department("M-innolab", "M"),
    Department("M-counter", "M"),
)
HOME = {"mina": "N", "piet": "N", "lena": "N", "kilian": "A", "jonas": "A", "zoe": "M", "nora": "M"}


def offer(id_, department="M-innolab", capacity=1, weeks=(10, 15), **rules):
    return Offer(id_, department, capacity, weeks, **rules)


def applicant(id_, *prefs, occupation="VFA-K", year=2, age=19, **more):
    return Applicant(id_, HOME[id_], occupation, year, age, prefs, **more)


def market(offers, applicants, **more):
    return Market(CITIES, DEPARTMENTS, tuple(offers), tuple(applicants), **more)


def complaints(market, assignment, *, seed):
    """What the independent checker says against a result that claims to be stable."""
    return false_claims(instance(market, seed), {"assignment": assignment, "claims": ["stable"], "priority": "scores"})


def random_market(number, *, applicants=24, offers=9, wishes=6, cities=3):
    """Return a market with every kind of obstacle, ties in points, pins, and wishes for offers that are gone."""
    rng = Random(number)
    towns = tuple(City(f"C{index}") for index in range(cities))
    departments = tuple(Department(f"D{index}", rng.choice(towns).id) for index in range(max(3, offers // 2)))
    places = tuple(
        Offer(
            id=f"O{index:03}",
            department=rng.choice(departments).id,
            capacity=rng.choice((1, 1, 1, 2, 3)),
            weeks=(first := rng.randrange(0, 40), first + rng.randrange(4, 12)),
            occupations=rng.choice((None, None, frozenset({"VFA-K"}), frozenset({"FIAE", "FISI"}))),
            years=rng.choice(((1, 3), (1, 3), (2, 3))),
            min_age=rng.choice((0, 0, 0, 18)),
            skills=rng.choice((frozenset(), frozenset(), frozenset({"BPMN"}))),
        )
        for index in range(offers)
    )
    known = [place.id for place in places]
    people = tuple(
        Applicant(
            id=f"p{index:03}",
            city=rng.choice(towns).id,
            occupation=rng.choice(("VFA-K", "FIAE", "FISI")),
            year=rng.randint(1, 3),
            age=rng.randint(16, 24),
            prefs=tuple(rng.sample([*known, "gone"], k=rng.randint(0, min(wishes, offers)))),
            skills=rng.choice((frozenset(), frozenset({"BPMN"}))),
            busy=frozenset(rng.sample(range(53), k=rng.choice((0, 0, 2, 5)))),
            priority_class=rng.choice((0, 0, 1)),
        )
        for index in range(applicants)
    )
    scores = {
        department.id: {person.id: rng.choice((0, 20, 40)) for person in people if rng.random() < 0.7}
        for department in departments
    }
    whole = Market(towns, departments, places, people, scores, name=f"random {number}")
    return Market(towns, departments, places, people, scores, _pins(whole, rng), name=whole.name)


def _pins(whole, rng):
    from exchange.matching.admissible import obstacle

    pins, taken = {}, {}
    for person in rng.sample(whole.applicants, k=min(3, len(whole.applicants))):
        fitting = [wish for wish in person.prefs if obstacle(whole, person, wish) is None]
        free = [wish for wish in fitting if taken.get(wish, 0) < whole.offer_by_id[wish].capacity]
        if free:
            pins[person.id] = rng.choice(free)
            taken[pins[person.id]] = taken.get(pins[person.id], 0) + 1
    return pins
