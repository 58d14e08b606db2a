"""What counts on a day: the terms of an agreement with its addenda, and whether a time is covered without a gap."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exchange.consent import ALWAYS_SHARED, SHAREABLE
from exchange.models import Agreement, ExchangeRound
from exchange.models.agreements import AgreementKind
from exchange.states import AgreementStatus, OfferStatus
from lms.core.templatetags.wanderjahr import day
from people.models import Role, User
from people.queries import cities_where, holds

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Quota:
    """What the cities aim at; None where nothing is agreed."""

    seats_per_round: int | None
    balance_weeks: int | None
    source: Agreement


@dataclass(frozen=True)
class Shared:
    """What host cities may see under an agreement, in words for those it is about."""

    agreement: Agreement
    fields: list[str | Promise]
    annex_text: str


def terms_of(agreement: Agreement, today: date) -> Agreement:
    """The addendum whose terms count today, or the agreement itself."""
    counting = Agreement.objects.counting_on(today).filter(parent=agreement)
    return counting.order_by("-starts_on", "-pk").first() or agreement


def quota_of(agreement: Agreement, today: date) -> Quota:
    """What counts today: of the newest version in force, or of the addendum to it."""
    terms = terms_by_title([agreement], today)[agreement.title]
    return Quota(terms.seats_per_round, terms.balance_weeks, terms)


def terms_by_title(agreements: Iterable[Agreement], today: date) -> dict[str, Agreement]:
    """What counts today for each of them, in one query: the newest version in force, or the last addendum to it; where
    none is in force, the agreement itself."""
    found = {agreement.title: agreement for agreement in agreements}
    of_these = Q(title__in=found, kind=AgreementKind.MEMORANDUM) | Q(parent__title__in=found)
    rows = Agreement.objects.counting_on(today).filter(of_these).select_related("parent")
    counting = list(rows.order_by("starts_on", "pk"))
    found |= {one.title: one for one in counting if one.parent is None}
    versions = {one.pk for one in found.values()}
    return found | {one.parent.title: one for one in counting if one.parent and one.parent_id in versions}


def successor_dates(agreement: Agreement, today: date) -> tuple[date, date]:
    """A renewal begins when the former version is over, and lasts as long: whole years stay whole years."""
    starts_on = max(agreement.ends_on + DAY, today)
    after = agreement.ends_on + DAY
    years = after.year - agreement.starts_on.year
    whole = (after.month, after.day) == (agreement.starts_on.month, agreement.starts_on.day)
    if whole and (starts_on.month, starts_on.day) != (2, 29):
        return starts_on, starts_on.replace(year=starts_on.year + years) - DAY
    return starts_on, starts_on + (agreement.ends_on - agreement.starts_on)


def first_day_without(agreement: Agreement, first: date, last: date) -> date | None:
    """The first day of a time that no version of a memorandum covers for all of its cities; None when all do."""
    cities = {city.pk for city in agreement.cities.all()}
    counting = [AgreementStatus.IN_FORCE, AgreementStatus.SUPERSEDED]
    versions = Agreement.objects.filter(title=agreement.title, kind=AgreementKind.MEMORANDUM, status__in=counting)
    missing = first
    for version in versions.prefetch_related("cities").order_by("starts_on", "version"):
        until = min(version.ends_on, version.over_on - DAY) if version.over_on else version.ends_on
        if version.starts_on <= missing <= until and cities <= {city.pk for city in version.cities.all()}:
            missing = until + DAY
    return missing if missing <= last else None


def agreement_missing(round_: ExchangeRound) -> list[str]:
    """Why no agreement in force carries this round to its end, as sentences. Empty when one does."""
    agreement = round_.agreement
    gap = first_day_without(agreement, round_.stays_from, round_.stays_until)
    if gap and agreement.status in (AgreementStatus.DRAFT, AgreementStatus.ENDED):
        return [_("The agreement “%(title)s” is not in force.") % {"title": agreement.title}]
    if gap is None:
        return []
    return [
        _(
            "The agreement “%(title)s” does not cover all stays: from %(day)s on none is in force. Please renew it, or "
            "choose another time."
        )
        % {"title": agreement.title, "day": day(gap)}
    ]


def short_of_seats(round_: ExchangeRound, today: date) -> list[str]:
    """Cities that offer fewer seats than agreed. This is a target: it is said, and stops nothing."""
    quota = quota_of(round_.agreement, today)
    if not quota.seats_per_round:
        return []
    shown = Q(status__in=[OfferStatus.PUBLISHED, OfferStatus.PAUSED, OfferStatus.CLOSED])
    offered: dict[int, int] = {}
    for city_id, seats in round_.offers.filter(shown).values_list("city_id", "seats"):
        offered[city_id] = offered.get(city_id, 0) + seats
    return [
        ngettext(
            "%(city)s offers %(seats)s seat; %(quota)s are agreed.",
            "%(city)s offers %(seats)s seats; %(quota)s are agreed.",
            offered.get(city.pk, 0),
        )
        % {"city": city.name, "seats": offered.get(city.pk, 0), "quota": quota.seats_per_round}
        for city in round_.agreement.cities.all()
        if offered.get(city.pk, 0) < quota.seats_per_round
    ]


def shareable(names: list[str]) -> list[str | Promise]:
    return [label for name, label in SHAREABLE.items() if name in names or name in ALWAYS_SHARED]


def shared_with_hosts(user: User, today: date) -> list[Shared]:
    """What hosts may see of people of one's own city, from the agreements that count today; for coordinators of all."""
    found = Agreement.objects.counting_on(today).filter(kind=AgreementKind.MEMORANDUM)
    if not holds(user, Role.COORDINATOR):
        found = found.filter(cities__in=cities_where(user, *Role)).distinct()
    terms = [(agreement, terms_of(agreement, today)) for agreement in found.order_by("title", "-version")]
    return [Shared(agreement, shareable(one.shared_fields), one.annex_text) for agreement, one in terms]
