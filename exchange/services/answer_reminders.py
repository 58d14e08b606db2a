"""Whoever has not answered an offer is reminded twice."""

from datetime import date, timedelta

from django.db import transaction

from exchange.models import Placement
from exchange.services.telling import tell
from exchange.states import PlacementStatus
from lms.notifications.models import Notification

KIND = "exchange/placement_answer_due"
BEFORE = (timedelta(days=7), timedelta(days=2))


def remind_unanswered(today: date) -> int:
    """Send what is due and was not sent; after days without the worker only the last one. May run at any time."""
    waiting = Placement.objects.filter(
        status=PlacementStatus.OFFERED, round__accept_until__gte=today, round__accept_until__lte=today + BEFORE[0]
    )
    return sum(_remind(pk, today) for pk in waiting.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def _remind(pk: int, today: date) -> bool:
    placement = Placement.objects.select_for_update(of=("self",)).select_related(
        "round", "application", "offer", "host_city", "apprentice"
    ).get(pk=pk)  # fmt: skip
    until = placement.round.accept_until
    which = sum(today >= until - before for before in BEFORE)
    told = Notification.objects.filter(
        recipient=placement.apprentice_id, kind=KIND, url=placement.get_absolute_url(), facts__which__gte=which
    )
    if placement.status != PlacementStatus.OFFERED or told.exists():
        return False
    tell(placement, "answer_due", [placement.apprentice], until=until.isoformat(), which=which)
    return True
