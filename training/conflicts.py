"""What stands against a stay of a person at a host, with the rule behind it and a way out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from lms.core.periods import DAY, Period, next_monday
from training.facts import (
    BBIG,
    DEFAULT_LIMITS,
    CityFacts,
    Commitment,
    Finding,
    HostFacts,
    Kind,
    Level,
    Limits,
    PersonFacts,
    Stay,
)

__all__ = [
    "CityFacts",
    "Commitment",
    "Finding",
    "HostFacts",
    "Kind",
    "Level",
    "Limits",
    "PersonFacts",
    "Stay",
    "check",
    "next_free_window",
]

LEVELS = list(Level)
# {kind: (code, level, law)}
COMMITMENT_RULES = {
    Kind.STAY: ("overlapping_stay", Level.HARD, ""),
    Kind.STATION: ("overlapping_station", Level.HARD, ""),
    Kind.SCHOOL: ("school_block", Level.HARD, "§ 15 BBiG"),
    Kind.EXAM: ("exam", Level.HARD, "§ 15 BBiG"),
    Kind.LEAVE: ("leave", Level.WARNING, ""),
}
ABSENCES = {Kind.SCHOOL, Kind.EXAM, Kind.LEAVE}


def check(stay: Stay, person: PersonFacts, host: HostFacts, limits: Limits = DEFAULT_LIMITS) -> list[Finding]:
    """Return every finding, the gravest first, then by date."""
    found = [
        *_admission(stay, person, host),
        *_commitments(stay, person, host, limits),
        *_presence(stay, person, host, limits),
        *_contract(stay, person),
        *_probation(stay, person, host, limits),
        *_minor(stay, person, limits),
        *_council(stay, person, host),
        *_holidays(stay, person, host),
    ]
    return sorted(found, key=lambda finding: (LEVELS.index(finding.level), finding.dates, finding.code))


def next_free_window(person: PersonFacts, weeks: int, within: Period) -> Period | None:
    """Return the first whole weeks (Monday to Friday) without contract end, probation or commitment in the way."""
    usable = within.intersection(person.contract)
    if usable is None or weeks < 1:
        return None
    blocked = sorted(commitment.period for commitment in person.commitments if not commitment.agreed)
    if person.probation_ends_on and person.probation_ends_on >= usable.start:
        blocked.insert(0, Period(usable.start, person.probation_ends_on))
    window = _from_monday(usable.start, weeks)
    for block in blocked:
        if window.overlaps(block):
            window = _from_monday(block.end + DAY, weeks)
    return window if window.end <= usable.end else None


def _from_monday(day: date, weeks: int) -> Period:
    whole = Period.of_weeks(next_monday(day), weeks)
    return Period(whole.start, whole.end - 2 * DAY)


def _fix(stay: Stay, person: PersonFacts, host: HostFacts, limits: Limits) -> Period | None:
    """Return a free window of the same length that the host can offer, too."""
    within: Period | None = Period.of_weeks(stay.period.start, limits.fix_within_weeks)
    if host.window is not None and within is not None:
        within = within.intersection(host.window)
    return next_free_window(person, stay.period.weeks, within) if within else None


def _bbig(person: PersonFacts, law: str) -> str:
    """The BBiG covers neither civil servants nor students (§ 3 (2) BBiG): then there is nothing to cite."""
    return law if person.regime == BBIG or "BBiG" not in law else ""


def _admission(stay: Stay, person: PersonFacts, host: HostFacts) -> Iterator[Finding]:
    if host.city.slug == person.home.slug:
        yield Finding(Level.HARD, "own_city", facts={"city": host.city.name})
    if host.occupations is not None and person.occupation not in host.occupations:
        facts = {"occupation": person.occupation, "admitted": ", ".join(sorted(host.occupations))}
        yield Finding(Level.HARD, "occupation_not_admitted", facts=facts)
    if host.years is not None and not host.years[0] <= person.year <= host.years[1]:
        facts_year = {"year": person.year, "first": host.years[0], "last": host.years[1]}
        yield Finding(Level.HARD, "year_not_admitted", facts=facts_year)
    if stay.period.start < _birthday(person.birth_date, host.min_age):
        yield Finding(Level.HARD, "too_young", facts={"min_age": host.min_age})
    if host.window is not None and not host.window.contains(stay.period):
        yield Finding(Level.HARD, "outside_offer", (host.window,))


def _commitments(stay: Stay, person: PersonFacts, host: HostFacts, limits: Limits) -> Iterator[Finding]:
    for commitment in person.commitments:
        shared = stay.period.intersection(commitment.period)
        if shared is None:
            continue
        code, level, law = COMMITMENT_RULES[commitment.kind]
        facts: dict[str, str | int] = {
            "label": commitment.label,
            "working_days": len(shared.working_days(host.city.holidays)),
        }
        if commitment.agreed:
            yield Finding(Level.INFO, f"{code}_agreed", (shared,), _bbig(person, law), facts)
        else:
            yield Finding(level, code, (shared,), _bbig(person, law), facts, _fix(stay, person, host, limits))


def _presence(stay: Stay, person: PersonFacts, host: HostFacts, limits: Limits) -> Iterator[Finding]:
    working = stay.period.working_days(host.city.holidays)
    away = [commitment.period for commitment in person.commitments if commitment.kind in ABSENCES]
    present = [day for day in working if not any(day in period for period in away)]
    if 100 * len(present) < limits.minimum_presence_percent * len(working):
        facts = {
            "present": len(present),
            "working_days": len(working),
            "percent": 100 * len(present) // len(working),
            "minimum": limits.minimum_presence_percent,
        }
        yield Finding(Level.WARNING, "low_presence", (stay.period,), "", facts, _fix(stay, person, host, limits))


def _contract(stay: Stay, person: PersonFacts) -> Iterator[Finding]:
    outside = stay.period.subtract(person.contract)
    # § 21 (1) BBiG: the training ends with the agreed time.
    if outside and outside[-1].end > person.contract.end:
        yield Finding(Level.HARD, "contract_ends", (outside[-1],), _bbig(person, "§ 21 BBiG"))
    if outside and outside[0].start < person.contract.start:
        yield Finding(Level.HARD, "contract_not_begun", (outside[0],))


def _probation(stay: Stay, person: PersonFacts, host: HostFacts, limits: Limits) -> Iterator[Finding]:
    last = person.probation_ends_on
    if last is not None and stay.period.start <= last:
        shared = Period(stay.period.start, min(last, stay.period.end))
        fix = _fix(stay, person, host, limits)
        yield Finding(Level.WARNING, "probation", (shared,), _bbig(person, "§ 20 BBiG"), fix=fix)


def _minor(stay: Stay, person: PersonFacts, limits: Limits) -> Iterator[Finding]:
    of_age = _birthday(person.birth_date, limits.full_age)
    if stay.period.start >= of_age:
        return
    days = Period(stay.period.start, min(stay.period.end, of_age - DAY))
    code = "minor" if of_age > stay.period.end else "minor_at_first"
    # § 8: 8 hours a day, 40 a week; § 14: only between 6 and 20 h; §§ 15-18: five days, no weekend, no holiday.
    yield Finding(Level.INFO, code, (days,), "§§ 8, 14–18 JArbSchG", {"full_age": limits.full_age})


def _birthday(born: date, age: int) -> date:
    """Return the first day of that age; born on 29 February it is 1 March (§ 187 (2) BGB)."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def _council(stay: Stay, person: PersonFacts, host: HostFacts) -> Iterator[Finding]:
    strictest = min((person.home, host.city), key=lambda city: city.council_threshold_days)
    if stay.period.days > strictest.council_threshold_days:
        facts: dict[str, str | int] = {
            "days": stay.period.days,
            "threshold": strictest.council_threshold_days,
            "city": strictest.name,
        }
        yield Finding(Level.WARNING, "personnel_council", (stay.period,), "Art. 75 BayPVG", facts)


def _holidays(stay: Stay, person: PersonFacts, host: HostFacts) -> Iterator[Finding]:
    """Differences count on every day of the week; what is free in both cities only on Monday to Friday."""
    at_host, at_home = ({day for day in city.holidays if day in stay.period} for city in (host.city, person.home))
    same = at_host & at_home & set(stay.period.working_days())
    facts: dict[str, str | int] = {
        "host": host.city.name,
        "home": person.home.name,
        "host_slug": host.city.slug,
        "home_slug": person.home.slug,
    }
    for code, days in (
        ("holidays_host_only", at_host - at_home),
        ("holidays_home_only", at_home - at_host),
        ("holidays_same", same),
    ):
        if days:
            yield Finding(Level.INFO, code, _single_days(days), "", facts)


def _single_days(days: Collection[date]) -> tuple[Period, ...]:
    return tuple(Period(day, day) for day in sorted(days))
