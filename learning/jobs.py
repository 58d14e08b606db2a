"""What comes with time: mandatory training, questions to refresh."""

from datetime import timedelta

from django.utils import timezone

from learning.services.duties import keep_duties
from learning.services.refresher import collect
from lms.core.jobs import every


@every(3600)
def keep_mandatory_training() -> int:
    """Days decide, not hours: looking more often lets a new apprentice or a new day count soon after it begins."""
    return keep_duties(timezone.localdate())


@every(6 * 3600)
def make_refresher_cards() -> int:
    """Cards are due a week after the test at the earliest; a test may be over later, so older attempts count, too."""
    return collect(timezone.now() - timedelta(days=60))
