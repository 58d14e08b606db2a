"""The entrance of the exchange: where an apprentice stands, and where everybody else may go."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from exchange.models import ExchangeRound, HostOffer
from exchange.queries.own import OwnExchange
from exchange.queries.turns import road, road_without_application, who_is_next
from exchange.states import OfferStatus
from lms.core.steps import Halt
from people.models import Role, User
from people.queries import holds
from training.models import Apprenticeship


def places_by_city(rounds: Sequence[ExchangeRound], training: Apprenticeship | None) -> list[dict[str, Any]]:
    """How many places each city offers in these rounds; for apprentices the other cities."""
    offers = HostOffer.objects.filter(round__in=rounds, status=OfferStatus.PUBLISHED)
    if training:
        offers = offers.exclude(city_id=training.city_id)
    by_city = offers.order_by("city__name").values("city__name", "city__slug", "city__letter")
    return [
        {"name": row["city__name"], "slug": row["city__slug"], "letter": row["city__letter"],
         "offers": row["offers"], "seats": row["seats"]}
        for row in by_city.annotate(offers=Count("pk"), seats=Sum("seats"))
    ]  # fmt: skip


def where_i_stand(own: OwnExchange) -> dict[str, Any]:
    """The application that matters now, its way, who is next; and those of earlier rounds."""
    current, round = own.application, next(iter(own.rounds), None)
    return {
        "application": current,
        "placement": own.placement,
        "turn": who_is_next(current, own.person) if current else None,
        "halts": road_of(own),
        "earlier": own.earlier,
        "may_apply_to": None if current or round is None or own.has_applied_in(round) else round,
    }


def road_of(own: OwnExchange) -> list[Halt]:
    """The way into the exchange; empty when there is neither an application nor an open round."""
    if own.application:
        return road(own.application, own.placement)
    return road_without_application(own.rounds[0]) if own.rounds else []


def links_for(user: User) -> list[dict[str, str]]:
    """What the role of this person has to do with the exchange."""
    links = []
    if holds(user, Role.TRAINER, Role.HR):
        links.append(_link("exchange:inbox", _("To decide"), _("Applications and places that wait for you.")))
    if holds(user, Role.HR, Role.SUPERVISOR):
        links.append(_link("exchange:offer_desk", _("Our places"), _("Offer places and see who asks for them.")))
    if holds(user, Role.HR, Role.COORDINATOR, Role.ADMIN):
        links.append(_link("exchange:round_list", _("Rounds"), _("How the rounds are getting on, with all dates.")))
    if holds(user, Role.HR, Role.TRAINER, Role.SUPERVISOR):
        links.append(_link("exchange:placement_list", _("Stays"), _("Who is where, and from when to when.")))
    return links


def _link(route: str, title: str, sentence: str) -> dict[str, str]:
    return {"url": reverse(route), "title": title, "sentence": sentence}
