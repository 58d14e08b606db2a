"""When an apprentice may be away within a round: whole weeks in which nothing of their own lies."""

from dataclasses import dataclass
from datetime import date, timedelta

from exchange.models import Application
from lms.core.periods import Period, monday_of
from training.queries.calendar import Entry, Eyes, calendar_of

FRIDAY = timedelta(days=4)
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class FreeWeeks:
    period: Period
    weeks: int


@dataclass(frozen=True)
class Availability:
    free: list[FreeWeeks]
    taken: list[Entry]
    weekly: list[Entry]


def availability(application: Application, today: date) -> Availability:
    """Two queries more than a calendar asks for anyway; holidays do not keep anybody at home."""
    round = application.round
    shown = Period(round.stays_from, round.stays_until)
    found = calendar_of(application.apprentice.apprenticeship, shown, today, eyes=Eyes())
    own = [entry for entry in found.entries if not entry.is_background]
    taken = [entry for entry in own if not entry.weekday]
    return Availability(_free(shown, [entry.period for entry in taken]), taken, [one for one in own if one.weekday])


def _free(shown: Period, busy: list[Period]) -> list[FreeWeeks]:
    found: list[FreeWeeks] = []
    monday = monday_of(shown.start)
    while monday <= shown.end:
        week = Period(monday, monday + FRIDAY)
        if not any(one.overlaps(week) for one in busy):
            last = found[-1] if found else None
            if last and last.period.end + timedelta(days=3) == monday:
                found[-1] = FreeWeeks(Period(last.period.start, week.end), last.weeks + 1)
            else:
                found.append(FreeWeeks(week, 1))
        monday += WEEK
    return found
