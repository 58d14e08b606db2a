"""What an apprentice has in the exchange, asked once and handed on to everything that a page says of it."""

from dataclasses import dataclass

from django.db.models import Count

from exchange.models import Application, ExchangeRound, Placement
from exchange.queries.applications import my_applications
from exchange.queries.exploring import open_rounds, training_of
from exchange.states import ApplicationStatus, PlacementStatus
from people.models import User
from training.models import Apprenticeship

NOT_SETTLED = [
    ApplicationStatus.DRAFT, ApplicationStatus.SUBMITTED, ApplicationStatus.RETURNED, ApplicationStatus.ENDORSED,
    ApplicationStatus.APPROVED, ApplicationStatus.IN_MATCHING, ApplicationStatus.OFFERED, ApplicationStatus.ACCEPTED,
]  # fmt: skip
COMING = [PlacementStatus.OFFERED, PlacementStatus.ACCEPTED, PlacementStatus.ACTIVE]


@dataclass(frozen=True)
class OwnExchange:
    person: User
    training: Apprenticeship | None
    applications: list[Application]  # the latest round first
    placements: list[Placement]  # those the person may know of, in the order of their days
    rounds: list[ExchangeRound]  # those that take applications, the one that ends first before the others

    @property
    def application(self) -> Application | None:
        """The one that matters now."""
        return next((one for one in self.applications if one.status in NOT_SETTLED), None)

    @property
    def earlier(self) -> list[Application]:
        return [one for one in self.applications if one is not self.application]

    @property
    def placement(self) -> Placement | None:
        """The latest place that came of the application."""
        current = self.application
        of_it = [one for one in self.placements if current and one.application_id == current.pk]
        return max(of_it, key=lambda one: one.pk, default=None)

    @property
    def has_a_stay(self) -> bool:
        """Whoever is about to go, or is away, is not sent looking for the next place."""
        return any(one.status in COMING for one in self.placements)

    def has_applied_in(self, round: ExchangeRound) -> bool:
        return any(one.round_id == round.pk for one in self.applications)


def own_exchange(person: User) -> OwnExchange:
    """In four queries, whatever there is."""
    applications = my_applications(person).select_related(
        "home_city", "apprentice__apprenticeship__trainer", "endorsed_by", "decided_by", "round"
    )
    placements = Placement.objects.visible_to(person).filter(apprentice=person)
    return OwnExchange(
        person,
        training_of(person),
        list(applications.annotate(wish_count=Count("wishes"))),
        list(
            placements.select_related("round", "host_city", "offer__department", "offer__supervisor").order_by(
                "starts_on", "pk"
            )
        ),
        open_rounds(),
    )
