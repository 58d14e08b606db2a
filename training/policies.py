from typing import Any

import rules

from people.models import Role, User
from people.policies import allow
from people.queries import cities_where


@rules.predicate
def supervises_the_station(user: User, station: Any) -> bool:
    return user.pk in (station.supervisor_id, station.deputy_id)


@rules.predicate
def works_in_office_of_the_station(user: User, station: Any) -> bool:
    return cities_where(user, Role.HR).filter(pk=station.department.city_id).exists()


@rules.predicate
def is_own_station(user: User, station: Any) -> bool:
    return bool(station.apprentice_id == user.pk)


@rules.predicate
def trains_the_apprentice(user: User, station: Any) -> bool:
    return bool(station.apprentice.apprenticeship.trainer_id == user.pk)


hosts = (supervises_the_station | works_in_office_of_the_station) & ~is_own_station
allow("training.check_in", hosts, role=Role.SUPERVISOR)
allow("training.complete_station", hosts, role=Role.SUPERVISOR)
allow("training.write_note", is_own_station, role=Role.APPRENTICE)
allow("training.read_note", (supervises_the_station | trains_the_apprentice) & ~is_own_station, role=Role.SUPERVISOR)
