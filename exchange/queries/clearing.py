"""Who is without a place in a round, and which free places they could take."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from exchange.models import Application, ExchangeRound, HostOffer, Placement
from exchange.queries.conflicts import Folder, load, span_of
from exchange.queries.round_blockers import free_offers
from exchange.states import UNCONFIRMED, ApplicationStatus, PlacementStatus
from people.models import Role, User
from people.queries import cities_where
from training.notices import Notice

MOST_WISHES = 3


@dataclass(frozen=True)
class Choice:
    """A free place as it suits one person."""

    offer: HostOffer
    notices: list[Notice]
    wished: bool

    @property
    def warnings(self) -> list[str]:
        return [notice.sentence for notice in self.notices if notice.is_in_the_way]


@dataclass(frozen=True)
class Without:
    """Somebody without a place; the name is for their own office, others know the number."""

    application: Application
    is_own: bool
    choices: list[Choice]

    @property
    def wishes(self) -> list[Choice]:
        return [choice for choice in self.choices if choice.wished]


@dataclass(frozen=True)
class ClearingDesk:
    people: list[Without]
    offers: list[HostOffer]
    proposed: list[Placement]


def clearing_desk(round_: ExchangeRound, user: User) -> ClearingDesk:
    """In a fixed number of queries: offices see their own people, the coordination sees numbers of all."""
    mine = set(cities_where(user, Role.HR).values_list("pk", flat=True))
    unmatched = round_.applications.filter(status=ApplicationStatus.UNMATCHED)
    proposed = Placement.objects.filter(round=round_, status__in=UNCONFIRMED).select_related(
        "application", "offer", "home_city", "host_city"
    )
    if mine:
        unmatched = unmatched.filter(home_city__in=mine)
        proposed = proposed.visible_to(user)
    people = list(
        unmatched.select_related("apprentice", "home_city")
        .prefetch_related("clearing_wishes")
        .order_by("home_city__name", "serial", "pk")
    )
    offers = list(_free(round_))
    folder = load({one.apprentice_id for one in people}, span_of(offers))
    refused = _refused(people)
    rows = [Without(one, one.home_city_id in mine, _choices(one, offers, folder, refused)) for one in people]
    return ClearingDesk(rows, offers, list(proposed.order_by("pk")))


def choices_for(application: Application) -> list[Choice]:
    """What the person could still take, best first: nothing impossible, and what raises no question before the rest."""
    offers = list(_free(application.round))
    folder = load({application.apprentice_id}, span_of(offers))
    return _choices(application, offers, folder, _refused([application]))


def free_for(application: Application) -> list[HostOffer]:
    return [choice.offer for choice in choices_for(application)]


def obstacles(application: Application, offer: HostOffer) -> list[str]:
    """What makes a stay there impossible."""
    folder = load({application.apprentice_id}, span_of([offer]))
    found = folder.notices(application.apprentice_id, offer, consent=bool(application.consented_at))
    return [notice.sentence for notice in found if notice.is_hard]


def _free(round_: ExchangeRound) -> QuerySet[HostOffer]:
    return free_offers(round_).select_related("city", "department", "round").prefetch_related("occupations")


def _choices(
    application: Application, offers: Collection[HostOffer], folder: Folder, refused: set[tuple[int, int]]
) -> list[Choice]:
    wished = {wish.offer_id for wish in application.clearing_wishes.all()}
    found = []
    for offer in offers:
        if offer.city_id == application.home_city_id or (application.pk, offer.pk) in refused:
            continue
        notices = folder.notices(application.apprentice_id, offer)
        if not any(notice.is_hard for notice in notices):
            found.append(Choice(offer, notices, offer.pk in wished))
    return sorted(found, key=lambda choice: len(choice.warnings))


def _refused(applications: Collection[Application]) -> set[tuple[int, int]]:
    """A place that a city refused is not proposed to the same person again."""
    rows = Placement.objects.filter(application__in=applications, status=PlacementStatus.REFUSED).order_by()
    return set(rows.values_list("application_id", "offer_id"))
