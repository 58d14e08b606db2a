"""What follows from a step of a round or an offer, as sentences on the page that asks before it is taken."""

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exchange.models import ExchangeRound, HostOffer, Placement
from exchange.queries.cards import still_open
from exchange.queries.offers import applications_naming, seats_needed, takes_two_to_withdraw
from exchange.queries.round_blockers import free_offers
from exchange.states import UNCONFIRMED, ApplicationStatus, OfferStatus, PlacementStatus
from lms.core.templatetags.wanderjahr import day


def of_round_step(round_: ExchangeRound, step: str) -> list[str]:
    """What follows from a step, as sentences."""
    write = {
        "open_offers": _of_opening_offers,
        "open_applications": _of_opening_applications,
        "close_applications": _of_closing_applications,
        "start_matching": _of_matching,
        "open_clearing": _of_opening_clearing,
        "close_clearing": _of_closing_clearing,
        "evaluate": _of_evaluating,
        "close": _of_closing,
        "cancel": _of_canceling,
    }.get(step)
    return write(round_) if write else []


def _of_opening_offers(round_: ExchangeRound) -> list[str]:
    return [
        _("Host departments and training offices of the partner cities are told today."),
        _("They can describe places until applications open on %(day)s.") % {"day": day(round_.applications_from)},
    ]


def _of_opening_applications(round_: ExchangeRound) -> list[str]:
    places = round_.offers.filter(status=OfferStatus.PUBLISHED).count()
    with_places = set(round_.offers.filter(status=OfferStatus.PUBLISHED).values_list("city_id", flat=True))
    without = [city.name for city in round_.agreement.cities.all() if city.pk not in with_places]
    found = [
        ngettext("Apprentices see one place.", "Apprentices see %(count)s places.", places) % {"count": places},
        _("All apprentices of the partner cities are told today. They can apply until %(day)s.")
        % {"day": day(round_.applications_until)},
        _("The seed of the lottery is drawn and sealed now. It decides between equals later."),
    ]
    if without:
        found.append(_("No place is published yet in: %(cities)s.") % {"cities": ", ".join(without)})
    return found


def _of_closing_applications(round_: ExchangeRound) -> list[str]:
    drafts = round_.applications.filter(status=ApplicationStatus.DRAFT).count()
    sentence = ngettext(
        "One person has begun an application and not handed it in. It does not count then.",
        "%(count)s people have begun an application and not handed it in. They do not count then.",
        drafts,
    )
    review = _("The home cities decide until %(day)s.") % {"day": day(round_.review_until)}
    return [review, sentence % {"count": drafts}] if drafts else [review]


def _of_matching(round_: ExchangeRound) -> list[str]:
    approved = round_.applications.filter(status=ApplicationStatus.APPROVED).count()
    sentence = ngettext(
        "One approved application goes into the assignment.",
        "%(count)s approved applications go into the assignment.",
        approved,
    )
    return [sentence % {"count": approved}, *still_open(round_), _("Nobody can be added after that.")]


def _of_opening_clearing(round_: ExchangeRound) -> list[str]:
    people = round_.applications.filter(status=ApplicationStatus.UNMATCHED).count()
    places = free_offers(round_).count()
    return [
        ngettext(
            "One person without a place is told today.", "%(count)s people without a place are told today.", people
        )
        % {"count": people},
        ngettext("One place is free.", "%(count)s places are free.", places) % {"count": places},
        _("Places that are offered already can be answered until the new day, too."),
    ]


def _of_closing_clearing(round_: ExchangeRound) -> list[str]:
    open_ones = round_.placements.filter(status__in=UNCONFIRMED).count()
    sentence = ngettext(
        "One proposal that not both cities have confirmed lapses.",
        "%(count)s proposals that not both cities have confirmed lapse.",
        open_ones,
    )
    kept = _("Places that have been offered stay offered.")
    return [sentence % {"count": open_ones}, kept] if open_ones else [kept]


def _of_evaluating(round_: ExchangeRound) -> list[str]:
    return [_("The training offices are asked to issue the records, or to waive them with a reason.")]


def _of_closing(round_: ExchangeRound) -> list[str]:
    return [_("Its offers are closed. They can be copied for later rounds."), _("This cannot be undone.")]


def _of_canceling(round_: ExchangeRound) -> list[str]:
    open_ones = [ApplicationStatus.REJECTED, ApplicationStatus.WITHDRAWN]
    count = round_.applications.exclude(status__in=open_ones).count()
    sentence = ngettext("One application ends.", "%(count)s applications end.", count) % {"count": count}
    return [sentence, _("The applicants and the training offices are told today."), _("This cannot be undone.")]


def of_offer_step(offer: HostOffer, step: str) -> list[str]:
    """What follows from a step, as sentences; counts only, nobody's name."""
    if step == "publish":
        return [_("Apprentices of the partner cities see the offer as soon as they can apply.")]
    if step == "return":
        return [_("The author is told today and can hand the offer in again.")]
    if step == "pause":
        return [_wishes(offer), _("Nobody can choose the place while it is paused.")]
    if step == "withdraw" and takes_two_to_withdraw(offer):
        return [*_placed(offer), _("The coordination has to agree. Until then nothing changes for anybody.")]
    if step == "withdraw":
        return [_wishes(offer), _("The place is gone from this round. This cannot be undone.")]
    if step == "agree_to_withdrawal":
        return [
            *_placed(offer),
            _("You begin to look for another place for each of them, and say so to them with this step."),
            _("The place is gone from this round. This cannot be undone."),
        ]
    if step == "decline_withdrawal":
        return [_("The place stays as it is. The training office is told today.")]
    if step == "ask_seats":
        return [
            _("The place has %(seats)s seats now; %(taken)s are given away.")
            % {"seats": offer.seats, "taken": seats_needed(offer)}
        ]
    if step in ("approve_seats", "decline_seats"):
        return [
            _("Instead of %(now)s seats, %(asked)s are asked for.") % {"now": offer.seats, "asked": offer.seats_asked}
        ]
    return []


def _placed(offer: HostOffer) -> list[str]:
    """Counts by home city: the host side need not know who it is before the day."""
    rows = Placement.objects.filter(offer=offer, status__in=[PlacementStatus.OFFERED, PlacementStatus.ACCEPTED])
    found = rows.values_list("home_city__name").annotate(n=Count("pk")).order_by("home_city__name")
    sentence = _("%(city)s: %(count)s people lose this place. They, their trainers and their offices are told.")
    lost = [sentence % {"city": city, "count": count} for city, count in found]
    return lost or [_("Nobody has been given this place.")]


def _wishes(offer: HostOffer) -> str:
    count = len(applications_naming(offer))
    if not count:
        return _("No application names this place so far.")
    return ngettext(
        "One application names this place. The person is told today.",
        "%(count)s applications name this place. These people are told today.",
        count,
    ) % {"count": count}
