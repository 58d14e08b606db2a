"""Rounds: prepare, change, and lead them from phase to phase."""

import secrets
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.matching.lottery import commitment
from exchange.models import Application, ExchangeRound, Question, RoundAssent, RoundVote, Wish
from exchange.queries.cards import ON_THEIR_WAY
from exchange.queries.round_blockers import blockers, votes_needed
from exchange.queries.swaps import SWAPPABLE
from exchange.services.stays import end_stay
from exchange.services.swaps import lapse_swaps_in
from exchange.services.telling import hosts_at
from exchange.states import (
    APPLICATION,
    OFFER,
    PLACEMENT,
    ROUND,
    UNCONFIRMED,
    ApplicationStatus,
    OfferStatus,
    PlacementStatus,
    RoundStatus,
)
from lms.core import journal
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.core.lifecycle import StepNotAllowed
from lms.core.templatetags.wanderjahr import day
from lms.notifications.services import notify
from people.models import City, Role, User
from people.policies import require
from people.queries import cities_where, people_with

R = RoundStatus
LATER_DATES = {"review_until", "matching_on", "confirm_until", "accept_until"}
IN_THE_ROUND = [
    status for status in ApplicationStatus if status not in (ApplicationStatus.REJECTED, ApplicationStatus.WITHDRAWN)
]
EVERYTHING = LATER_DATES | {
    "name", "code", "agreement", "offers_from", "applications_from", "applications_until", "stays_from", "stays_until",
    "max_wishes", "mode", "tolerance",
}  # fmt: skip
# what people rely on is not changed under their feet: offers lie within the stays, applicants within the deadline
CHANGEABLE: dict[str, set[str]] = {
    R.DRAFT: EVERYTHING,
    R.AGREED: EVERYTHING,
    R.OFFERS_OPEN: LATER_DATES | {"name", "applications_from", "applications_until", "max_wishes"},
    R.APPLICATIONS_OPEN: LATER_DATES,
    R.REVIEW: LATER_DATES,
    R.MATCHING: LATER_DATES - {"review_until"},
    R.CONFIRMATION: {"confirm_until", "accept_until"},
}


@transaction.atomic
def create_round(*, actor: User, **content: Any) -> ExchangeRound:
    require("exchange.coordinate", actor)
    round_ = ExchangeRound.objects.create(**content)
    journal.record(round_, "exchange.round.create", actor=actor)
    _ask_for_assent(round_)
    return round_


@transaction.atomic
def change_round(round_: ExchangeRound, *, actor: User, **content: Any) -> ExchangeRound:
    """Change what may still be changed in this phase; cities that assented to the old content are asked again."""
    require("exchange.coordinate", actor)
    current = ExchangeRound.objects.select_for_update().get(pk=round_.pk)
    changed = sorted(name for name, value in content.items() if getattr(current, name) != value)
    if set(changed) - CHANGEABLE.get(current.status, set()):
        raise StepNotAllowed(_("The round has moved on. Some of this cannot be changed any more."), about=current)
    if changed:
        for name in changed:
            setattr(current, name, content[name])
        current.save(update_fields=changed)
        journal.record(current, "exchange.round.change", actor=actor, changed=changed)
        if current.status in (R.DRAFT, R.AGREED):
            _void_assents(current, actor)
    return current


