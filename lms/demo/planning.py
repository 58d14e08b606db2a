"""Measures the conflict engine on invented people: one check, the next free weeks, and everybody with every place."""

import random
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from statistics import median
from time import perf_counter

from lms.core.periods import DAY, Period
from training.conflicts import (
    CityFacts,
    Commitment,
    HostFacts,
    Kind,
    NamedDays,
    PersonFacts,
    Prepared,
    Stay,
    WeeklyDay,
    WorkingDay,
    check,
    next_windows,
)
from training.holidays import public_holidays
from training.school_holidays import school_holidays

TWO_YEARS = Period(date(2027, 1, 4), date(2028, 12, 31))
MONDAYS = [TWO_YEARS.start + timedelta(weeks=week) for week in range(96)]
CHECK_MS, WINDOW_MS, EVERYBODY_SECONDS = 1, 50, 3


@dataclass(frozen=True)
class Aim:
    """What was measured, and what it should be at most."""

    name: str
    taken: float
    most: float
    unit: str

    def __str__(self) -> str:
        slower = "" if self.taken <= self.most else "  slower than the aim"
        return f"{self.name:<52}{self.taken:>9.2f} {self.unit} (aim: at most {self.most:g}){slower}"


def aims(people: int = 1000, places: int = 100) -> Iterator[Aim | str]:
    cities = [_city(slug) for slug in ("augsburg", "muenchen", "nuernberg")]
    chance = random.Random(2027)
    hosts = [_place(cities[number % 3], chance) for number in range(places)]
    guests = [_person(cities[number % 3], chance) for number in range(people)]
    away = [host for host in hosts if host[1].city is not guests[0].home]
    (stay, host), person = away[0], guests[0]
    yield Aim("one check, with a way out", _ms(lambda: check(Stay(stay), person, host), 200), CHECK_MS, "ms")
    weeks = _ms(lambda: next_windows(person, 8, TWO_YEARS, host), 50)
    yield Aim("the next free weeks within two years", weeks, WINDOW_MS, "ms")
    begun = perf_counter()
    possible = _possible(guests, hosts)
    name = f"{people:,} people x {places} places"
    yield Aim(f"{name}, possible or not", perf_counter() - begun, EVERYBODY_SECONDS, "s")
    yield f"{name}: {possible:,} of {people * places:,} possible; {_peak(guests, hosts)}"


def _possible(guests: list[PersonFacts], hosts: list[tuple[Period, HostFacts]]) -> int:
    found = 0
    for guest in guests:
        prepared = Prepared(guest, TWO_YEARS)
        found += sum(prepared.feasible(stay, host) for stay, host in hosts)
    return found


def _peak(guests: list[PersonFacts], hosts: list[tuple[Period, HostFacts]]) -> str:
    """What the search needs beyond the facts, for a tenth of the people and for all: flat means the same."""
    peaks = []
    for part in (guests[: max(1, len(guests) // 10)], guests):
        tracemalloc.start()
        _possible(part, hosts[:10])
        peaks.append(tracemalloc.get_traced_memory()[1] / 1024)
        tracemalloc.stop()
    return f"memory at most {peaks[0]:.0f} KiB for {max(1, len(guests) // 10)} people, {peaks[1]:.0f} KiB for all"


def _ms(action: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        begun = perf_counter()
        action()
        taken.append(perf_counter() - begun)
    return median(taken) * 1000


def _city(slug: str) -> CityFacts:
    days = (NamedDays("Jugendversammlung", Period(date(2027, 3, 10), date(2027, 3, 10)), "jav"),)
    return CityFacts(
        slug, slug.title(), frozenset(public_holidays(slug, TWO_YEARS)), days, tuple(school_holidays(TWO_YEARS))
    )


def _place(city: CityFacts, chance: random.Random) -> tuple[Period, HostFacts]:
    start = chance.choice(MONDAYS)
    hours = tuple(WorkingDay(weekday, time(8), time(16, 30), 60) for weekday in range(1, 6))
    occupations = frozenset(chance.sample(["VFA-K", "FISI", "FIAE", "KDM"], 3))
    guests = (Period(start, start + 25 * DAY), Period(start, start + 53 * DAY))
    facts = HostFacts(
        city, occupations, (1, 3), window=TWO_YEARS, seats_free=1, trainer_suitable=True, guests=guests, hours=hours
    )
    return Period(start, start + timedelta(weeks=chance.randint(3, 8), days=-3)), facts


def _person(city: CityFacts, chance: random.Random) -> PersonFacts:
    """Fourteen blocks at school in two years, ten weeks of leave, three exams, a stay, and a weekly school day."""
    blocks = [_from(monday, 11, Kind.SCHOOL) for monday in MONDAYS[chance.randint(0, 6) :: 7]]
    leave = [_from(monday, 4, Kind.LEAVE) for monday in chance.sample(MONDAYS, 10)]
    exams = [_from(monday, 1, Kind.EXAM) for monday in chance.sample(MONDAYS, 3)]
    return PersonFacts(
        city,
        chance.choice(["VFA-K", "FISI"]),
        2,
        date(2007, 1, 1) + chance.randint(0, 1500) * DAY,
        Period(date(2026, 9, 1), date(2029, 8, 31)),
        probation_ends_on=date(2027, 1, 31),
        commitments=(*blocks, *leave, *exams, _from(chance.choice(MONDAYS), 53, Kind.STAY)),
        weekly_days=(WeeklyDay(2, TWO_YEARS),),
        years=3,
    )


def _from(monday: date, days: int, kind: Kind) -> Commitment:
    return Commitment(kind, Period(monday, monday + days * DAY), kind.value, written=kind == Kind.EXAM)
