"""Whose turn it is with a stay."""

from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.models import Placement
from exchange.queries.offices import Turn, coordination_turn, office_turn, person_turn, training_offices
from exchange.queries.stay import PLANNED, WAITING, stations_of
from exchange.states import PlacementStatus
from people.models import Role, User
from training.states import StationStatus

P = PlacementStatus


def who_is_next(placement: Placement, reader: User) -> list[Turn]:
    """Follows from the state alone; empty when nobody has to act any more."""
    since = timezone.localtime(placement.status_since).date()
    return [replace(turn, since=since) for turn in _turns(placement, reader)]


def _turns(placement: Placement, reader: User) -> list[Turn]:
    status = P(placement.status)
    if status in WAITING:
        return _confirming(placement, reader)
    if status == P.CONFIRMED:
        what = _("Publish all places of the round together.")
        return [coordination_turn(reader=reader, what=what, until=placement.round.accept_until)]
    if status == P.OFFERED:
        what = _("Accept or decline the place.")
        until = placement.round.accept_until
        return [person_turn(placement.apprentice, Role.APPRENTICE, reader=reader, what=what, until=until)]
    if status in PLANNED:
        return [_hosting(placement, reader)]
    if status == P.COMPLETED:
        what = _("Issue the exchange record for the stay.")
        return [office_turn(placement.home_city, training_offices(), reader=reader, what=what)]
    return []


def _confirming(placement: Placement, reader: User) -> list[Turn]:
    offices, until = training_offices(), placement.round.cities_confirm_until
    what = _("Confirm the place for the city.")
    already = [pk for pk in (placement.home_confirmed_by_id, placement.host_confirmed_by_id) if pk]
    cities = (
        (placement.home_city, placement.home_confirmed_by_id),
        (placement.host_city, placement.host_confirmed_by_id),
    )
    return [
        Turn(_("Training office of the home city"), "", what, until=until)
        if city == placement.home_city and not placement.is_known
        else office_turn(city, offices, reader=reader, what=what, until=until, but=[*already, placement.apprentice_id])
        for city, confirmed in cities
        if not confirmed
    ]


def _hosting(placement: Placement, reader: User) -> Turn:
    """Check in, look after, complete: the supervisor of the station that is not done yet."""
    station = stations_of(placement).standing().exclude(status=StationStatus.DONE).select_related("supervisor").first()
    if station is None:
        person, what, until = placement.offer.supervisor, _("Complete the stay at its end."), placement.ends_on
    elif station.status == StationStatus.PLANNED:
        person, what, until = station.supervisor, _("Check in the guest on the first day."), station.starts_on
    else:
        what = _("Read the weekly notes and complete the station at its end.")
        person, until = station.supervisor, station.ends_on
    return person_turn(person, Role.SUPERVISOR, reader=reader, what=what, until=until)
