"""The apprentice says yes or no; silence ends with the date of the round."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.models import Placement
from exchange.services.booking import book_stay
from exchange.services.placements import lock
from exchange.services.seats import release_seat
from exchange.services.swaps import lapse_swaps_of
from exchange.services.telling import hosts, offices, tell, trainer
from exchange.states import APPLICATION, PLACEMENT, PlacementStatus
from lms.core import journal
from lms.core.errors import Refused
from lms.core.lifecycle import StepNotAllowed
from lms.core.templatetags.wanderjahr import day
from people.models import User
from people.policies import require


@transaction.atomic
def accept_placement(placement: Placement, *, actor: User, today: date | None = None) -> Placement:
    """Take the place; the weeks are booked as a station, unless the person is needed elsewhere in that time."""
    require("exchange.answer_placement", actor, placement)
    _require_in_time(placement, today or timezone.localdate())
    now = timezone.now()
    PLACEMENT.advance(placement, "accept", status_since=now, answered_at=now)
    APPLICATION.advance(placement.application, "accept", status_since=now)
    book_stay(placement, actor=actor)
    journal.record(placement, "exchange.placement.accept", actor=actor)
    tell(placement, "accepted", [*offices(placement), trainer(placement), *hosts(placement)])
    return placement


@transaction.atomic
def decline_placement(placement: Placement, *, actor: User, reason: str = "", today: date | None = None) -> Placement:
    """Say no, without having to give a reason; the seat is free again."""
    require("exchange.answer_placement", actor, placement)
    _require_in_time(placement, today or timezone.localdate())
    now = timezone.now()
    PLACEMENT.advance(placement, "decline", status_since=now, answered_at=now, end_note=reason.strip())
    APPLICATION.advance(placement.application, "decline", status_since=now)
    release_seat(placement.offer)
    lapse_swaps_of(placement, actor=actor)
    journal.record(placement, "exchange.placement.decline", actor=actor)
    tell(placement, "declined", [*offices(placement), trainer(placement), *hosts(placement)])
    return placement


def expire_unanswered(today: date) -> int:
    """End offers whose date has passed; returns how many. May run as often as it likes."""
    late = Placement.objects.filter(status=PlacementStatus.OFFERED, round__accept_until__lt=today).order_by("pk")
    return sum(_expire(placement) for placement in late.select_related("application", "offer", "apprentice"))


def _expire(placement: Placement) -> bool:
    try:
        with transaction.atomic():
            now = timezone.now()
            PLACEMENT.advance(placement, "expire", status_since=now)
            APPLICATION.advance(placement.application, "expire", status_since=now)
            release_seat(placement.offer)
            lapse_swaps_of(placement, actor=None)
            journal.record(placement, "exchange.placement.expire", actor=None)
            tell(placement, "expired", [placement.apprentice, *offices(placement), *hosts(placement)])
    except StepNotAllowed:  # answered at this very moment
        return False
    return True


def _require_in_time(placement: Placement, today: date) -> None:
    lock(placement)
    until = placement.round.accept_until
    if placement.status == PlacementStatus.OFFERED and today > until:
        raise Refused(
            _("The answer was due on %(day)s. Please ask your training office.") % {"day": day(until)}, about=placement
        )
