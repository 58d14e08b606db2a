"""What follows from a step of a round or an offer, as sentences on the page that asks before it is taken."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exchange.models import ExchangeRound, HostOffer
from exchange.queries.offers import applications_naming
from exchange.states import ApplicationStatus, OfferStatus
from lms.core.templatetags.wanderjahr import day


def of_round_step(round_: ExchangeRound, step: str) -> list[str]:
    """What follows from a step, as sentences."""
    write = {
        "open_offers": _of_opening_offers,
        "open_applications": _of_opening_applications,
        "close_applications": _of_closing_applications,
        "start_matching": _of_matching,
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
    return [sentence % {"count": approved}, _("Nobody can be added after that.")]


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
    if step == "withdraw":
        return [_wishes(offer), _("The place is gone from this round. This cannot be undone.")]
    return []


def _wishes(offer: HostOffer) -> str:
    count = len(applications_naming(offer))
    if not count:
        return _("No application names this place so far.")
    return ngettext(
        "One application names this place. The person is told today.",
        "%(count)s applications name this place. These people are told today.",
        count,
    ) % {"count": count}
