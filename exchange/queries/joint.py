"""What the cities say together, and wait for one another to say: agreements, rounds, votes, withdrawn places."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from exchange.models import Agreement, Assent, ExchangeRound, HostOffer, RoundAssent, RoundVote, Swap, SwapConfirmation
from exchange.models.rounds import Question
from exchange.states import ROUND, AgreementStatus, OfferStatus, RoundStatus
from people.models import City, Role, User
from people.queries import cities_where, roles_of

MAY_CANCEL = [status for status in RoundStatus if "cancel" in ROUND.open_steps(status)]


def agreements_to_assent(user: User) -> QuerySet[Agreement]:
    """Drafts to which a city of this person has not assented as they stand; a person speaks for one city alone."""
    standing = Assent.objects.filter(agreement=OuterRef("pk"), voided_at=None)
    drafts = Agreement.objects.filter(status=AgreementStatus.DRAFT).exclude(Exists(standing.filter(person_id=user.pk)))
    return drafts.filter(Exists(_own_cities(user, "pk").exclude(pk__in=_spoken(Assent, "agreement", voided_at=None))))


def rounds_to_assent(user: User) -> QuerySet[ExchangeRound]:
    standing = RoundAssent.objects.filter(round=OuterRef("pk"))
    drafts = ExchangeRound.objects.filter(status=RoundStatus.DRAFT).exclude(Exists(standing.filter(person_id=user.pk)))
    silent = _own_cities(user, "agreement").exclude(pk__in=_spoken(RoundAssent, "round"))
    return drafts.filter(Exists(silent)).select_related("agreement")


def votes_to_join(user: User) -> QuerySet[RoundVote]:
    """The first vote on each question that is open, while a city of this person has not voted on it."""
    standing = RoundVote.objects.filter(carried_at=None, round=OuterRef("round"), question=OuterRef("question"))
    asked = RoundVote.objects.filter(carried_at=None).exclude(Exists(standing.filter(pk__lt=OuterRef("pk"))))
    asked = asked.exclude(Exists(standing.filter(person_id=user.pk)))
    voted = RoundVote.objects.filter(
        carried_at=None, round=OuterRef(OuterRef("round")), question=OuterRef(OuterRef("question"))
    )
    silent = _own_cities(user, "round__agreement").exclude(pk__in=voted.values("city_id"))
    more_time = asked.filter(question=Question.EXTEND, round__status=RoundStatus.APPLICATIONS_OPEN)
    an_end = asked.filter(question=Question.CANCEL, round__status__in=MAY_CANCEL)
    return (more_time | an_end).filter(Exists(silent)).select_related("round", "city")


def swaps_to_confirm(user: User) -> QuerySet[Swap]:
    """Swaps of two places that a city of this person has to confirm, and they have not spoken for another."""
    given = SwapConfirmation.objects.filter(swap=OuterRef("pk"))
    own = Q()
    for place in ("first__home_city", "first__host_city", "second__home_city", "second__host_city"):
        own |= Q(pk=OuterRef(place))
    confirmed = SwapConfirmation.objects.filter(swap=OuterRef(OuterRef("pk")))
    silent = cities_where(user, Role.HR).filter(own).exclude(pk__in=confirmed.values("city_id"))
    found = Swap.objects.standing().filter(Exists(silent)).exclude(Exists(given.filter(person_id=user.pk)))
    return found.select_related("round", "first__offer", "second__offer")


def withdrawals_to_decide(user: User) -> QuerySet[HostOffer]:
    """Places that a training office wants to withdraw after publication, for the coordination."""
    asked = HostOffer.objects.filter(
        withdrawal_asked_by__isnull=False, status__in=[OfferStatus.PUBLISHED, OfferStatus.PAUSED]
    )
    found = asked.filter(Exists(roles_of(user, Role.COORDINATOR))).exclude(withdrawal_asked_by_id=user.pk)
    return found.select_related("round", "city", "department", "withdrawal_asked_by").order_by("starts_on", "pk")


def _own_cities(user: User, agreement: str) -> QuerySet[City]:
    """The partner cities of the agreement in whose training office this person works, or stands in for somebody."""
    partners = Agreement.cities.through.objects.filter(agreement=OuterRef(OuterRef(agreement)))
    return cities_where(user, Role.HR).filter(pk__in=partners.values("city_id"))


def _spoken(model: Any, subject: str, **standing: Any) -> QuerySet[Any]:
    """The cities that have assented."""
    return model.objects.filter(**{subject: OuterRef(OuterRef("pk"))}, **standing).values("city_id")
