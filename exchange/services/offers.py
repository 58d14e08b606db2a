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
from exchange.queries.offers import (
    TAKES_OFFERS,
    applications_naming,
    lacks_trainer,
    missing,
    open_dates_missing,
    seats_needed,
    takes_two_to_withdraw,
)
from exchange.services.stays import end_stay
from exchange.services.subscriptions import tell_subscribers
from exchange.services.telling import office, trainer
from exchange.services.undoing import decide
from exchange.states import OFFER, SETTLED, OfferStatus, PlacementStatus, RoundStatus
from lms.core import journal
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.core.lifecycle import StepNotAllowed
from lms.core.periods import Period
from lms.notifications.outbox import UNDO_MINUTES
from lms.notifications.services import notify
from people.models import Department, Occupation, Role, User
from people.policies import allowed, require
from people.queries import cities_where, people_with, with_substitutes

EDITABLE = [OfferStatus.DRAFT, OfferStatus.RETURNED]
SHOWN = [OfferStatus.PUBLISHED, OfferStatus.PAUSED]
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
    _review(offer, "return", actor, review_comment=comment)
    for writer in _writers(offer):
        for person in with_substitutes(writer, Role.SUPERVISOR):
            _tell(person, offer, "exchange/offer_returned", hold=UNDO_MINUTES)
    return offer


@transaction.atomic
def publish_offer(offer: HostOffer, *, actor: User) -> HostOffer:
    """Publish a reviewed offer: from now on all apprentices of the partner cities see it."""
    require("exchange.review_offer", actor, offer)
    _require_open_round(offer)
    if OFFER.may(offer, "publish") and (sentence := lacks_trainer(offer)):
        raise Refused(sentence, about=offer)
    _review(offer, "publish", actor, review_comment="")
    tell_subscribers(offer)
    for person in dict.fromkeys([*_writers(offer), offer.supervisor, offer.deputy]):
        if person != actor:
            _tell(person, offer, "exchange/offer_published", hold=UNDO_MINUTES)
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
    """Take an offer out of the round for good; whoever wished for it is told, and so is the coordination.

    After places were published the training office can only ask for it: the coordination has to agree.
    """
    require("exchange.withdraw_offer", actor, offer)
    if takes_two_to_withdraw(offer):
        return _ask_for_withdrawal(offer, actor, reason)
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


def _ask_for_withdrawal(offer: HostOffer, actor: User, reason: str) -> HostOffer:
    _require_nobody_bound(offer)
    rows = HostOffer.objects.filter(
        pk=offer.pk, status__in=OFFER.steps["withdraw"].sources, withdrawal_asked_by__isnull=True
    )
    if rows.update(withdrawal_asked_by=actor, end_note=reason) != 1:
        raise StepNotAllowed(_("The withdrawal of this place has been asked for already."), about=offer)
    offer.withdrawal_asked_by, offer.end_note = actor, reason
    journal.record(offer, "exchange.offer.ask_withdrawal", actor=actor)
    for person in people_with(Role.COORDINATOR):
        if person != actor:
            notify(person, "exchange/offer_withdrawal_asked", url=offer.get_absolute_url(), title=offer.title)
    return offer


@transaction.atomic
def agree_to_withdrawal(offer: HostOffer, *, actor: User) -> HostOffer:
    """The second yes, by the coordination: places that were given away end, and other ones are looked for."""
    require("exchange.agree_to_withdrawal", actor, offer)
    _require_withdrawal_asked(offer)
    _require_nobody_bound(offer)
    _advance(offer, "withdraw", actor, withdrawal_agreed_by=actor, seats_asked=None, seats_asked_by=None)
    for placement in stays_to_end(offer):
        end_stay(placement, actor=actor, reason=offer.end_note)
        people = [placement.apprentice, trainer(placement), *office(placement.home_city_id)]
        for person in dict.fromkeys(people):
            url = placement.application.get_absolute_url()
            notify(person, "exchange/offer_replacement", url=url, title=offer.title)
    for person in dict.fromkeys([*_writers(offer), *office(offer.city_id), offer.supervisor, offer.deputy]):
        _tell(person, offer, "exchange/offer_withdrawn")
    return offer


@transaction.atomic
def decline_withdrawal(offer: HostOffer, *, actor: User, reason: str) -> HostOffer:
    """The place stays; whoever asked reads why."""
    require("exchange.agree_to_withdrawal", actor, offer)
    _require_withdrawal_asked(offer)
    asked_by = offer.withdrawal_asked_by
    rows = HostOffer.objects.filter(pk=offer.pk, withdrawal_asked_by=asked_by, withdrawal_agreed_by__isnull=True)
    if rows.update(withdrawal_asked_by=None, end_note="", review_comment=reason) != 1:
        raise StepNotAllowed(_("This has been decided already. You see the new state."), about=offer)
    offer.withdrawal_asked_by, offer.end_note, offer.review_comment = None, "", reason
    journal.record(offer, "exchange.offer.decline_withdrawal", actor=actor)
    if asked_by:
        _tell(asked_by, offer, "exchange/offer_withdrawal_declined")
    return offer


