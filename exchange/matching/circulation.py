"""The market as a circulation: city → its people → offers → departments → host city → balance → city.

Capacities, quotas and the balance of each city are nested, so that every cheapest flow is whole: nobody is placed by
halves, and no solver is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

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
    """What is still free everywhere, while people are placed one by one."""

    def __init__(self, market: Market) -> None:
        self.market = market
        self.offers = {one.id: one.capacity for one in market.offers}
        self.departments = {one.id: one.quota for one in market.departments}
        self.coming = {one.id: one.max_in for one in market.cities}
        self.leaving = {one.id: one.max_out for one in market.cities}
        self.net = {one.id: 0 for one in market.cities}

    def take(self, person: Applicant, offer_id: str) -> None:
        offer = self.market.offer_by_id[offer_id]
        host = self.market.city_of(offer)
        self.offers[offer_id] -= 1
        for counted, key in ((self.departments, offer.department), (self.coming, host), (self.leaving, person.city)):
            free = counted[key]
            counted[key] = None if free is None else free - 1
        self.net[host] += 1
        self.net[person.city] -= 1

    def has_room(self, person: Applicant, offer_id: str) -> bool:
        offer = self.market.offer_by_id[offer_id]
        host = self.market.city_of(offer)
        free = (self.departments[offer.department], self.coming[host], self.leaving[person.city])
        return self.offers[offer_id] > 0 and all(one is None or one > 0 for one in free)

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
        seats = seats_beside_pins(market)
        before = dict(seats.net)
        for who, offer_id in start.items():
            seats.take(market.applicant_by_id[who], offer_id)
        placed_at = Counts(market, start)
        nodes = 1
        self.city: dict[str, int] = {}
        into: dict[str, int] = {}
        out_of: dict[str, int] = {}
        later: list[tuple[int, int, int, int]] = []
        for one in market.cities:
            self.city[one.id] = into[one.id] = out_of[one.id] = nodes
            nodes += 1
            coming, going = seats.coming[one.id], seats.leaving[one.id]
            if coming is not None:
                into[one.id], nodes = nodes, nodes + 1
                later.append((into[one.id], self.city[one.id], coming, placed_at.coming[one.id]))
            if going is not None:
                out_of[one.id], nodes = nodes, nodes + 1
                later.append((self.city[one.id], out_of[one.id], going, placed_at.leaving[one.id]))
        self.department = {one.id: nodes + number for number, one in enumerate(market.departments)}
        nodes += len(market.departments)
        self.offer = {one.id: nodes + number for number, one in enumerate(market.offers)}
        nodes += len(market.offers)
        self.person = {one.id: nodes + number for number, one in enumerate(self.people)}
        nodes += len(self.people)

        network = self.network = Network(nodes)
        for tail, head, room, back in later:
            network.add(tail, head, room, back=back)
        everybody = len(self.people)
        self.beyond: list[int] = []
        for one in market.cities:
            self._settle(one, before[one.id], seats.net[one.id], everybody)
        for dep in market.departments:
            free = seats.departments[dep.id]
            room = everybody if free is None else free
            network.add(self.department[dep.id], into[dep.city], room, back=placed_at.departments[dep.id])
        for offer in market.offers:
            network.add(
                self.offer[offer.id],
                self.department[offer.department],
                seats.offers[offer.id],
                back=placed_at.offers[offer.id],
            )
        self.arcs: dict[str, dict[str, int]] = {}
        self.first: dict[str, int] = {}
        for person in self.people:
            node, has = self.person[person.id], start.get(person.id)
            placed = int(has is not None)
            self.first[person.id] = network.add(out_of[person.city], node, 1 - placed, cost=-1, back=placed)
            self.arcs[person.id] = {
                wish: network.add(node, self.offer[wish], int(wish != has), back=int(wish == has))
                for wish in wishes[person.id]
            }

    def _settle(self, city: City, pinned: int, now: int, everybody: int) -> None:
        """What a city takes more than it gives leaves it here, within its bounds; beyond them at any price."""
        lowest, highest = city.bounds
        node, network, price = self.city[city.id], self.network, everybody + 1
        if lowest is None or highest is None:
            network.add(node, BALANCE, everybody, back=everybody)
            return
        within = min(max(now, lowest), highest)
        network.add(node, BALANCE, highest - within, back=within - lowest)
        if pinned > highest:
            self.beyond.append(network.add(node, BALANCE, 0, cost=price, back=now - within))
        elif pinned < lowest:
            self.beyond.append(network.add(BALANCE, node, 0, cost=price, back=within - now))

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


class Counts:
    """How many of some placements there are at each offer, department and city."""

    def __init__(self, market: Market, placed: Mapping[str, str]) -> None:
        self.offers = {one.id: 0 for one in market.offers}
        self.departments = {one.id: 0 for one in market.departments}
        self.coming = {one.id: 0 for one in market.cities}
        self.leaving = {one.id: 0 for one in market.cities}
        for who, offer_id in placed.items():
            offer = market.offer_by_id[offer_id]
            self.offers[offer_id] += 1
            self.departments[offer.department] += 1
            self.coming[market.city_of(offer)] += 1
            self.leaving[market.applicant_by_id[who].city] += 1


def gated_start(market: Market, wishes: Wishes, order: Iterable[Applicant]) -> dict[str, str]:
    """First come, first served, wherever the balance of both cities allows it, asked again while anybody can be placed.

    A start for the network only: its result does not depend on it.
    """
    seats = seats_beside_pins(market)
    placed: dict[str, str] = {}
    waiting = [one for one in order if one.id not in market.pinned]
    while waiting:
        left = []
        for person in waiting:
            for wish in wishes[person.id]:
                if seats.has_room(person, wish) and seats.keeps_balance(person, wish):
                    seats.take(person, wish)
                    placed[person.id] = wish
                    break
            else:
                left.append(person)
        if len(left) == len(waiting):
            break
        waiting = left
    return placed
