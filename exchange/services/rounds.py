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
from exchange.models import Application, ExchangeRound
from exchange.queries.round_blockers import blockers
from exchange.states import APPLICATION, OFFER, ROUND, ApplicationStatus, OfferStatus, RoundStatus
from lms.core import journal
from lms.core.errors import Refused
from lms.core.lifecycle import StepNotAllowed
from lms.core.templatetags.wanderjahr import day
from lms.notifications.services import notify
from people.models import Role, User
from people.policies import require
from people.queries import people_with

R = RoundStatus
LATER_DATES = {"review_until", "matching_on", "confirm_until", "accept_until"}
EVERYTHING = LATER_DATES | {
    "name", "code", "agreement", "offers_from", "applications_from", "applications_until", "stays_from", "stays_until",
    "max_wishes",
}  # fmt: skip
# what people rely on is not changed under their feet: offers lie within the stays, applicants within the deadline
CHANGEABLE: dict[str, set[str]] = {
    R.DRAFT: EVERYTHING,
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
    return round_


@transaction.atomic
def change_round(round_: ExchangeRound, *, actor: User, **content: Any) -> ExchangeRound:
    """Change what may still be changed in this phase; other values must be the ones that stand."""
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
    return current


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
def extend_applications(round_: ExchangeRound, *, actor: User, until: date, today: date) -> ExchangeRound:
    """Give apprentices more time; only forward, and within the time for the review."""
    require("exchange.coordinate", actor)
    current = ExchangeRound.objects.select_for_update().get(pk=round_.pk)
    if current.status != R.APPLICATIONS_OPEN:
        raise StepNotAllowed(_("Applications are not open (any more)."), about=current)
    if not max(current.applications_until, today) < until <= current.review_until:
        raise Refused(
            _("The new last day lies after %(start)s and not after %(end)s, the end of the review.")
            % {"start": day(max(current.applications_until, today)), "end": day(current.review_until)},
            about=current,
        )
    current.applications_until = until
    current.save(update_fields=["applications_until"])
    journal.record(current, "exchange.round.extend_applications", actor=actor, until=until.isoformat())
    for application in _open_applications(current, ApplicationStatus.DRAFT):
        notify(
            application.apprentice,
            "exchange/round_extended",
            url=application.get_absolute_url(),
            **_facts(current, until),
        )
    return current


@transaction.atomic
def close_applications(round_: ExchangeRound, *, actor: User | None, today: date) -> ExchangeRound:
    """End the time for applications; the home cities decide on what has been handed in."""
    last_day = max(round_.applications_from, min(round_.applications_until, today))
    _advance(round_, "close_applications", actor, today, applications_until=last_day)
    _tell(round_, "exchange/round_review", "exchange:inbox", Role.HR, until=round_.review_until)
    return round_


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
def close_round(round_: ExchangeRound, *, actor: User, today: date) -> ExchangeRound:
    """Close a round in which every stay is settled, and its offers with it."""
    _advance(round_, "close", actor, today)
    _close_offers(round_, actor)
    return round_


@transaction.atomic
def cancel_round(round_: ExchangeRound, *, actor: User, reason: str, today: date) -> ExchangeRound:
    """Cancel a round in which no place is assigned; applications end, and everybody in it is told why."""
    _advance(round_, "cancel", actor, today, end_note=reason)
    _close_offers(round_, actor)
    alive = [status for status in ApplicationStatus if "withdraw" in APPLICATION.open_steps(status)]
    for application in _open_applications(round_, *alive):
        APPLICATION.advance(application, "withdraw", status_since=timezone.now())
        journal.record(application, "exchange.application.withdraw", actor=actor, because="round_canceled")
        notify(application.apprentice, "exchange/round_canceled", url=round_.get_absolute_url(), round=round_.name)
    _tell(round_, "exchange/round_canceled", "exchange:round_list", Role.HR)
    return round_


def _advance(round_: ExchangeRound, step: str, actor: User | None, today: date, **changes: Any) -> None:
    """Ask the policy, the lifecycle and the guards of a step, then take it. Without an actor it comes by time."""
    if actor is not None:
        require("exchange.coordinate", actor)
    if ROUND.may(round_, step) and (against := blockers(round_, step, today)):
        raise Refused(" ".join(against), about=round_)
    ROUND.advance(round_, step, **changes)
    journal.record(round_, f"exchange.round.{step}", actor=actor)


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
