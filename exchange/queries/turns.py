"""Whose turn it is with an application, and the way it takes."""

from dataclasses import replace
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.models import Application, ExchangeRound, Inquiry, Placement
from exchange.queries.applications import editable_until, inquiries_of
from exchange.queries.offices import Turn, coordination_turn, office_name, office_turn, person_turn, training_offices
from exchange.queries.on_behalf import Represented, represented_in, signature
from exchange.states import ApplicationStatus, PlacementStatus
from lms.core.steps import Halt
from lms.core.templatetags.wanderjahr import date_range, day_short
from people.models import Role, User

A = ApplicationStatus
P = PlacementStatus
OVER = [A.REJECTED, A.DECLINED, A.EXPIRED, A.UNMATCHED, A.WITHDRAWN]


def who_is_next(application: Application, reader: User) -> Turn | None:
    """Follows from the state alone; None when nobody has to act any more."""
    turn = _answering(application, reader) or _turn(application, reader)
    since = timezone.localtime(application.status_since).date()
    return turn and replace(turn, since=turn.since or since)


def open_inquiry(application: Application) -> Inquiry | None:
    """The question that waits for an answer; only while somebody has to decide."""
    if application.status not in (A.SUBMITTED, A.ENDORSED):
        return None
    return next((one for one in inquiries_of(application) if one.closed_at is None), None)


def decided_by(application: Application) -> date:
    """The deadline of the step that waits; questions do not move it."""
    return application.endorsement_due if application.status == A.SUBMITTED else application.round.review_until


def _answering(application: Application, reader: User) -> Turn | None:
    inquiry = open_inquiry(application)
    if inquiry is None:
        return None
    role = Role.APPRENTICE if inquiry.asked_id == application.apprentice_id else Role.TRAINER
    what = _("Answers a question of %(name)s. The deadline keeps running.") % {"name": inquiry.asked_by.full_name}
    turn = person_turn(inquiry.asked, role, reader=reader, what=what, until=decided_by(application))
    return replace(turn, since=timezone.localtime(inquiry.asked_at).date())


def _turn(application: Application, reader: User) -> Turn | None:
    status, round, person = A(application.status), application.round, application.apprentice
    if status in (A.DRAFT, A.RETURNED):
        what, until = _("Completes the application and hands it in."), editable_until(application)
        return person_turn(person, Role.APPRENTICE, reader=reader, what=what, until=until)
    if status == A.SUBMITTED:
        what, until = _("Says whether the stay fits into the training."), application.endorsement_due
        if timezone.localdate() > until:
            return _standing_in(application, reader, until)
        return person_turn(person.apprenticeship.trainer, Role.TRAINER, reader=reader, what=what, until=until)
    if status == A.ENDORSED:
        what, but = (
            _("Decides whether you may go."),
            [application.endorsed_by_id or 0, person.apprenticeship.trainer_id, person.pk],
        )
        until = round.review_until
        return office_turn(application.home_city, training_offices(), reader=reader, what=what, until=until, but=but)
    if status == A.APPROVED:
        return coordination_turn(reader=reader, what=_("Assigns all places at once."), until=round.matching_on)
    if status == A.IN_MATCHING:
        what = _("The coordination proposes who goes where, the training offices of both cities confirm.")
        return coordination_turn(reader=reader, what=what, until=round.cities_confirm_until)
    if status == A.OFFERED:
        what, until = _("Accepts or declines the place."), round.accept_until
        return person_turn(person, Role.APPRENTICE, reader=reader, what=what, until=until)
    return None


def _standing_in(application: Application, reader: User, until: date) -> Turn:
    """The trainer has not answered in time; whoever stands in cannot release the same application (four eyes)."""
    trainer = application.apprentice.apprenticeship.trainer
    what = _("Endorses in place of %(name)s, who has not answered.") % {"name": trainer.full_name}
    but = [application.apprentice_id]
    return office_turn(
        application.home_city, training_offices(themselves=True), reader=reader, what=what, until=until, but=but
    )


def road(application: Application, placement: Placement | None = None) -> list[Halt]:
    """The way into the exchange in seven halts, the two releases in one; shorter where it ended early."""
    apply, *rest = timeline(application, placement)
    release = rest[:2]
    deciding = release[-1] if release and release[0].state == "done" else release[0] if release else None
    halts = [Halt("done", _("Prepare")), apply]
    if deciding:
        halts.append(Halt(deciding.state, _("Release"), deciding.note, deciding.word))
    return halts + rest[2:]


ENDORSING = "exchange.application.endorse"
DECIDING = ("exchange.application.approve", "exchange.application.reject")


