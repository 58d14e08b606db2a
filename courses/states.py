"""The lifecycles of learning as tables."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.core.lifecycle import Lifecycle, step


class EnrollmentStatus(models.TextChoices):
    ACTIVE = "active", _("running")
    COMPLETED = "completed", _("completed")
    WITHDRAWN = "withdrawn", _("withdrawn")


E = EnrollmentStatus
ENROLLMENT = Lifecycle(
    step("withdraw", [E.ACTIVE], E.WITHDRAWN),
    step("return", [E.WITHDRAWN], E.ACTIVE),  # lessons done and attempts used still count
    step("complete", [E.ACTIVE], E.COMPLETED),
)
STANDING = [E.ACTIVE, E.COMPLETED]


class AttemptStatus(models.TextChoices):
    OPEN = "open", _("open")
    SUBMITTED = "submitted", _("submitted")


ATTEMPT = Lifecycle(step("submit", [AttemptStatus.OPEN], AttemptStatus.SUBMITTED))
