"""Asking back before an application is decided. The deadline of the step keeps running meanwhile."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.models import Application, Inquiry
from exchange.queries.turns import decided_by
from exchange.states import ApplicationStatus
from lms.core import journal
from lms.core.errors import Refused, TooLate
from lms.notifications.services import notify
from people.models import User
from people.policies import allowed, require

WAITING = [ApplicationStatus.SUBMITTED, ApplicationStatus.ENDORSED]


@transaction.atomic
def ask_back(application: Application, *, actor: User, asked: User, question: str) -> Inquiry:
    """Ask the apprentice or the trainer; one question at a time."""
    require_may_ask(application, actor)
    if Application.objects.select_for_update().get(pk=application.pk).status not in WAITING:
        raise TooLate(_("This application has been decided already."), about=application)
    if asked not in people_to_ask(application, actor):
        raise Refused(_("You can ask the apprentice or the trainer."), about=application)
    if not question.strip():
        raise Refused(_("Please write what you would like to know."), about=application)
    if Inquiry.objects.open().filter(application=application).exists():
        raise TooLate(_("A question is open already. Please wait for its answer, or decide."), about=application)
    inquiry = Inquiry.objects.create(
        application=application, asked_by=actor, asked=asked, question=question.strip(), asked_at=timezone.now()
    )
    journal.record(application, "exchange.application.ask", actor=actor)
    _tell(inquiry, asked, "asked", until=decided_by(application).isoformat())
    return inquiry


@transaction.atomic
def answer_inquiry(inquiry: Inquiry, *, actor: User, answer: str) -> Inquiry:
    require("exchange.answer_inquiry", actor, inquiry)
    if not answer.strip():
        raise Refused(_("Please write an answer."), about=inquiry)
    now = timezone.now()
    changes = {"answer": answer.strip(), "answered_at": now, "closed_at": now}
    waiting = Inquiry.objects.open().filter(pk=inquiry.pk, application__status__in=WAITING)
    if waiting.update(**changes) != 1:
        raise TooLate(_("The answer is no longer needed: the application has been decided."), about=inquiry)
    inquiry.refresh_from_db()
    journal.record(inquiry.application, "exchange.application.answer", actor=actor)
    _tell(inquiry, inquiry.asked_by, "answered")
    return inquiry


def people_to_ask(application: Application, actor: User) -> list[User]:
    trainer = application.apprentice.apprenticeship.trainer
    return [person for person in (application.apprentice, trainer) if person != actor]


def require_may_ask(application: Application, actor: User) -> None:
    """Whoever may take the next step."""
    trains = "exchange.endorse_application"
    if application.status == ApplicationStatus.SUBMITTED and allowed(trains, actor, application):
        return
    require("exchange.decide_application", actor, application, city_id=application.home_city_id)


def _tell(inquiry: Inquiry, person: User, what: str, **facts: str) -> None:
    application = inquiry.application
    url = inquiry.get_absolute_url() if what == "asked" else application.get_absolute_url()
    notify(
        person,
        f"exchange/application_{what}",
        url=url,
        number=application.number,
        round=str(application.round),
        **facts,
    )