@transaction.atomic
def assent_to_round(round_: ExchangeRound, *, actor: User, city: City, content_hash: str) -> RoundAssent:
    """Assent for a city to exactly what was shown; the last city makes the round agreed."""
    require("exchange.assent_to_round", actor, round_)
    _require_office(actor, city)
    round_ = _locked(round_)
    if round_.status != R.DRAFT:
        raise StepNotAllowed(_("This round does not wait for assents (any more)."), about=round_)
    if content_hash != round_.content_hash:
        raise TooLate(
            _("The round has been changed in the meantime. Please read it again before you assent."), about=round_
        )
    standing = round_.assents.all()
    if standing.filter(city=city).exclude(content_hash=content_hash).exists():
        _void_assents(round_, None)  # the agreement below the round has changed
    if standing.filter(city=city).exists():
        raise TooLate(_("%(city)s has already assented.") % {"city": city.name}, about=round_)
    if standing.filter(person=actor).exists():
        raise Refused(
            _("You have already assented for another city. Each city needs a person of its own."), about=round_
        )
    if against := blockers(round_, "agree", timezone.localdate()):
        raise Refused(" ".join(against), about=round_)
    assent = RoundAssent.objects.create(round=round_, city=city, person=actor, content_hash=content_hash)
    journal.record(round_, "exchange.round.assent", actor=actor, city=city.slug, content_hash=content_hash)
    cities = set(round_.agreement.cities.values_list("pk", flat=True))
    if cities <= set(standing.filter(content_hash=content_hash).values_list("city_id", flat=True)):
        ROUND.advance(round_, "agree", status_since=timezone.now())
        journal.record(round_, "exchange.round.agree", actor=None)
        for person in people_with(Role.COORDINATOR):
            notify(person, "exchange/round_agreed", url=round_.get_absolute_url(), round=round_.name)
    return assent


@transaction.atomic
def open_offers(round_: ExchangeRound, *, actor: User | None, today: date) -> ExchangeRound:
    """Ask the host departments and training offices of the cities for offers."""
    offers_from = min(round_.offers_from, today)
    _advance(round_, "open_offers", actor, today, offers_from=offers_from)
    _tell(
        round_,
        "exchange/round_offers_open",
        "exchange:offer_desk",
        Role.SUPERVISOR,
        Role.HR,
        until=round_.applications_from,
    )
    return round_


@transaction.atomic
def open_applications(round_: ExchangeRound, *, actor: User | None, today: date) -> ExchangeRound:
    """Let apprentices apply. The seed of the lottery is drawn now and only its commitment is shown."""
    seed = secrets.token_hex(32)
    _advance(
        round_,
        "open_applications",
        actor,
        today,
        applications_from=max(round_.offers_from, min(round_.applications_from, today)),
        lottery_seed=seed,
        lottery_commitment=commitment(seed),
    )
    _tell(round_, "exchange/round_applications_open", "exchange:home", Role.APPRENTICE, until=round_.applications_until)
    return round_


@transaction.atomic
def vote_to_extend(round_: ExchangeRound, *, actor: User, city: City, until: date, today: date) -> RoundVote:
    """Vote for a city to give apprentices more time; the second vote for the same day carries it."""
    require("exchange.vote_on_round", actor, round_)
    _require_office(actor, city)
    round_ = _locked(round_)
    if round_.status != R.APPLICATIONS_OPEN:
        raise StepNotAllowed(_("Applications are not open (any more)."), about=round_)
    if not max(round_.applications_until, today) < until <= round_.review_until:
        raise Refused(
            _("The new last day lies after %(start)s and not after %(end)s, the end of the review.")
            % {"start": day(max(round_.applications_until, today)), "end": day(round_.review_until)},
            about=round_,
        )
    vote = _vote(round_, Question.EXTEND, actor, city, until=until)
    same = round_.votes.standing(Question.EXTEND).filter(until=until)
    if same.count() >= votes_needed(round_):
        _extend(round_, until)
    else:
        _tell_offices(round_, "exchange/round_extension_asked", but=city, until=until)
    return vote


def _extend(round_: ExchangeRound, until: date) -> None:
    round_.votes.standing(Question.EXTEND).update(carried_at=timezone.now())
    round_.applications_until = until
    round_.save(update_fields=["applications_until"])
    journal.record(round_, "exchange.round.extend_applications", actor=None, until=until.isoformat())
    for application in _open_applications(round_, ApplicationStatus.DRAFT, ApplicationStatus.RETURNED):
        notify(
            application.apprentice,
            "exchange/round_extended",
            url=application.get_absolute_url(),
            **_facts(round_, until),
        )
    _tell_offices(round_, "exchange/round_extended_for_offices", until=until)


