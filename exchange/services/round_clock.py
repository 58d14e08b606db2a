"""The steps of rounds that come with time."""

import logging
from collections.abc import Callable
from datetime import date

from exchange.models import ExchangeRound
from exchange.queries.round_blockers import all_stays_over
from exchange.services.rounds import (
    begin_evaluation,
    close_applications,
    close_clearing,
    open_applications,
    open_offers,
    start_round,
)
from exchange.states import RoundStatus
from lms.core.errors import Refused

log = logging.getLogger("wanderjahr")
Due = Callable[[ExchangeRound, date], bool]

# In the order of the phases, so that a round may take several steps after days without the worker.
CLOCK: list[tuple[str, Due, Callable[..., ExchangeRound]]] = [
    (RoundStatus.AGREED, lambda round_, today: round_.offers_from <= today, open_offers),
    (RoundStatus.OFFERS_OPEN, lambda round_, today: round_.applications_from <= today, open_applications),
    (RoundStatus.APPLICATIONS_OPEN, lambda round_, today: round_.applications_until < today, close_applications),
    (RoundStatus.CLEARING, lambda round_, today: round_.accept_until < today, close_clearing),
    (RoundStatus.PUBLISHED, lambda round_, today: round_.stays_from <= today, start_round),
    (RoundStatus.RUNNING, lambda round_, today: round_.stays_until < today or all_stays_over(round_), begin_evaluation),
]


def move_rounds_by_date(today: date) -> int:
    """Take every step that is due, and return how many. Running it again changes nothing."""
    taken = 0
    for status, is_due, take in CLOCK:
        for round_ in ExchangeRound.objects.filter(status=status).select_related("agreement").order_by("pk"):
            taken += is_due(round_, today) and _took(take, round_, today)
    return taken


def _took(take: Callable[..., ExchangeRound], round_: ExchangeRound, today: date) -> bool:
    """A step with something against it waits; the page of the round says what that is."""
    try:
        take(round_, actor=None, today=today)
    except Refused as refusal:
        log.info("round %s stays %s: %s", round_.pk, round_.status, refusal)
        return False
    return True
