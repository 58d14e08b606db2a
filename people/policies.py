"""Rights: predicates read as sentences, each permission named once together with the role that holds it."""

from typing import Any

import rules
from django.db import models

from lms.core.errors import NotAllowed
from people.models import Role, User

HELD_BY: dict[str, Role] = {}


def allow(name: str, predicate: Any, *, role: Role) -> None:
    """Register a permission; `role` is the one to name when somebody lacks it."""
    rules.add_perm(name, predicate)
    HELD_BY[name] = role


def allowed(name: str, actor: User, about: models.Model | None = None) -> bool:
    """Ask the rule itself: user.has_perm() would let superusers past, and four eyes are four eyes."""
    return bool(actor.is_active and rules.has_perm(name, actor, about))


def require(name: str, actor: User, about: models.Model | None = None, *, city_id: int | None = None) -> None:
    """Raise NotAllowed (a 403 that names the right role) unless the rule says yes."""
    if not allowed(name, actor, about):
        raise NotAllowed(role=HELD_BY[name], city_id=city_id)
