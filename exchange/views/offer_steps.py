"""The steps of an offer as pages."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from exchange.forms.steps import CommentForm, ReasonForm, SeatsForm
from exchange.services import offers as services
from exchange.views.step_pages import StepPage


@dataclass(frozen=True, kw_only=True)
class OfferStep(StepPage):
    slug: str


OFFER_STEPS = {
    step.step: step
    for step in [
        OfferStep(
            step="submit",
            slug="einreichen",
            permission="exchange.change_offer",
            service=services.submit_offer,
            title=gettext_lazy("Hand the offer in"),
            send=gettext_lazy("Hand in for review"),
            done=gettext_lazy("The offer is handed in. Somebody in the training office reviews it next."),
        ),
        OfferStep(
            step="publish",
            slug="veroeffentlichen",
            permission="exchange.review_offer",
            service=services.publish_offer,
            title=gettext_lazy("Publish the offer"),
            send=gettext_lazy("Publish the offer"),
            done=gettext_lazy("The offer is published. The author has been told."),
        ),
        OfferStep(
            step="return",
            slug="zurueckgeben",
            permission="exchange.review_offer",
            service=services.return_offer,
            title=gettext_lazy("Return with a comment"),
            send=gettext_lazy("Return the offer"),
            done=gettext_lazy("The offer has gone back to its author with your comment."),
            form_class=CommentForm,
        ),
        OfferStep(
            step="pause",
            slug="pausieren",
            permission="exchange.pause_offer",
            service=services.pause_offer,
            title=gettext_lazy("Pause the offer"),
            send=gettext_lazy("Pause the offer now"),
            done=gettext_lazy("The offer is paused. You can resume it at any time before places are assigned."),
        ),
        OfferStep(
            step="resume",
            slug="fortsetzen",
            permission="exchange.pause_offer",
            service=services.resume_offer,
            title=gettext_lazy("Resume the offer"),
            send=gettext_lazy("Resume the offer"),
            done=gettext_lazy("The offer is published again."),
        ),
        OfferStep(
            step="withdraw",
            slug="zurueckziehen",
            permission="exchange.withdraw_offer",
            service=services.withdraw_offer,
            title=gettext_lazy("Withdraw the offer"),
            send=gettext_lazy("Withdraw the offer for good"),
            done=gettext_lazy("The offer is withdrawn."),
            form_class=ReasonForm,
            final=True,
        ),
    ]
}

ASKED_STEPS = {
    step.step: step
    for step in [
        OfferStep(
            step="ask_seats",
            slug="plaetze-aendern",
            permission="exchange.ask_seats",
            service=services.ask_seats,
            title=gettext_lazy("Change the number of seats"),
            send=gettext_lazy("Ask the training office"),
            done=gettext_lazy("The training office has been asked. Until it decides, nothing changes."),
            form_class=SeatsForm,
        ),
        OfferStep(
            step="approve_seats",
            slug="plaetze-zustimmen",
            permission="exchange.decide_seats",
            service=services.approve_seats,
            title=gettext_lazy("Agree to the number of seats"),
            send=gettext_lazy("Agree"),
            done=gettext_lazy("The place has the new number of seats. Whoever asked has been told."),
        ),
        OfferStep(
            step="decline_seats",
            slug="plaetze-ablehnen",
            permission="exchange.decide_seats",
            service=services.decline_seats,
            title=gettext_lazy("Leave the number of seats as it is"),
            send=gettext_lazy("Leave it as it is"),
            done=gettext_lazy("Whoever asked has been told why."),
            form_class=ReasonForm,
        ),
    ]
}
WITHDRAWAL_STEPS = [
    OfferStep(
        step="agree_to_withdrawal",
        slug="zustimmen",
        permission="exchange.agree_to_withdrawal",
        service=services.agree_to_withdrawal,
        title=gettext_lazy("Agree to the withdrawal"),
        send=gettext_lazy("Agree: withdraw the place for good"),
        done=gettext_lazy("The place is withdrawn. Everybody concerned has been told."),
        final=True,
    ),
    OfferStep(
        step="decline_withdrawal",
        slug="ablehnen",
        permission="exchange.agree_to_withdrawal",
        service=services.decline_withdrawal,
        title=gettext_lazy("Do not agree to the withdrawal"),
        send=gettext_lazy("Do not agree"),
        done=gettext_lazy("The place stays. The training office reads your reason."),
        form_class=ReasonForm,
    ),
]
