"""The rules of planning as screens show them: what they say, what holds in each city, who set it and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from people.models import City, Regime, Role, User
from people.queries import cities_where
from training import rule_texts
from training.conflicts import RULES, Rule, RuleBook, Setting
from training.conflicts.rules import OFF
from training.models import RuleSetting


@dataclass(frozen=True)
class Holds:
    """What holds in a city on a day: `since` is the row that says so, None the standard; `coming` begin later."""

    city: City
    level: str
    values: list[tuple[str, str]]
    since: RuleSetting | None
    coming: list[RuleSetting]
    may_change: bool

    @property
    def level_label(self) -> Promise:
        return rule_texts.LEVELS[self.level]

    @property
    def tone(self) -> str:
        return rule_texts.TONES[self.level]


@dataclass(frozen=True)
class Entry:
    """A rule with what holds in each city."""

    rule: Rule
    cities: list[Holds]

    @property
    def title(self) -> str:
        return rule_texts.title(self.rule.code)

    @property
    def words(self) -> str:
        return rule_texts.words(self.rule.code)

    @property
    def can_be_set(self) -> bool:
        return can_be_set(self.rule)

    @property
    def whose(self) -> Promise:
        return rule_texts.WHOSE[self.rule.whose]

    @property
    def regimes(self) -> list[Promise | str]:
        """Whom it holds for, where it does not hold for everybody."""
        return [Regime(code).label for code in Regime.values if code in self.rule.regimes]


@dataclass(frozen=True)
class Section:
    subject: rule_texts.Subject
    entries: list[Entry]


@dataclass(frozen=True)
class Told:
    """A row of the history in words."""

    setting: RuleSetting

    @cached_property
    def sentence(self) -> str:
        return in_words(RULES[self.setting.code], self.setting.level, self.setting.values)


def can_be_set(rule: Rule) -> bool:
    return bool(rule.levels or rule.parameters)


def in_words(rule: Rule, level: str, values: dict[str, int]) -> str:
    """What a setting says: "needs a reason; longer than: 60 days"; or that it leaves everything at the standard."""
    parts = [str(rule_texts.LEVELS[level])] if level else []
    told = [one for one in rule.parameters if one.name in values]
    parts += [
        f"{rule_texts.parameter_label(rule, one)}: {rule_texts.measured(values[one.name], one.unit)}" for one in told
    ]
    return "; ".join(parts) if parts else _("the standard")


def settings_of(user: User, *codes: str) -> list[RuleSetting]:
    """In the order in which they overrule each other; all of them, or those of some rules."""
    rows = RuleSetting.objects.visible_to(user).select_related("city", "set_by").order_by("valid_from", "pk")
    return list(rows.filter(code__in=codes) if codes else rows)


def sections_for(user: User, today: date) -> list[Section]:
    """All rules by subject, in three queries."""
    entries = {entry.rule.code: entry for entry in _entries(user, RULES.values(), settings_of(user), today)}
    return [Section(subject, [entries[code] for code in subject.codes]) for subject in rule_texts.SUBJECTS]


def entry_for(user: User, rule: Rule, today: date) -> tuple[Entry, list[Told]]:
    """One rule and all that was ever set for it, the newest first."""
    rows = settings_of(user, rule.code)
    (entry,) = _entries(user, [rule], rows, today)
    return entry, [Told(row) for row in sorted(rows, key=lambda row: -row.pk)]


def _entries(user: User, rules: Iterable[Rule], rows: Sequence[RuleSetting], today: date) -> list[Entry]:
    mine = set(cities_where(user, Role.HR).values_list("pk", flat=True))
    cities = list(City.objects.all())
    book = RuleBook(tuple(_as_setting(row) for row in rows))
    of: dict[tuple[str, int], list[RuleSetting]] = {}
    for row in rows:
        of.setdefault((row.code, row.city_id), []).append(row)
    return [
        Entry(rule, [_holds(rule, city, book, of.get((rule.code, city.pk), []), today, mine) for city in cities])
        for rule in rules
    ]


def _as_setting(row: RuleSetting) -> Setting:
    return Setting(row.city.slug, row.code, row.valid_from, row.level, row.values)


def _holds(rule: Rule, city: City, book: RuleBook, rows: Sequence[RuleSetting], today: date, mine: set[int]) -> Holds:
    holding = book.between(city.slug, city.slug, today)
    begun = [row for row in rows if row.valid_from <= today]
    return Holds(
        city=city,
        level=holding.level(rule.code) or OFF,
        values=[
            (rule_texts.parameter_label(rule, one), rule_texts.measured(holding.value(rule.code, one.name), one.unit))
            for one in rule.parameters
        ],
        since=begun[-1] if begun else None,
        coming=[row for row in rows if row.valid_from > today],
        may_change=city.pk in mine and can_be_set(rule),
    )


def latest_of(city: City, code: str) -> RuleSetting | None:
    """What was set last, whatever day it begins on."""
    return RuleSetting.objects.filter(city=city, code=code).select_related("set_by").order_by("pk").last()
