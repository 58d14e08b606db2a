"""The last days of a round for somebody's own calendar program, by role: what is over is not among them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from exchange.models import Application, ExchangeRound, Placement
from exchange.states import ApplicationStatus, PlacementStatus, RoundStatus
from lms.core.addresses import absolute
from people.models import Role, User
from people.queries import acting_as, roles_with_lent_ones
from training.dates import OwnDay

R = RoundStatus
PHASES = [
    R.DRAFT, R.AGREED, R.OFFERS_OPEN, R.APPLICATIONS_OPEN, R.REVIEW, R.MATCHING, R.CONFIRMATION, R.CLEARING,
]  # fmt: skip


@dataclass(frozen=True)
class Deadline:
    """What a role does by the day in this field of a round; it is over after the `phase`."""

    role: Role
    field: str
    phase: RoundStatus
    title: str | Promise

    def is_ahead(self, round_: ExchangeRound) -> bool:
        return round_.status in PHASES[: PHASES.index(self.phase) + 1]


DEADLINES = [
    Deadline(Role.HR, "offers_from", R.DRAFT, gettext_lazy("Assent to the dates")),
    Deadline(Role.SUPERVISOR, "applications_from", R.OFFERS_OPEN, gettext_lazy("Describe places and hand them in")),
    Deadline(Role.HR, "applications_from", R.OFFERS_OPEN, gettext_lazy("Review and publish places")),
    Deadline(Role.APPRENTICE, "applications_until", R.APPLICATIONS_OPEN, gettext_lazy("Apply")),
    Deadline(Role.TRAINER, "applications_until", R.APPLICATIONS_OPEN, gettext_lazy("Your apprentices apply")),
    Deadline(Role.HR, "review_until", R.REVIEW, gettext_lazy("Decide on applications")),
    Deadline(Role.SUPERVISOR, "review_until", R.REVIEW, gettext_lazy("Judge candidates")),
    Deadline(Role.HR, "cities_confirm_until", R.CLEARING, gettext_lazy("Confirm places")),
    Deadline(Role.COORDINATOR, "offers_from", R.AGREED, gettext_lazy("Assents of all cities")),
    Deadline(Role.COORDINATOR, "applications_from", R.OFFERS_OPEN, gettext_lazy("Applications begin")),
    Deadline(Role.COORDINATOR, "applications_until", R.APPLICATIONS_OPEN, gettext_lazy("Applications end")),
    Deadline(Role.COORDINATOR, "matching_on", R.MATCHING, gettext_lazy("Assign the places")),
    Deadline(Role.COORDINATOR, "cities_confirm_until", R.CLEARING, gettext_lazy("Publish the places")),
]


def deadlines_of(person: User) -> list[OwnDay]:
    """In a fixed number of queries; those of the cities in which the person holds the role, or stands in."""
    return [*_of_rounds(person), *_of_own_places(person), *_of_endorsements(person)]


def _of_rounds(person: User) -> Iterator[OwnDay]:
    held = {(one.role, one.city_id) for one in roles_with_lent_ones(person)}
    rounds = ExchangeRound.objects.visible_to(person).filter(status__in=PHASES).select_related("agreement")
    for round_ in rounds.prefetch_related("agreement__cities").order_by("pk"):
        cities = [None, *(city.pk for city in round_.agreement.cities.all())]
        roles = {role for role, city in held if city in cities}
        for one in DEADLINES:
            if one.role in roles and one.is_ahead(round_):
                key = f"round-{round_.pk}-{one.role}-{one.field}"
                yield _day(key, round_, str(one.title), getattr(round_, one.field), round_.get_absolute_url())


def _of_own_places(person: User) -> Iterator[OwnDay]:
    offered = Placement.objects.filter(apprentice=person, status=PlacementStatus.OFFERED).select_related("round")
    for one in offered.order_by("pk"):
        title = _("Say whether you take the place")
        yield _day(f"answer-{one.pk}", one.round, title, one.round.accept_until, one.get_absolute_url())


def _of_endorsements(person: User) -> Iterator[OwnDay]:
    """One for each day, without the names."""
    waiting = Application.objects.filter(
        status=ApplicationStatus.SUBMITTED, apprentice__apprenticeship__trainer__in=acting_as(person, Role.TRAINER)
    )
    days = Counter((one.round, one.endorsement_due) for one in waiting.select_related("round").order_by("pk"))
    for (round_, due), count in days.items():
        title = _("Endorse applications (%(count)s)") % {"count": count}
        yield _day(f"endorse-{round_.pk}-{due.isoformat()}", round_, title, due, reverse("exchange:inbox"))


def _day(key: str, round_: ExchangeRound, title: str, day: date, url: str) -> OwnDay:
    title = _("Last day: %(title)s (%(round)s)") % {"title": title, "round": round_.name}
    return OwnDay(key, title, day, absolute(url))
