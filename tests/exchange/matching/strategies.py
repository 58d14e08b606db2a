"""Small markets with everything that can bind: balance, quotas, pins; and all results one could think of."""

from itertools import product

from hypothesis import strategies as st

from exchange.matching import Applicant, City, Department, Market, Offer

CITIES = ("A", "M", "N")
FEW = st.sampled_from([None, None, 1, 2])


@st.composite
def markets(draw, most_people=6, pins=True):
    """A few people and offers of three cities, with wishes, quotas, tolerances, what earlier rounds left, and a pin."""
    cities = tuple(
        City(key, draw(st.sampled_from([None, 0, 0, 1, 2])), draw(st.integers(-2, 2)), draw(FEW), draw(FEW))
        for key in CITIES
    )
    departments = tuple(Department(f"d{n}", draw(st.sampled_from(CITIES)), draw(FEW)) for n in range(4))
    offers = tuple(
        Offer(f"o{n}", draw(st.sampled_from(departments)).id, draw(st.integers(1, 2)), (0, 5))
        for n in range(draw(st.integers(2, 5)))
    )
    names = st.lists(st.sampled_from([offer.id for offer in offers]), unique=True, max_size=4).map(tuple)
    people = tuple(
        Applicant(f"p{n}", draw(st.sampled_from(CITIES)), "VFA-K", 2, 20, draw(names), priority_class=draw(LOW))
        for n in range(draw(st.integers(1, most_people)))
    )
    market = Market(cities, departments, offers, people)
    possible = sorted((one.id, wish) for one in people for wish in one.prefs if may(market, one, wish))
    fixed = dict([draw(st.sampled_from(possible))]) if pins and possible and draw(st.integers(0, 3)) == 0 else {}
    return Market(cities, departments, offers, people, pinned=fixed)


LOW = st.integers(0, 1)


def may(market, person, wish):
    """The rules once more, so that no test believes the code it tests."""
    offer = next(offer for offer in market.offers if offer.id == wish)
    host = next(department.city for department in market.departments if department.id == offer.department)
    return (
        wish in person.prefs
        and host != person.city
        and (offer.occupations is None or person.occupation in offer.occupations)
        and offer.years[0] <= person.year <= offer.years[1]
        and person.age >= offer.min_age
        and not offer.skills - person.skills
        and person.busy.isdisjoint(range(offer.weeks[0], offer.weeks[1] + 1))
    )


def all_results(market):
    """Every assignment that keeps the rules, the quotas and the balance, found by trying all of them."""
    lists = [
        [market.pinned[one.id]]
        if one.id in market.pinned
        else [*(wish for wish in one.prefs if may(market, one, wish)), None]
        for one in market.applicants
    ]
    found = ({one.id: got for one, got in zip(market.applicants, gots, strict=True)} for gots in product(*lists))
    return [result for result in found if keeps_all(market, result)]


def keeps_all(market, result):
    home = {one.id: one.city for one in market.applicants}
    place = {offer.id: offer for offer in market.offers}
    host = {department.id: department.city for department in market.departments}
    taken = [(who, place[got]) for who, got in result.items() if got]
    for offer in market.offers:
        if sum(one is offer for _who, one in taken) > offer.capacity:
            return False
    for department in market.departments:
        count = sum(one.department == department.id for _who, one in taken)
        if department.quota is not None and count > department.quota:
            return False
    for city in market.cities:
        coming = sum(host[one.department] == city.id for _who, one in taken)
        going = sum(home[who] == city.id for who, _one in taken)
        if any(most is not None and count > most for count, most in ((coming, city.max_in), (going, city.max_out))):
            return False
        if city.tolerance is not None:
            lowest, highest = min(0, -city.tolerance - city.carry), max(0, city.tolerance - city.carry)
            if not lowest <= coming - going <= highest:
                return False
    return True


def rank(person, got):
    """Place on the list; no place comes last."""
    return person.prefs.index(got) if got in person.prefs else len(person.prefs)


def placed(result):
    return sum(got is not None for got in result.values())
