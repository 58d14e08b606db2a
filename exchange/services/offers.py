"""Host offers: write, hand in, review by somebody else, pause and withdraw."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import CoursePage
from exchange.models import ExchangeRound, HostOffer, Placement
from exchange.queries.offers import TAKES_OFFERS, applications_naming, missing
from exchange.states import OFFER, SETTLED, OfferStatus, RoundStatus
from lms.core import journal
from lms.core.errors import NotAllowed, Refused
from lms.core.lifecycle import StepNotAllowed
from lms.core.periods import Period
from lms.notifications.services import notify
from people.models import Department, Occupation, Role, User
from people.policies import allowed, require
from people.queries import cities_where, people_with

EDITABLE = [OfferStatus.DRAFT, OfferStatus.RETURNED]
BEFORE_MATCHING = [*TAKES_OFFERS, RoundStatus.REVIEW]


@transaction.atomic
def create_offer(
    *,
    actor: User,
    round: ExchangeRound,
    department: Department,
    occupations: Iterable[Occupation] = (),
    courses: Iterable[CoursePage] = (),
    **content: Any,
) -> HostOffer:
    """Begin an offer for a department of one's own city."""
    require("exchange.create_offer", actor)
    offer = HostOffer(round=round, city=department.city, department=department, author=actor, **content)
    _require_open_round(offer)
    _require_sound(offer, actor)
    offer.save()
    offer.occupations.set(occupations)
    offer.courses.set(courses)
    journal.record(offer, "exchange.offer.create", actor=actor)
    return offer


@transaction.atomic
def change_offer(
    offer: HostOffer,
    *,
    actor: User,
    department: Department,
    occupations: Iterable[Occupation],
    courses: Iterable[CoursePage],
    **content: Any,
) -> HostOffer:
    """Change a draft or a returned offer. Whoever changes it cannot review it any more."""
    require("exchange.change_offer", actor, offer)
    current = HostOffer.objects.select_for_update().select_related("round").get(pk=offer.pk)
    if current.status not in EDITABLE:
        raise StepNotAllowed(_("The offer is in review or published. It cannot be changed now."), about=current)
    for name, value in content.items():
        setattr(current, name, value)
    current.department, current.city, current.changed_by = department, department.city, actor
    _require_sound(current, actor)
    current.save()
    current.occupations.set(occupations)
    current.courses.set(courses)
    journal.record(current, "exchange.offer.change", actor=actor)
    return current


@transaction.atomic
def submit_offer(offer: HostOffer, *, actor: User) -> HostOffer:
    """Hand an offer in; the training office of the city is told, except for those who wrote it."""
    require("exchange.change_offer", actor, offer)
    _require_open_round(offer)
    if OFFER.may(offer, "submit") and (gaps := missing(offer)):
        raise Refused(_("The offer still needs: %(gaps)s") % {"gaps": " ".join(gaps)}, about=offer)
    _advance(offer, "submit", actor)
    for person in people_with(Role.HR, city=offer.city_id):
        if allowed("exchange.review_offer", person, offer):
            _tell(person, offer, "exchange/offer_submitted")
    return offer


@transaction.atomic
def return_offer(offer: HostOffer, *, actor: User, comment: str) -> HostOffer:
    """Send an offer back to its author with a comment."""
    require("exchange.review_offer", actor, offer)
    _advance(offer, "return", actor, reviewer=actor, review_comment=comment)
    for person in _writers(offer):
        _tell(person, offer, "exchange/offer_returned")
    return offer


@transaction.atomic
def publish_offer(offer: HostOffer, *, actor: User) -> HostOffer:
    """Publish a reviewed offer: from now on all apprentices of the partner cities see it."""
    require("exchange.review_offer", actor, offer)
    _require_open_round(offer)
    _advance(offer, "publish", actor, reviewer=actor, review_comment="")
    for person in dict.fromkeys([*_writers(offer), offer.supervisor, offer.deputy]):
        if person != actor:
            _tell(person, offer, "exchange/offer_published")
    return offer


@transaction.atomic
def pause_offer(offer: HostOffer, *, actor: User) -> HostOffer:
    """Take an offer out of sight for a while, as long as nobody is assigned to it."""
    require("exchange.pause_offer", actor, offer)
    _require_no_guests(offer)
    _advance(offer, "pause", actor)
    _tell_applicants(offer, "exchange/offer_paused")
    return offer


@transaction.atomic
def resume_offer(offer: HostOffer, *, actor: User) -> HostOffer:
    require("exchange.pause_offer", actor, offer)
    if offer.round.status not in BEFORE_MATCHING:
        raise Refused(_("Places are already being assigned in this round. The offer cannot come back."), about=offer)
    _advance(offer, "resume", actor)
    return offer


@transaction.atomic
def withdraw_offer(offer: HostOffer, *, actor: User, reason: str) -> HostOffer:
    """Take an offer out of the round for good; whoever wished for it is told, and so is the coordination."""
    require("exchange.withdraw_offer", actor, offer)
    _require_no_guests(offer)
    was_shown = offer.status in (OfferStatus.PUBLISHED, OfferStatus.PAUSED)
    _advance(offer, "withdraw", actor, end_note=reason)
    if was_shown:
        _tell_applicants(offer, "exchange/offer_withdrawn")
        for person in people_with(Role.COORDINATOR):
            notify(person, "exchange/offer_withdrawn", url=offer.round.get_absolute_url(), title=offer.title)
    for person in _writers(offer):
        if person != actor:
            _tell(person, offer, "exchange/offer_withdrawn")
    return offer


def _advance(offer: HostOffer, step: str, actor: User, **changes: Any) -> None:
    OFFER.advance(offer, step, status_since=timezone.now(), **changes)
    journal.record(offer, f"exchange.offer.{step}", actor=actor)


def _require_open_round(offer: HostOffer) -> None:
    if offer.round.status not in TAKES_OFFERS:
        raise Refused(_("The round “%(round)s” does not take offers now.") % {"round": offer.round.name}, about=offer)


def _require_sound(offer: HostOffer, actor: User) -> None:
    """What the form has already asked for, kept for everybody who calls the service."""
    if not cities_where(actor, Role.SUPERVISOR, Role.HR).filter(pk=offer.city_id).exists():
        raise NotAllowed(role=Role.SUPERVISOR, city_id=offer.city_id)
    if not offer.round.agreement.cities.filter(pk=offer.city_id).exists():
        raise Refused(_("%(city)s is no partner in this round.") % {"city": offer.city})
    if not Period(offer.round.stays_from, offer.round.stays_until).contains(offer.period):
        raise Refused(_("The stay has to lie within the stays of the round."))


def _require_no_guests(offer: HostOffer) -> None:
    guests = Placement.objects.filter(offer=offer).exclude(status__in=SETTLED).count()
    if guests:
        sentence = ngettext(
            "One person is already assigned to this place. Please talk to the coordination first.",
            "%(count)s people are already assigned to this place. Please talk to the coordination first.",
            guests,
        )
        raise Refused(sentence % {"count": guests}, about=offer)


def _writers(offer: HostOffer) -> list[User]:
    return list(dict.fromkeys(person for person in (offer.author, offer.changed_by) if person))


def _tell(person: User, offer: HostOffer, kind: str) -> None:
    notify(person, kind, url=reverse("exchange:offer_review", args=[offer.pk]), title=offer.title)


def _tell_applicants(offer: HostOffer, kind: str) -> None:
    for application in applications_naming(offer):
        notify(application.apprentice, kind, url=application.get_absolute_url(), title=offer.title)
