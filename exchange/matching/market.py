"""What a matching works on: plain, frozen data without people's names.

The vocabulary is that of the instance files (`exmatch-instance/1`). Weeks are
integers within the horizon of the round; whoever builds a market counts them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property


class MarketError(ValueError):
    """The market contradicts itself; names the ids it is about."""

    def __init__(self, code: str, message: str, *about: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.about = about


class Infeasible(MarketError):
    """What was fixed before the run cannot be kept together with the rules; names the ids it is about."""


@dataclass(frozen=True, slots=True)
class City:
    """`tolerance` bounds how far a round may worsen the balance of guests and own people away; None is no bound."""

    id: str
    tolerance: int | None = None
    # Incoming minus outgoing of earlier rounds.
    carry: int = 0
    max_in: int | None = None
    max_out: int | None = None

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """Least and most of incoming minus outgoing; no old imbalance ever forces anybody to go."""
        if self.tolerance is None:
            return None, None
        return min(0, -self.tolerance - self.carry), max(0, self.tolerance - self.carry)


@dataclass(frozen=True, slots=True)
class Department:
    """`quota`: most placements over all its offers."""

    id: str
    city: str
    quota: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    id: str
    department: str
    capacity: int
    weeks: tuple[int, int]
    occupations: frozenset[str] | None = None
    years: tuple[int, int] = (1, 4)
    min_age: int = 0
    skills: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Applicant:
    id: str
    city: str
    occupation: str
    year: int
    age: int
    prefs: tuple[str, ...]
    skills: frozenset[str] = frozenset()
    busy: frozenset[int] = frozenset()
    # Set by the training offices, smaller first; "class" in the files.
    priority_class: int = 0


@dataclass(frozen=True)
class Market:
    cities: tuple[City, ...]
    departments: tuple[Department, ...]
    offers: tuple[Offer, ...]
    applicants: tuple[Applicant, ...]
    # {department: {applicant: points}}, higher first, missing = 0.
    scores: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    pinned: Mapping[str, str] = field(default_factory=dict)
    weeks: int = 53
    name: str = ""
    # Two people who want the same offer or none.
    pairs: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        _check_ids(self)
        _check_offers(self)
        _check_wishes(self)
        _check_pins(self)

    @cached_property
    def applicant_by_id(self) -> dict[str, Applicant]:
        return {applicant.id: applicant for applicant in self.applicants}

    @cached_property
    def offer_by_id(self) -> dict[str, Offer]:
        return {offer.id: offer for offer in self.offers}

    @cached_property
    def city_by_id(self) -> dict[str, City]:
        return {city.id: city for city in self.cities}

    @cached_property
    def department_by_id(self) -> dict[str, Department]:
        return {department.id: department for department in self.departments}

    def city_of(self, offer: Offer) -> str:
        return self.department_by_id[offer.department].city

    def score(self, offer: Offer, applicant: Applicant) -> int:
        return self.scores.get(offer.department, {}).get(applicant.id, 0)


def _check_ids(market: Market) -> None:
    for kind in (market.cities, market.departments, market.offers, market.applicants):
        _require_unique(item.id for item in kind)
    cities = {city.id for city in market.cities}
    _require_known(cities, ((department.id, department.city) for department in market.departments))
    _require_known(cities, ((applicant.id, applicant.city) for applicant in market.applicants))
    _require_known(market.department_by_id, ((offer.id, offer.department) for offer in market.offers))
    _require_known(market.applicant_by_id, ((who, who) for who in market.pinned))
    _require_known(market.offer_by_id, market.pinned.items())
    _require_known(market.department_by_id, (("scores", department) for department in market.scores))
    for pair in market.pairs:
        _require_known(market.applicant_by_id, ((who, who) for who in pair))
    _require_unique(who for pair in market.pairs for who in pair)


def _check_offers(market: Market) -> None:
    for offer in market.offers:
        if offer.capacity < 0:
            raise MarketError("capacity", f"{offer.id} has fewer seats than none.", offer.id)
        if not 0 <= offer.weeks[0] <= offer.weeks[1] <= market.weeks:  # counted from 0 or from 1
            raise MarketError("weeks", f"{offer.id} lies outside the {market.weeks} weeks of the round.", offer.id)


def _check_wishes(market: Market) -> None:
    for applicant in market.applicants:
        if len(set(applicant.prefs)) != len(applicant.prefs):
            raise MarketError("repeated_wish", f"{applicant.id} wishes for an offer twice.", applicant.id)


def _check_pins(market: Market) -> None:
    for offer_id, count in sorted(Counter(market.pinned.values()).items()):
        if count > market.offer_by_id[offer_id].capacity:
            raise Infeasible(
                "pinned_over_capacity", f"More persons are fixed at {offer_id} than it has seats.", offer_id
            )


def _require_unique(ids: Iterable[str]) -> None:
    repeated = sorted(id_ for id_, count in Counter(ids).items() if count > 1)
    if repeated:
        raise MarketError("repeated_id", f"These ids appear twice: {', '.join(repeated)}.", *repeated)


def _require_known(known: Container[str], references: Iterable[tuple[str, str]]) -> None:
    for about, target in references:
        if target not in known:
            raise MarketError("unknown_id", f"{about} refers to {target}, which does not exist.", about, target)
