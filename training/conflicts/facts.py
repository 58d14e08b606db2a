"""What the conflict rules need to know about a stay, a person and a host: plain values, no records."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from lms.core.periods import Period

BBIG = "bbig"
Fact = str | int | date


@dataclass(frozen=True, slots=True)
class NamedDays:
    """Days of a city to know about, such as a meeting of the youth and trainee representatives."""

    name: str
    period: Period
    kind: str = ""


@dataclass(frozen=True, slots=True)
class CityFacts:
    slug: str
    name: str
    holidays: Collection[date] = frozenset()
    days: tuple[NamedDays, ...] = ()
    school_holidays: tuple[NamedDays, ...] = ()


class Kind(StrEnum):
    """What takes up a person's time."""

    STAY = "stay"
    STATION = "station"
    SCHOOL = "school"  # a block at the vocational school
    COURSE = "course"  # a course of the administration school (BVS)
    THEORY = "theory"  # a theory phase of civil servants or students
    EXAM = "exam"
    LEAVE = "leave"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Commitment:
    """`agreed`: both cities know of the absence and accept it. `written`: a written final examination."""

    kind: Kind
    period: Period
    label: str = ""
    agreed: bool = False
    written: bool = False


@dataclass(frozen=True, slots=True)
class WeeklyDay:
    """A day at school in every week of the period; `weekday` from 1 (Monday) to 5."""

    weekday: int
    period: Period
    whole_day: bool = True


@dataclass(frozen=True, slots=True)
class Stay:
    period: Period


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """`consent`: None before anybody asked. `medical_checked_on`: of people under 18 (§§ 32, 33 JArbSchG).

    `years`: how many the occupation takes; then the year of training is counted on the day a stay begins, else it
    is `year` on any day.
    """

    home: CityFacts
    occupation: str
    year: int
    birth_date: date
    contract: Period
    regime: str = BBIG
    probation_ends_on: date | None = None
    medical_checked_on: date | None = None
    consent: bool | None = None
    commitments: tuple[Commitment, ...] = ()
    weekly_days: tuple[WeeklyDay, ...] = ()
    years: int | None = None

    def year_on(self, day: date) -> int:
        if self.years is None:
            return self.year
        begun = self.contract.start
        passed = day.year - begun.year - ((day.month, day.day) < (begun.month, begun.day))
        return max(1, min(passed + 1, self.years))


@dataclass(frozen=True, slots=True)
class WorkingDay:
    """The hours of a working day at the host; `weekday` from 1 (Monday) to 7."""

    weekday: int
    start: time
    end: time
    break_minutes: int = 0

    @property
    def start_minute(self) -> int:
        return _minutes(self.start)

    @property
    def span_minutes(self) -> int:
        """From coming to going, with breaks; who goes before coming goes after midnight."""
        return (_minutes(self.end) - _minutes(self.start)) % (24 * 60)

    @property
    def work_minutes(self) -> int:
        return self.span_minutes - self.break_minutes


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


@dataclass(frozen=True, slots=True)
class HostFacts:
    """What a host offers. None always means: not known, or not asked; it never leads to a finding.

    `window`: when the host can have the person at all. `seats_free`: for this person, so without the own seat.
    `guests`: the stays of others with the same supervisor. `trainer_suitable`: §§ 28, 30 BBiG.
    `hours`: an ordinary week; `holiday_work`: guests are asked to work on public holidays, too.
    """

    city: CityFacts
    occupations: frozenset[str] | None = None
    years: tuple[int, int] | None = None
    min_age: int = 0
    window: Period | None = None
    seats_free: int | None = None
    trainer_suitable: bool | None = None
    guests: tuple[Period, ...] = ()
    hours: tuple[WorkingDay, ...] = ()
    holiday_work: bool | None = None


class Level(StrEnum):
    HARD = "hard"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """`law` is a citation or empty; `facts` fill the sentence; `fix` is a period without this conflict.

    `sure` is False where the rule is to be confirmed by a training office before anybody relies on it.
    """

    level: Level
    code: str
    dates: tuple[Period, ...] = ()
    law: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    fix: Period | None = None
    sure: bool = True
