"""The rules of planning as data: level, law, version, validity, values; and what cities set differently."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from lms.core.periods import DAY
from training.conflicts.facts import BBIG, Level

OFF = "off"
ALL_REGIMES: frozenset[str] = frozenset()


class Whose(StrEnum):
    """Whose value counts where home and host differ."""

    HOME = "home"
    HOST = "host"
    STRICTER = "stricter"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number cities may set, in `unit`. `more_is_stricter` decides between two cities."""

    name: str
    default: int
    least: int
    most: int
    unit: str
    more_is_stricter: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """`law` is cited only for `law_for`, and the rule holds only for `regimes` (empty: every regime).

    `version`: of the law, the day it came into force or when it was read. `sure` False: to be confirmed by an office.
    `levels`: what a city may choose instead of `level`; empty where law or host leave no choice.
    """

    code: str
    level: Level
    law: str = ""
    law_for: frozenset[str] = ALL_REGIMES
    regimes: frozenset[str] = ALL_REGIMES
    version: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    parameters: tuple[Parameter, ...] = ()
    levels: tuple[str, ...] = ()
    whose: Whose = Whose.STRICTER
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Setting:
    """What a city says about a rule from a day on; an empty level leaves the rule's own."""

    city: str
    code: str
    valid_from: date
    level: str = ""
    values: Mapping[str, int] = field(default_factory=dict)


FREE = (OFF, Level.INFO, Level.WARNING)  # house rules, and laws whose exact words an office has to confirm
EXCEPTIONS = (Level.WARNING, Level.HARD)  # the law itself knows exceptions
ONLY_BBIG = frozenset({BBIG})
CIVIL_SERVANTS = frozenset({"beamte_qe2", "beamte_qe3"})
BBIG_2024 = "2024-08-01"
AS_READ = "2026-11"  # the text as it was read then

COUNCIL = Parameter("days", 90, 1, 366, "days")
PRESENT_PERCENT = Parameter("percent", 60, 0, 100, "percent", more_is_stricter=True)
PRESENT_WEEKS = Parameter("weeks", 3, 0, 12, "weeks", more_is_stricter=True)
EXAM_AHEAD = Parameter("weeks", 8, 0, 26, "weeks", more_is_stricter=True)
TRAINEES = Parameter("people", 2, 1, 10, "people")
DAY_MINUTES = Parameter("minutes", 480, 360, 480, "minutes")
LONGEST_DAY = Parameter("longest", 510, 360, 510, "minutes")
WEEK_MINUTES = Parameter("minutes", 2400, 1800, 2400, "minutes")
SHORT_DAY = Parameter("short_day", 270, 180, 270, "minutes")
LONG_DAY = Parameter("long_day", 360, 270, 360, "minutes")
SHORT_BREAK = Parameter("short_break", 30, 30, 60, "minutes", more_is_stricter=True)
LONG_BREAK = Parameter("long_break", 60, 60, 120, "minutes", more_is_stricter=True)
SHIFT = Parameter("minutes", 600, 480, 600, "minutes")
REST = Parameter("minutes", 720, 720, 960, "minutes", more_is_stricter=True)
EARLIEST = Parameter("earliest", 6, 6, 9, "o'clock", more_is_stricter=True)
LATEST = Parameter("latest", 20, 16, 20, "o'clock")
WORKDAYS = Parameter("days", 5, 4, 5, "days")
EVE_HOUR = Parameter("latest", 14, 12, 14, "o'clock")
BEFORE_START = Parameter("months", 14, 1, 14, "months")
FOLLOW_UP = Parameter("months", 12, 9, 12, "months")


def _by_law(code: str, law: str, *parameters: Parameter, level: Level = Level.HARD, **more: Any) -> Rule:
    return Rule(code, level, law, version=more.pop("version", AS_READ), parameters=parameters, **more)


def _of_the_house(code: str, *parameters: Parameter, level: Level = Level.WARNING) -> Rule:
    return Rule(code, level, parameters=parameters, levels=FREE)


def _to_confirm(code: str, law: str, *parameters: Parameter, **more: Any) -> Rule:
    return _by_law(code, law, *parameters, level=Level.WARNING, levels=FREE, sure=False, **more)


