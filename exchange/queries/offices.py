"""Whose turn it is: a person, a training office, the coordination; everything that names them is drawn from this."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from people.models import City, Membership, Role, User
from people.queries import people_with

Offices = Mapping[int, Sequence[User]]


@dataclass(frozen=True)
class Turn:
    """Who has to act, in which role, what there is to do, since when and until when."""

    name: str
    role: str = ""
    what: str = ""
    you: bool = False
    until: date | None = None
    since: date | None = None


def training_offices() -> Offices:
    """Everybody in a training office by city, in one query."""
    held = (
        Membership.objects.current()
        .filter(role=Role.HR, person__is_active=True)
        .select_related("person")
        .order_by("person__last_name", "person__first_name", "pk")
    )
    offices: dict[int, list[User]] = defaultdict(list)
    for membership in held:
        if membership.city_id and membership.person not in offices[membership.city_id]:
            offices[membership.city_id].append(membership.person)
    return offices


def office_name(city: City) -> str:
    return _("Training office %(city)s") % {"city": city.name}


def person_turn(person: User, role: Role, *, reader: User, what: str = "", until: date | None = None) -> Turn:
    return Turn(person.full_name, str(role.label), what, person == reader, until)


def office_turn(
    city: City, offices: Offices, *, reader: User, what: str = "", until: date | None = None, but: Iterable[int] = ()
) -> Turn:
    """The training office of a city is next; `but` names people who may not do it themselves."""
    role = office_name(city)
    staff = [person for person in offices.get(city.pk, []) if person.pk not in set(but)]
    if not staff:
        return Turn(role, _("Nobody there may do this at the moment"), what, until=until)
    return Turn(staff[0].full_name, role, what, reader in staff, until)


def coordination_turn(*, reader: User, what: str = "", until: date | None = None) -> Turn:
    staff = list(people_with(Role.COORDINATOR))
    name = staff[0].full_name if staff else str(_("Coordination"))
    return Turn(name, _("Coordination of the alliance"), what, reader in staff, until)
