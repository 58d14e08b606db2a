from exchange.models import Placement
from exchange.models.consents import Purpose
from exchange.states import PLACE_AHEAD, PlacementStatus
from people.models import User


def idea_shown_to(reader: User, placement: Placement) -> str:
    """The mission, for others than the person, once both cities have confirmed and while the person agrees."""
    if reader.pk == placement.apprentice_id or placement.status not in [*PLACE_AHEAD, PlacementStatus.COMPLETED]:
        return ""
    consents = placement.application.consents.filter(purpose=Purpose.IDEA, withdrawn_at__isnull=True)
    return placement.application.idea if consents.exists() else ""
