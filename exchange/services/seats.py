"""Seats are counted in the database: the last one goes to exactly one person, whoever else asks at that moment."""

from django.db.models import F
from django.utils.translation import gettext as _

from exchange.models import HostOffer
from exchange.states import OfferStatus
from lms.core.errors import TooLate

ALTERNATIVES = 3


def take_seat(offer: HostOffer) -> None:
    """Take one seat in a single conditional UPDATE, or raise TooLate that names similar places."""
    free = HostOffer.objects.filter(pk=offer.pk, seats_taken__lt=F("seats"))
    if free.update(seats_taken=F("seats_taken") + 1) != 1:
        raise TooLate(_all_gone(offer), about=offer)


def release_seat(offer: HostOffer) -> None:
    HostOffer.objects.filter(pk=offer.pk, seats_taken__gt=0).update(seats_taken=F("seats_taken") - 1)


def similar_offers(offer: HostOffer) -> list[HostOffer]:
    """Free places of the same round, first those of the same city, then those that begin at about the same time."""
    free = HostOffer.objects.filter(round=offer.round_id, status=OfferStatus.PUBLISHED, seats_taken__lt=F("seats"))
    found = free.exclude(pk=offer.pk).select_related("city")
    return sorted(
        found, key=lambda other: (other.city_id != offer.city_id, abs(other.starts_on - offer.starts_on), other.pk)
    )[:ALTERNATIVES]


def _all_gone(offer: HostOffer) -> str:
    gone = _("The last seat of “%(title)s” has just been given away.") % {"title": offer.title}
    names = ", ".join(f"{other.title} ({other.city.name})" for other in similar_offers(offer))
    if not names:
        return gone
    return gone + " " + _("Similar places that are still free: %(names)s.") % {"names": names}