@transaction.atomic
def vote_to_cancel(round_: ExchangeRound, *, actor: User, city: City, reason: str) -> RoundVote:
    """Vote for a city to cancel the round; with two of three votes the coordination can do it."""
    require("exchange.vote_on_round", actor, round_)
    _require_office(actor, city)
    round_ = _locked(round_)
    if not ROUND.may(round_, "cancel"):
        raise StepNotAllowed(_("The round has begun or is over. It cannot be canceled any more."), about=round_)
    if not reason.strip():
        raise Refused(_("Please give a reason. The other cities and the coordination read it."), about=round_)
    vote = _vote(round_, Question.CANCEL, actor, city, reason=reason.strip())
    if round_.votes.standing(Question.CANCEL).count() >= votes_needed(round_):
        for person in people_with(Role.COORDINATOR):
            notify(person, "exchange/round_cancel_carried", url=round_.get_absolute_url(), round=round_.name)
    else:
        _tell_offices(round_, "exchange/round_cancel_asked", but=city)
    return vote


@transaction.atomic
def take_back_vote(vote: RoundVote, *, actor: User) -> None:
    """As long as nothing has come of it, a city may think again."""
    require("exchange.vote_on_round", actor, vote.round)
    _require_office(actor, vote.city)
    round_ = _locked(vote.round)
    if not round_.votes.filter(pk=vote.pk, carried_at__isnull=True).delete()[0]:
        raise StepNotAllowed(_("This vote has already been taken back, or it has been carried."), about=round_)
    journal.record(
        round_, "exchange.round.take_back_vote", actor=actor, city=vote.city.slug, question=str(vote.question)
    )


@transaction.atomic
def close_applications(round_: ExchangeRound, *, actor: User | None, today: date) -> ExchangeRound:
    """End the time for applications; the home cities decide on what has been handed in."""
    last_day = max(round_.applications_from, min(round_.applications_until, today))
    _advance(round_, "close_applications", actor, today, applications_until=last_day)
    _tell(round_, "exchange/round_review", "exchange:inbox", Role.HR, until=round_.review_until)
    for host in _hosts_wished_for(round_):
        url = reverse("exchange:candidate_desk")
        notify(host, "exchange/round_candidates", url=url, **_facts(round_, round_.review_until))
    return round_


def _hosts_wished_for(round_: ExchangeRound) -> list[User]:
    """Everybody who looks after a place that somebody wants, once."""
    wanted = Wish.objects.filter(
        application__round=round_, application__status__in=[ApplicationStatus.SUBMITTED, *ON_THEIR_WAY]
    )
    places = round_.offers.filter(status=OfferStatus.PUBLISHED, pk__in=wanted.values("offer"))
    found = places.select_related("supervisor", "deputy").order_by("pk")
    return list(dict.fromkeys(host for place in found for host in hosts_at(place)))


@transaction.atomic
def start_matching(round_: ExchangeRound, *, actor: User, today: date) -> ExchangeRound:
    """Take the approved applications into the matching, once every city has decided."""
    _advance(round_, "start_matching", actor, today)
    for application in _open_applications(round_, ApplicationStatus.APPROVED):
        APPLICATION.advance(application, "enter_matching", status_since=timezone.now())
        journal.record(application, "exchange.application.enter_matching", actor=actor)
    return round_


@transaction.atomic
def start_round(round_: ExchangeRound, *, actor: User | None, today: date) -> ExchangeRound:
    _advance(round_, "start", actor, today)
    return round_