RULES: Mapping[str, Rule] = {
    rule.code: rule
    for rule in (
        # Who may come
        Rule("own_city", Level.HARD),
        Rule("occupation_not_admitted", Level.HARD),
        Rule("year_not_admitted", Level.HARD),
        Rule("too_young", Level.HARD),
        Rule("outside_offer", Level.HARD),
        Rule("offer_full", Level.HARD, whose=Whose.HOST),
        _by_law("consent_missing", "Art. 108 BayBG", whose=Whose.HOME),
        _by_law("trainer_unsuitable", "§§ 28, 30 BBiG", version=BBIG_2024, regimes=ONLY_BBIG, whose=Whose.HOST),
        _of_the_house("supervisor_busy", TRAINEES),
        # What takes the time already
        Rule("overlapping_stay", Level.HARD),
        Rule("overlapping_station", Level.HARD),
        _by_law("school_block", "§ 15 BBiG", version=BBIG_2024, law_for=ONLY_BBIG),
        _by_law("course_block", "§ 15 BBiG", version=BBIG_2024, law_for=ONLY_BBIG),
        _by_law("theory_phase", "FachV-nVD", law_for=CIVIL_SERVANTS),
        _by_law(
            "weekly_school",
            "§ 15 BBiG",
            level=Level.WARNING,
            version=BBIG_2024,
            law_for=ONLY_BBIG,
            levels=(Level.INFO, Level.WARNING),
        ),
        _by_law("exam", "§ 15 BBiG", version=BBIG_2024, law_for=ONLY_BBIG),
        _by_law("day_before_exam", "§ 15 BBiG", version=BBIG_2024, regimes=ONLY_BBIG),
        _to_confirm("weekend_before_exam", "§ 15 BBiG", version=BBIG_2024, regimes=ONLY_BBIG),
        _of_the_house("exam_soon", EXAM_AHEAD),
        _of_the_house("leave"),
        _of_the_house("other_absence"),
        _of_the_house("second_stay"),
        _of_the_house("low_presence", PRESENT_PERCENT),
        _of_the_house("short_presence", PRESENT_WEEKS),
        # The training itself
        _by_law("contract_ends", "§ 21 BBiG", version=BBIG_2024, law_for=ONLY_BBIG),
        Rule("contract_not_begun", Level.HARD),
        _to_confirm("probation", "§ 20 BBiG", version=BBIG_2024, law_for=ONLY_BBIG),
        _to_confirm("personnel_council", "Art. 75 BayPVG", COUNCIL),
        # Days on which somebody is under 18
        _by_law("minor", "§§ 8, 14–18 JArbSchG", level=Level.INFO),
        _by_law("minor_hours_day", "§ 8 JArbSchG", DAY_MINUTES, LONGEST_DAY),
        _by_law("minor_hours_week", "§ 8 JArbSchG", WEEK_MINUTES),
        _to_confirm("minor_breaks", "§ 11 JArbSchG", SHORT_DAY, LONG_DAY, SHORT_BREAK, LONG_BREAK),
        _by_law("minor_shift", "§ 12 JArbSchG", SHIFT),
        _to_confirm("minor_rest", "§ 13 JArbSchG", REST),
        _by_law("minor_night", "§ 14 JArbSchG", EARLIEST, LATEST),
        _by_law("minor_days", "§ 15 JArbSchG", WORKDAYS),
        _by_law("minor_weekend", "§§ 16, 17 JArbSchG", levels=EXCEPTIONS),
        _by_law("minor_holiday", "§ 18 JArbSchG", levels=EXCEPTIONS),
        _to_confirm("minor_eve", "§ 18 JArbSchG", EVE_HOUR),
        _by_law("medical_first", "§ 32 JArbSchG", BEFORE_START, level=Level.WARNING, levels=FREE),
        _to_confirm("medical_followup", "§ 33 JArbSchG", FOLLOW_UP),
        # Good to know
        _of_the_house("holidays", level=Level.INFO),
        _of_the_house("school_holidays", level=Level.INFO),
        _of_the_house("city_day", level=Level.INFO),
    )
}


