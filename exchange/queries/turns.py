"""Whose turn it is with an application, and the way it takes."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.models import Application, ExchangeRound, Placement
from exchange.queries.applications import editable_until
from exchange.states import ApplicationStatus, PlacementStatus
from lms.core.steps import Halt
from lms.core.templatetags.wanderjahr import date_range, day_short
from people.models import Role, User
from people.queries import people_with

A = ApplicationStatus
P = PlacementStatus
TRAINER_HAS = timedelta(days=7)
OVER = [A.REJECTED, A.DECLINED, A.EXPIRED, A.UNMATCHED, A.WITHDRAWN]


@dataclass(frozen=True)
class Turn:
    """Who has to act, in which role, since when and until when. `person_id` is None where an office acts."""

    name: str
    role: str
    since: date
    until: date | None
    sentence: str
    person_id: int | None = None


def who_is_next(application: Application) -> Turn | None:
    """Follows from the state alone; None when nobody has to act any more."""
    status, round = A(application.status), application.round
    since = timezone.localtime(application.status_since).date()
    person = application.apprentice
    if status in (A.DRAFT, A.RETURNED):
        sentence = _("Completes the application and hands it in.")
        until = editable_until(application)
        return Turn(person.full_name, str(Role.APPRENTICE.label), since, until, sentence, person.pk)
    if status == A.SUBMITTED:
        trainer = person.apprenticeship.trainer
        sentence = _("Says whether the stay fits into the training.")
        return Turn(trainer.full_name, str(Role.TRAINER.label), since, trainer_due(application), sentence, trainer.pk)
    if status == A.ENDORSED:
        sentence = _("Decides whether you may go.")
        return Turn(_office(application), str(Role.HR.label), since, round.review_until, sentence)
    if status == A.APPROVED:
        sentence = _("Assigns all places at once.")
        return Turn(_coordination(), str(Role.COORDINATOR.label), since, round.matching_on, sentence)
    if status == A.IN_MATCHING:
        sentence = _("The coordination proposes who goes where, the training offices of both cities confirm.")
        return Turn(_coordination(), str(Role.COORDINATOR.label), since, round.confirm_until, sentence)
    if status == A.OFFERED:
        sentence = _("Accepts or declines the place.")
        return Turn(person.full_name, str(Role.APPRENTICE.label), since, round.accept_until, sentence, person.pk)
    return None


def trainer_due(application: Application) -> date:
    handed_in: datetime = application.submitted_at or application.status_since
    return min(timezone.localtime(handed_in).date() + TRAINER_HAS, application.round.review_until)


def _office(application: Application) -> str:
    """The person if there is only one who may decide, else the office."""
    people = list(people_with(Role.HR, city=application.home_city_id).exclude(pk=application.endorsed_by_id or 0))
    return people[0].full_name if len(people) == 1 else _("Training office %(city)s") % {"city": application.home_city}


def _coordination() -> str:
    person: User | None = people_with(Role.COORDINATOR).first()
    return person.full_name if person else str(Role.COORDINATOR.label)


def road(application: Application, placement: Placement | None = None) -> list[Halt]:
    """The way into the exchange in seven halts, the two releases in one; shorter where it ended early."""
    apply, *rest = timeline(application, placement)
    release = rest[:2]
    deciding = release[-1] if release and release[0].state == "done" else release[0] if release else None
    halts = [Halt("done", _("Prepare")), apply]
    if deciding:
        halts.append(Halt(deciding.state, _("Release"), deciding.note, deciding.word))
    return halts + rest[2:]


def timeline(application: Application, placement: Placement | None = None) -> list[Halt]:
    """The way of an application with every person who decides; it ends where the application ended."""
    round = application.round
    reached = _reached(application, placement)
    person = application.apprentice
    stay = date_range(placement.starts_on, placement.ends_on) if placement else _from(round.stays_from)
    names = [
        (_("Apply"), _done_note(application.submitted_at, person) or _until(editable_until(application))),
        (
            _("Trainer says yes"),
            _done_note(application.endorsed_at, application.endorsed_by) or _trainer_note(application),
        ),
        (
            _("%(city)s releases you") % {"city": application.home_city},
            _done_note(application.decided_at, application.decided_by) or _until(round.review_until),
        ),
        (_("Assignment"), day_short(round.matching_on)),
        (_("Your answer"), _until(round.accept_until)),
        (_("Stay"), stay),
        (_("Record"), _("at the end of the stay")),
    ]
    halts = [_halt(index, reached, name, note, application) for index, (name, note) in enumerate(names)]
    return halts[: reached + 1] if application.status in OVER else halts


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
        2: _("Training office %(city)s") % {"city": application.home_city},
        3: str(Role.COORDINATOR.label),
    }
    return _("Waits for %(name)s") % {"name": names[index]} if index in names else ""


def _trainer_note(application: Application) -> str:
    if application.status == A.SUBMITTED:
        return _until(trainer_due(application))
    return str(application.apprentice.apprenticeship.trainer.full_name)


def _done_note(moment: datetime | None, person: User | None) -> str:
    if moment is None:
        return ""
    return f"{day_short(moment)} · {person.full_name}" if person else day_short(moment)


def _until(day: date) -> str:
    return _("until %(day)s") % {"day": day_short(day)}


def _from(day: date) -> str:
    return _("from %(day)s") % {"day": day_short(day)}
