"""The market as a circulation: city → its people → offers → departments → host city → balance → city.

Capacities, quotas and the balance of each city are nested, so that every cheapest flow is whole: nobody is placed by
halves, and no solver is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from exchange.matching.admissible import obstacle
from exchange.matching.market import Applicant, City, Infeasible, Market
from exchange.matching.network import Network

Assignment = dict[str, str | None]
Wishes = Mapping[str, Sequence[str]]
BALANCE = 0  # the node through which cities settle what they give and take


def admissible_wishes(market: Market) -> dict[str, tuple[str, ...]]:
    """{applicant: the offers of the list that the rules allow, best first}."""
    return {
        one.id: tuple(wish for wish in one.prefs if obstacle(market, one, wish) is None) for one in market.applicants
    }


class Seats:
    """What is still free everywhere, while people are placed one by one; what knows no limit has room for everybody."""

    def __init__(self, market: Market) -> None:
        self.market = market
        everybody = len(market.applicants)

        def most(limit: int | None) -> int:
            return everybody if limit is None else limit

        self.offers = {one.id: one.capacity for one in market.offers}
        self.departments = {one.id: most(one.quota) for one in market.departments}
        self.coming = {one.id: most(one.max_in) for one in market.cities}
        self.going = {one.id: most(one.max_out) for one in market.cities}
        self.net = {one.id: 0 for one in market.cities}

    def take(self, person: Applicant, offer_id: str) -> None:
        for free, key in self._of(person, offer_id):
            free[key] -= 1
        self.net[self.market.city_of(self.market.offer_by_id[offer_id])] += 1
        self.net[person.city] -= 1

    def has_room(self, person: Applicant, offer_id: str) -> bool:
        return all(free[key] > 0 for free, key in self._of(person, offer_id))

    def _of(self, person: Applicant, offer_id: str) -> Iterator[tuple[dict[str, int], str]]:
        department = self.market.offer_by_id[offer_id].department
        yield self.offers, offer_id
        yield self.departments, department
        yield self.coming, self.market.department_by_id[department].city
        yield self.going, person.city

    def keeps_balance(self, person: Applicant, offer_id: str) -> bool:
        """One more from here to there leaves both cities within their bounds."""
        host = self.market.city_of(self.market.offer_by_id[offer_id])
        lowest, highest = self.market.city_by_id[person.city].bounds[0], self.market.city_by_id[host].bounds[1]
        gives = lowest is None or self.net[person.city] - 1 >= lowest
        return gives and (highest is None or self.net[host] + 1 <= highest)


def seats_beside_pins(market: Market) -> Seats:
    """What is left once everybody who was fixed before the run has their place; Infeasible where that is too much."""
    seats = Seats(market)
    for who, offer_id in sorted(market.pinned.items()):
        person = market.applicant_by_id[who]
        if not seats.has_room(person, offer_id):
            raise Infeasible(
                "pinned_over_quota", f"{who} cannot be fixed at {offer_id}: no seat is left.", who, offer_id
            )
        seats.take(person, offer_id)
    return seats


class Circulation:
    """The network of everybody who was not fixed before the run, begun with some placements."""

    def __init__(self, market: Market, wishes: Wishes, start: Mapping[str, str]) -> None:
        """`start` keeps all capacities, and the bounds of every city that the pins alone keep."""
        self.market = market
        self.people = [one for one in market.applicants if one.id not in market.pinned]
        self.wishes = wishes
        self.beyond: list[int] = []
        self.free, self.left = seats_beside_pins(market), seats_beside_pins(market)
        for who, offer_id in start.items():
            self.left.take(market.applicant_by_id[who], offer_id)
        cities = [one.id for one in market.cities]
        named = {
            "city": cities,
            "coming": cities,
            "going": cities,
            "department": [one.id for one in market.departments],
            "offer": [one.id for one in market.offers],
            "person": [one.id for one in self.people],
        }
        names = [(kind, key) for kind, keys in named.items() for key in keys]
        node = {name: number for number, name in enumerate(names, start=BALANCE + 1)}
        self.network = Network(len(names) + 1)
        self.city = {key: node["city", key] for key in cities}
        self.department = {key: node["department", key] for key in named["department"]}
        self.offer = {key: node["offer", key] for key in named["offer"]}
        self.person = {key: node["person", key] for key in named["person"]}
        into = {one.id: node["city" if one.max_in is None else "coming", one.id] for one in market.cities}
        out_of = {one.id: node["city" if one.max_out is None else "going", one.id] for one in market.cities}
        self._add_limits(into, out_of)
        self._add_people(out_of, start)

    def _add_limits(self, into: Mapping[str, int], out_of: Mapping[str, int]) -> None:
        """Seats, quotas, and what cities settle; nodes of a city of their own only where there is a limit to keep."""
        free, left = self.free, self.left
        for city in self.market.cities:
            node = self.city[city.id]
            if into[city.id] != node:
                self._add(into[city.id], node, free.coming, left.coming, city.id)
            if out_of[city.id] != node:
                self._add(node, out_of[city.id], free.going, left.going, city.id)
            self._settle(city)
        for one in self.market.departments:
            self._add(self.department[one.id], into[one.city], free.departments, left.departments, one.id)
        for offer in self.market.offers:
            self._add(self.offer[offer.id], self.department[offer.department], free.offers, left.offers, offer.id)

    def _add(self, tail: int, head: int, free: Mapping[str, int], left: Mapping[str, int], key: str) -> None:
        self.network.add(tail, head, left[key], back=free[key] - left[key])

    def _add_people(self, out_of: Mapping[str, int], start: Mapping[str, str]) -> None:
        self.arcs: dict[str, dict[str, int]] = {}
        self.first: dict[str, int] = {}
        for person in self.people:
            node, has = self.person[person.id], start.get(person.id)
            placed = int(has is not None)
            self.first[person.id] = self.network.add(out_of[person.city], node, 1 - placed, cost=-1, back=placed)
            self.arcs[person.id] = {
                wish: self.network.add(node, self.offer[wish], int(wish != has), back=int(wish == has))
                for wish in self.wishes[person.id]
            }

    def _settle(self, city: City) -> None:
        """What a city takes more than it gives leaves it here: within its bounds, beyond them at a price above all."""
        lowest, highest = city.bounds
        node, network, everybody = self.city[city.id], self.network, len(self.people)
        pinned, now = self.free.net[city.id], self.left.net[city.id]
        if lowest is None or highest is None:
            network.add(node, BALANCE, everybody, back=everybody)
            return
        within = min(max(now, lowest), highest)
        network.add(node, BALANCE, highest - within, back=within - lowest)
        if pinned > highest:
            self.beyond.append(network.add(node, BALANCE, 0, cost=everybody + 1, back=now - within))
        elif pinned < lowest:
            self.beyond.append(network.add(BALANCE, node, 0, cost=everybody + 1, back=within - now))

    def place_most(self) -> None:
        """Place as many as all rules allow; afterwards only what leaves that number as it is can still change."""
        labels = self.network.cheapen()
        if any(self.network.room[arc ^ 1] for arc in self.beyond):
            pins = sorted(self.market.pinned)
            raise Infeasible("pinned_out_of_balance", "What is fixed leaves a city out of its balance.", *pins)
        self.network.keep_to_cheapest(labels)

    def keep_to_best(self, cost: Callable[[str, str], int]) -> None:
        """Of all that is still possible keep to what costs least; `cost` is that of a person at an offer."""
        room = self.network.room
        costs = {
            arc: found
            for who, arcs in self.arcs.items()
            for offer_id, arc in arcs.items()
            if (room[arc] or room[arc ^ 1]) and (found := cost(who, offer_id))
        }
        self.network.price(costs)
        self.network.keep_to_cheapest(self.network.cheapen())

    def assignment(self) -> Assignment:
        found: Assignment = dict.fromkeys(sorted(self.market.applicant_by_id))
        found.update(self.market.pinned)
        for who, arcs in self.arcs.items():
            found[who] = next((offer_id for offer_id, arc in arcs.items() if self.network.flows(arc)), None)
        return found


def gated_start(market: Market, wishes: Wishes, order: Iterable[Applicant]) -> dict[str, str]:
    """A start for the network only: its result does not depend on it."""
    return place_in_turn(seats_beside_pins(market), [one for one in order if one.id not in market.pinned], wishes)


def place_in_turn(seats: Seats, waiting: Sequence[Applicant], wishes: Wishes) -> dict[str, str]:
    """First come, first served, wherever the balance of both cities allows it, asked again while anybody is placed."""
    placed: dict[str, str] = {}
    while waiting:
        left = []
        for person in waiting:
            free = (
                one for one in wishes[person.id] if seats.has_room(person, one) and seats.keeps_balance(person, one)
            )
            if wish := next(free, None):
                seats.take(person, wish)
                placed[person.id] = wish
            else:
                left.append(person)
        if len(left) == len(waiting):
            break
        waiting = left
    return placed