@dataclass(frozen=True)
class RuleBook:
    """All rules and what the cities set. `between(home, host, day)` says what holds for one stay."""

    settings: tuple[Setting, ...] = ()
    rules: Mapping[str, Rule] = field(default_factory=lambda: RULES)

    @cached_property
    def _of_city(self) -> Mapping[tuple[str, str], list[Setting]]:
        found: dict[tuple[str, str], list[Setting]] = {}
        for one in self.settings:
            found.setdefault((one.city, one.code), []).append(one)
        return found

    @cached_property
    def changes(self) -> list[date]:
        """The days from which on something else holds."""
        begun = {setting.valid_from for setting in self.settings}
        begun |= {rule.valid_from for rule in self.rules.values() if rule.valid_from}
        return sorted(begun | {rule.valid_until + DAY for rule in self.rules.values() if rule.valid_until})

    @cached_property
    def _known(self) -> dict[tuple[str, str, int], Holding]:
        return {}

    def between(self, home: str, host: str, day: date) -> Holding:
        """What holds between two cities (slugs) for a stay that starts on the day; the same until the next change."""
        key = (home, host, bisect_right(self.changes, day))
        if key not in self._known:
            self._known[key] = Holding(self, home, host, day)
        return self._known[key]

    def setting(self, city: str, code: str, day: date) -> Setting | None:
        """The last one that had begun on the day; of two from the same day the later one in `settings`."""
        begun = [one for one in self._of_city.get((city, code), ()) if one.valid_from <= day]
        return sorted(begun, key=_valid_from)[-1] if begun else None  # the order of equals stays


def _valid_from(setting: Setting) -> date:
    return setting.valid_from


@dataclass(frozen=True, eq=False)
class Holding:
    """The rules as they hold for one pair of cities on one day, and until the next change."""

    book: RuleBook
    home: str
    host: str
    day: date

    def level(self, code: str) -> Level | None:
        """None: the rule does not apply (not in force, or switched off where a city may)."""
        return self._levels[code]

    def value(self, code: str, name: str) -> int:
        return self._values[code, name]

    def law(self, code: str, regime: str) -> str:
        rule = self.book.rules[code]
        return rule.law if not rule.law_for or regime in rule.law_for else ""

    def concerns(self, code: str, regime: str) -> bool:
        regimes = self.book.rules[code].regimes
        return not regimes or regime in regimes

    def sure(self, code: str) -> bool:
        return self.book.rules[code].sure

    @cached_property
    def _levels(self) -> Mapping[str, Level | None]:
        return {rule.code: self._level(rule) for rule in self.book.rules.values()}

    @cached_property
    def _values(self) -> Mapping[tuple[str, str], int]:
        rules = self.book.rules.values()
        return {(rule.code, one.name): self._value(rule, one) for rule in rules for one in rule.parameters}

    def _level(self, rule: Rule) -> Level | None:
        """Where a city chose what it may not choose, the rule's own level stays."""
        if (rule.valid_from and self.day < rule.valid_from) or (rule.valid_until and self.day > rule.valid_until):
            return None
        chosen = [one.level if one.level in rule.levels else rule.level for one in self._settings(rule)]
        strictest = min(chosen, key=_severity)
        return None if strictest == OFF else Level(strictest)

    def _value(self, rule: Rule, parameter: Parameter) -> int:
        """Within the bounds, whatever has been stored."""
        told = [one.values.get(parameter.name, parameter.default) for one in self._settings(rule)]
        strictest = max(told) if parameter.more_is_stricter else min(told)
        return max(parameter.least, min(strictest, parameter.most))

    def _settings(self, rule: Rule) -> list[Setting]:
        cities = {Whose.HOME: [self.home], Whose.HOST: [self.host]}.get(rule.whose, [self.home, self.host])
        as_it_is = Setting("", rule.code, self.day)
        return [self.book.setting(city, rule.code, self.day) or as_it_is for city in cities]


SEVERITY = [*Level, OFF]


def _severity(level: str) -> int:
    return SEVERITY.index(level)


DEFAULT_BOOK = RuleBook()
