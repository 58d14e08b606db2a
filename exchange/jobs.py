"""What the exchange does by time; each job finds out itself whether anything is due."""

from django.utils import timezone

from exchange.services.agreements import supersede_agreements
from exchange.services.answer_reminders import remind_unanswered
from exchange.services.answers import expire_unanswered
from exchange.services.escalation import remind_of_deadlines
from exchange.services.round_clock import move_rounds_by_date
from lms.core.jobs import every


@every(600)
def move_rounds() -> int:
    return move_rounds_by_date(timezone.localdate())


@every(600)
def expire_placements() -> int:
    return expire_unanswered(timezone.localdate())


@every(600)
def begin_agreements() -> int:
    return supersede_agreements(timezone.localdate())


@every(6 * 3600)
def watch_deadlines() -> int:
    return remind_of_deadlines(timezone.localdate())


@every(3600)
def remind_of_answers() -> int:
    return remind_unanswered(timezone.localdate())
