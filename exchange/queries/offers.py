"""Host offers as the desk of the host departments and the training offices shows them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from exchange.models import Agreement, Application, ExchangeRound, HostOffer, Placement
from exchange.queries.offices import Offices, Turn, office_turn, training_offices
from exchange.states import FALLEN_THROUGH, ApplicationStatus, OfferStatus, RoundStatus
from lms.core.steps import NextStep
from lms.core.templatetags.wanderjahr import day
from people.models import Department, Membership, Regime, Role, User
from people.queries import acting_as, cities_where, holds, roles_of
from training.models import TrainerSuitability

O = OfferStatus  # noqa: E741
TAKES_OFFERS = [RoundStatus.OFFERS_OPEN, RoundStatus.APPLICATIONS_OPEN]
PLACES_TOLD = [RoundStatus.PUBLISHED, RoundStatus.CLEARING, RoundStatus.RUNNING, RoundStatus.EVALUATION]
TONES = {O.SUBMITTED: "here", O.RETURNED: "warn", O.PUBLISHED: "ok", O.PAUSED: "warn", O.WITHDRAWN: "stop"}
PAST = [O.WITHDRAWN, O.CLOSED]
# what needs somebody's hand first
ORDER = [O.RETURNED, O.DRAFT, O.SUBMITTED, O.PUBLISHED, O.PAUSED, O.WITHDRAWN, O.CLOSED]
HEADINGS: dict[str, str | Promise] = {
    O.RETURNED: gettext_lazy("Returned: please rework"),
    O.DRAFT: gettext_lazy("Drafts"),
    O.SUBMITTED: gettext_lazy("In review"),
    O.PUBLISHED: gettext_lazy("Published"),
    O.PAUSED: gettext_lazy("Paused"),
    O.WITHDRAWN: gettext_lazy("Withdrawn"),
    O.CLOSED: gettext_lazy("Closed"),
}
# applications that still count on a place
COUNTING_ON_IT = [
    ApplicationStatus.SUBMITTED,
    ApplicationStatus.RETURNED,
    ApplicationStatus.ENDORSED,
    ApplicationStatus.APPROVED,
    ApplicationStatus.IN_MATCHING,
]


@dataclass(frozen=True)
class OfferRow:
    offer: HostOffer
    tone: str
    turn: Turn | None
    wishes: int


@dataclass(frozen=True)
class OfferGroup:
    heading: str | Promise
    rows: Sequence[OfferRow]


def own_departments(user: User) -> QuerySet[Department]:
    """The departments for which this person looks after guests."""
    held = Membership.objects.current().filter(person_id=user.pk, role=Role.SUPERVISOR)
    return Department.objects.filter(pk__in=held.values("department_id"))


def offer_desk(user: User) -> QuerySet[HostOffer]:
    """What a person hosts: own offers, those of the own department, for a training office those of its city."""
    acting = acting_as(user, Role.SUPERVISOR)
    mine = Q(author__in=acting) | Q(supervisor__in=acting) | Q(deputy__in=acting)
    office = Q(city__in=cities_where(user, Role.HR))
    found = HostOffer.objects.visible_to(user).filter(mine | office | Q(department__in=own_departments(user)))
    return (
        found.select_related("round", "city", "department", "supervisor", "deputy", "author", "reviewer")
        .annotate(
            place_in_order=_place_in_order(),
            wish_count=Count("wishes", filter=Q(wishes__application__status__in=COUNTING_ON_IT)),
        )
        .order_by("place_in_order", "-round__stays_from", "starts_on", "title", "pk")
    )


def _place_in_order() -> Case:
    cases = [When(status=status, then=Value(place)) for place, status in enumerate(ORDER)]
    return Case(*cases, default=Value(len(ORDER)), output_field=IntegerField())


def offer_groups(offers: Iterable[HostOffer], user: User) -> list[OfferGroup]:
    offices = training_offices()
    rows = [offer_row(offer, user, offices) for offer in offers]
    return [OfferGroup(HEADINGS[status], list(group)) for status, group in groupby(rows, lambda row: row.offer.status)]


def offer_row(offer: HostOffer, user: User, offices: Offices) -> OfferRow:
    """Needs an offer from `offer_desk`, which counts the wishes."""
    wishes: int = offer.wish_count  # type: ignore[attr-defined]
    return OfferRow(offer, TONES.get(O(offer.status), ""), turn_of(offer, user, offices), wishes)


def turn_of(offer: HostOffer, user: User, offices: Offices) -> Turn | None:
    """Whose turn it is with an offer; nobody's when it is published or over."""
    turn = _turn_of(offer, user, offices)
    return turn and replace(turn, since=timezone.localtime(offer.status_since).date())


