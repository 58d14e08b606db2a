"""What the exchange does by time; each job finds out itself whether anything is due."""

from django.utils import timezone

from exchange.services.answers import expire_unanswered
from exchange.services.round_clock import move_rounds_by_date
from lms.core.jobs import every


@every(600)
def move_rounds() -> int:
    return move_rounds_by_date(timezone.localdate())


@every(600)
def expire_placements() -> int:
    return expire_unanswered(timezone.localdate())
