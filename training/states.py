from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.core.lifecycle import Lifecycle, step


class StationStatus(models.TextChoices):
    PLANNED = "planned", _("planned")
    RUNNING = "running", _("running")
    DONE = "done", _("completed")
    CANCELED = "canceled", _("canceled")

    @property
    def tone(self) -> str:
        return {"running": "here", "done": "ok", "canceled": "stop"}.get(self.value, "")


S = StationStatus
STATION = Lifecycle(
    step("check_in", [S.PLANNED], S.RUNNING),
    step("complete", [S.RUNNING], S.DONE),
    step("cancel", [S.PLANNED, S.RUNNING], S.CANCELED),
)


class NoteStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("handed in")
    READ = "read", _("read and confirmed")

    @property
    def tone(self) -> str:
        return {"submitted": "here", "read": "ok"}.get(self.value, "")


NOTE = Lifecycle(
    step("submit", [NoteStatus.DRAFT], NoteStatus.SUBMITTED),
    step("confirm", [NoteStatus.SUBMITTED], NoteStatus.READ),
    step("return", [NoteStatus.SUBMITTED], NoteStatus.DRAFT),
)


class AgreementOnAbsence(models.TextChoices):
    PROPOSED = "proposed", _("proposed")
    AGREED = "agreed", _("agreed")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")

    @property
    def tone(self) -> str:
        return {"proposed": "here", "agreed": "ok", "declined": "stop"}.get(self.value, "")


AGREED_ABSENCE = Lifecycle(
    step("agree", [AgreementOnAbsence.PROPOSED], AgreementOnAbsence.AGREED),
    step("decline", [AgreementOnAbsence.PROPOSED], AgreementOnAbsence.DECLINED),
    step("withdraw", [AgreementOnAbsence.PROPOSED, AgreementOnAbsence.AGREED], AgreementOnAbsence.WITHDRAWN),
)
