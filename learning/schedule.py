"""When a mandatory training is due, when somebody is reminded of it, and when its next time begins. Days only."""

import calendar
from datetime import date, timedelta

REMINDERS = (8, 4, 1)  # weeks before the day it is due
OVERDUE = 0
NOTICE = timedelta(weeks=8)  # between the beginning of the next time and the day it is due


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or the last one if that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def runs_out_on(completed_on: date, every_months: int | None, valid_until: date | None = None) -> date | None:
    """The day up to which a completion proves anything; None if once is enough.

    What the course itself says of its validity shortens it, and never makes something come again that is asked once.
    """
    if every_months is None:
        return None
    again = months_after(completed_on, every_months)
    return min(again, valid_until) if valid_until else again


def still_counts(today: date, completed_on: date, every_months: int | None, valid_until: date | None = None) -> bool:
    if valid_until and valid_until < today:
        return False
    ends = runs_out_on(completed_on, every_months)
    return ends is None or ends >= today


def begins_on(completed_on: date, due_on: date) -> date:
    """The day the next time begins: eight weeks before, but never in the first half of what the last one covers."""
    return max(due_on - NOTICE, completed_on + (due_on - completed_on) / 2)


def reminder(today: date, due_on: date, last: int | None) -> int | None:
    """The reminder that is due: the nearest one, if none as near was sent; None if there is nothing to say."""
    if today > due_on:
        near: int | None = OVERDUE
    else:
        near = min((weeks for weeks in REMINDERS if today >= due_on - timedelta(weeks=weeks)), default=None)
    if near is None or (last is not None and last <= near):
        return None
    return near
