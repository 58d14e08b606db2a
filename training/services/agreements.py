"""Absences during a stay that both cities accept: one training office proposes, the other one decides."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.core import journal
from lms.core.errors import Refused, TooLate
from lms.core.periods import Period
from lms.notifications.services import notify
from people.models import City, Role, User
from people.policies import allowed, require
from people.queries import cities_where, people_with
from training.models import AgreedAbsence
from training.queries.agreements import whole_days
from training.states import AGREED_ABSENCE, AgreementOnAbsence

OPEN = [AgreementOnAbsence.PROPOSED, AgreementOnAbsence.AGREED]


@transaction.atomic
def propose_absence(apprentice: User, host_city: City, period: Period, *, note: str = "", actor: User) -> AgreedAbsence:
    """Ask the office of the other city to accept that the guest is away; a block is proposed as a whole."""
    User.objects.select_for_update().get(pk=apprentice.pk)
    agreement = AgreedAbsence(apprentice=apprentice, host_city=host_city, proposed_by=actor, note=note.strip())
    home = apprentice.apprenticeship.city
    require("training.propose_absence", actor, agreement, city_id=home.pk)
    whole = whole_days(apprentice.pk, period)
    if whole is None:
        raise Refused(_("There is nothing in these days that could be agreed."))
    same = AgreedAbsence.objects.filter(apprentice=apprentice, host_city=host_city, status__in=OPEN)
    if same.filter(starts_on__lte=whole.start, ends_on__gte=whole.end).exists():
        raise TooLate(_("This absence has been proposed or agreed already."))
    agreement.starts_on, agreement.ends_on = whole.start, whole.end
    agreement.proposing_city = home if cities_where(actor, Role.HR).filter(pk=home.pk).exists() else host_city
    agreement.save()
    journal.record(agreement, "training.agreement.propose", actor=actor)
    for person in _office_asked(agreement):
        _tell(agreement, person, "absence_proposed")
    return agreement


@transaction.atomic
def agree_to_absence(agreement: AgreedAbsence, *, actor: User) -> AgreedAbsence:
    _decide(agreement, "agree", actor)
    for person in (agreement.proposed_by, agreement.apprentice, agreement.apprentice.apprenticeship.trainer):
        _tell(agreement, person, "absence_agreed")
    return agreement


@transaction.atomic
def decline_absence(agreement: AgreedAbsence, *, actor: User) -> AgreedAbsence:
    _decide(agreement, "decline", actor)
    _tell(agreement, agreement.proposed_by, "absence_declined")
    return agreement


@transaction.atomic
def withdraw_absence(agreement: AgreedAbsence, *, actor: User) -> AgreedAbsence:
    """What is only proposed by the city that did; what is agreed by either."""
    agreement.refresh_from_db(fields=["status"])
    require("training.withdraw_absence", actor, agreement, city_id=agreement.proposing_city_id)
    left = AGREED_ABSENCE.advance(agreement, "withdraw")
    journal.record(agreement, "training.agreement.withdraw", actor=actor)
    told = {person.pk: person for person in _office_asked(agreement)}
    if left == AgreementOnAbsence.AGREED:
        for person in (agreement.proposed_by, agreement.apprentice, agreement.apprentice.apprenticeship.trainer):
            told[person.pk] = person
    for person in told.values():
        if person.pk != actor.pk:
            _tell(agreement, person, "absence_withdrawn")
    return agreement


def _decide(agreement: AgreedAbsence, step: str, actor: User) -> None:
    require("training.decide_absence", actor, agreement)
    AGREED_ABSENCE.advance(agreement, step, decided_by=actor, decided_at=timezone.now())
    journal.record(agreement, f"training.agreement.{step}", actor=actor)


def _office_asked(agreement: AgreedAbsence) -> list[User]:
    cities = {agreement.apprentice.apprenticeship.city_id, agreement.host_city_id} - {agreement.proposing_city_id}
    office = [person for city in cities for person in people_with(Role.HR, city=city)]
    return [person for person in office if allowed("training.decide_absence", person, agreement)]


def _tell(agreement: AgreedAbsence, person: User, kind: str) -> None:
    facts = {"first": agreement.starts_on.isoformat(), "last": agreement.ends_on.isoformat()}
    notify(person, f"training/{kind}", url=agreement.get_absolute_url(), **facts)
