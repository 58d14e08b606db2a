"""The ranked list of places somebody would like. It is always written as a whole, so ranks have no gaps."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from exchange.models import Application, HostOffer, Wish
from exchange.services.applications import for_editing
from exchange.services.verdicts import forget_verdicts
from exchange.states import OfferStatus
from lms.core import journal
from lms.core.errors import Refused
from people.models import User

UP, DOWN = -1, 1


@transaction.atomic
def set_wishes(
    application: Application, offers: Sequence[HostOffer], *, actor: User, today: date | None = None
) -> list[Wish]:
    """Replace all wishes by these, best first."""
    edited = for_editing(application, actor=actor, today=today)
    kept = {wish.offer_id for wish in edited.wishes.all()}
    for offer in offers:
        if offer.pk not in kept:
            _require_wishable(edited, offer)
    if len({offer.pk for offer in offers}) != len(offers):
        raise Refused(_("Each place can be on the list once."), about=edited)
    if len(offers) > edited.round.max_wishes:
        raise Refused(
            _("Your list is full: %(max)s wishes are possible. Please remove one first.")
            % {"max": edited.round.max_wishes},
            about=edited,
        )
    return _replace(edited, [offer.pk for offer in offers], actor)


@transaction.atomic
def add_wish(application: Application, offer: HostOffer, *, actor: User) -> list[Wish]:
    """Put a place at the end of the list; one that is there already stays where it is."""
    offers = _offers(for_editing(application, actor=actor))
    return set_wishes(application, offers if offer in offers else [*offers, offer], actor=actor)


@transaction.atomic
def move_wish(application: Application, offer: HostOffer, by: int, *, actor: User) -> list[Wish]:
    """Move a place up (-1) or down (+1); at the end of the list it stays."""
    offers = _offers(for_editing(application, actor=actor))
    if offer not in offers:
        raise Refused(_("This place is not on your list any more."), about=application)
    here = offers.index(offer)
    offers.insert(max(0, here + by), offers.pop(here))
    return set_wishes(application, offers, actor=actor)


@transaction.atomic
def remove_wish(application: Application, offer: HostOffer, *, actor: User) -> list[Wish]:
    offers = _offers(for_editing(application, actor=actor))
    return set_wishes(application, [one for one in offers if one != offer], actor=actor)


def _offers(application: Application) -> list[HostOffer]:
    return [wish.offer for wish in application.wishes.select_related("offer").order_by("rank")]


def _require_wishable(application: Application, offer: HostOffer) -> None:
    if offer.round_id != application.round_id:
        raise Refused(_("This place belongs to another round."), about=application)
    if offer.status != OfferStatus.PUBLISHED:
        raise Refused(_("This place is not offered any more."), about=application)
    if offer.city_id == application.home_city_id:
        raise Refused(_("This place is in your own city; the exchange leads to another one."), about=application)


def _replace(application: Application, offers: Sequence[int], actor: User) -> list[Wish]:
    application.wishes.all().delete()
    forget_verdicts(application, list(offers))
    wishes = [Wish(application=application, offer_id=offer, rank=rank) for rank, offer in enumerate(offers, start=1)]
    journal.record(application, "exchange.application.set_wishes", actor=actor, offers=list(offers))
    return Wish.objects.bulk_create(wishes)
