"""Who acted in whose place, for the screens that name who decided."""

from django.db import models
from django.utils.translation import gettext as _

from exchange.models import HostOffer, Placement
from lms.core import journal
from people.models import User

CONFIRMING = "exchange.placement.confirm"
Represented = dict[tuple[str, int], User]


def represented_in(record: models.Model, *actions: str) -> Represented:
    """By (step, person who acted) the person who was away; empty for nearly every case, in one query."""
    away = journal.on_behalf_of(record, *actions)
    people = User.objects.in_bulk(set(away.values())) if away else {}
    return {key: people[pk] for key, pk in away.items() if pk in people}


def signature(person: User, represented: Represented, *actions: str) -> str:
    """The name of who acted, and for whom, if it was not by a right of their own."""
    for action in actions:
        if away := represented.get((action, person.pk)):
            return on_behalf(person, away)
    return person.full_name


def who_signed(offer: HostOffer) -> dict[str, str]:
    """Who wrote and who reviewed an offer."""
    writing, reviewing = "exchange.offer.create", ("exchange.offer.publish", "exchange.offer.return")
    lent = represented_in(offer, writing, *reviewing)
    reviewed = signature(offer.reviewer, lent, *reviewing) if offer.reviewer else ""
    return {"written_by": signature(offer.author, lent, writing), "reviewed_by": reviewed}


def who_confirmed(placement: Placement) -> dict[str, str]:
    """By side, who has confirmed a place."""
    people = {"home": placement.home_confirmed_by, "host": placement.host_confirmed_by}
    lent = represented_in(placement, CONFIRMING) if any(people.values()) else {}
    return {side: signature(person, lent, CONFIRMING) if person else "" for side, person in people.items()}


def on_behalf(person: User, away: User) -> str:
    return _("%(name)s on behalf of %(away)s") % {"name": person.full_name, "away": away.full_name}
