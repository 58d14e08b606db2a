"""The steps of an offer as pages."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from exchange.forms.steps import CommentForm, ReasonForm
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
