"""A round with wishes, ready for the matching, and shortcuts along the way of a stay."""

from datetime import timedelta

from django.utils import timezone

from exchange.services.answers import accept_placement
from exchange.services.placements import confirm_placement
from tests.factories.exchange import ApplicationFactory, OfferFactory, PlacementFactory, RoundFactory

SEED = "5eed" * 16


def a_round(status="matching", **dates):
    """A round in the matching; its stays begin on a Monday."""
    start = timezone.localdate() + timedelta(days=90)
    monday = start - timedelta(days=start.weekday())
    return RoundFactory(status=status, lottery_seed=SEED, **{"stays_from": monday, **dates})


def an_offer(round, city, supervisor=None, **more):
    named = {"supervisor": supervisor} if supervisor else {}
    return OfferFactory(round=round, city=city, **named, **more)


def an_applicant(person, round, *offers, **more):
    """Released by the home city and in the matching."""
    return ApplicationFactory(
        apprentice=person, round=round, approved=True, status="in_matching", wishes=offers, **more
    )


def a_placement(cast, **more):
    """Mina of Nürnberg at Carla's in München; a trait or status says how far."""
    round = more.pop("round", None) or a_round("confirmation")
    offer = more.pop("offer", None) or an_offer(round, cast.munich, cast.carla, title="Open data in München")
    status = {True: "offered", False: "in_matching"}[bool(more.get("offered"))]
    if {"accepted", "active", "completed"} & set(more):
        status = "accepted"
    application = an_applicant(cast.mina, round, offer)
    type(application).objects.filter(pk=application.pk).update(status=status)
    application.refresh_from_db()
    placement = PlacementFactory(application=application, offer=offer, **more)
    held = placement.status in ("confirmed", "offered", "accepted", "active", "completed", "closed", "terminated")
    type(offer).objects.filter(pk=offer.pk).update(seats_taken=int(held))
    return placement


def confirmed(placement, home, host):
    confirm_placement(placement, actor=home)
    return confirm_placement(placement, actor=host)


def accepted(cast, **more):
    placement = a_placement(cast, offered=True, **more)
    return accept_placement(placement, actor=cast.mina)
