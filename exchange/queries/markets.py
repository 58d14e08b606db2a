"""The matching's market, read from the database or from a stored run; people are their application numbers."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Count

from exchange.matching import Applicant, City, Department, Market, Offer
from exchange.matching.files import read_instance
from exchange.models import Application, ExchangeRound, HostOffer, Pin, Placement
from exchange.queries.cards import points_for, ranks_in, unsuitable_in
from exchange.queries.conflicts import Folder, load
from exchange.states import SEAT_HELD, ApplicationStatus, OfferStatus, PlacementStatus
from lms.core.periods import Period, monday_of
from training.conflicts import Commitment, Kind

WENT = [status for status in SEAT_HELD if status not in (PlacementStatus.CONFIRMED, PlacementStatus.OFFERED)]
HARD = {Kind.STAY, Kind.STATION, Kind.SCHOOL, Kind.COURSE, Kind.THEORY, Kind.EXAM}


def applications_in(round: ExchangeRound) -> list[Application]:
    waiting = Application.objects.filter(round=round, status=ApplicationStatus.IN_MATCHING)
    return list(waiting.select_related("home_city").prefetch_related("wishes").order_by("number"))


def build_market(round: ExchangeRound) -> Market:
    """Return everybody in the matching and every offer with a seat to give.

    Who has been confirmed by both cities already is fixed; who was refused somewhere does not ask there again.
    """
    applications = applications_in(round)
    held = _placements(round, PlacementStatus.CONFIRMED)
    refused = {(one.application_id, one.offer_id) for one in _placements(round, PlacementStatus.REFUSED)}
    offers = _offers(round, Counter(one.offer_id for one in held))
    refused |= set(unsuitable_in(round))
    ranked = {offer: ranks for offer, ranks in ranks_in(round).items() if offer in {one.pk for one, _seats in offers}}
    folder = load({one.apprentice_id for one in applications}, Period(round.stays_from, round.stays_until))
    horizon = Period(round.stays_from, round.stays_until).weeks
    open_ones = [offer for offer, _seats in offers if offer.weeks is not None]
    own_weeks = {offer.pk: horizon + number for number, offer in enumerate(open_ones)}
    people = [_applicant(one, folder, round, refused, own=_of(held, one)) for one in applications]
    people = [_with_open_dates(one, open_ones, own_weeks, round) for one in people]
    departments = {_department(offer, ranked): offer.city.slug for offer, _seats in offers}
    cities = {*departments.values(), *(person.city for person in people)}
    return Market(
        cities=_cities(round, cities),
        departments=tuple(Department(key, city) for key, city in sorted(departments.items())),
        offers=tuple(
            _offer(offer, seats, _weeks_of(offer, own_weeks, round), _department(offer, ranked))
            for offer, seats in offers
        ),
        applicants=tuple(people),
        scores=_scores(offers, ranked, applications),
        pinned=_by_hand(round, applications) | {one.application.number: str(one.offer_id) for one in held},
        weeks=horizon + len(open_ones),
        name=round.name,
    )


def _by_hand(round: ExchangeRound, applications: Iterable[Application]) -> dict[str, str]:
    here = {one.pk: one.number for one in applications}
    pins = Pin.objects.standing().filter(application__round=round)
    return {here[pin.application_id]: str(pin.offer_id) for pin in pins if pin.application_id in here}


def confirmed_in(round: ExchangeRound) -> set[str]:
    """The numbers of those whom both cities have confirmed already."""
    return {one.application.number for one in _placements(round, PlacementStatus.CONFIRMED)}


def _cities(round: ExchangeRound, slugs: Iterable[str]) -> tuple[City, ...]:
    carry = carried_into(round) if round.tolerance is not None else Counter()
    return tuple(City(slug, round.tolerance, carry[slug]) for slug in sorted(slugs))


def carried_into(round: ExchangeRound) -> Counter[str]:
    """{city: guests minus own people away} over all other rounds: whoever has gone, or has accepted to go."""
    gone = Placement.objects.filter(status__in=WENT).exclude(round=round)
    balance: Counter[str] = Counter()
    for sign, field in ((1, "host_city__slug"), (-1, "home_city__slug")):
        for slug, count in gone.order_by().values_list(field).annotate(count=Count("pk")):
            balance[slug] += sign * count
    return balance


def market_from(instance: Mapping[str, Any]) -> Market:
    """Read a stored market again (format exmatch-instance/1), so that a run can be repeated and checked."""
    return read_instance(instance)[0]


def _placements(round: ExchangeRound, status: PlacementStatus) -> list[Placement]:
    found = Placement.objects.filter(round=round, status=status, application__status=ApplicationStatus.IN_MATCHING)
    return list(found.select_related("application"))


def _of(held: Iterable[Placement], application: Application) -> Placement | None:
    return next((one for one in held if one.application_id == application.pk), None)


def _offers(round: ExchangeRound, fixed: Mapping[int, int]) -> list[tuple[HostOffer, int]]:
    """Published offers with their seats: those that are free and those of fixed people."""
    found = HostOffer.objects.filter(round=round, status=OfferStatus.PUBLISHED)
    rows = found.select_related("city").prefetch_related("occupations").order_by("pk")
    counted = [(offer, offer.seats_free + fixed.get(offer.pk, 0)) for offer in rows]
    return [(offer, seats) for offer, seats in counted if seats > 0]


def _department(offer: HostOffer, ranked: Container[int]) -> str:
    """Points count for a department, ranks for one place: a place with ranks stands for itself."""
    return f"{offer.department_id}-{offer.pk}" if offer.pk in ranked else str(offer.department_id)


def _scores(
    offers: Iterable[tuple[HostOffer, int]],
    ranked: Mapping[int, Mapping[int, int]],
    applications: Iterable[Application],
) -> dict[str, dict[str, int]]:
    """The points of those whom a host has ranked; nobody else has any."""
    numbers = {one.pk: one.number for one in applications}
    return {
        _department(offer, ranked): {
            numbers[who]: points_for(rank) for who, rank in ranked[offer.pk].items() if who in numbers
        }
        for offer, _seats in offers
        if offer.pk in ranked
    }


def _weeks_of(offer: HostOffer, own_weeks: Mapping[int, int], round: ExchangeRound) -> tuple[int, int]:
    """A place whose dates are open has a week of its own behind the last one of the round."""
    if offer.pk in own_weeks:
        return own_weeks[offer.pk], own_weeks[offer.pk]
    return _week(offer.starts_on, round), _week(offer.ends_on, round)


def _with_open_dates(
    person: Applicant, offers: Iterable[HostOffer], own_weeks: Mapping[int, int], round: ExchangeRound
) -> Applicant:
    """Taken is the week of each place at no time of which this person is free."""
    taken = {
        own_weeks[offer.pk]
        for offer in offers
        if str(offer.pk) in person.prefs
        and not any(person.busy.isdisjoint(_weeks(window, round)) for window in offer.windows)
    }
    return replace(person, busy=person.busy | taken) if taken else person


def _offer(offer: HostOffer, seats: int, weeks: tuple[int, int], department: str) -> Offer:
    occupations = frozenset(occupation.short for occupation in offer.occupations.all())
    return Offer(
        id=str(offer.pk),
        department=department,
        capacity=seats,
        weeks=weeks,
        occupations=occupations or None,
        years=(offer.min_year, offer.max_year),
    )


def _applicant(
    application: Application,
    folder: Folder,
    round: ExchangeRound,
    refused: set[tuple[int, int]],
    own: Placement | None,
) -> Applicant:
    apprenticeship = folder.apprenticeships[application.apprentice_id]
    wishes = [wish.offer_id for wish in sorted(application.wishes.all(), key=lambda wish: wish.rank)]
    return Applicant(
        id=application.number,
        city=application.home_city.slug,
        occupation=apprenticeship.occupation.short,
        year=apprenticeship.year_on(round.stays_from),
        age=apprenticeship.age_on(round.stays_from),
        prefs=tuple(str(offer) for offer in wishes if (application.pk, offer) not in refused),
        busy=_busy(folder.commitments(application.apprentice_id), round, own),
    )


def _busy(commitments: Iterable[Commitment], round: ExchangeRound, own: Placement | None) -> frozenset[int]:
    """The weeks taken by school and other stays; the place somebody is fixed at is not in its own way."""
    periods = [
        one.period
        for one in commitments
        if one.kind in HARD and not one.agreed and not (own and one.kind == Kind.STAY and one.period == own.period)
    ]
    return frozenset(week for period in periods for week in _weeks(period, round))


def _weeks(period: Period, round: ExchangeRound) -> range:
    inside = period.intersection(Period(round.stays_from, round.stays_until))
    return range(_week(inside.start, round), _week(inside.end, round) + 1) if inside else range(0)


def _week(day: date, round: ExchangeRound) -> int:
    return (monday_of(day) - monday_of(round.stays_from)).days // 7