@transaction.atomic
def open_clearing(round_: ExchangeRound, *, actor: User, until: date, today: date) -> ExchangeRound:
    """Give free places to those without one; until the day given cities confirm and apprentices answer."""
    if not max(round_.accept_until, today) <= until < round_.stays_from:
        raise Refused(
            _("The last day for answers is %(start)s at the earliest and lies before %(end)s, when the stays begin.")
            % {"start": day(max(round_.accept_until, today)), "end": day(round_.stays_from)},
            about=round_,
        )
    _advance(round_, "open_clearing", actor, today, accept_until=until)
    for application in _open_applications(round_, ApplicationStatus.UNMATCHED):
        notify(
            application.apprentice,
            "exchange/round_clearing",
            url=reverse("exchange:clearing_wishes", args=[application.pk]),
            **_facts(round_, until),
        )
    for placement in round_.placements.filter(status__in=SWAPPABLE).select_related("apprentice").order_by("pk"):
        notify(
            placement.apprentice,
            "exchange/round_swaps",
            url=reverse("exchange:swap_wishes", args=[placement.pk]),
            **_facts(round_, until),
        )
    _tell_offices(round_, "exchange/round_clearing_for_offices", "exchange:clearing", until=until)
    return round_


@transaction.atomic
def close_clearing(round_: ExchangeRound, *, actor: User | None, today: date) -> ExchangeRound:
    """End the clearing; proposals that not both cities confirmed lapse, places offered stay offered."""
    _advance(round_, "close_clearing", actor, today)
    lapse_swaps_in(round_, actor=actor)
    for placement in round_.placements.filter(status__in=UNCONFIRMED).select_related("application").order_by("pk"):
        now = timezone.now()
        PLACEMENT.advance(placement, "cancel", status_since=now)
        journal.record(placement, "exchange.placement.cancel", actor=actor)
        APPLICATION.advance(placement.application, "leave_unmatched", status_since=now)
        notify(
            placement.application.apprentice,
            "exchange/round_clearing_over",
            url=placement.application.get_absolute_url(),
            round=round_.name,
        )
    return round_


@transaction.atomic
def begin_evaluation(round_: ExchangeRound, *, actor: User | None, today: date) -> ExchangeRound:
    """The stays are over: records are issued, or waived with a reason."""
    _advance(round_, "evaluate", actor, today)
    _tell_offices(round_, "exchange/round_evaluation")
    return round_


@transaction.atomic
def close_round(round_: ExchangeRound, *, actor: User, today: date) -> ExchangeRound:
    """Close a round in which every stay is settled, and its offers with it; the offices get the numbers."""
    _advance(round_, "close", actor, today)
    _close_offers(round_, actor)
    ended = round_.placements.filter(status__in=[PlacementStatus.CLOSED, PlacementStatus.WAIVED])
    _tell_offices(
        round_,
        "exchange/round_closed",
        stays=ended.count(),
        records=ended.filter(status=PlacementStatus.CLOSED).count(),
    )
    return round_


@transaction.atomic
def cancel_round(round_: ExchangeRound, *, actor: User, reason: str, today: date) -> ExchangeRound:
    """Cancel a round for which two of three cities voted; places and applications end, everybody is told why."""
    require("exchange.coordinate", actor)
    if not reason.strip():
        raise Refused(_("Please give a reason. Everybody in the round reads it."), about=round_)
    _advance(round_, "cancel", actor, today, end_note=reason.strip())
    round_.votes.standing(Question.CANCEL).update(carried_at=timezone.now())
    standing = round_.placements.filter(status__in=PLACEMENT.steps["cancel"].sources)
    for placement in standing.select_related("application", "offer", "apprentice").order_by("pk"):
        end_stay(placement, actor=actor, reason=reason)
    _close_offers(round_, actor)
    told = set(Application.objects.filter(round=round_, status__in=IN_THE_ROUND).values_list("pk", flat=True))
    alive = [status for status in ApplicationStatus if "withdraw" in APPLICATION.open_steps(status)]
    for application in _open_applications(round_, *alive):
        APPLICATION.advance(application, "withdraw", status_since=timezone.now())
        journal.record(application, "exchange.application.withdraw", actor=actor, because="round_canceled")
    people = [one.apprentice for one in round_.applications.filter(pk__in=told).select_related("apprentice")]
    offers = round_.offers.select_related("supervisor", "deputy")
    hosts = [person for one in offers for person in (one.supervisor, one.deputy)]
    url = round_.get_absolute_url()
    for person in dict.fromkeys([*people, *hosts]):
        notify(person, "exchange/round_canceled", url=url, round=round_.name)
    _tell_offices(round_, "exchange/round_canceled")
    return round_


