"""What goes out by time."""

from lms.core.jobs import every
from lms.notifications import outbox


@every(60)
def send_due() -> int:
    return outbox.send_due()
