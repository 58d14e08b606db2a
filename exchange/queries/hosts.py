"""What offers mean for the conflict rules: place, time, hours, seats and supervision as plain facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import Q

from exchange.models import HostOffer, Placement
from exchange.states import SEAT_HELD, PlacementStatus
from lms.core.periods import Period
from training.conflicts import HostFacts, WorkingDay
from training.models import TrainerSuitability
from training.queries.facts import Files

TAKES_TIME = [
    PlacementStatus.CONFIRMED,
    PlacementStatus.OFFERED,
    PlacementStatus.ACCEPTED,
    PlacementStatus.ACTIVE,
    PlacementStatus.COMPLETED,
]
WORKDAYS = range(1, 6)


@dataclass(frozen=True)
class Proof:
    """Somebody may train from the day on which the office saw it."""

    person: int
    seen_on: date
    valid_until: date | None

    def holds_on(self, day: date) -> bool:
        return self.seen_on <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True)
class Seat:
    """A placement that takes a seat or time."""

    pk: int
    supervisor: int
    person: int
    offer: int
    status: str
    start: date
    end: date
    city_slug: str
    city_name: str


@dataclass
class Hosts:
    """Supervision and seats, loaded once for some people and a time."""

    proofs: dict[int, list[Proof]] = field(default_factory=dict)  # by city
    guests: dict[int, list[tuple[int, Period]]] = field(default_factory=dict)  # by supervisor: who, when
    held: set[tuple[int, int]] = field(default_factory=set)  # who has a seat at which offer

    def facts(self, offer: HostOffer, files: Files, person: int) -> HostFacts:
        """For a stay of this person: without the seat and the stay the person has there already."""
        guests = self.guests.get(offer.supervisor_id, ())
        return replace(
            host_facts(offer, files),
            seats_free=offer.seats_free + ((person, offer.pk) in self.held),
            trainer_suitable=self._suitable(offer),
            guests=tuple(period for guest, period in guests if guest != person),
        )

    def _suitable(self, offer: HostOffer) -> bool | None:
        """None before the city began to record who may train."""
        proofs = self.proofs.get(offer.city_id)
        if proofs is None:
            return None
        looks_after = (offer.supervisor_id, offer.deputy_id)
        return any(one.person in looks_after and one.holds_on(offer.starts_on) for one in proofs)


def load_hosts(people: Collection[int], within: Period) -> Hosts:
    """In two queries."""
    known = TrainerSuitability.objects.order_by("pk").values_list("city_id", "person_id", "seen_on", "valid_until")
    return hosts_from(placements_in(people, within), known, people, within)


def placements_in(people: Collection[int], within: Period, also: Period | None = None) -> list[Seat]:
    """Who is a guest in this time, in one query; of these people also in a longer one."""
    in_time = Q(starts_on__lte=within.end, ends_on__gte=within.start)
    if also is not None:
        in_time |= Q(apprentice__in=people, starts_on__lte=also.end, ends_on__gte=also.start)
    rows = Placement.objects.filter(in_time, status__in={*SEAT_HELD, *TAKES_TIME}).order_by("starts_on", "pk")
    return [
        Seat(*row)
        for row in rows.values_list(
            "pk", "offer__supervisor_id", "apprentice_id", "offer_id", "status", "starts_on", "ends_on",
            "host_city__slug", "host_city__name",
        )
    ]  # fmt: skip


def hosts_from(
    seats: Iterable[Seat], proofs: Iterable[tuple[int, int, date, date | None]], people: Collection[int], within: Period
) -> Hosts:
    known: dict[int, list[Proof]] = defaultdict(list)
    for city, person, seen_on, until in proofs:
        known[city].append(Proof(person, seen_on, until))
    hosts = Hosts(dict(known), defaultdict(list))
    for seat in seats:
        period = Period(seat.start, seat.end)
        if period.end < within.start or period.start > within.end:
            continue
        if seat.status in TAKES_TIME:
            hosts.guests[seat.supervisor].append((seat.person, period))
        if seat.person in people and seat.status in SEAT_HELD:
            hosts.held.add((seat.person, seat.offer))
    return hosts


def host_facts(offer: HostOffer, files: Files) -> HostFacts:
    """What the offer itself says."""
    occupations = frozenset(occupation.short for occupation in offer.occupations.all())
    return HostFacts(
        city=files.city(offer.city, offer.period),
        occupations=occupations or None,
        years=(offer.min_year, offer.max_year),
        window=Period(offer.round.stays_from, offer.round.stays_until),
        hours=hours_of(offer),
    )


def hours_of(offer: HostOffer) -> tuple[WorkingDay, ...]:
    """Monday to Friday alike; nothing as long as nobody said so."""
    if offer.works_from is None or offer.works_until is None:
        return ()
    pause = offer.break_minutes or 0
    return tuple(WorkingDay(day, offer.works_from, offer.works_until, pause) for day in WORKDAYS)
