"""Who hears of what around a stay. Mails name the number and the place, never another person."""

from collections.abc import Iterable

from exchange.models import HostOffer, Placement
from lms.notifications.services import notify
from people.models import City, Role, User
from people.queries import people_with, with_substitutes


def tell(
    placement: Placement,
    kind: str,
    people: Iterable[User | None],
    *,
    url: str = "",
    hold: int | None = None,
    **more: str | int,
) -> None:
    """Send templates/mail/exchange/placement_<kind>.txt to each of these people once."""
    facts = {
        "number": placement.application.number,
        "offer": placement.offer.title,
        "city": placement.host_city.name,
        "starts": placement.starts_on.isoformat(),
        "ends": placement.ends_on.isoformat(),
        **more,
    }
    for person in dict.fromkeys(people):
        if person is not None:
            page = url or placement.get_absolute_url()
            notify(person, f"exchange/placement_{kind}", url=page, hold=hold, about=placement, **facts)


def office(city: City | int) -> list[User]:
    return list(people_with(Role.HR, city=city))


def coordination() -> list[User]:
    return list(people_with(Role.COORDINATOR))


def offices(placement: Placement) -> list[User]:
    return [*office(placement.home_city_id), *office(placement.host_city_id)]


def hosts(placement: Placement) -> list[User]:
    return hosts_at(placement.offer)


def hosts_at(offer: HostOffer) -> list[User]:
    """Those named in the offer, and who stands in for them today."""
    named = (offer.supervisor, offer.deputy)
    return list(dict.fromkeys(one for person in named for one in with_substitutes(person, Role.SUPERVISOR)))


def trainer(placement: Placement) -> User:
    person: User = placement.apprentice.apprenticeship.trainer
    return person
