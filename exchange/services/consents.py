"""Giving consent to exactly the text that was shown, and taking it back."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.consent import CONSENT_VERSION
from exchange.models import Application, Consent
from exchange.models.consents import Purpose
from exchange.services.applications import for_editing, tell, withdraw_application
from exchange.states import APPLICATION, ApplicationStatus
from lms.core import journal
from lms.core.errors import Refused
from people.models import Role, User
from people.policies import require
from people.queries import people_with


@transaction.atomic
def give_consent(
    application: Application, *, actor: User, version: str, shares_idea: bool | None = None
) -> Application:
    """Agree to passing on data (Art. 108 BayBG); `shares_idea`: also to showing the mission, None leaves it."""
    edited = for_editing(application, actor=actor)
    if version != CONSENT_VERSION:
        raise Refused(_("The text has changed in the meantime. Please read it again."), about=edited)
    _give(edited, Purpose.IDENTITY, version)
    if shares_idea:
        _give(edited, Purpose.IDEA, version)
    elif shares_idea is False:
        _end(edited, Purpose.IDEA)
    standing = edited.consents.get(purpose=Purpose.IDENTITY, withdrawn_at__isnull=True)
    edited.consented_at, edited.consent_version = standing.given_at, standing.text_version
    edited.save(update_fields=["consented_at", "consent_version"])
    journal.record(edited, "exchange.application.consent", actor=actor, version=version)
    return edited


@transaction.atomic
def withdraw_consent(application: Application, purpose: str, *, actor: User) -> Application:
    """Take back a consent: before a place is accepted the application ends with it, afterwards the office acts."""
    require("exchange.change_application", actor, application)
    if purpose not in Purpose.values or not _standing(application, purpose).exists():
        raise Refused(_("You have not given this consent, or have taken it back already."), about=application)
    if purpose == Purpose.IDENTITY and application.submitted_at and APPLICATION.may(application, "withdraw"):
        withdraw_application(application, actor=actor)
    _end(application, purpose)
    if purpose == Purpose.IDENTITY:
        Application.objects.filter(pk=application.pk).update(consented_at=None, consent_version="")
        application.refresh_from_db(fields=["consented_at", "consent_version"])
        if application.status == ApplicationStatus.ACCEPTED:
            for person in people_with(Role.HR, city=application.home_city_id):
                tell(application, person, "consent_withdrawn")
    journal.record(application, "exchange.application.withdraw_consent", actor=actor, purpose=purpose)
    return application


def _give(application: Application, purpose: str, version: str) -> None:
    """A consent to an older text ends, one to the same text goes on."""
    _standing(application, purpose).exclude(text_version=version).update(withdrawn_at=timezone.now())
    Consent.objects.get_or_create(
        application=application,
        purpose=purpose,
        withdrawn_at=None,
        defaults={"text_version": version, "given_at": timezone.now()},
    )


def _end(application: Application, purpose: str) -> None:
    _standing(application, purpose).update(withdrawn_at=timezone.now())


def _standing(application: Application, purpose: str) -> QuerySet[Consent]:
    return application.consents.filter(purpose=purpose, withdrawn_at__isnull=True)
