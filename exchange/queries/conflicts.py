"""What stands against the stay of a person at a host: facts for training.conflicts, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from exchange.models import Application, HostOffer, Placement
from exchange.states import PlacementStatus
from lms.core.periods import Period
from people.models import City
from training import findings
from training.conflicts import CityFacts, Commitment, Finding, HostFacts, Kind, Level, PersonFacts, Stay, check
from training.holidays import public_holidays
from training.models import Apprenticeship, SchoolBlock, Station

TAKES_TIME = [
    PlacementStatus.CONFIRMED,
    PlacementStatus.OFFERED,
    PlacementStatus.ACCEPTED,
    PlacementStatus.ACTIVE,
    PlacementStatus.COMPLETED,
]
CHIPS: Mapping[str, Promise] = {
    "own_city": _("Own city"),
    "occupation_not_admitted": _("Occupation does not fit"),
    "year_not_admitted": _("Year of training does not fit"),
    "too_young": _("Too young"),
    "outside_offer": _("Outside the time of the offer"),
    "overlapping_stay": _("Overlaps another stay"),
    "overlapping_station": _("Overlaps another station"),
    "school_block": _("School falls into it"),
    "exam": _("Exam falls into it"),
    "leave": _("Leave falls into it"),
    "low_presence": _("Little time at the host"),
    "contract_ends": _("Training ends before"),
    "contract_not_begun": _("Training begins later"),
    "probation": _("Probation"),
    "personnel_council": _("Personnel council takes part"),
    "minor": _("Under 18"),
    "minor_at_first": _("Under 18 at first"),
}
QUIET = {"holidays_host_only", "holidays_home_only", "holidays_same"}


@dataclass(frozen=True)
class Notice:
    """A finding in the words of the reader, for the screen."""

    finding: Finding

    @property
    def is_hard(self) -> bool:
        return self.finding.level == Level.HARD

    @property
    def is_in_the_way(self) -> bool:
        return self.finding.level != Level.INFO

    @property
    def tone(self) -> str:
        return {Level.HARD: "stop", Level.WARNING: "warn", Level.INFO: "info"}[self.finding.level]

    @property
    def chip(self) -> str:
        return str(CHIPS.get(self.finding.code, ""))

    @property
    def law(self) -> str:
        return self.finding.law

    @property
    def sentence(self) -> str:
        return findings.sentence(self.finding)

    @property
    def remedy(self) -> str:
        return findings.remedy(self.finding)


@dataclass
class Folder:
    """The facts about some people, loaded once; `check` then asks nothing more of the database.

    Offers come with `select_related("city", "round").prefetch_related("occupations")`.
    """

    apprenticeships: dict[int, Apprenticeship] = field(default_factory=dict)
    commitments: dict[int, list[Commitment]] = field(default_factory=dict)

    def check(self, person_id: int, offer: HostOffer) -> list[Finding]:
        apprenticeship = self.apprenticeships.get(person_id)
        if apprenticeship is None:
            return []
        person = _person(apprenticeship, offer, self.commitments.get(person_id, []))
        return check(Stay(offer.period), person, _host(offer))

    def notices(self, person_id: int, offer: HostOffer) -> list[Notice]:
        return [Notice(finding) for finding in self.check(person_id, offer)]


def load(people: Collection[int], within: Period | None) -> Folder:
    """Collect what the rules need to know about these people in the time (four queries)."""
    if not people or within is None:
        return Folder()
    found = Apprenticeship.objects.filter(person_id__in=people).select_related("city", "occupation", "person")
    folder = Folder({one.person_id: one for one in found})
    folder.commitments = _commitments(folder.apprenticeships, within)
    return folder


def span_of(offers: Iterable[HostOffer]) -> Period | None:
    """The time the offers cover, and to the end of their round, as a way out may lie later."""
    found = list(offers)
    if not found:
        return None
    last = max(max(offer.ends_on, offer.round.stays_until) for offer in found)
    return Period(min(offer.starts_on for offer in found), last)


def notices_of(applications: Collection[Application]) -> dict[int, dict[int, list[Notice]]]:
    """{application: {offer: notices}} for lists; wishes, offers, cities and occupations must be prefetched."""
    offers = [wish.offer for application in applications for wish in application.wishes.all()]
    folder = load({application.apprentice_id for application in applications}, span_of(offers))
    return {
        application.pk: {
            wish.offer_id: folder.notices(application.apprentice_id, wish.offer) for wish in application.wishes.all()
        }
        for application in applications
    }


def _commitments(apprenticeships: Mapping[int, Apprenticeship], within: Period) -> dict[int, list[Commitment]]:
    found: dict[int, list[Commitment]] = defaultdict(list)
    dates = {"starts_on__lte": within.end, "ends_on__gte": within.start}
    calendars = defaultdict(list)
    for one in apprenticeships.values():
        calendars[one.school_calendar_id].append(one.person_id)
    for block in SchoolBlock.objects.filter(calendar__in=[key for key in calendars if key], **dates):
        for person in calendars[block.calendar_id]:
            found[person].append(Commitment(Kind.SCHOOL, Period(block.starts_on, block.ends_on)))
    stays = Placement.objects.filter(apprentice__in=apprenticeships, status__in=TAKES_TIME, **dates)
    for stay in stays.select_related("host_city"):
        found[stay.apprentice_id].append(Commitment(Kind.STAY, stay.period, stay.host_city.name))
    # Stations that an exchange booked belong to a stay, which is counted already.
    at_home = Station.objects.standing().filter(apprentice__in=apprenticeships, source_type="", **dates)
    for station in at_home.select_related("department"):
        period = Period(station.starts_on, station.ends_on)
        found[station.apprentice_id].append(Commitment(Kind.STATION, period, station.department.name))
    return found


def _person(apprenticeship: Apprenticeship, offer: HostOffer, commitments: Iterable[Commitment]) -> PersonFacts:
    return PersonFacts(
        home=_city(apprenticeship.city, offer.period),
        occupation=apprenticeship.occupation.short,
        year=apprenticeship.year_on(offer.starts_on),
        birth_date=apprenticeship.birth_date,
        contract=Period(apprenticeship.starts_on, apprenticeship.ends_on),
        regime=apprenticeship.occupation.regime,
        probation_ends_on=apprenticeship.probation_ends_on,
        commitments=tuple(commitments),
    )


def _host(offer: HostOffer) -> HostFacts:
    occupations = frozenset(occupation.short for occupation in offer.occupations.all())
    return HostFacts(
        city=_city(offer.city, offer.period),
        occupations=occupations or None,
        years=(offer.min_year, offer.max_year),
        window=Period(offer.round.stays_from, offer.round.stays_until),
    )


def _city(city: City, period: Period) -> CityFacts:
    return CityFacts(city.slug, city.name, frozenset(public_holidays(city.slug, period)), city.personnel_council_days)
