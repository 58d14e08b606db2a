"""Who may do what with mandatory training, learning paths and cohorts."""

from typing import Any

import rules

from people.models import Role, User
from people.policies import allow
from people.queries import cities_where, holds


@rules.predicate
def teaches(user: User) -> bool:
    return holds(user, Role.TRAINER, Role.HR)


@rules.predicate
def works_in_an_office(user: User) -> bool:
    return holds(user, Role.HR)


@rules.predicate
def works_in_office_of_the_city(user: User, record: Any) -> bool:
    return cities_where(user, Role.HR).filter(pk=record.city_id).exists()


@rules.predicate
def teaches_in_the_city(user: User, record: Any) -> bool:
    return cities_where(user, Role.TRAINER, Role.HR).filter(pk=record.city_id).exists()


@rules.predicate
def is_own_card(user: User, card: Any) -> bool:
    return bool(card.person_id == user.pk)


@rules.predicate
def is_oneself(user: User, person: Any) -> bool:
    return bool(user.pk and person.pk == user.pk)


allow("learning.see_teaching", teaches, role=Role.TRAINER)
allow("learning.begin_obligation", works_in_an_office, role=Role.HR)
allow("learning.set_obligation", works_in_office_of_the_city, role=Role.HR)
allow("learning.build_path", teaches_in_the_city, role=Role.TRAINER)
allow("learning.refresh", is_own_card, role=Role.APPRENTICE)
allow("learning.export_record", is_oneself, role=Role.APPRENTICE)