@transaction.atomic
def ask_seats(offer: HostOffer, *, actor: User, seats: int) -> HostOffer:
    """Ask for another number of seats of a published place; the training office decides."""
    require("exchange.ask_seats", actor, offer)
    _require_seats_possible(offer, seats)
    if seats == offer.seats:
        raise Refused(_("The place has this number of seats already."), about=offer)
    if HostOffer.objects.filter(pk=offer.pk, status__in=SHOWN).update(seats_asked=seats, seats_asked_by=actor) != 1:
        raise StepNotAllowed(_("Seats can be changed while a place is published or paused."), about=offer)
    offer.seats_asked, offer.seats_asked_by = seats, actor
    journal.record(offer, "exchange.offer.ask_seats", actor=actor, seats=seats)
    for person in people_with(Role.HR, city=offer.city_id):
        if allowed("exchange.decide_seats", person, offer):
            _tell(person, offer, "exchange/offer_seats_asked")
    return offer


@transaction.atomic
def approve_seats(offer: HostOffer, *, actor: User) -> HostOffer:
    """The place has the seats that were asked for, never fewer than are given away."""
    require("exchange.decide_seats", actor, offer)
    current, asked_by = _asked_seats(offer)
    seats = current.seats_asked or 0
    _require_seats_possible(current, seats)
    current.seats, current.seats_asked, current.seats_asked_by = seats, None, None
    current.save(update_fields=["seats", "seats_asked", "seats_asked_by"])
    journal.record(current, "exchange.offer.approve_seats", actor=actor, seats=seats)
    for person in dict.fromkeys([asked_by, *people_with(Role.COORDINATOR)]):
        if person != actor:
            url = current.get_absolute_url()
            notify(person, "exchange/offer_seats_changed", url=url, title=current.title, seats=seats)
    return current


@transaction.atomic
def decline_seats(offer: HostOffer, *, actor: User, reason: str) -> HostOffer:
    require("exchange.decide_seats", actor, offer)
    current, asked_by = _asked_seats(offer)
    current.seats_asked, current.seats_asked_by, current.review_comment = None, None, reason
    current.save(update_fields=["seats_asked", "seats_asked_by", "review_comment"])
    journal.record(current, "exchange.offer.decline_seats", actor=actor)
    _tell(asked_by, current, "exchange/offer_seats_declined")
    return current


def _asked_seats(offer: HostOffer) -> tuple[HostOffer, User]:
    current = HostOffer.objects.select_for_update(of=("self",)).select_related("round").get(pk=offer.pk)
    if current.seats_asked_by is None or current.status not in SHOWN:
        raise StepNotAllowed(_("This has been decided already. You see the new state."), about=offer)
    if current.seats_asked != offer.seats_asked:
        raise TooLate(_("Meanwhile another number of seats is asked for. Please look at it again."), about=offer)
    return current, current.seats_asked_by


def _require_seats_possible(offer: HostOffer, seats: int | None) -> None:
    if not seats:
        raise Refused(_("At least one guest needs a seat."), about=offer)
    needed = seats_needed(offer)
    if seats < needed:
        sentence = ngettext(
            "One seat is given away already. The place cannot have fewer.",
            "%(count)s seats are given away already. The place cannot have fewer.",
            needed,
        )
        raise Refused(sentence % {"count": needed}, about=offer)


def _require_withdrawal_asked(offer: HostOffer) -> None:
    if offer.withdrawal_asked_by_id is None or offer.status not in SHOWN:
        raise StepNotAllowed(_("This has been decided already. You see the new state."), about=offer)


def _advance(offer: HostOffer, step: str, actor: User, **changes: Any) -> None:
    OFFER.advance(offer, step, status_since=timezone.now(), **changes)
    journal.record(offer, f"exchange.offer.{step}", actor=actor)


def _review(offer: HostOffer, step: str, actor: User, **changes: Any) -> None:
    """A review can be taken back until people are told."""
    decide(offer, step, actor=actor, reviewer=actor, **changes)
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
    if sentence := open_dates_missing(offer.starts_on, offer.ends_on, offer.weeks):
        raise Refused(sentence)


def _require_no_guests(offer: HostOffer) -> None:
    guests = Placement.objects.filter(offer=offer).exclude(status__in=SETTLED).count()
    if guests:
        sentence = ngettext(
            "One person is already assigned to this place. Please talk to the coordination first.",
            "%(count)s people are already assigned to this place. Please talk to the coordination first.",
            guests,
        )
        raise Refused(sentence % {"count": guests}, about=offer)


def stays_to_end(offer: HostOffer) -> list[Placement]:
    """Places that were offered or accepted, and have not begun."""
    found = Placement.objects.filter(offer=offer, status__in=[PlacementStatus.OFFERED, PlacementStatus.ACCEPTED])
    return list(found.select_related("application", "apprentice__apprenticeship__trainer", "offer", "round"))


def _require_nobody_bound(offer: HostOffer) -> None:
    """Stays that run or are not told yet are ended one by one, on their own pages."""
    ending = [PlacementStatus.OFFERED, PlacementStatus.ACCEPTED, PlacementStatus.COMPLETED, *SETTLED]
    if Placement.objects.filter(offer=offer).exclude(status__in=ending).exists():
        raise Refused(
            _("Somebody is here, or about to be confirmed. Please end that stay on its own page first."), about=offer
        )


def _writers(offer: HostOffer) -> list[User]:
    return list(dict.fromkeys(person for person in (offer.author, offer.changed_by) if person))


def _tell(person: User, offer: HostOffer, kind: str, *, hold: int | None = None) -> None:
    page = reverse("exchange:offer_review", args=[offer.pk])
    notify(person, kind, url=page, hold=hold, about=offer, title=offer.title)


def _tell_applicants(offer: HostOffer, kind: str) -> None:
    for application in applications_naming(offer):
        notify(application.apprentice, kind, url=application.get_absolute_url(), title=offer.title)
