"""What the home side decides about an application: the trainer endorses, the training office releases. Four eyes."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.models import Application
from exchange.models.applications import RejectionReason
from exchange.queries.applications import WishRow, needs_reason, wish_rows, with_wishes
from exchange.services.applications import tell
from exchange.services.guardians import require_guardian
from exchange.services.undoing import decide
from exchange.states import ApplicationStatus
from lms.core import journal
from lms.core.errors import Refused, TooLate
from lms.core.periods import Period
from lms.notifications.outbox import UNDO_MINUTES
from people.models import Role, User
from people.policies import allowed, require
from people.queries import acts_as, people_with
from training.notices import open_warnings
from training.services.overrides import override_warnings


@transaction.atomic
def endorse_application(
    application: Application, *, actor: User, comment: str = "", seen: datetime | None = None
) -> Application:
    """The home trainer says that the stay fits into the training."""
    require_may("endorse", application, actor)
    _require_same(application, seen)
    now = timezone.now()
    decide(
        application,
        "endorse",
        actor=actor,
        status_since=now,
        endorsed_by=actor,
        endorsed_at=now,
        trainer_comment=comment.strip(),
    )
    journal.record(application, "exchange.application.endorse", actor=actor)
    tell(application, application.apprentice, "endorsed", hold=UNDO_MINUTES)
    for person in people_with(Role.HR, city=application.home_city_id):
        if allowed("exchange.decide_application", person, application):
            tell(application, person, "to_decide", hold=UNDO_MINUTES)
    return application


@transaction.atomic
def return_application(
    application: Application, *, actor: User, comment: str, seen: datetime | None = None
) -> Application:
    """Give an application back to be mended; what was endorsed before does not count for the new version."""
    require_may("return", application, actor)
    if not comment.strip():
        raise Refused(_("Please say what should be changed."), about=application)
    _require_same(application, seen)
    trainer_id = application.apprentice.apprenticeship.trainer_id
    by_trainer = application.status == ApplicationStatus.SUBMITTED and acts_as(actor, Role.TRAINER, trainer_id)
    note = "trainer_comment" if by_trainer else "decision_note"
    changes = {"endorsed_by": None, "endorsed_at": None, note: comment.strip()}
    decide(application, "return", actor=actor, **changes)
    journal.record(application, "exchange.application.return", actor=actor)
    tell(application, application.apprentice, "returned", hold=UNDO_MINUTES)
    if not by_trainer:
        tell(application, application.apprentice.apprenticeship.trainer, "returned_by_office", hold=UNDO_MINUTES)
    return application


@transaction.atomic
def approve_application(
    application: Application, *, actor: User, note: str = "", seen: datetime | None = None
) -> Application:
    """Release the person for the exchange; whoever does so in spite of a warning says why."""
    require_may("approve", application, actor)
    _require_same(application, seen)
    require_guardian(application)
    rows = _require_sense(application, note)
    now = timezone.now()
    decide(
        application,
        "approve",
        actor=actor,
        status_since=now,
        decided_by=actor,
        decided_at=now,
        decision_note=note.strip(),
    )
    _override(application, rows, note, actor)
    journal.record(application, "exchange.application.approve", actor=actor)
    tell(application, application.apprentice, "approved", hold=UNDO_MINUTES)
    tell(application, application.apprentice.apprenticeship.trainer, "approved_for_trainer", hold=UNDO_MINUTES)
    return application


def _override(application: Application, rows: list[WishRow], reason: str, actor: User) -> None:
    """The reason counts for every wish: one decision per city and time."""
    stays: dict[tuple[int, Period], list[WishRow]] = {}
    for row in rows:
        stays.setdefault((row.offer.city_id, row.period), []).append(row)
    for (_city, period), same in stays.items():
        found = [finding for row in same for finding in open_warnings(row.notices)]
        override_warnings(application.apprentice, same[0].offer.city, period, found, reason=reason, actor=actor)


@transaction.atomic
def reject_application(
    application: Application, *, actor: User, reason: str, note: str, seen: datetime | None = None
) -> Application:
    """Refuse with a reason from the list and a note that says what would help."""
    require_may("reject", application, actor)
    if reason not in RejectionReason.values or not note.strip():
        raise Refused(_("Please give a reason and say what would help."), about=application)
    _require_same(application, seen)
    now = timezone.now()
    decide(
        application,
        "reject",
        actor=actor,
        status_since=now,
        decided_by=actor,
        decided_at=now,
        decision_reason=reason,
        decision_note=note.strip(),
    )
    journal.record(application, "exchange.application.reject", actor=actor, reason=reason)
    tell(application, application.apprentice, "rejected", hold=UNDO_MINUTES)
    tell(application, application.apprentice.apprenticeship.trainer, "rejected_for_trainer", hold=UNDO_MINUTES)
    return application


def require_may(step: str, application: Application, actor: User) -> None:
    """Trainers endorse, and return what waits for them; all else is decided by the training office."""
    trains = "exchange.endorse_application"
    with_trainer = application.status == ApplicationStatus.SUBMITTED and allowed(trains, actor, application)
    name = trains if step == "endorse" or (step == "return" and with_trainer) else "exchange.decide_application"
    require(name, actor, application, city_id=application.home_city_id)


def _require_same(application: Application, seen: datetime | None) -> None:
    """A decision is about the version that was looked at, not about one handed in since."""
    if seen is None:
        return
    handed_in = Application.objects.select_for_update().values_list("submitted_at", flat=True).get(pk=application.pk)
    if seen != handed_in:
        raise TooLate(
            _("The application has been handed in anew since you opened it. Please look again."), about=application
        )


def _require_sense(application: Application, note: str) -> list[WishRow]:
    rows = wish_rows(with_wishes(Application.objects.all()).get(pk=application.pk))
    if rows and all(row.hard for row in rows):
        raise Refused(
            _("Something stands against every wish. Please return the application and say what should be changed."),
            about=application,
        )
    if needs_reason(rows) and not note.strip():
        raise Refused(_("There are warnings. Please say why you release the person all the same."), about=application)
    return rows
