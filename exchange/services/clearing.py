"""After publication free places go to people without one: by wish, proposed by the home city, confirmed by both."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.models import Application, ClearingWish, ExchangeRound, HostOffer, Placement
from exchange.queries.clearing import MOST_WISHES, free_for, obstacles
from exchange.queries.conflicts import load, span_of
from exchange.services.telling import offices, tell
from exchange.states import APPLICATION, FALLEN_THROUGH, ApplicationStatus, RoundStatus
from lms.core import journal
from lms.core.errors import Refused, TooLate
from lms.core.lifecycle import StepNotAllowed
from people.models import User
from people.policies import require


@transaction.atomic
def note_clearing_wishes(application: Application, offers: Collection[HostOffer], *, actor: User) -> None:
    """Up to three free places the person would take; the training office notes them after talking to them."""
    require("exchange.note_clearing_wishes", actor, application)
    application = _locked(application)
    _require_unmatched(application)
    if len(offers) > MOST_WISHES:
        raise Refused(_("Please choose three places at most."), about=application)
    free = {offer.pk for offer in free_for(application)}
    if any(offer.pk not in free for offer in offers):
        raise TooLate(_("One of these places has just been given away. You see what is still free."), about=application)
    application.clearing_wishes.exclude(offer__in=offers).delete()
    standing = set(application.clearing_wishes.values_list("offer_id", flat=True))
    for offer in offers:
        if offer.pk not in standing:
            ClearingWish.objects.create(application=application, offer=offer, noted_by=actor)
    journal.record(application, "exchange.application.clearing_wishes", actor=actor, count=len(offers))


@transaction.atomic
def propose_in_clearing(application: Application, offer: HostOffer, *, actor: User) -> Placement:
    """Propose a wished place; then both cities confirm it as any other."""
    require("exchange.propose_in_clearing", actor, application)
    application = _locked(application)
    _require_unmatched(application)
    offer = HostOffer.objects.select_for_update().select_related("city", "round").get(pk=offer.pk)
    if not application.clearing_wishes.filter(offer=offer).exists():
        raise Refused(
            _("Nobody has wished for this place yet. Note the wish first, after talking to the person."),
            about=application,
        )
    if not any(one.pk == offer.pk for one in free_for(application)):
        raise TooLate(_("This place is not free any more."), about=application)
    if against := obstacles(application, offer):
        raise Refused(" ".join(against), about=application)
    period = load({application.apprentice_id}, span_of([offer])).window(application.apprentice_id, offer)
    now = timezone.now()
    APPLICATION.advance(application, "enter_clearing", status_since=now)
    placement = Placement.objects.create(
        round_id=application.round_id,
        application=application,
        apprentice_id=application.apprentice_id,
        offer=offer,
        home_city_id=application.home_city_id,
        host_city_id=offer.city_id,
        starts_on=period.start,
        ends_on=period.end,
    )
    journal.record(placement, "exchange.placement.propose", actor=actor)
    tell(placement, "proposed_in_clearing", offices(placement))
    return placement


def _locked(application: Application) -> Application:
    """The round waits too, so that nobody closes the clearing meanwhile."""
    ExchangeRound.objects.select_for_update().get(pk=application.round_id)
    found = Application.objects.select_for_update(of=("self",)).select_related("round", "apprentice")
    return found.get(pk=application.pk)


def _require_unmatched(application: Application) -> None:
    standing = application.placements.exclude(status__in=FALLEN_THROUGH)
    if application.round.status != RoundStatus.CLEARING:
        raise StepNotAllowed(_("Free places are not given away (any more) in this round."), about=application)
    if application.status != ApplicationStatus.UNMATCHED or standing.exists():
        raise StepNotAllowed(_("A place is already proposed for this application."), about=application)
