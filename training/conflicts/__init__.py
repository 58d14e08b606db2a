"""What stands against a stay of a person at a host, with the rule behind it and a way out. Pure: plain values only."""

from training.conflicts.cases import FULL_AGE
from training.conflicts.checking import check
from training.conflicts.facts import (
    BBIG,
    CityFacts,
    Commitment,
    Finding,
    HostFacts,
    Kind,
    Level,
    NamedDays,
    PersonFacts,
    Stay,
    WeeklyDay,
    WorkingDay,
)
from training.conflicts.feasibility import Prepared, feasible
from training.conflicts.rules import DEFAULT_BOOK, RULES, Rule, RuleBook, Setting
from training.conflicts.windows import next_windows

__all__ = [
    "BBIG",
    "DEFAULT_BOOK",
    "FULL_AGE",
    "RULES",
    "CityFacts",
    "Commitment",
    "Finding",
    "HostFacts",
    "Kind",
    "Level",
    "NamedDays",
    "PersonFacts",
    "Prepared",
    "Rule",
    "RuleBook",
    "Setting",
    "Stay",
    "WeeklyDay",
    "WorkingDay",
    "check",
    "feasible",
    "next_windows",
]
