"""Whose turn it is: a person, a training office, the coordination; everything that names them is drawn from this."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import FilteredRelation, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from people.models import City, Membership, Role, User
from people.queries import people_with, substitutes_of

Offices = Mapping[int, Sequence["Staff"]]


@dataclass(frozen=True)
class Staff:
    """Somebody in a training office; `away` if they only stand in for a colleague."""

    person: User
    away: User | None = None

    @property
    def name(self) -> str:
        return represented(self.away, self.person) if self.away else self.person.full_name

    def is_one_of(self, people: Iterable[int]) -> bool:
        return self.person.pk in people or (self.away is not None and self.away.pk in people)


@dataclass(frozen=True)
class Turn:
    """Who has to act, in which role, what there is to do, since when and until when."""

    name: str
    role: str = ""
    what: str = ""
    you: bool = False
    until: date | None = None
    since: date | None = None


def training_offices(*, themselves: bool = False) -> Offices:
    """Everybody in a training office by city, in one query; in the place of who is away, who stands in for them.

    `themselves`: only those whose own role it is.
    """
    today = timezone.localdate()
    lent = Q(substitutions__ended_at=None, substitutions__starts_on__lte=today, substitutions__ends_on__gte=today)
    held = (
        Membership.objects.current()
        .filter(role=Role.HR, person__is_active=True)
        .annotate(lent=FilteredRelation("substitutions", condition=lent))
        .select_related("person", "lent__substitute")  # type: ignore[misc]  # the annotation before
        .order_by("person__last_name", "person__first_name", "pk")
    )
    offices: dict[int, list[Staff]] = defaultdict(list)
    for membership in held:
        if membership.city_id:
            lent_to = _substitute_in(membership)
            if lent_to and not themselves:
                offices[membership.city_id].append(Staff(lent_to, membership.person))
            offices[membership.city_id].append(Staff(membership.person))
    return {city: list(dict.fromkeys(staff)) for city, staff in offices.items()}


def _substitute_in(membership: Membership) -> User | None:
    substitution = getattr(membership, "lent", None)
    return substitution.substitute if substitution and substitution.substitute.is_active else None


def represented(away: User, substitute: User) -> str:
    return _("%(name)s, represented by %(substitute)s") % {
        "name": away.full_name, "substitute": substitute.full_name
    }  # fmt: skip


def office_name(city: City) -> str:
    return _("Training office %(city)s") % {"city": city.name}


def person_turn(person: User, role: Role, *, reader: User, what: str = "", until: date | None = None) -> Turn:
    substitute = None if role == Role.APPRENTICE else substitutes_of(person, role).first()
    name = represented(person, substitute) if substitute else person.full_name
    return Turn(name, str(role.label), what, reader in (person, substitute), until)


def office_turn(
    city: City, offices: Offices, *, reader: User, what: str = "", until: date | None = None, but: Iterable[int] = ()
) -> Turn:
    """The training office of a city is next; `but` names people who may not do it themselves."""
    role = office_name(city)
    ruled_out = set(but)
    staff = [one for one in offices.get(city.pk, []) if not one.is_one_of(ruled_out)]
    if not staff:
        return Turn(role, _("Nobody there may do this at the moment"), what, until=until)
    return Turn(staff[0].name, role, what, any(one.person == reader for one in staff), until)


def coordination_turn(*, reader: User, what: str = "", until: date | None = None) -> Turn:
    staff = list(people_with(Role.COORDINATOR))
    name = staff[0].full_name if staff else str(_("Coordination"))
    return Turn(name, _("Coordination of the alliance"), what, reader in staff, until)
