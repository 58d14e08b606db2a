"""What a finding of the conflict rules says to people, and what they can do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from lms.core.periods import DAY, Period
from lms.core.templatetags.wanderjahr import date_range, day
from training.facts import Finding
from training.holidays import public_holidays

PROTECTED_HOURS = _(
    "at most 8 hours a day and 40 a week, only between 6 a.m. and 8 p.m., no weekends, no public holidays."
)
ANOTHER_TIME = _("Choose another time or another place.")
AGREE_ABSENCE = _("Choose another time, or have both cities agree to the absence.")
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
    "exam": _("An exam falls into the stay (%(what)s)."),
    "leave": ngettext_lazy(
        "Leave takes %(working_days)s working day of the stay (%(what)s).",
        "Leave takes %(working_days)s working days of the stay (%(what)s).",
        "working_days",
    ),
    "overlapping_stay_agreed": _("Another stay at the same time is agreed (%(what)s)."),
    "overlapping_station_agreed": _("Another station at the same time is agreed (%(what)s)."),
    "school_block_agreed": _("The absence for the vocational school is agreed (%(what)s)."),
    "exam_agreed": _("The absence for an exam is agreed (%(what)s)."),
    "leave_agreed": _("The absence for leave is agreed (%(what)s)."),
    "low_presence": _(
        "Only %(present)s of %(working_days)s working days remain at the host, that is %(percent)s percent; "
        "it should be at least %(minimum)s percent."
    ),
    "contract_ends": _("The training ends on %(day_before)s, earlier than the stay."),
    "contract_not_begun": _("The training begins only on %(day_after)s."),
    "probation": _("The stay falls into the probation period (%(what)s)."),
    "minor": _("Under %(full_age)s during the whole stay: %(hours)s"),
    "minor_at_first": _("Still under %(full_age)s until %(last_day)s: %(hours)s"),
    "personnel_council": _(
        "The stay lasts %(days)s days. If it is longer than %(threshold)s days, the personnel council of %(city)s "
        "takes part."
    ),
    "holidays_host_only": _("Public holiday in %(host)s, but not in %(home)s: %(named_days)s."),
    "holidays_home_only": _("Public holiday in %(home)s, but not in %(host)s: %(named_days)s."),
    "holidays_same": _("Public holiday in both cities: %(named_days)s."),
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
    "exam": AGREE_ABSENCE,
    "leave": _("Choose another time, or have the leave moved."),
    "low_presence": _("Choose a longer stay or another time."),
    "contract_ends": _("Choose a stay that ends with the training or earlier."),
    "contract_not_begun": _("Choose a later stay."),
    "probation": _("Choose a stay after the probation period, or give the reason why it should be now."),
    "minor": _("Plan the hours accordingly; a legal guardian signs, too."),
    "minor_at_first": _("Plan the hours accordingly; a legal guardian signs, too."),
    "personnel_council": _("Get the consent of the personnel council before you approve the stay."),
    "holidays_host_only": PLACE_OF_WORK,
    "holidays_home_only": PLACE_OF_WORK,
}


def sentence(finding: Finding) -> str:
    """Say in the reader's language what stands against the stay."""
    return str(SENTENCES[finding.code] % _Values(finding))


def remedy(finding: Finding) -> str:
    """Say what to do, with a free period if there is one."""
    advice = str(REMEDIES.get(finding.code, NOTHING_TO_DO))
    if finding.fix is None:
        return advice
    free = _("This time is free: %(dates)s.") % {"dates": written(finding.fix)}
    return f"{advice} {free}"


def written(period: Period) -> str:
    return day(period.start) if period.days == 1 else date_range(period.start, period.end)


class _Values(dict[str, str | int]):
    """The facts of a finding, and what a sentence asks for beyond them."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.facts)
        self.finding = finding

    def __missing__(self, name: str) -> str:
        return DERIVED[name](self.finding)


def _years(finding: Finding) -> str:
    first, last = finding.facts["first"], finding.facts["last"]
    return str(first) if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}


def _what(finding: Finding) -> str:
    label = str(finding.facts.get("label", ""))
    return ", ".join(part for part in (label, written(finding.dates[0])) if part)


def _named_days(finding: Finding) -> str:
    slug = finding.facts.get("home_slug" if finding.code == "holidays_home_only" else "host_slug", "")
    return ", ".join(_named_day(period, str(slug)) for period in finding.dates)


def _named_day(period: Period, slug: str) -> str:
    name = public_holidays(slug, period, (get_language() or "de")[:2]).get(period.start)
    return f"{written(period)} ({name})" if name else written(period)


DERIVED: Mapping[str, Callable[[Finding], str]] = {
    "hours": lambda finding: str(PROTECTED_HOURS),
    "years": _years,
    "what": _what,
    "named_days": _named_days,
    "last_day": lambda finding: day(finding.dates[0].end),
    "day_before": lambda finding: day(finding.dates[0].start - DAY),
    "day_after": lambda finding: day(finding.dates[0].end + DAY),
}
