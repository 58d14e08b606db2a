"""When a question comes again: the longer it was remembered, the later. Pure; fsrs does the sums."""

from datetime import UTC, datetime, timedelta
from typing import Any

from fsrs import Card, Rating, Scheduler

SOONEST, LATEST = timedelta(days=1), timedelta(days=180)
# whole days only, and no chance in it: the same answers give the same days
SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=LATEST.days, enable_fuzzing=False)

Memory = dict[str, Any]


def after_answer(memory: Memory, *, key: int, right: bool, now: datetime) -> tuple[Memory, datetime]:
    """What is known of remembering it now, and when it is due again: tomorrow at the earliest."""
    card = Card.from_dict(memory) if memory else Card(card_id=key)  # type: ignore[arg-type]
    rating = Rating.Good if right else Rating.Again
    card, _log = SCHEDULER.review_card(card, rating, now.astimezone(UTC))
    return dict(card.to_dict()), min(max(card.due, now + SOONEST), now + LATEST)
