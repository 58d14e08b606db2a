"""Who may train by a proof that an office has seen, and who looks after guests without one."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from people.models import City, Membership, Role, User
from people.queries import cities_where
from training.hosting import Supervision, supervisions
from training.models import TrainerSuitability
from training.models.suitability import TrainerSuitabilityQuerySet

WHO_TRAINS = [Role.TRAINER, Role.SUPERVISOR, Role.HR]


@dataclass(frozen=True)
class Unproved:
    """Somebody who looks after guests, and no office has seen a proof."""

    person: User
    city: City
    places: list[Supervision]


def proofs_for(user: User) -> TrainerSuitabilityQuerySet:
    """Of the cities in whose training office somebody works."""
    mine = cities_where(user, Role.HR)
    return TrainerSuitability.objects.filter(city__in=mine).select_related("person", "city", "seen_by")


@dataclass(frozen=True)
class Proof:
    """One of the own cities, so all but one's own can be ended."""

    one: TrainerSuitability
    is_over: bool
    may_end: bool


def proofs_shown(user: User, today: date) -> list[Proof]:
    return [
        Proof(one, bool(one.valid_until and one.valid_until < today), one.person_id != user.pk)
        for one in proofs_for(user)
    ]


def unproved(user: User, today: date) -> list[Unproved]:
    """By name; those of the own cities."""
    cities = {city.pk: city for city in cities_where(user, Role.HR)}
    held = set(proofs_for(user).valid_on(today).values_list("person_id", "city_id"))
    places: dict[tuple[int, int], list[Supervision]] = {}
    for one in supervisions(cities):
        if (one.person_id, one.city_id) not in held:
            places.setdefault((one.person_id, one.city_id), []).append(one)
    people = User.objects.in_bulk({person for person, _city in places})
    found = [Unproved(people[person], cities[city], some) for (person, city), some in places.items()]
    return sorted(found, key=lambda one: (one.person.last_name, one.person.first_name, one.person.pk))


def who_may_train(city: City) -> QuerySet[User]:
    """Those whose proof an office can record: who trains or looks after guests in the city."""
    held = Membership.objects.current().filter(role__in=WHO_TRAINS, city=city)
    return User.objects.filter(pk__in=held.values("person_id"), is_active=True).order_by(
        "last_name", "first_name", "pk"
    )
