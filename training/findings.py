"""What a finding of the conflict rules says to people, and what they can do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.dates import WEEKDAYS
from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from lms.core.periods import Period
from lms.core.templatetags.wanderjahr import date_range, day
from training.conflicts import Finding
from training.holidays import public_holidays
from training.school_holidays import school_holidays

PROTECTED_HOURS = _(
    "at most 8 hours a day and 40 a week, only between 6 a.m. and 8 p.m., no weekends, no public holidays."
)
ANOTHER_TIME = _("Choose another time or another place.")
AGREE_ABSENCE = _("Choose another time, or have both cities agree to the absence.")
OTHER_HOURS = _("Agree on other working hours with the host, or choose another time.")
MEDICAL = _("Have the certificate presented to the home city before the stay.")
TO_CONFIRM = _("Please have the training office confirm this rule.")
PLACE_OF_WORK = _("Public holidays follow the place of work, not the home.")
NOTHING_TO_DO = _("There is nothing to do.")

SENTENCES: Mapping[str, Promise] = {
    "own_city": _("The place is in the own city, %(city)s."),
    "occupation_not_admitted": _("The place is meant for %(admitted)s, not for %(occupation)s."),
    "year_not_admitted": _("The place is meant for training year %(years)s, not for year %(year)s."),
    "too_young": _("The host takes guests from the age of %(min_age)s."),
    "outside_offer": _("The stay lies outside the time of the offer (%(what)s)."),
    "overlapping_stay": _("Another stay is already planned at this time (%(what)s)."),
    "overlapping_station": _("Another station is already planned at this time (%(what)s)."),
    "school_block": ngettext_lazy(
        "The vocational school takes %(working_days)s working day of the stay (%(what)s).",
        "The vocational school takes %(working_days)s working days of the stay (%(what)s).",
        "working_days",
    ),
    "course_block": ngettext_lazy(
        "A course of the administration school takes %(working_days)s working day of the stay (%(what)s).",
        "A course of the administration school takes %(working_days)s working days of the stay (%(what)s).",
        "working_days",
    ),
    "theory_phase": ngettext_lazy(
        "A theory phase takes %(working_days)s working day of the stay (%(what)s).",
        "A theory phase takes %(working_days)s working days of the stay (%(what)s).",
        "working_days",
    ),
    "weekly_school": ngettext_lazy(
        "The vocational school takes %(days)s day of the stay, a %(weekday_name)s (%(what)s).",
        "The vocational school takes %(days)s days of the stay, always on %(weekday_name)s (%(what)s).",
        "days",
    ),
    "exam": _("An exam falls into the stay (%(what)s)."),
    "day_before_exam": _("The day before the written final examination is free: %(what)s."),
    "weekend_before_exam": _(
        "The last working day before the written final examination falls into the stay: %(what)s. "
        "Whether it is free, although days off lie between, is read in two ways."
    ),
    "exam_soon": ngettext_lazy(
        "An exam follows within %(weeks)s week after the stay (%(what)s).",
        "An exam follows within %(weeks)s weeks after the stay (%(what)s).",
        "weeks",
    ),
    "second_stay": _("Another stay is planned in the same calendar year (%(what)s)."),
    "other_absence": ngettext_lazy(
        "An absence takes %(working_days)s working day of the stay (%(what)s).",
        "An absence takes %(working_days)s working days of the stay (%(what)s).",
        "working_days",
    ),
    "leave": ngettext_lazy(
        "Leave takes %(working_days)s working day of the stay (%(what)s).",
        "Leave takes %(working_days)s working days of the stay (%(what)s).",
        "working_days",
    ),
    "overlapping_stay_agreed": _("Another stay at the same time is agreed (%(what)s)."),
    "overlapping_station_agreed": _("Another station at the same time is agreed (%(what)s)."),
    "school_block_agreed": _("The absence for the vocational school is agreed (%(what)s)."),
    "course_block_agreed": _("The absence for a course of the administration school is agreed (%(what)s)."),
    "theory_phase_agreed": _("The absence for a theory phase is agreed (%(what)s)."),
    "exam_agreed": _("The absence for an exam is agreed (%(what)s)."),
    "day_before_exam_agreed": _("The day before the written final examination is free, too: %(what)s."),
    "other_absence_agreed": _("The absence is agreed (%(what)s)."),
    "leave_agreed": _("The absence for leave is agreed (%(what)s)."),
    "low_presence": _(
        "Only %(present)s of %(working_days)s working days remain at the host, that is %(percent)s percent; "
        "it should be at least %(minimum)s percent."
    ),
    "short_presence": ngettext_lazy(
        "Only %(present)s day from Monday to Friday remains at the host; it should be at least %(minimum)s.",
        "Only %(present)s days from Monday to Friday remain at the host; it should be at least %(minimum)s.",
        "present",
    ),
    "contract_ends": _("The training ends on %(ends_on)s, earlier than the stay."),
    "contract_not_begun": _("The training begins only on %(begins_on)s."),
    "probation": _("The stay falls into the probation period (%(what)s)."),
    "offer_full": _("All seats of the place are taken."),
    "consent_missing": _("The consent to show personal data to the host city is missing."),
    "trainer_unsuitable": _("The host has no trainer whose suitability has been confirmed."),
    "supervisor_busy": ngettext_lazy(
        "The supervisor already looks after %(people)s guest at this time (%(what)s).",
        "The supervisor already looks after %(people)s guests at this time (%(what)s).",
        "people",
    ),
    "minor": _("Under %(full_age)s during the whole stay: %(hours)s"),
    "minor_at_first": _("Still under %(full_age)s until %(last_day)s: %(hours)s"),
    "minor_hours_day": _("%(protected)s The working day is %(worked)s hours long; %(allowed)s are allowed."),
    "minor_hours_week": _("%(protected)s The working week has %(worked)s hours; %(allowed)s are allowed."),
    "minor_breaks": _("%(protected)s Breaks last only %(minutes)s minutes; %(needed)s are needed."),
    "minor_shift": _("%(protected)s From coming to going it is %(worked)s hours; %(allowed)s are allowed."),
    "minor_rest": _("%(protected)s Between two working days %(rest)s hours are free; %(needed)s are needed."),
    "minor_night": _("%(protected)s Work is allowed only between %(earliest)s and %(latest)s o'clock."),
    "minor_days": _("%(protected)s The host works on %(worked)s days a week; %(allowed)s are allowed."),
    "minor_weekend": _("%(protected)s Work on Saturdays and Sundays is not allowed, with few exceptions."),
    "minor_holiday": _("%(protected)s Work on public holidays is not allowed, with few exceptions."),
    "minor_eve": _("%(protected)s On 24 and 31 December work ends at %(latest)s o'clock at the latest."),
    "medical_first": _(
        "%(protected)s The first medical certificate must be there before work begins, and no more than %(months)s "
        "months older than the training. As far as we know it is not."
    ),
    "medical_followup": _(
        "%(protected)s A second medical certificate is due after the first year of training, on %(due_on)s. As far as "
        "we know it is missing."
    ),
    "personnel_council": _(
        "The stay lasts %(days)s days. If it is longer than %(threshold)s days, the personnel council takes part."
    ),
    "holidays_host_only": _("Public holiday in %(host)s, but not in %(home)s: %(named_days)s."),
    "holidays_home_only": _("Public holiday in %(home)s, but not in %(host)s: %(named_days)s."),
    "holidays_same": _("Public holiday in both cities: %(named_days)s."),
    "school_holidays": _("School holidays in Bavaria: %(vacation)s."),
    "city_day": _("In %(city)s: %(what)s."),
}

REMEDIES: Mapping[str, Promise] = {
    "own_city": _("Choose a place in another city."),
    "occupation_not_admitted": _("Choose a place that is open to this occupation."),
    "year_not_admitted": _("Choose a place that is open to this year of training."),
    "too_young": _("Choose another place, or a later stay."),
    "outside_offer": _("Choose dates inside the time of the offer."),
    "overlapping_stay": ANOTHER_TIME,
    "overlapping_station": _("Choose another time, or have the station moved."),
    "school_block": AGREE_ABSENCE,
    "course_block": AGREE_ABSENCE,
    "theory_phase": _("Choose a practical phase, or have both cities agree to the absence."),
    "weekly_school": _("Agree on the days at school with the host, or choose a time with blocks or school holidays."),
    "exam": AGREE_ABSENCE,
    "day_before_exam": _("Let the stay end before that day, or choose another time."),
    "weekend_before_exam": _("Agree on that day with the host, or choose another time."),
    "exam_soon": _("Choose an earlier or a later stay, or plan time to prepare."),
    "second_stay": _("Choose another year, or give the reason for a second stay."),
    "other_absence": ANOTHER_TIME,
    "leave": _("Choose another time, or have the leave moved."),
    "low_presence": _("Choose a longer stay or another time."),
    "short_presence": _("Choose a longer stay or another time."),
    "offer_full": _("Choose another place, or ask the host for one more seat."),
    "consent_missing": _("Ask the person for consent; without it the host learns nothing about them."),
    "trainer_unsuitable": _("Have the host name a trainer and its training office confirm the proof."),
    "supervisor_busy": _("Have the host name another supervisor, or choose another time."),
    "contract_ends": _("Choose a stay that ends with the training or earlier."),
    "contract_not_begun": _("Choose a later stay."),
    "probation": _("Choose a stay after the probation period, or give the reason why it should be now."),
    "minor": _("Plan the hours accordingly; a legal guardian signs, too."),
    "minor_at_first": _("Plan the hours accordingly; a legal guardian signs, too."),
    "minor_hours_day": OTHER_HOURS,
    "minor_hours_week": OTHER_HOURS,
    "minor_breaks": _("Plan longer breaks with the host."),
    "minor_shift": OTHER_HOURS,
    "minor_rest": OTHER_HOURS,
    "minor_night": OTHER_HOURS,
    "minor_days": OTHER_HOURS,
    "minor_weekend": OTHER_HOURS,
    "minor_holiday": OTHER_HOURS,
    "minor_eve": OTHER_HOURS,
    "medical_first": MEDICAL,
    "medical_followup": MEDICAL,
    "personnel_council": _("Get the consent of the personnel council before you approve the stay."),
    "holidays_host_only": PLACE_OF_WORK,
    "holidays_home_only": PLACE_OF_WORK,
}


def sentence(finding: Finding) -> str:
    """Say in the reader's language what stands against the stay."""
    return str(SENTENCES[finding.code] % _Values(finding))


