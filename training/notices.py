"""Findings as people meet them on a screen: in words, with a way out, and with what was decided about them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lms.core.periods import Period
from training import findings
from training.conflicts import RULES, Finding, Level
from training.conflicts.rules import Whose
from training.models import Override
from training.rule_texts import rule_of

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
    "course_block": _("Course falls into it"),
    "theory_phase": _("Theory phase falls into it"),
    "weekly_school": _("School on single days"),
    "day_before_exam": _("Day before the exam"),
    "weekend_before_exam": _("Weekend before the exam"),
    "exam_soon": _("Exam soon afterwards"),
    "second_stay": _("Second stay in a year"),
    "other_absence": _("Absence falls into it"),
    "short_presence": _("Few weeks at the host"),
    "offer_full": _("No seat free"),
    "consent_missing": _("Consent is missing"),
    "trainer_unsuitable": _("No suitable trainer recorded"),
    "supervisor_busy": _("Supervisor has many guests"),
    "minor_hours_day": _("Working day too long under 18"),
    "minor_hours_week": _("Working week too long under 18"),
    "minor_breaks": _("Breaks too short under 18"),
    "minor_shift": _("Shift too long under 18"),
    "minor_rest": _("Rest too short under 18"),
    "minor_night": _("Too early or too late under 18"),
    "minor_days": _("Too many working days under 18"),
    "minor_weekend": _("Weekend work under 18"),
    "minor_holiday": _("Work on a public holiday under 18"),
    "minor_eve": _("Too late before a holiday under 18"),
    "medical_first": _("Medical certificate"),
    "medical_followup": _("Second medical check"),
    "minor": _("Under 18"),
    "minor_at_first": _("Under 18 at first"),
}
QUIET = {"holidays_host_only", "holidays_home_only", "holidays_same", "school_holidays", "city_day"}


WORDS: Mapping[Level, Promise] = {
    Level.HARD: _("Not possible"),
    Level.WARNING: _("Please give a reason"),
    Level.INFO: _("Good to know"),
}
WHO_DECIDES: Mapping[Whose, Promise] = {
    Whose.HOME: _("The training office of the home city may plan it all the same."),
    Whose.HOST: _("The training office of the host city may plan it all the same."),
    Whose.STRICTER: _("The training office of either city may plan it all the same."),
}
AGREEABLE = {"school_block", "course_block", "theory_phase", "exam", "leave", "other_absence"}


@dataclass(frozen=True)
class Notice:
    """A finding in the words of the reader, for the screen.

    Addresses are those of what this reader may do about it: take the way out, ask the other city, decide all the same.
    """

    finding: Finding
    override: Override | None = None
    where: str = ""  # what it is about, where several things are on one page
    fix_url: str = ""
    fix_label: str = ""
    agree_url: str = ""
    override_url: str = ""
    withdraw_url: str = ""

    @property
    def is_hard(self) -> bool:
        return self.finding.level == Level.HARD

    @property
    def is_in_the_way(self) -> bool:
        return self.finding.level != Level.INFO

    @property
    def is_open(self) -> bool:
        """Whether somebody has to do something about it before the stay is fine."""
        return self.is_in_the_way and self.override is None

    @property
    def can_be_agreed(self) -> bool:
        return self.is_in_the_way and self.finding.code in AGREEABLE

    @property
    def tone(self) -> str:
        return {Level.HARD: "stop", Level.WARNING: "warn", Level.INFO: "info"}[self.finding.level]

    @property
    def word(self) -> str:
        return str(WORDS[self.finding.level])

    @property
    def chip(self) -> str:
        return str(CHIPS.get(self.finding.code, ""))

    @property
    def title(self) -> str:
        """The light in words, then what it is about."""
        words = ": ".join(part for part in (self.word, self.chip) if part)
        return f"{self.where} – {words}" if self.where else words

    @property
    def law(self) -> str:
        return self.finding.law

    @property
    def why_url(self) -> str:
        """Where the rule behind it stands in words."""
        return f"{reverse('training:rules')}#{rule_of(self.finding.code)}"

    @property
    def sentence(self) -> str:
        return findings.sentence(self.finding)

    @property
    def remedy(self) -> str:
        return findings.remedy(self.finding)

    @property
    def who_decides(self) -> str:
        if self.finding.level != Level.WARNING:
            return ""
        rule = RULES.get(self.finding.code)
        return str(WHO_DECIDES[rule.whose if rule else Whose.STRICTER])


def with_overrides(
    found: Iterable[Finding], overrides: Iterable[Override], host_city: int, period: Period
) -> list[Notice]:
    """Each finding with what was decided about it: for this city, these dates of the stay, and this very finding."""
    standing = {
        one.code: one
        for one in overrides
        if one.host_city_id == host_city and (one.starts_on, one.ends_on) == (period.start, period.end)
    }
    return [Notice(one, standing[one.code] if _covers(standing.get(one.code), one) else None) for one in found]


def seen_of(same: Sequence[Finding]) -> dict[str, Any]:
    """What is kept with an override."""
    return {
        "sentence": " ".join(findings.sentence(one) for one in same),
        "dates": [[str(days.start), str(days.end)] for one in same for days in one.dates],
        "marks": [_mark(one) for one in same],
    }


def _covers(override: Override | None, finding: Finding) -> bool:
    return finding.level == Level.WARNING and override is not None and _mark(finding) in override.seen.get("marks", ())


def _mark(finding: Finding) -> str:
    """The same as long as dates and facts are; whatever the language and the way out."""
    facts = sorted((name, str(value)) for name, value in finding.facts.items())
    return repr(([(str(days.start), str(days.end)) for days in finding.dates], facts))


def open_warnings(notices: Collection[Notice]) -> list[Finding]:
    """The warnings somebody still has to give a reason for."""
    return [one.finding for one in notices if one.is_open and not one.is_hard]
