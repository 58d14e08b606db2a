"""Which places somebody looks after, for training.hosting."""

from collections.abc import Collection

from django.utils import timezone

from exchange.models import HostOffer
from exchange.states import OfferStatus
from training.hosting import Supervision

OVER = [OfferStatus.WITHDRAWN, OfferStatus.CLOSED]


def supervisions_of(cities: Collection[int]) -> list[Supervision]:
    """The places of these cities that are not over, by start."""
    rows = HostOffer.objects.filter(city__in=cities, ends_on__gte=timezone.localdate()).exclude(status__in=OVER)
    return [
        Supervision(row.supervisor_id, row.city_id, row.title, row.get_absolute_url())
        for row in rows.order_by("starts_on", "pk")
    ]
