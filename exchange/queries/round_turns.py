"""Whose turn it is in a round."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exchange.models import ExchangeRound, HostVerdict
from exchange.queries.cards import places_to_judge
from exchange.queries.offices import Turn, coordination_turn, office_turn, training_offices
from exchange.queries.round_blockers import undecided, unsettled
from exchange.states import (
    UNCONFIRMED,
    ApplicationStatus,
    OfferStatus,
    PlacementStatus,
    RoundStatus,
    RunStatus,
    VerdictStatus,
)
from people.models import Role, User
from people.queries import holds

P = PlacementStatus
R = RoundStatus


def turns(round_: ExchangeRound, reader: User) -> list[Turn]:
    """Everybody the round waits for; nobody when it is over."""
    find = TURNS.get(R(round_.status))
    since = timezone.localtime(round_.status_since).date()
    return [replace(turn, since=since) for turn in find(round_, reader)] if find else []


def _draft(round_: ExchangeRound, reader: User) -> list[Turn]:
    now = round_.content_hash
    given = {assent.city_id for assent in round_.assents.all() if assent.content_hash == now}
    missing = Counter(city.pk for city in round_.agreement.cities.all() if city.pk not in given)
    return _offices(round_, reader, missing, _dates_to_assent, round_.offers_from)


def _agreed(round_: ExchangeRound, reader: User) -> list[Turn]:
    what = _("Open the round for offers.")
    return [coordination_turn(reader=reader, what=what, until=round_.offers_from)]


def _offers_open(round_: ExchangeRound, reader: User) -> list[Turn]:
    what = _("Describe places and hand them in.")
    hosts = Turn(_("Host departments"), _("in all partner cities"), what, until=round_.applications_from)
    waiting = Counter(round_.offers.filter(status=OfferStatus.SUBMITTED).order_by().values_list("city_id", flat=True))
    return [hosts, *_offices(round_, reader, waiting, _offers_to_review, round_.applications_from)]


def _applications_open(round_: ExchangeRound, reader: User) -> list[Turn]:
    what = _("Choose places and apply.")
    return [Turn(_("Apprentices"), _("in all partner cities"), what, until=round_.applications_until)]


def _review(round_: ExchangeRound, reader: User) -> list[Turn]:
    waiting = Counter(application.home_city_id for application in undecided(round_))
    found = _offices(round_, reader, waiting, _applications_to_decide, round_.review_until)
    if not waiting:
        what = _("Begin the assignment of places.")
        found = [coordination_turn(reader=reader, what=what, until=round_.matching_on)]
    return [*found, *_judging(round_, reader)]


def _judging(round_: ExchangeRound, reader: User) -> list[Turn]:
    """Hosts and their offices: nobody has to wait for them, and applicants learn nothing of verdicts."""
    if not holds(reader, Role.COORDINATOR, Role.HR, Role.SUPERVISOR):
        return []
    places = places_to_judge().filter(round=round_).count()
    asked = HostVerdict.objects.filter(offer__round=round_, status=VerdictStatus.ASKED).order_by()
    to_sign = Counter(asked.values_list("offer__city_id", flat=True))
    found = _offices(round_, reader, to_sign, _verdicts_to_countersign, round_.review_until)
    if places:
        what = ngettext("Judge candidates for one place.", "Judge candidates for %(count)s places.", places)
        role = _("in all partner cities")
        found.append(Turn(_("Host departments"), role, what % {"count": places}, until=round_.review_until))
    return found


def _matching(round_: ExchangeRound, reader: User) -> list[Turn]:
    what = _("Have the assignment worked out and pass the proposal on to the cities.")
    if round_.runs.filter(status=RunStatus.PROPOSED).exists():
        what = _("Read the proposal, then pass it on to the cities.")
    return [coordination_turn(reader=reader, what=what, until=round_.matching_on)]


def _confirmation(round_: ExchangeRound, reader: User) -> list[Turn]:
    found = _waiting_offices(round_, reader, round_.confirm_until)
    what = _("Publish the places.")
    return found or [coordination_turn(reader=reader, what=what, until=round_.confirm_until)]


def _waiting_offices(round_: ExchangeRound, reader: User, until: date) -> list[Turn]:
    waiting: Counter[int] = Counter()
    open_ones = round_.placements.filter(status__in=UNCONFIRMED).order_by()
    for status, home, host in open_ones.values_list("status", "home_city_id", "host_city_id"):
        waiting.update([home] if status in (P.PROPOSED, P.HOST_CONFIRMED) else [])
        waiting.update([host] if status in (P.PROPOSED, P.HOME_CONFIRMED) else [])
    return _offices(round_, reader, waiting, _places_to_confirm, until)


def _published(round_: ExchangeRound, reader: User) -> list[Turn]:
    count = round_.placements.filter(status=P.OFFERED).count()
    if not count:
        return []
    what = ngettext("One person still has to answer.", "%(count)s people still have to answer.", count)
    role = _("in all partner cities")
    return [Turn(_("Apprentices"), role, what % {"count": count}, until=round_.accept_until)]


def _clearing(round_: ExchangeRound, reader: User) -> list[Turn]:
    unmatched = round_.applications.filter(status=ApplicationStatus.UNMATCHED).order_by()
    places = Counter(unmatched.filter(clearing_wishes__isnull=False).distinct().values_list("home_city_id", flat=True))
    choosing = unmatched.filter(clearing_wishes__isnull=True).count()
    found = _offices(round_, reader, places, _places_to_propose, round_.accept_until)
    found += _waiting_offices(round_, reader, round_.accept_until)
    found += _offices(round_, reader, _swaps_waiting(round_), _swaps_to_confirm, round_.accept_until)
    if choosing:
        what = _("Choose among the free places.")
        found.append(Turn(_("Apprentices"), _("in all partner cities"), what, until=round_.accept_until))
    return found or _published(round_, reader)


def _swaps_waiting(round_: ExchangeRound) -> Counter[int]:
    """By city, the swaps of two places it has not confirmed yet."""
    standing = round_.swaps.standing().select_related(
        "first__home_city", "first__host_city", "second__home_city", "second__host_city"
    )
    waiting: Counter[int] = Counter()
    for swap in standing.prefetch_related("confirmations"):
        waiting.update(city.pk for city in swap.open_cities())
    return waiting


def _evaluation(round_: ExchangeRound, reader: User) -> list[Turn]:
    waiting = Counter(round_.placements.filter(status=P.COMPLETED).order_by().values_list("home_city_id", flat=True))
    if waiting:
        return _offices(round_, reader, waiting, _records_to_issue, None)
    if unsettled(round_).exists():
        return _running(round_, reader)
    return [coordination_turn(reader=reader, what=_("Close the round."), until=None)]


def _running(round_: ExchangeRound, reader: User) -> list[Turn]:
    if unsettled(round_).exists():
        what = _("Look after the guests and complete the stays.")
        return [Turn(_("Host departments"), _("in all partner cities"), what, until=round_.stays_until)]
    return [coordination_turn(reader=reader, what=_("Begin the evaluation."), until=None)]


TURNS: dict[R, Callable[[ExchangeRound, User], list[Turn]]] = {
    R.DRAFT: _draft,
    R.AGREED: _agreed,
    R.OFFERS_OPEN: _offers_open,
    R.APPLICATIONS_OPEN: _applications_open,
    R.REVIEW: _review,
    R.MATCHING: _matching,
    R.CONFIRMATION: _confirmation,
    R.PUBLISHED: _published,
    R.CLEARING: _clearing,
    R.RUNNING: _running,
    R.EVALUATION: _evaluation,
}


def _dates_to_assent(count: int) -> str:
    return _("Read the dates and assent for the city.")


def _places_to_propose(count: int) -> str:
    return ngettext("Propose a place to one person.", "Propose places to %(count)s people.", count) % {"count": count}


def _records_to_issue(count: int) -> str:
    return ngettext("Issue one record.", "Issue %(count)s records.", count) % {"count": count}


def _offers_to_review(count: int) -> str:
    return ngettext("Review one offer.", "Review %(count)s offers.", count) % {"count": count}


def _applications_to_decide(count: int) -> str:
    return ngettext("Decide on one application.", "Decide on %(count)s applications.", count) % {"count": count}


def _verdicts_to_countersign(count: int) -> str:
    return ngettext("Countersign one verdict of a host, or return it.",
                    "Countersign %(count)s verdicts of hosts, or return them.", count) % {"count": count}  # fmt: skip


def _swaps_to_confirm(count: int) -> str:
    return ngettext("Confirm the swap of two places.", "Confirm %(count)s swaps of places.", count) % {"count": count}


def _places_to_confirm(count: int) -> str:
    return ngettext("Confirm one place.", "Confirm %(count)s places.", count) % {"count": count}


def _offices(round_, reader, waiting, sentence, until) -> list[Turn]:  # type: ignore[no-untyped-def]
    if not any(waiting.values()):
        return []
    offices = training_offices()
    return [
        office_turn(city, offices, reader=reader, what=sentence(waiting[city.pk]), until=until)
        for city in round_.agreement.cities.all()
        if waiting[city.pk]
    ]