def timeline(application: Application, placement: Placement | None = None) -> list[Halt]:
    """The way of an application with every person who decides; it ends where the application ended."""
    endorser, decider = application.endorsed_by, application.decided_by
    lent = _represented(application)
    round = application.round
    reached = _reached(application, placement)
    person = application.apprentice
    stay = date_range(placement.starts_on, placement.ends_on) if placement else _from(round.stays_from)
    names = [
        (_("Apply"), _done_note(application.submitted_at, person) or _until(editable_until(application))),
        (
            _("Trainer says yes"),
            _done_note(application.endorsed_at, endorser, signature(endorser, lent, ENDORSING) if endorser else None)
            or _trainer_note(application),
        ),
        (
            _("%(city)s releases you") % {"city": application.home_city},
            _done_note(application.decided_at, decider, signature(decider, lent, *DECIDING) if decider else None)
            or _until(round.review_until),
        ),
        (_("Assignment"), day_short(round.matching_on)),
        (_("Your answer"), _until(round.accept_until)),
        (_("Stay"), stay),
        (_("Record"), _("at the end of the stay")),
    ]
    halts = [_halt(index, reached, name, note, application) for index, (name, note) in enumerate(names)]
    return halts[: reached + 1] if application.status in OVER else halts


def _represented(application: Application) -> Represented:
    """In whose place somebody decided; the trainer can only have endorsed by a right of their own."""
    by_trainer = application.endorsed_by_id == application.apprentice.apprenticeship.trainer_id
    steps = [] if application.endorsed_by_id is None or by_trainer else [ENDORSING]
    steps += DECIDING if application.decided_by_id else ()
    return represented_in(application, *steps) if steps else {}


def road_without_application(round: ExchangeRound) -> list[Halt]:
    """What lies ahead of somebody who has not applied in this round."""
    return [
        Halt("current", _("Prepare"), _("look at places")),
        Halt("ahead", _("Apply"), _until(round.applications_until)),
        Halt("ahead", _("Release"), _until(round.review_until)),
        Halt("ahead", _("Assignment"), day_short(round.matching_on)),
        Halt("ahead", _("Your answer"), _until(round.accept_until)),
        Halt("ahead", _("Stay"), _from(round.stays_from)),
        Halt("ahead", _("Record"), _("at the end of the stay")),
    ]


REACHED = {
    A.DRAFT: 0,
    A.RETURNED: 0,
    A.SUBMITTED: 1,
    A.ENDORSED: 2,
    A.APPROVED: 3,
    A.IN_MATCHING: 3,
    A.OFFERED: 4,
    A.ACCEPTED: 5,
    A.UNMATCHED: 3,
    A.DECLINED: 4,
    A.EXPIRED: 4,
}


def _reached(application: Application, placement: Placement | None) -> int:
    """The number of the halt where the application is, or stopped."""
    status = A(application.status)
    if placement and placement.status == P.COMPLETED:
        return 6
    if placement and placement.status == P.CLOSED:
        return 7
    if status in REACHED:
        return REACHED[status]
    # Rejected or withdrawn: where it stood then.
    if not application.submitted_at:
        return 0
    return 3 if application.decided_at and status != A.REJECTED else 2 if application.endorsed_at else 1


def _halt(index: int, reached: int, name: str, note: str, application: Application) -> Halt:
    if index < reached:
        return Halt("done", name, note)
    if index > reached:
        return Halt("ahead", name, note)
    if application.status in OVER:
        return Halt("blocked", name, note, str(application.get_status_display()))
    return Halt("current", name, note, _waits_for(index, application))


def _waits_for(index: int, application: Application) -> str:
    """Names who has the ball where it is not the apprentice."""
    names = {
        1: application.apprentice.apprenticeship.trainer.full_name,
        2: office_name(application.home_city),
        3: str(Role.COORDINATOR.label),
    }
    return _("Waits for %(name)s") % {"name": names[index]} if index in names else ""


def _trainer_note(application: Application) -> str:
    if application.status == A.SUBMITTED:
        return _until(application.endorsement_due)
    return str(application.apprentice.apprenticeship.trainer.full_name)


def _done_note(moment: datetime | None, person: User | None, signed: str | None = None) -> str:
    if moment is None:
        return ""
    return f"{day_short(moment)} · {signed or person.full_name}" if person else day_short(moment)


def _until(day: date) -> str:
    return _("until %(day)s") % {"day": day_short(day)}


def _from(day: date) -> str:
    return _("from %(day)s") % {"day": day_short(day)}
