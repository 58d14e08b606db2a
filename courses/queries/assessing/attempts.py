"""When somebody may begin an attempt, and how much time there is."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import Attempt, ExtraTime, TestPage


def extra_percent(person_id: int, day: date) -> int:
    """How much more time somebody has in tests."""
    granted = ExtraTime.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), person_id=person_id)
    return granted.values_list("percent", flat=True).first() or 0


def closes_for_tries(test: TestPage, day: date) -> bool:
    return test.closes_on is not None and day > test.closes_on


def may_begin_at(test: TestPage, made: Sequence[Attempt]) -> datetime | None:
    """When the waiting time after the last attempt is over."""
    ends = [attempt.submitted_at for attempt in made if attempt.submitted_at]
    return max(ends) + timedelta(hours=test.wait_hours) if ends and test.wait_hours else None


def left_in_words(attempt: Attempt, now: datetime) -> str:
    if attempt.due_at is None:
        return ""
    minutes = int((attempt.due_at - now).total_seconds() // 60)
    if minutes < 0:
        return _("The time is up.")
    if minutes == 0:
        return _("Less than a minute left")
    return ngettext("%(n)s minute left", "%(n)s minutes left", minutes) % {"n": minutes}
