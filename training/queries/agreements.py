"""Agreed absences: what can be agreed, and whose turn it is."""

from django.db.models import F, Q, QuerySet

from lms.core.periods import Period
from people.models import Role, User
from people.queries import cities_where
from training.conflicts import Kind
from training.models import AgreedAbsence
from training.naming import known_to_hosts
from training.queries import facts
from training.states import AgreementOnAbsence

CAN_BE_AGREED = {Kind.SCHOOL, Kind.COURSE, Kind.THEORY, Kind.EXAM, Kind.LEAVE, Kind.OTHER}


def agreements_for(user: User) -> QuerySet[AgreedAbsence]:
    found = AgreedAbsence.objects.visible_to(user)
    return found.select_related(
        "apprentice__apprenticeship__city", "apprentice__apprenticeship__trainer", "host_city", "proposing_city",
        "proposed_by", "decided_by",
    )  # fmt: skip


def agreements_to_decide(user: User) -> QuerySet[AgreedAbsence]:
    """For the office that was asked; never for whoever proposed it, nor for the person it is about."""
    offices = cities_where(user, Role.HR)
    host = Q(host_city__in=offices) & ~Q(proposing_city=F("host_city"))
    home = Q(apprentice__apprenticeship__city__in=offices, proposing_city=F("host_city"))
    found = agreements_for(user).filter(host | home, status=AgreementOnAbsence.PROPOSED)
    return found.exclude(proposed_by_id=user.pk).exclude(apprentice_id=user.pk)


def knows_the_guest(user: User, agreement: AgreedAbsence) -> bool:
    """The home side does; the office of the host once both cities have confirmed the stay."""
    training = agreement.apprentice.apprenticeship
    at_home = user.pk in (agreement.apprentice_id, training.trainer_id)
    if at_home or cities_where(user, Role.HR).filter(pk=training.city_id).exists():
        return True
    pair = (agreement.apprentice_id, agreement.host_city_id)
    return pair in known_to_hosts([pair])


def whole_days(person: int, period: Period) -> Period | None:
    """The days of everything in this time that can be agreed, each to its end, as only the whole counts as agreed."""
    files = facts.load([person], period)
    known = [one.period for one in files.commitments.get(person, ()) if one.kind in CAN_BE_AGREED]
    found = [one for one in known if one.overlaps(period)]
    return Period(min(one.start for one in found), max(one.end for one in found)) if found else None
