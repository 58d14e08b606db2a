"""Dates with a time that apps above know of somebody: they say which, so that one's own calendar program shows them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from people.models import User


@dataclass(frozen=True)
class OwnDate:
    """`key` is the same in every answer about the same date; `note` names no other person."""

    key: str
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str = ""
    note: str = ""


SOURCES: list[Callable[[User], list[OwnDate]]] = []


def own_dates(person: User) -> list[OwnDate]:
    found = [date for source in SOURCES for date in source(person)]
    return sorted(found, key=lambda date: (date.starts_at, date.key))