def remedy(finding: Finding) -> str:
    """Say what to do, with a free period if there is one; and who has to confirm a rule that is not sure."""
    said = [str(REMEDIES.get(finding.code, NOTHING_TO_DO))]
    if finding.fix is not None:
        said.append(_("This time is free: %(dates)s.") % {"dates": written(finding.fix)})
    if not finding.sure:
        said.append(str(TO_CONFIRM))
    return " ".join(said)


def written(period: Period) -> str:
    return day(period.start) if period.days == 1 else date_range(period.start, period.end)


class _Values(dict[str, str | int]):
    """The facts of a finding, dates as they are written, and what a sentence asks for beyond them."""

    def __init__(self, finding: Finding) -> None:
        facts = finding.facts.items()
        super().__init__({name: day(value) if isinstance(value, date) else value for name, value in facts})
        self.finding = finding

    def __missing__(self, name: str) -> str:
        return DERIVED[name](self.finding)


def _years(finding: Finding) -> str:
    first, last = finding.facts["first"], finding.facts["last"]
    return str(first) if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}


def _span(finding: Finding) -> str:
    return written(Period(finding.dates[0].start, finding.dates[-1].end))


def _what(finding: Finding) -> str:
    label = str(finding.facts.get("label", ""))
    return ", ".join(part for part in (label, written(finding.dates[0])) if part)


def _vacation(finding: Finding) -> str:
    """Named in the reader's language, where we know the name."""
    known = school_holidays(finding.dates[0], _language())
    label = known[0].name if known else str(finding.facts["label"])
    return f"{label}, {written(finding.dates[0])}"


def _language() -> str:
    return (get_language() or "de")[:2]


def _named_days(finding: Finding) -> str:
    slug = finding.facts.get("home_slug" if finding.code == "holidays_home_only" else "host_slug", "")
    return ", ".join(_named_day(period, str(slug)) for period in finding.dates)


def _named_day(period: Period, slug: str) -> str:
    name = public_holidays(slug, period, _language()).get(period.start)
    return f"{written(period)} ({name})" if name else written(period)


DERIVED: Mapping[str, Callable[[Finding], str]] = {
    "hours": lambda finding: str(PROTECTED_HOURS),
    "years": _years,
    "what": _what,
    "vacation": _vacation,
    "named_days": _named_days,
    "last_day": lambda finding: day(finding.dates[0].end),
    "weekday_name": lambda finding: str(WEEKDAYS[int(str(finding.facts["weekday"])) - 1]),
    "protected": lambda finding: _("Under 18 (%(dates)s):") % {"dates": _span(finding)},
}
