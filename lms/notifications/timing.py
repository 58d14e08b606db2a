"""When somebody wants mail: quiet hours, days off, the hour of the one mail a day."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_date

from lms.notifications.models import Wishes
from people.models import Role, User
from people.queries import memberships_of

# Apps above say which days besides Saturday and Sunday are free where somebody works on that day.
FREE_DAYS: list[Callable[[User, date], bool]] = []
LONGEST_BREAK = 30  # days; nobody waits longer


def wishes_of(person: User) -> Wishes:
    """What somebody has chosen; else the standard, with quiet hours for apprentices."""
    try:
        wishes: Wishes = person.notification_wishes
    except Wishes.DoesNotExist:
        is_apprentice = memberships_of(person).filter(role=Role.APPRENTICE).exists()
        wishes = Wishes(person=person, has_quiet_hours=is_apprentice)
    return wishes


def next_mail(person: User, wishes: Wishes, now: datetime, deadline: str = "") -> datetime:
    """When a mail may go out: now, or after the quiet hours, unless the last day to act were over by then."""
    until = _after_quiet_hours(person, wishes, now) if wishes.has_quiet_hours else now
    last_day = parse_date(deadline[:10]) if deadline else None
    if last_day and timezone.localdate(now) <= last_day < timezone.localdate(until):
        return now
    return until


def next_digest(person: User, wishes: Wishes, now: datetime) -> datetime:
    """The next time the hour of the one mail comes on a day with mail."""
    day = timezone.localdate(now)
    for _one in range(LONGEST_BREAK):
        moment = _at(day, time(wishes.digest_hour))
        day += timedelta(days=1)
        if moment >= now and not (wishes.has_quiet_hours and _is_free(person, moment.date())):
            break
    return _after_quiet_hours(person, wishes, moment) if wishes.has_quiet_hours else moment


def _after_quiet_hours(person: User, wishes: Wishes, now: datetime) -> datetime:
    start, end = wishes.quiet_from, wishes.quiet_until
    moment = timezone.localtime(now)
    for _one in range(2 * LONGEST_BREAK):
        day, clock = moment.date(), moment.time()
        if _is_free(person, day) or (start > end and clock >= start):
            moment = _at(day + timedelta(days=1), time(0))
        elif clock < end and (start > end or clock >= start):
            moment = _at(day, end)
        else:
            break
    return now if moment <= now else moment


def _is_free(person: User, day: date) -> bool:
    return day.isoweekday() > 5 or any(is_free(person, day) for is_free in FREE_DAYS)


def _at(day: date, clock: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock))
