"""What the conflict rules need to know about a stay, a person and a host: plain values, no records."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lms.core.periods import Period

BBIG = "bbig"


@dataclass(frozen=True, slots=True)
class CityFacts:
    slug: str
    name: str
    holidays: Collection[date] = frozenset()
    # Art. 75 (1) BayPVG: the personnel council takes part in a secondment of more than three months.
    council_threshold_days: int = 90


class Kind(StrEnum):
    """What takes up a person's time."""

    STAY = "stay"
    STATION = "station"
    SCHOOL = "school"
    EXAM = "exam"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Commitment:
    """`agreed`: both cities know of the absence and accept it."""

    kind: Kind
    period: Period
    label: str = ""
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class Stay:
    period: Period


@dataclass(frozen=True, slots=True)
class PersonFacts:
    home: CityFacts
    occupation: str
    year: int
    birth_date: date
    contract: Period
    regime: str = BBIG
    probation_ends_on: date | None = None
    commitments: tuple[Commitment, ...] = ()


@dataclass(frozen=True, slots=True)
class HostFacts:
    """`window`: when the host can have the person at all; `occupations` None admits every one."""

    city: CityFacts
    occupations: frozenset[str] | None = None
    years: tuple[int, int] | None = None
    min_age: int = 0
    window: Period | None = None


class Level(StrEnum):
    HARD = "hard"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """`law` is a citation or empty; `facts` fill the sentence; `fix` is a period without this conflict."""

    level: Level
    code: str
    dates: tuple[Period, ...] = ()
    law: str = ""
    facts: Mapping[str, str | int] = field(default_factory=dict)
    fix: Period | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """Numbers that law or the alliance may change."""

    minimum_presence_percent: int = 60
    full_age: int = 18
    fix_within_weeks: int = 52


DEFAULT_LIMITS = Limits()
