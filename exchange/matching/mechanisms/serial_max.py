"""Ausgleichslos: as many placements as capacities and balance allow, then person by person the best possible wish.

Which sets of placements are largest depends on what is listed, not on the order of a list; whoever comes earlier
chooses within them, and one's own turn gives the best of what is left. So another order of one's wishes never helps.
"""

from __future__ import annotations

from collections.abc import Mapping

from exchange.matching.circulation import Assignment, Circulation, admissible_wishes, gated_start
from exchange.matching.market import Applicant, Market
from exchange.matching.mechanisms.stable import require_admissible_pins

FAILED_SEARCHES = 20  # after so many the components are worked out anew: locking people has split them


def serial_order(market: Market, draw: Mapping[str, int]) -> list[Applicant]:
    """By class, then by the draw."""
    return sorted(market.applicants, key=lambda one: (one.priority_class, draw[one.id]))


def serial_max(market: Market, draw: Mapping[str, int]) -> Assignment:
    """Return {applicant: offer or None}: the only largest balanced result that is best in this order of people.

    Raises MarketError when somebody is fixed against wish or rule, Infeasible when the pins contradict the quotas.
    """
    require_admissible_pins(market)
    wishes = admissible_wishes(market)
    order = serial_order(market, draw)
    flow = Circulation(market, wishes, gated_start(market, wishes, order))
    flow.place_most()
    _serve(flow, order)
    return flow.assignment()


def _serve(flow: Circulation, order: list[Applicant]) -> None:
    """Everybody in turn gets the best wish that a cycle of changes among the later ones can give, and keeps it."""
    network = flow.network
    component, failed = network.components(), 0
    for person in order:
        if person.id in flow.market.pinned:
            continue
        node, arcs = flow.person[person.id], flow.arcs[person.id]
        for offer_id, arc in arcs.items():
            if network.flows(arc):
                break
            offer = flow.offer[offer_id]
            if network.room[arc] and component[offer] == component[node]:
                if way := network.way(offer, node):
                    network.push([arc, *way])
                    break
                failed += 1
        for arc in (flow.first[person.id], *arcs.values()):
            network.close(arc)
        if failed >= FAILED_SEARCHES:
            component, failed = network.components(), 0
