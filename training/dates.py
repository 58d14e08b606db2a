"""Dates that apps above know of somebody: they say which, so that one's own calendar program shows them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

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


@dataclass(frozen=True)
class OwnDay:
    """A whole day to remember, on which one is free all the same: a deadline."""

    key: str
    title: str
    day: date
    note: str = ""


SOURCES: list[Callable[[User], list[OwnDate]]] = []
DEADLINES: list[Callable[[User], list[OwnDay]]] = []


def own_dates(person: User) -> list[OwnDate]:
    found = [date for source in SOURCES for date in source(person)]
    return sorted(found, key=lambda date: (date.starts_at, date.key))


def own_deadlines(person: User) -> list[OwnDay]:
    found = [one for source in DEADLINES for one in source(person)]
    return sorted(found, key=lambda one: (one.day, one.key))
