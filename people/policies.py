"""Rights: predicates read as sentences, each permission named once together with the role that holds it."""

from typing import Any

import rules
from django.db import models

from lms.core import journal
from lms.core.errors import NotAllowed
from people.models import Role, User
from people.queries import counting_only, lent_to, own_cities_where

HELD_BY: dict[str, Role] = {}


def allow(name: str, predicate: Any, *, role: Role) -> None:
    """Register a permission; `role` is the one to name when somebody lacks it."""
    rules.add_perm(name, predicate)
    HELD_BY[name] = role


def allowed(name: str, actor: User, about: models.Model | None = None) -> bool:
    """Ask the rule itself: user.has_perm() would let superusers past, and four eyes are four eyes."""
    return bool(actor.is_active and rules.has_perm(name, actor, about))


def require(name: str, actor: User, about: models.Model | None = None, *, city_id: int | None = None) -> None:
    """Raise NotAllowed (a 403 that names the right role) unless the rule says yes.

    What somebody may do only because they stand in for a colleague is marked in the journal as done in their place.
    """
    with counting_only():
        by_own_right = allowed(name, actor, about)
    if by_own_right:
        journal.act_for(actor.pk, None)
        return
    absent = _in_whose_place(name, actor, about)
    if absent is None:
        raise NotAllowed(role=HELD_BY[name], city_id=city_id)
    journal.act_for(actor.pk, absent)


def _in_whose_place(name: str, actor: User, about: models.Model | None) -> int | None:
    """The first of those who lend the actor a role today by whose role the rule says yes."""
    people = lent_to(actor).order_by("pk").values_list("person_id", flat=True)
    for absent in dict.fromkeys(people):
        with counting_only(absent):
            if allowed(name, actor, about):
                return absent
    return None


@rules.predicate
def holds_it_or_works_in_its_office(user: User, membership: Any) -> bool:
    """Of a role: whoever stands in lends nothing on."""
    return membership.person_id == user.pk or own_cities_where(user, Role.HR).filter(pk=membership.city_id).exists()


@rules.predicate
def may_end_it(user: User, substitution: Any) -> bool:
    return holds_it_or_works_in_its_office(user, substitution.membership)


allow("people.lend_role", holds_it_or_works_in_its_office, role=Role.HR)
allow("people.end_substitution", may_end_it, role=Role.HR)
