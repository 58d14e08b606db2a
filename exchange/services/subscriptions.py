"""Hearing of new places: somebody keeps a filter, and is told once of each place that matches it."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from exchange.models import HostOffer, OfferSubscription
from lms.core import journal
from lms.core.errors import Refused
from lms.notifications.outbox import UNDO_MINUTES
from lms.notifications.services import notify
from people.models import City, Occupation, User
from people.policies import require

MOST = 10


@transaction.atomic
def subscribe(
    *,
    actor: User,
    city: City | None = None,
    topic: str = "",
    occupation: Occupation | None = None,
    remote: bool = False,
    step_free: bool = False,
) -> OfferSubscription:
    """Keep a filter; the same one twice is kept once."""
    require("exchange.subscribe", actor)
    User.objects.select_for_update().get(pk=actor.pk)
    kept = OfferSubscription.objects.filter(person=actor)
    same = kept.filter(city=city) if city else kept.filter(city__isnull=True)
    same = same.filter(occupation=occupation) if occupation else same.filter(occupation__isnull=True)
    if known := same.filter(topic=topic, remote=remote, step_free=step_free).first():
        return known
    if kept.count() >= MOST:
        raise Refused(_("You can follow %(count)s searches. Please end one first.") % {"count": MOST})
    made = OfferSubscription.objects.create(
        person=actor, city=city, topic=topic, occupation=occupation, remote=remote, step_free=step_free
    )
    journal.record(made, "exchange.subscription.create", actor=actor)
    return made


@transaction.atomic
def unsubscribe(subscription: OfferSubscription, *, actor: User) -> None:
    require("exchange.end_subscription", actor, subscription)
    journal.record(subscription, "exchange.subscription.end", actor=actor)
    subscription.delete()


def tell_subscribers(offer: HostOffer) -> None:
    """Once per person, however many of their searches match; apprentices go to other cities than their own."""
    searches = OfferSubscription.objects.filter(
        Q(city__isnull=True) | Q(city=offer.city_id),
        Q(topic="") | Q(topic=offer.topic),
        Q(step_free=False) | Q(step_free=offer.step_free),
        Q(remote=False) | Q(remote=offer.remote_share > 0),
        person__is_active=True,
    )
    open_to = {one.pk for one in offer.occupations.all()}
    if open_to:
        searches = searches.filter(Q(occupation__isnull=True) | Q(occupation__in=open_to))
    people = User.objects.filter(pk__in=searches.values("person_id")).order_by("pk")
    involved = {offer.author_id, offer.reviewer_id, offer.supervisor_id, offer.deputy_id}
    for person in people.exclude(apprenticeship__city=offer.city_id):
        if person.pk not in involved:
            url = offer.get_absolute_url()
            notify(
                person,
                "exchange/offer_new",
                url=url,
                hold=UNDO_MINUTES,
                about=offer,
                title=offer.title,
                city=offer.city.name,
            )
