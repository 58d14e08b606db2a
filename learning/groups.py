"""Groups that can be enrolled together. Parts of the product above say which there are, when they start."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet

from people.models import User


@dataclass(frozen=True)
class Group:
    """The name that stands in addresses, the one that people read, and who belongs to it."""

    key: str
    label: str
    members: QuerySet[User]


SOURCES: list[Callable[[User], list[Group]]] = []


def groups_for(user: User) -> list[Group]:
    return [group for ask in SOURCES for group in ask(user)]
