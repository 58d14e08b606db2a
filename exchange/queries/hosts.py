"""What offers mean for the conflict rules: place, time, hours, seats and supervision as plain facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date

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
    proofs: dict[int, list[Proof]] = defaultdict(list)
    known = TrainerSuitability.objects.order_by("pk").values_list("city_id", "person_id", "seen_on", "valid_until")
    for city, person, seen_on, until in known:
        proofs[city].append(Proof(person, seen_on, until))
    hosts = Hosts(dict(proofs), defaultdict(list))
    rows = Placement.objects.filter(
        status__in={*SEAT_HELD, *TAKES_TIME}, starts_on__lte=within.end, ends_on__gte=within.start
    ).order_by("starts_on", "pk")
    for supervisor, person, offer, status, start, end in rows.values_list(
        "offer__supervisor_id", "apprentice_id", "offer_id", "status", "starts_on", "ends_on"
    ):
        if status in TAKES_TIME:
            hosts.guests[supervisor].append((person, Period(start, end)))
        if person in people and status in SEAT_HELD:
            hosts.held.add((person, offer))
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