def _advance(round_: ExchangeRound, step: str, actor: User | None, today: date, **changes: Any) -> None:
    """Ask the policy, the lifecycle and the guards of a step, then take it. Without an actor it comes by time."""
    if actor is not None:
        require("exchange.coordinate", actor)
    if ROUND.may(round_, step) and (against := blockers(round_, step, today)):
        raise Refused(" ".join(against), about=round_)
    ROUND.advance(round_, step, status_since=timezone.now(), **changes)
    journal.record(round_, f"exchange.round.{step}", actor=actor)


def _locked(round_: ExchangeRound) -> ExchangeRound:
    """The round as it is now; others who decide on it wait."""
    return ExchangeRound.objects.select_for_update().get(pk=round_.pk)


def _require_office(actor: User, city: City) -> None:
    if not cities_where(actor, Role.HR).filter(pk=city.pk).exists():
        raise NotAllowed(role=Role.HR, city_id=city.pk)


def _vote(round_: ExchangeRound, question: Question, actor: User, city: City, **content: Any) -> RoundVote:
    standing = round_.votes.standing(question)
    if not round_.agreement.cities.filter(pk=city.pk).exists():
        raise NotAllowed(role=Role.HR, city_id=city.pk)
    if standing.filter(city=city).exists():
        raise TooLate(
            _("%(city)s has already voted. Take that vote back first if it should be another one.")
            % {"city": city.name},
            about=round_,
        )
    if standing.filter(person=actor).exists():
        raise Refused(_("You have already voted for another city. Each city needs a person of its own."), about=round_)
    vote = RoundVote.objects.create(round=round_, question=question, city=city, person=actor, **content)
    journal.record(round_, "exchange.round.vote", actor=actor, city=city.slug, question=str(question))
    return vote


def _void_assents(round_: ExchangeRound, actor: User | None) -> None:
    voided = sorted(round_.assents.values_list("city__slug", flat=True))
    round_.assents.all().delete()
    if ROUND.may(round_, "reopen"):
        ROUND.advance(round_, "reopen", status_since=timezone.now())
        journal.record(round_, "exchange.round.reopen", actor=actor, voided=voided)
    _ask_for_assent(round_)


def _ask_for_assent(round_: ExchangeRound) -> None:
    _tell_offices(round_, "exchange/round_assent_asked")


def _tell_offices(
    round_: ExchangeRound, kind: str, route: str = "exchange:round", *, but: City | None = None,
    until: date | None = None, **more: int,
) -> None:  # fmt: skip
    facts = _facts(round_, until) if until else {"round": round_.name}
    people = {
        person for city in round_.agreement.cities.all() if city != but for person in people_with(Role.HR, city=city)
    }
    for person in sorted(people, key=lambda one: one.pk):
        notify(person, kind, url=reverse(route, args=[round_.pk]), **facts, **more)


def _open_applications(round_: ExchangeRound, *statuses: ApplicationStatus) -> Iterable[Application]:
    return round_.applications.filter(status__in=statuses).select_related("apprentice").order_by("pk")


def _close_offers(round_: ExchangeRound, actor: User | None) -> None:
    for offer in round_.offers.filter(status__in=[OfferStatus.PUBLISHED, OfferStatus.PAUSED]).order_by("pk"):
        OFFER.advance(offer, "close", status_since=timezone.now())
        journal.record(offer, "exchange.offer.close", actor=actor)


def _facts(round_: ExchangeRound, until: date) -> dict[str, str]:
    return {"round": round_.name, "until": until.isoformat()}


def _tell(round_: ExchangeRound, kind: str, route: str, *roles: Role, until: date | None = None) -> None:
    """Tell everybody with these roles in the partner cities."""
    facts = _facts(round_, until) if until else {"round": round_.name}
    cities = round_.agreement.cities.all()
    people = dict.fromkeys(person for city in cities for role in roles for person in people_with(role, city=city))
    for person in people:
        notify(person, kind, url=reverse(route), **facts)
