"""What the rules of planning are called, what they say in plain words, and how their values are written."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from training.conflicts import Level
from training.conflicts.rules import OFF, Parameter, Rule, Whose

HOUR = 60


@dataclass(frozen=True)
class Subject:
    slug: str
    title: Promise
    lead: Promise
    codes: tuple[str, ...]


SUBJECTS = (
    Subject(
        "person", _("The person and the training"),
        _("What is already planned for somebody, and what the training itself asks for."),
        ("consent_missing", "overlapping_stay", "overlapping_station", "leave", "other_absence", "second_stay",
         "low_presence", "short_presence", "probation", "contract_not_begun", "contract_ends"),
    ),
    Subject(
        "school", _("School and exams"), _("School and exams come before a stay."),
        ("school_block", "course_block", "theory_phase", "weekly_school", "exam", "day_before_exam",
         "weekend_before_exam", "exam_soon"),
    ),
    Subject(
        "minors", _("People under 18"),
        _("These rules count day by day: only the days of a stay before the 18th birthday."),
        ("minor", "minor_hours_day", "minor_hours_week", "minor_breaks", "minor_shift", "minor_rest", "minor_night",
         "minor_days", "minor_weekend", "minor_holiday", "minor_eve", "medical_first", "medical_followup"),
    ),
    Subject(
        "host", _("The host"), _("Whom a place is meant for, and who looks after guests there."),
        ("occupation_not_admitted", "year_not_admitted", "too_young", "outside_offer", "offer_full",
         "trainer_unsuitable", "supervisor_busy"),
    ),
    Subject(
        "cities", _("The cities"), _("What follows from the two cities, and what guests should know about them."),
        ("own_city", "personnel_council", "holidays", "school_holidays", "city_day"),
    ),
)  # fmt: skip

# code: (name, what it says)
TEXTS: Mapping[str, tuple[Promise, Promise]] = {
    "consent_missing": (
        _("Consent to share data"),
        _("The other city gets data of a person only if the person has agreed to it."),
    ),
    "overlapping_stay": (_("Another stay"), _("Nobody can be at two stays at the same time.")),
    "overlapping_station": (
        _("Another station"),
        _("Nobody can be at a station at home and at a stay at the same time."),
    ),
    "leave": (_("Leave"), _("Leave that is planned already should not lie in a stay.")),
    "other_absence": (_("Other absence"), _("Other days off should not lie in a stay.")),
    "second_stay": (
        _("Second stay in a year"),
        _("A second stay within one calendar year should be the exception, so that others get a turn."),
    ),
    "low_presence": (
        _("Too few days at the host"),
        _("Of the working days of a stay, enough should remain when school, leave and holidays are taken out."),
    ),
    "short_presence": (
        _("Too short a time at the host"),
        _("A stay should leave some whole weeks of work when school, leave and holidays are taken out."),
    ),
    "probation": (_("Probation"), _("During probation people should train in their own city.")),
    "contract_not_begun": (_("Training not begun"), _("A stay cannot begin before the training does.")),
    "contract_ends": (_("End of training"), _("A stay cannot last longer than the training.")),
    "school_block": (
        _("Block at the vocational school"),
        _("Whoever has to be at school is released from work. A block in a stay needs the agreement of both cities."),
    ),
    "course_block": (
        _("Course of the administration school"),
        _("A course of the administration school in a stay needs the agreement of both cities."),
    ),
    "theory_phase": (_("Theory phase"), _("An exchange is possible in practical phases only, not in theory phases.")),
    "weekly_school": (
        _("Weekly school day"),
        _("Weekly school days go on during a stay. The person has to travel, or both cities agree on something else."),
    ),
    "exam": (_("Exam"), _("Nobody can be at work on the day of an exam.")),
    "day_before_exam": (
        _("Day before the written final exam"),
        _("The working day right before the written final exam is free."),
    ),
    "weekend_before_exam": (
        _("Exam on a Monday"),
        _("If the written final exam is on a Monday, it is not certain whether the Friday before is free."),
    ),
    "exam_soon": (
        _("Exam soon after the stay"),
        _("In the weeks before an exam people should have time to prepare."),
    ),
    "minor": (
        _("Young people at work"),
        _("People under 18 are protected at work: hours, breaks, times of day, weekends and holidays."),
    ),
    "minor_hours_day": (
        _("Hours a day"),
        _("Young people work no longer than this on a day. A little longer is possible if other days are shorter."),
    ),
    "minor_hours_week": (_("Hours a week"), _("Young people work no longer than this in a week.")),
    "minor_breaks": (_("Breaks"), _("Young people get longer breaks than adults.")),
    "minor_shift": (
        _("From coming to going"),
        _("Between coming and going, breaks included, there is no more time than this."),
    ),
    "minor_rest": (_("Rest between two days"), _("Between two working days there is at least this much free time.")),
    "minor_night": (_("Times of day"), _("Young people work neither in the night nor late in the evening.")),
    "minor_days": (_("Five-day week"), _("Young people work on this many days of a week at most.")),
    "minor_weekend": (
        _("Weekends"),
        _("Young people do not work on Saturdays and Sundays. The law knows exceptions."),
    ),
    "minor_holiday": (
        _("Public holidays"),
        _("Young people do not work on public holidays. The law knows exceptions."),
    ),
    "minor_eve": (
        _("Christmas Eve and New Year's Eve"),
        _("On 24 and 31 December young people are free from the afternoon on."),
    ),
    "medical_first": (
        _("First medical certificate"),
        _("Whoever begins to train under 18 needs a medical certificate, which is not too old on that day."),
    ),
    "medical_followup": (
        _("Second medical certificate"),
        _("One year after the start, whoever is still under 18 needs a second medical certificate."),
    ),
    "occupation_not_admitted": (_("Occupation"), _("A place can be meant for some occupations only.")),
    "year_not_admitted": (_("Year of training"), _("A place can be meant for some years of training only.")),
    "too_young": (_("Least age"), _("A host can take guests from a certain age on.")),
    "outside_offer": (_("Time of the offer"), _("A stay lies within the time that the host offers.")),
    "offer_full": (_("Seats"), _("A place has no more guests than seats.")),
    "trainer_unsuitable": (
        _("Suitable trainer"),
        _("Somebody at the host has to be suitable to train, and the training office has seen the proof."),
    ),
    "supervisor_busy": (
        _("Guests at the same time"),
        _("Whoever looks after guests should not have too many of them at the same time."),
    ),
    "own_city": (_("Own city"), _("An exchange leads to another city.")),
    "personnel_council": (_("Personnel council"), _("If a stay lasts longer, the personnel council takes part.")),
    "holidays": (
        _("Public holidays"),
        _("Public holidays follow the place of work. The peace festival is a holiday in Augsburg alone."),
    ),
    "school_holidays": (_("School holidays"), _("Good to know: school holidays in Bavaria.")),
    "city_day": (
        _("Days of the host city"),
        _("Good to know: meetings of the youth representatives, closed offices, and similar days."),
    ),
}

# "rule.value", or just "value" where it means the same everywhere
PARAMETERS: Mapping[str, Promise] = {
    "personnel_council.days": _("Longer than"),
    "minor_days.days": _("At most"),
    "minor_hours_day.minutes": _("At most"),
    "minor_hours_week.minutes": _("At most"),
    "minor_shift.minutes": _("At most"),
    "minor_rest.minutes": _("At least"),
    "minor_night.latest": _("Until"),
    "minor_eve.latest": _("Free from"),
    "exam_soon.weeks": _("Weeks before"),
    "short_presence.weeks": _("At least"),
    "medical_first.months": _("Not older than"),
    "medical_followup.months": _("After"),
    "percent": _("At least"),
    "people": _("At most"),
    "longest": _("If other days are shorter"),
    "short_day": _("First break after"),
    "long_day": _("Longer break after"),
    "short_break": _("First break"),
    "long_break": _("Longer break"),
    "earliest": _("From"),
}

LEVELS: Mapping[str, Promise] = {
    Level.HARD: _("rules it out"),
    Level.WARNING: _("needs a reason"),
    Level.INFO: _("good to know"),
    OFF: _("does not apply"),
}
WHOSE: Mapping[str, Promise] = {
    Whose.HOME: _("what the home city says counts"),
    Whose.HOST: _("what the host city says counts"),
    Whose.STRICTER: _("the stricter one counts"),
}
TONES: Mapping[str, str] = {Level.HARD: "stop", Level.WARNING: "warn", Level.INFO: "", OFF: ""}


def title(code: str) -> str:
    return str(TEXTS[code][0])


def words(code: str) -> str:
    return str(TEXTS[code][1])


def rule_of(finding: str) -> str:
    """The rule a finding belongs to: "minor_at_first" comes from the rule "minor"."""
    return max((code for code in TEXTS if finding.startswith(code)), key=len, default="")


def parameter_label(rule: Rule, parameter: Parameter) -> str:
    return str(PARAMETERS.get(f"{rule.code}.{parameter.name}") or PARAMETERS[parameter.name])


def measured(value: int, unit: str) -> str:
    """A value with its unit, as people write it: "8 hours 30 minutes", "6 o'clock"."""
    return _clock(value) if unit == "minutes" else _one_unit(value, unit) % {"n": value}


def _clock(minutes: int) -> str:
    hours, rest = divmod(minutes, HOUR)
    parts = [(hours, "hours"), (rest, "only_minutes")]
    return " ".join(_one_unit(n, unit) % {"n": n} for n, unit in parts if n or minutes == 0)


def _one_unit(n: int, unit: str) -> str:
    return {
        "days": ngettext("%(n)s day", "%(n)s days", n),
        "weeks": ngettext("%(n)s week", "%(n)s weeks", n),
        "months": ngettext("%(n)s month", "%(n)s months", n),
        "people": ngettext("%(n)s person", "%(n)s people", n),
        "hours": ngettext("%(n)s hour", "%(n)s hours", n),
        "only_minutes": ngettext("%(n)s minute", "%(n)s minutes", n),
        "percent": gettext("%(n)s percent"),
        "o'clock": gettext("%(n)s o'clock"),
    }[unit]


def unit_label(unit: str) -> str:
    """The unit beside a field."""
    return {
        "days": gettext("days"), "weeks": gettext("weeks"), "months": gettext("months"), "people": gettext("people"),
        "minutes": gettext("minutes"), "percent": gettext("percent"), "o'clock": gettext("o'clock"),
    }[unit]  # fmt: skip
