"""The lifecycles of learning as tables."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.core.lifecycle import Lifecycle, step


class EnrollmentStatus(models.TextChoices):
    REQUESTED = "requested", _("waiting for approval")
    WAITING = "waiting", _("on the waiting list")
    DECLINED = "declined", _("declined")
    ACTIVE = "active", _("running")
    COMPLETED = "completed", _("completed")
    WITHDRAWN = "withdrawn", _("withdrawn")
    ENDED = "ended", _("ended with the course")


E = EnrollmentStatus
ENROLLMENT = Lifecycle(
    step("approve", [E.REQUESTED], E.ACTIVE),
    step("wait", [E.REQUESTED], E.WAITING),  # approved, but no seat is left
    step("decline", [E.REQUESTED, E.WAITING], E.DECLINED),
    step("promote", [E.WAITING], E.ACTIVE),
    step("withdraw", [E.REQUESTED, E.WAITING, E.ACTIVE], E.WITHDRAWN),
    step("end", [E.ACTIVE], E.ENDED),  # the course was withdrawn for those who were learning, too
    step("return", [E.WITHDRAWN, E.ENDED, E.DECLINED], E.ACTIVE),  # lessons done and attempts used still count
    step("return_to_ask", [E.WITHDRAWN, E.ENDED, E.DECLINED], E.REQUESTED),
    step("return_to_wait", [E.WITHDRAWN, E.ENDED, E.DECLINED], E.WAITING),
    step("complete", [E.ACTIVE], E.COMPLETED),
    step("renew", [E.COMPLETED], E.ACTIVE),  # what has to be proved anew begins anew; the evidence stays
)
STANDING = [E.ACTIVE, E.COMPLETED]


class AttemptStatus(models.TextChoices):
    OPEN = "open", _("open")
    MARKING = "marking", _("being marked")
    SUBMITTED = "submitted", _("submitted")


ATTEMPT = Lifecycle(
    step("submit", [AttemptStatus.OPEN], AttemptStatus.SUBMITTED),
    step("hand_in", [AttemptStatus.OPEN], AttemptStatus.MARKING),  # something in it is marked by a trainer
    step("mark", [AttemptStatus.MARKING], AttemptStatus.SUBMITTED),
)


class SubmissionStatus(models.TextChoices):
    SUBMITTED = "submitted", _("handed in")
    RETURNED = "returned", _("to be done again")
    ACCEPTED = "accepted", _("accepted")


SUBMISSION = Lifecycle(
    step("return", [SubmissionStatus.SUBMITTED], SubmissionStatus.RETURNED),
    step("accept", [SubmissionStatus.SUBMITTED], SubmissionStatus.ACCEPTED),
)
