"""Whom a host knows by name, for parts below that show absences during stays."""

from collections.abc import Collection

from exchange.models import Placement
from exchange.states import SEAT_HELD


def known_to_hosts(pairs: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those of (person, host city) with a stay that both cities have confirmed, and with consent."""
    confirmed = Placement.objects.filter(
        apprentice__in={person for person, _city in pairs},
        status__in=SEAT_HELD,
        application__consented_at__isnull=False,
    )
    return set(pairs) & set(confirmed.values_list("apprentice_id", "host_city_id"))
