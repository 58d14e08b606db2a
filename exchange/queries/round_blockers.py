"""What stands against the steps of a round; the screens show it, the services refuse with it."""

from collections.abc import Callable
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exchange.models import Application, ExchangeRound, Placement
from exchange.states import SETTLED, UNCONFIRMED, AgreementStatus, ApplicationStatus, OfferStatus
from lms.core.templatetags.wanderjahr import day

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


def blockers(round_: ExchangeRound, step: str, today: date) -> list[str]:
    """What stands against a step of a round, as sentences. Empty when nothing does."""
    check = BLOCKERS.get(step)
    return check(round_, today) if check else []


def _against_opening_offers(round_: ExchangeRound, today: date) -> list[str]:
    agreement, found = round_.agreement, []
    if agreement.status != AgreementStatus.IN_FORCE:
        found.append(_("The agreement “%(title)s” is not in force.") % {"title": agreement.title})
    if agreement.starts_on > round_.stays_from or agreement.ends_on < round_.stays_until:
        found.append(
            _("The agreement is valid from %(start)s to %(end)s and does not cover all stays.")
            % {"start": day(agreement.starts_on), "end": day(agreement.ends_on)}
        )
    return found


def _against_opening_applications(round_: ExchangeRound, today: date) -> list[str]:
    found = []
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


def _against_closing(round_: ExchangeRound, today: date) -> list[str]:
    count = unsettled(round_).count()
    if not count:
        return []
    return [
        ngettext("One stay is not finished yet.", "%(count)s stays are not finished yet.", count) % {"count": count}
    ]


def _against_canceling(round_: ExchangeRound, today: date) -> list[str]:
    count = unsettled(round_).count()
    if not count:
        return []
    return [
        ngettext(
            "One place is already assigned. It has to be taken back first.",
            "%(count)s places are already assigned. They have to be taken back first.",
            count,
        )
        % {"count": count}
    ]


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
    "open_offers": _against_opening_offers,
    "open_applications": _against_opening_applications,
    "start_matching": _against_matching,
    "publish": _against_publishing,
    "start": _against_starting,
    "close": _against_closing,
    "cancel": _against_canceling,
}
