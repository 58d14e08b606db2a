"""The weeks of an accepted place in the plan of the apprentice."""

from exchange.models import Placement
from people.models import User
from training.models import Station
from training.services.stations import book_station


def book_stay(placement: Placement, *, actor: User) -> Station:
    """One station for all of it; the host may divide it later."""
    offer = placement.offer
    return book_station(
        placement.apprentice,
        offer.department,
        placement.period,
        supervisor=offer.supervisor,
        deputy=offer.deputy,
        tasks=offer.mission,
        source=placement.source,
        actor=actor,
    )
