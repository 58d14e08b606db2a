"""What stands against the steps of a round; the screens show it, the services refuse with it."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exchange.models import Application, ExchangeRound, HostOffer, Placement, Question
from exchange.queries.agreement_terms import agreement_missing, short_of_seats
from exchange.states import (
    SETTLED,
    UNCONFIRMED,
    ApplicationStatus,
    OfferStatus,
    PlacementStatus,
    RoundStatus,
)
from lms.core.templatetags.wanderjahr import day

OVER = [PlacementStatus.COMPLETED, PlacementStatus.CLOSED, PlacementStatus.WAIVED, PlacementStatus.TERMINATED]
UNDECIDED = [ApplicationStatus.SUBMITTED, ApplicationStatus.ENDORSED]


def undecided(round_: ExchangeRound) -> QuerySet[Application]:
    """Handed in, and neither approved nor rejected nor returned."""
    return (
        Application.objects.filter(round=round_, status__in=UNDECIDED)
        .select_related("home_city")
        .order_by("home_city__name", "serial", "pk")
    )


def unsettled(round_: ExchangeRound) -> QuerySet[Placement]:
    return Placement.objects.filter(round=round_).exclude(status__in=SETTLED)


def free_offers(round_: ExchangeRound) -> QuerySet[HostOffer]:
    """Published places with a seat that nobody holds or has been proposed for."""
    waiting = Count("placements", filter=Q(placements__status__in=UNCONFIRMED))
    published = HostOffer.objects.filter(round=round_, status=OfferStatus.PUBLISHED).annotate(waiting=waiting)
    return published.filter(seats__gt=F("seats_taken") + F("waiting")).order_by("starts_on", "title", "pk")


def all_stays_over(round_: ExchangeRound) -> bool:
    """There were stays, and none of them is ahead or running."""
    statuses = set(Placement.objects.filter(round=round_).order_by().values_list("status", flat=True).distinct())
    return bool(statuses & set(OVER)) and statuses <= {*SETTLED, *OVER}


def votes_needed(round_: ExchangeRound) -> int:
    """More than half of the cities: two of three, and both of two."""
    return round_.agreement.cities.count() // 2 + 1


def blockers(round_: ExchangeRound, step: str, today: date) -> list[str]:
    """What stands against a step of a round, as sentences. Empty when nothing does."""
    check = BLOCKERS.get(step)
    return check(round_, today) if check else []


def warnings(round_: ExchangeRound, today: date) -> list[str]:
    """What everybody in the round should know, although it stops nothing."""
    if round_.status in (RoundStatus.CLOSED, RoundStatus.CANCELED):
        return []
    short = short_of_seats(round_, today) if round_.status != RoundStatus.DRAFT else []
    return [*agreement_missing(round_), *short]


def _against_opening_offers(round_: ExchangeRound, today: date) -> list[str]:
    return agreement_missing(round_)


def _against_opening_applications(round_: ExchangeRound, today: date) -> list[str]:
    found = agreement_missing(round_)
    if not round_.offers.filter(status=OfferStatus.PUBLISHED).exists():
        found.append(_("No offer is published yet."))
    if today > round_.applications_until:
        found.append(_("The last day for applications has passed. Please change the dates first."))
    return found


def _against_matching(round_: ExchangeRound, today: date) -> list[str]:
    by_city: dict[str, list[str]] = {}
    for application in undecided(round_):
        by_city.setdefault(application.home_city.name, []).append(application.number)
    return [
        ngettext(
            "%(city)s still has to decide on one application: %(numbers)s.",
            "%(city)s still has to decide on %(count)s applications: %(numbers)s.",
            len(numbers),
        )
        % {"city": city, "count": len(numbers), "numbers": ", ".join(numbers)}
        for city, numbers in by_city.items()
    ]


def _against_starting(round_: ExchangeRound, today: date) -> list[str]:
    if today < round_.stays_from:
        return [_("The first stays begin on %(day)s.") % {"day": day(round_.stays_from)}]
    return []


def _against_clearing(round_: ExchangeRound, today: date) -> list[str]:
    found = []
    if not round_.applications.filter(status=ApplicationStatus.UNMATCHED).exists():
        found.append(_("Nobody is without a place."))
    if not free_offers(round_).exists():
        found.append(_("No place is free."))
    if today >= round_.stays_from - timedelta(days=1):
        found.append(_("The stays begin on %(day)s; there is no time left for it.") % {"day": day(round_.stays_from)})
    return found


def _against_evaluating(round_: ExchangeRound, today: date) -> list[str]:
    if today > round_.stays_until or all_stays_over(round_):
        return []
    return [_("Stays are still ahead or running, at the latest until %(day)s.") % {"day": day(round_.stays_until)}]


def _against_closing(round_: ExchangeRound, today: date) -> list[str]:
    waiting = Counter(unsettled(round_).order_by().values_list("home_city__name", "status"))
    found = []
    for (city, status), count in sorted(waiting.items()):
        if status == PlacementStatus.COMPLETED:
            sentence = ngettext(
                "%(city)s still has to issue one record, or waive it.",
                "%(city)s still has to issue %(count)s records, or waive them.",
                count,
            )
        else:
            sentence = ngettext(
                "One stay from %(city)s is not finished yet.",
                "%(count)s stays from %(city)s are not finished yet.",
                count,
            )
        found.append(sentence % {"city": city, "count": count})
    return list(dict.fromkeys(found))


def _against_canceling(round_: ExchangeRound, today: date) -> list[str]:
    found = []
    if round_.placements.filter(status=PlacementStatus.ACTIVE).exists():
        found.append(_("A stay is running. Nobody cancels the round any more."))
    votes, needed = round_.votes.standing(Question.CANCEL).count(), votes_needed(round_)
    if votes < needed:
        found.append(
            _("%(needed)s training offices have to vote for it first; so far: %(votes)s.")
            % {"needed": needed, "votes": votes}
        )
    return found


def _against_publishing(round_: ExchangeRound, today: date) -> list[str]:
    count = round_.placements.filter(status__in=UNCONFIRMED).count()
    if not count:
        return []
    return [
        ngettext(
            "One place is not confirmed by both cities yet.",
            "%(count)s places are not confirmed by both cities yet.",
            count,
        )
        % {"count": count}
    ]


BLOCKERS: dict[str, Callable[[ExchangeRound, date], list[str]]] = {
    "agree": _against_opening_offers,
    "open_offers": _against_opening_offers,
    "open_applications": _against_opening_applications,
    "start_matching": _against_matching,
    "publish": _against_publishing,
    "start": _against_starting,
    "open_clearing": _against_clearing,
    "evaluate": _against_evaluating,
    "close": _against_closing,
    "cancel": _against_canceling,
}
