"""Who may do what in the question bank: who writes courses reads what is shared; each city changes its own."""

from typing import Any

import rules

from people.models import City, Role, User
from people.policies import allow
from people.queries import cities_where, holds


@rules.predicate
def teaches(user: User) -> bool:
    return holds(user, Role.TRAINER, Role.HR)


@rules.predicate
def teaches_for(user: User, city: City) -> bool:
    return cities_where(user, Role.TRAINER, Role.HR).filter(pk=city.pk).exists()


@rules.predicate
def belongs_to_the_own_city(user: User, record: Any) -> bool:
    """`record` is a question or a category."""
    return teaches_for(user, record.city)


allow("questions.see_bank", teaches, role=Role.TRAINER)
allow("questions.write_for", teaches_for, role=Role.TRAINER)
allow("questions.edit", belongs_to_the_own_city, role=Role.TRAINER)