def _turn_of(offer: HostOffer, user: User, offices: Offices) -> Turn | None:
    until = offer_due(offer)
    if offer.status == O.SUBMITTED:
        but = [offer.author_id, offer.changed_by_id or 0]
        return office_turn(
            offer.city, offices, reader=user, what=_("Review and publish the offer."), until=until, but=but
        )
    if offer.status == O.DRAFT:
        return _author_turn(offer, user, _("Finish the offer and hand it in."), until)
    if offer.status == O.RETURNED:
        return _author_turn(offer, user, _("Rework the offer and hand it in again."), until)
    if offer.status == O.PAUSED:
        return _author_turn(offer, user, _("Resume the offer or have it withdrawn."), None)
    return None


def offer_due(offer: HostOffer) -> date:
    """Before apprentices look at the places; whoever comes later has a week for each step."""
    since = timezone.localtime(offer.status_since).date()
    return max(offer.round.applications_from, since + timedelta(weeks=1))


def _author_turn(offer: HostOffer, user: User, what: str, until: date | None) -> Turn:
    return Turn(offer.author.full_name, offer.department.name, what, offer.author_id == user.pk, until)


def missing(offer: HostOffer) -> list[str]:
    """What an offer still needs before it can be handed in, as sentences."""
    found = []
    short_of = 3 - len(offer.learning_goals)
    if short_of > 0:
        sentence = ngettext("One more learning goal.", "%(count)s more learning goals.", short_of)
        found.append(sentence % {"count": short_of})
    if not offer.mission.strip():
        found.append(_("A sentence about the mission and the tasks."))
    if offer.supervisor_id == offer.deputy_id:
        found.append(_("A deputy who is somebody else than the supervisor."))
    return found


def open_dates_missing(start: date, end: date, weeks: int | None) -> str:
    """Why no stay of so many whole weeks fits into the time; empty if one does, or the dates are fixed."""
    if weeks is None or (1 <= weeks <= 52 and HostOffer(starts_on=start, ends_on=end, weeks=weeks).windows):
        return ""
    return ngettext(
        "No whole week from Monday to Friday lies in this time.",
        "%(weeks)s whole weeks from Monday to Friday do not fit into this time.",
        weeks,
    ) % {"weeks": weeks}


def lacks_trainer(offer: HostOffer) -> str:
    """The sentence that stands against publishing as long as nobody who looks after guests may train (BBiG)."""
    occupations = list(offer.occupations.all())
    if occupations and all(one.regime != Regime.BBIG for one in occupations):
        return ""
    if trainer_on_record(offer):
        return ""
    return _(
        "For trainees under the Vocational Training Act somebody suitable has to look after the place "
        "(§§ 28, 30 BBiG). No proof that is valid on %(day)s is on record for %(supervisor)s or %(deputy)s. "
        "Somebody in the training office %(city)s records it under “Suitability of trainers”."
    ) % {
        "day": day(offer.starts_on),
        "supervisor": offer.supervisor.full_name,
        "deputy": offer.deputy.full_name,
        "city": offer.city.name,
    }


def trainer_on_record(offer: HostOffer) -> bool:
    proofs = TrainerSuitability.objects.valid_on(offer.starts_on).filter(city=offer.city_id)
    return proofs.filter(person__in=[offer.supervisor_id, offer.deputy_id]).exists()


def takes_two_to_withdraw(offer: HostOffer) -> bool:
    """After places were published somebody may be counting on it: the coordination decides, too."""
    return offer.status in (O.PUBLISHED, O.PAUSED) and offer.round.status in PLACES_TOLD


def seats_needed(offer: HostOffer) -> int:
    """Seats that are given away, or about to be."""
    return max(offer.seats_taken, Placement.objects.filter(offer=offer).exclude(status__in=FALLEN_THROUGH).count())


