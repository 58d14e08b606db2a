"""Let the services believe it is another day, so that the past of the demonstration is made by the same rules."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from unittest.mock import patch

from django.utils import timezone


def monday_of_this_week() -> date:
    today = timezone.localdate()
    return today - timedelta(days=today.weekday())


@contextmanager
def at(day: date, hour: int = 10) -> Iterator[None]:
    """Within this block `timezone.now()` is this day, never later than the real now."""
    real = timezone.now()
    moment = datetime.combine(day, time(hour), tzinfo=timezone.get_default_timezone())
    with patch("django.utils.timezone.now", return_value=min(moment, real)):
        yield
