"""What apprentices do with their application: start, fill in, hand in, withdraw."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.models import Application, ExchangeRound
from exchange.queries.applications import applications_for, is_editable, obstacles, takes_applications, wish_rows
from exchange.queries.drafts import version_of
from exchange.services.placements import drop_placement_of
from exchange.states import APPLICATION, ApplicationStatus, RoundStatus
from lms.core import journal
from lms.core.errors import Refused, TooLate
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.services import notify
from people.models import Role, User
from people.policies import require
from people.queries import people_with, with_substitutes
from training.models import Apprenticeship


@transaction.atomic
def start_application(round: ExchangeRound, *, actor: User, today: date | None = None) -> Application:
    """Begin the application of this person for the round, or go on with the one there is."""
    require("exchange.apply", actor)
    existing = Application.objects.filter(round=round, apprentice=actor).select_related("round").first()
    if existing and existing.status == ApplicationStatus.WITHDRAWN:
        return _begin_again(existing, actor, today or timezone.localdate())
    if existing:
        return existing
    training = Apprenticeship.objects.filter(person=actor).first()
    if training is None:
        raise Refused(_("Your training is not entered yet. Please ask your training office to do so."))
    if not round.agreement.cities.filter(pk=training.city_id).exists():
        raise Refused(_("Your city does not take part in this round. Please ask your training office."))
    if not takes_applications(round, today or timezone.localdate()):
        raise Refused(_("This round does not take applications now."), about=round)
    application, created = Application.objects.get_or_create(
        round=round, apprentice=actor, defaults={"home_city_id": training.city_id}
    )
    if created:
        journal.record(application, "exchange.application.start", actor=actor)
    return application


@transaction.atomic
def check_details(application: Application, *, actor: User) -> Application:
    """Note that the person found the details of their training to be right."""
    edited = for_editing(application, actor=actor)
    edited.checked_at = timezone.now()
    edited.save(update_fields=["checked_at"])
    journal.record(edited, "exchange.application.check_details", actor=actor)
    return edited


@transaction.atomic
def check_period(application: Application, *, actor: User) -> Application:
    """Note that the person has seen when a stay is possible."""
    edited = for_editing(application, actor=actor)
    edited.period_checked_at = timezone.now()
    edited.save(update_fields=["period_checked_at"])
    journal.record(edited, "exchange.application.check_period", actor=actor)
    return edited


class TextChanged(TooLate):
    """Something else was written in another window; `application` is what stands there now."""

    def __init__(self, application: Application) -> None:
        super().__init__(_("In another window this text has been changed in the meantime."), about=application)
        self.application = application


def change_application(application: Application, *, actor: User, idea: str, motivation: str) -> Application:
    return change_texts(application, {"idea": idea, "motivation": motivation}, actor=actor)


@transaction.atomic
def change_texts(
    application: Application, texts: dict[str, str], *, actor: User, seen: str | None = None, by_itself: bool = False
) -> Application:
    """Write idea, motivation or goals. With `seen` (see `version_of`) a text that was not seen is never overwritten.

    What saves itself while somebody types (`by_itself`) is no entry of the journal.
    """
    edited = for_editing(application, actor=actor)
    texts = {name: text.replace("\r\n", "\n").strip() for name, text in texts.items()}
    stored = {name: getattr(edited, name) for name in texts}
    if stored != texts and seen is not None and seen != version_of(stored) and any(stored.values()):
        raise TextChanged(edited)
    for name, text in texts.items():
        setattr(edited, name, text)
    edited.save(update_fields=list(texts))
    if not by_itself:
        journal.record(edited, "exchange.application.change", actor=actor)
    return edited


@transaction.atomic
def submit_application(application: Application, *, actor: User, today: date | None = None) -> Application:
    """Hand in; the first time the application gets the next number of its round."""
    require("exchange.change_application", actor, application)
    if not APPLICATION.may(_locked(application), "submit"):
        raise StepNotAllowed(_("This application has already been handed in."), about=application)
    application = applications_for(actor).get(pk=application.pk)
    missing = obstacles(application, wish_rows(application), today or timezone.localdate())
    if missing:
        raise Refused(" ".join(missing), about=application)
    now = timezone.now()
    APPLICATION.advance(application, "submit", status_since=now, submitted_at=now, **_numbered(application, now))
    journal.record(application, "exchange.application.submit", actor=actor, number=application.number)
    tell(application, application.apprentice, "receipt")
    for person in with_substitutes(application.apprentice.apprenticeship.trainer, Role.TRAINER):
        tell(application, person, "submitted")
    return application


@transaction.atomic
def take_back_application(application: Application, *, actor: User, today: date | None = None) -> Application:
    """Change what was handed in, until the round takes no more; what the trainer endorsed does not count for it."""
    require("exchange.change_application", actor, application)
    if not takes_applications(application.round, today or timezone.localdate()):
        raise Refused(_("The time for changes is over."), about=application)
    was_endorsed = application.status == ApplicationStatus.ENDORSED
    APPLICATION.advance(
        application, "take_back", status_since=timezone.now(), endorsed_by=None, endorsed_at=None, trainer_comment=""
    )
    journal.record(application, "exchange.application.take_back", actor=actor)
    tell(application, application.apprentice.apprenticeship.trainer, "taken_back")
    if was_endorsed:
        for person in people_with(Role.HR, city=application.home_city_id):
            tell(application, person, "taken_back")
    return application


def _begin_again(application: Application, actor: User, today: date) -> Application:
    """Applying once more after withdrawing: the same row, with the texts and wishes there were."""
    if not takes_applications(application.round, today):
        return application
    nobody = {"endorsed_by": None, "endorsed_at": None, "decided_by": None, "decided_at": None}
    nothing = {"trainer_comment": "", "decision_reason": "", "decision_note": "", "consent_version": ""}
    APPLICATION.advance(application, "begin_again", status_since=timezone.now(), consented_at=None, **nobody, **nothing)
    journal.record(application, "exchange.application.begin_again", actor=actor)
    return application


@transaction.atomic
def withdraw_application(application: Application, *, actor: User) -> Application:
    """Withdraw before a place is accepted; nobody has to give a reason."""
    require("exchange.change_application", actor, application)
    APPLICATION.advance(application, "withdraw", status_since=timezone.now())
    application.consents.filter(withdrawn_at__isnull=True).update(withdrawn_at=timezone.now())
    drop_placement_of(application, actor=actor)
    journal.record(application, "exchange.application.withdraw", actor=actor)
    if application.submitted_at:
        office = people_with(Role.HR, city=application.home_city_id)
        for person in dict.fromkeys([application.apprentice.apprenticeship.trainer, *office]):
            tell(application, person, "withdrawn")
    return application


def for_editing(application: Application, *, actor: User, today: date | None = None) -> Application:
    """Lock the application of this person for a change, or say why it cannot be changed."""
    require("exchange.change_application", actor, application)
    locked = _locked(application)
    if not APPLICATION.may(locked, "submit"):
        raise StepNotAllowed(_("This application has been handed in and cannot be changed now."), about=locked)
    if not is_editable(locked, today or timezone.localdate()):
        raise Refused(_("The time for changes is over."), about=locked)
    return locked


def _locked(application: Application) -> Application:
    return Application.objects.select_for_update(of=("self",)).select_related("round").get(pk=application.pk)


def _numbered(application: Application, now: datetime) -> dict[str, object]:
    """The next number of the round. The UPDATE locks the row of the round, so numbers have no gaps and no doubles."""
    if application.serial:
        return {}
    rounds = ExchangeRound.objects.filter(pk=application.round_id, status=RoundStatus.APPLICATIONS_OPEN)
    if rounds.update(last_serial=F("last_serial") + 1) != 1:
        raise Refused(_("This round does not take applications now."), about=application)
    serial = rounds.values_list("last_serial", flat=True).get()
    return {"serial": serial, "number": f"{application.round.code}-{serial:04}"}


def tell(application: Application, person: User, what: str, *, hold: int | None = None) -> None:
    # Mail is no safe place: a number, no name (Art. 103 BayBG).
    notify(
        person,
        f"exchange/application_{what}",
        url=application.get_absolute_url(),
        hold=hold,
        about=application,
        number=application.number,
        round=str(application.round),
    )
