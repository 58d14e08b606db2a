"""Let the services believe it is another day, so that the past of the demonstration is made by the same rules."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from unittest.mock import patch

from django.utils import timezone

from lms.core.periods import Period
from training.holidays import public_holidays

DAY = timedelta(days=1)


def monday_of_this_week() -> date:
    today = timezone.localdate()
    return today - timedelta(days=today.weekday())


def is_workday(day: date) -> bool:
    """No weekend, no holiday in any of the cities (Augsburg has them all), no Christmas Eve, no New Year's Eve."""
    if day.weekday() > 4 or (day.month, day.day) in ((12, 24), (12, 31)):
        return False
    return not public_holidays("augsburg", Period(day, day))


def workday(day: date, later: int = 0) -> date:
    """The first working day from this one on, or as many working days later."""
    while not is_workday(day):
        day += DAY
    return workday(day + DAY, later - 1) if later else day


def workday_before(day: date) -> date:
    """The last working day up to this one."""
    while not is_workday(day):
        day -= DAY
    return day


@contextmanager
def at(day: date, hour: int = 10) -> Iterator[None]:
    """Within this block `timezone.now()` is this day, never later than the real now."""
    real = timezone.now()
    moment = datetime.combine(day, time(hour), tzinfo=timezone.get_default_timezone())
    with patch("django.utils.timezone.now", return_value=min(moment, real)):
        yield
