"""The pages on which the coordination takes the steps of a round: words and consequences."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from exchange.forms.rounds import ClearingForm
from exchange.forms.steps import ReasonForm
from exchange.services import rounds as services
from exchange.views.step_pages import StepPage


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
            step="open_clearing",
            slug="clearing-oeffnen",
            service=services.open_clearing,
            title=gettext_lazy("Open the clearing"),
            send=gettext_lazy("Open the clearing"),
            done=gettext_lazy("The clearing is open. Everybody without a place has been told."),
            text=gettext_lazy(
                "Everybody without a place may choose up to three free places. Their training office proposes one of "
                "them, then both cities confirm it."
            ),
            form_class=ClearingForm,
        ),
        RoundStep(
            step="close_clearing",
            slug="clearing-beenden",
            service=services.close_clearing,
            title=gettext_lazy("End the clearing"),
            send=gettext_lazy("End the clearing"),
            done=gettext_lazy("The clearing is over."),
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
            step="evaluate",
            slug="auswerten",
            service=services.begin_evaluation,
            title=gettext_lazy("Begin the evaluation"),
            send=gettext_lazy("Begin the evaluation"),
            done=gettext_lazy("The evaluation has begun. The training offices have been told."),
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
