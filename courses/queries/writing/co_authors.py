"""Who writes along, and who could be asked to."""

from dataclasses import dataclass

from django.db.models import QuerySet

from courses.models import CoAuthor, CoursePage
from people.models import Membership, Role, User
from people.queries import people_with


def trainers_to_invite(course: CoursePage) -> QuerySet[User]:
    """Trainers of partner cities. They see each other's names, because they write together."""
    own = Membership.objects.current().filter(role__in=(Role.TRAINER, Role.HR), city=course.city)
    return people_with(Role.TRAINER).exclude(pk__in=own.values("person_id"))


def with_their_cities(people: QuerySet[User]) -> list[tuple[str, list[User]]]:
    """For a list to choose from: cities by name, each with its trainers."""
    held = Membership.objects.current().filter(role=Role.TRAINER, person__in=people)
    held = held.select_related("person", "city").order_by("city__name", "person__last_name", "person__first_name")
    grouped: dict[str, list[User]] = {}
    for membership in held:
        if membership.city:
            grouped.setdefault(membership.city.name, []).append(membership.person)
    return list(grouped.items())


@dataclass(frozen=True)
class WritesAlong:
    """A co-author and the cities they train for."""

    co_author: CoAuthor
    cities: str

    @property
    def person(self) -> User:
        return self.co_author.person


def co_authors_of(course: CoursePage) -> list[WritesAlong]:
    """Those who train today; a role that has ended is no co-author any more."""
    invited = list(course.co_authors.select_related("person"))
    held = Membership.objects.current().filter(role=Role.TRAINER, person__in=[one.person_id for one in invited])
    cities: dict[int, list[str]] = {}
    for person, city in held.order_by("city__name").values_list("person_id", "city__name"):
        cities.setdefault(person, []).append(city)
    return [WritesAlong(one, ", ".join(cities[one.person_id])) for one in invited if one.person_id in cities]
