"""The pages on which the coordination takes the steps of a round: words and consequences."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from exchange.forms.rounds import ExtendForm
from exchange.forms.steps import ReasonForm
from exchange.models import ExchangeRound
from exchange.services import rounds as services
from exchange.states import ApplicationStatus, OfferStatus
from exchange.views.step_pages import StepPage
from lms.core.templatetags.wanderjahr import day


@dataclass(frozen=True, kw_only=True)
class RoundStep(StepPage):
    slug: str
    permission: str = "exchange.coordinate"


ROUND_STEPS = {
    step.step: step
    for step in [
        RoundStep(
            step="open_offers",
            slug="angebote-oeffnen",
            service=services.open_offers,
            title=gettext_lazy("Collect offers"),
            send=gettext_lazy("Open the round for offers"),
            done=gettext_lazy("The round is open for offers. Host departments and training offices have been told."),
        ),
        RoundStep(
            step="open_applications",
            slug="bewerbungen-oeffnen",
            service=services.open_applications,
            title=gettext_lazy("Open for applications"),
            send=gettext_lazy("Open the round for applications"),
            done=gettext_lazy("Apprentices can apply now. They have been told."),
        ),
        RoundStep(
            step="extend_applications",
            slug="frist-verlaengern",
            service=services.extend_applications,
            title=gettext_lazy("Extend the time for applications"),
            send=gettext_lazy("Extend the time"),
            done=gettext_lazy("The time for applications is extended."),
            form_class=ExtendForm,
        ),
        RoundStep(
            step="close_applications",
            slug="bewerbungen-schliessen",
            service=services.close_applications,
            title=gettext_lazy("End the time for applications"),
            send=gettext_lazy("End the time for applications"),
            done=gettext_lazy("The time for applications is over. The training offices have been told."),
        ),
        RoundStep(
            step="start_matching",
            slug="zuordnung-beginnen",
            service=services.start_matching,
            title=gettext_lazy("Begin the assignment"),
            send=gettext_lazy("Begin the assignment"),
            done=gettext_lazy("The approved applications are in the assignment."),
        ),
        RoundStep(
            step="start",
            slug="einsaetze-beginnen",
            service=services.start_round,
            title=gettext_lazy("Let the stays begin"),
            send=gettext_lazy("Let the stays begin"),
            done=gettext_lazy("The round is running."),
        ),
        RoundStep(
            step="close",
            slug="abschliessen",
            service=services.close_round,
            title=gettext_lazy("Close the round"),
            send=gettext_lazy("Close the round for good"),
            done=gettext_lazy("The round is closed."),
            final=True,
        ),
        RoundStep(
            step="cancel",
            slug="absagen",
            service=services.cancel_round,
            title=gettext_lazy("Cancel the round"),
            send=gettext_lazy("Cancel the round for good"),
            done=gettext_lazy("The round is canceled. Everybody in it has been told."),
            form_class=ReasonForm,
            final=True,
        ),
    ]
}


def consequences(round_: ExchangeRound, step: str) -> list[str]:
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