def seats_to_decide(user: User) -> QuerySet[HostOffer]:
    """Places for which another number of seats is asked for, for the training offices that decide about it."""
    asked = HostOffer.objects.filter(seats_asked__isnull=False, city__in=cities_where(user, Role.HR))
    found = asked.exclude(seats_asked_by=user).filter(status__in=[O.PUBLISHED, O.PAUSED])
    return found.select_related("round", "city", "department", "seats_asked_by").order_by("starts_on", "pk")


def applications_naming(offer: HostOffer) -> list[Application]:
    """Applications that count on this place."""
    found = Application.objects.filter(wishes__offer=offer, status__in=COUNTING_ON_IT)
    return list(found.select_related("apprentice").order_by("pk"))


def rounds_taking_offers(user: User) -> QuerySet[ExchangeRound]:
    """Rounds to which a city of this person may still add offers."""
    agreements = Agreement.objects.filter(cities__in=cities_where(user, Role.SUPERVISOR, Role.HR))
    return (
        ExchangeRound.objects.filter(status__in=TAKES_OFFERS, agreement__in=agreements)
        .select_related("agreement")
        .order_by("stays_from", "pk")
    )


def offers_to_copy(user: User) -> QuerySet[HostOffer]:
    """Offers of earlier rounds, newest first, to begin a new one with."""
    return offer_desk(user).exclude(round__status__in=TAKES_OFFERS).order_by("-round__stays_from", "title", "pk")


def offers_to_review(user: User) -> QuerySet[HostOffer]:
    """Handed in for a city of which this person is the training office, and written by somebody else."""
    return (
        HostOffer.objects.filter(Exists(_office_but_for_writers(user)), status=O.SUBMITTED)
        .exclude(Q(author_id=user.pk) | Q(changed_by_id=user.pk, changed_by__isnull=False))
        .select_related("round", "city", "department", "author", "supervisor")
        .order_by("status_since", "pk")
    )


def _office_but_for_writers(user: User) -> QuerySet[Membership]:
    """Whoever only stands in for the author is no second pair of eyes."""
    changed_by = Coalesce(OuterRef("changed_by"), OuterRef("author"))
    found = roles_of(user, Role.HR).filter(city=OuterRef("city"))
    return found.exclude(person=OuterRef("author")).exclude(person=changed_by)


def hosting_steps(user: User) -> list[NextStep]:
    """What somebody who hosts could do next, for the start page. Reviews wait in the inbox."""
    if not holds(user, Role.SUPERVISOR, Role.HR):
        return []
    return [*_unfinished(user), *_invitations(user)]


def _unfinished(user: User) -> Iterator[NextStep]:
    titles = {O.RETURNED: _("Rework “%(title)s”"), O.DRAFT: _("Finish “%(title)s”")}
    sentences = {
        O.RETURNED: _("The training office has sent the offer back with a comment."),
        O.DRAFT: _("The offer is a draft. Hand it in for review when it is ready."),
    }
    mine = offer_desk(user).filter(author_id=user.pk, status__in=titles, round__status__in=TAKES_OFFERS)
    for offer in mine:
        status = O(offer.status)
        yield NextStep(
            title=titles[status] % {"title": offer.title},
            sentence=sentences[status],
            url=reverse("exchange:offer_review", args=[offer.pk]),
            button=_("Open the offer"),
            order=20 if status == O.RETURNED else 35,
            due=offer_due(offer),
        )


def _invitations(user: User) -> Iterator[NextStep]:
    """One for each round that collects offers and has none of this supervisor."""
    if not holds(user, Role.SUPERVISOR):
        return
    hosted = offer_desk(user).exclude(status__in=PAST).values("round_id")
    for round_ in rounds_taking_offers(user).exclude(pk__in=hosted):
        if round_.status == RoundStatus.OFFERS_OPEN:
            yield NextStep(
                title=_("Offer a place in the round “%(round)s”") % {"round": round_.name},
                sentence=_("It takes about five minutes. You can begin with an earlier offer."),
                url=f"{reverse('exchange:offer_create')}?runde={round_.pk}",
                button=_("Describe a place"),
                order=45,
                due=round_.applications_from,
                minutes=5,
            )
