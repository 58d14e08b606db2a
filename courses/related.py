"""What a course prepares for, and who has to take it. Parts of the product above say so themselves, when they start."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise

from courses.models import CoursePage
from people.models import City, User


@dataclass(frozen=True)
class Goal:
    """Somewhere to go with what one learned."""

    title: str
    url: str
    place: str
    city: City
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class Prospect:
    heading: str
    goals: list[Goal]
    more_url: str
    more_label: str


SOURCES: list[Callable[[User, CoursePage], Prospect]] = []


def prospects(user: User, course: CoursePage) -> list[Prospect]:
    """What the reader may see of it; visitors see nothing."""
    if not (user.is_authenticated and course.pk):
        return []
    return [found for ask in SOURCES if (found := ask(user, course)).goals]


@dataclass(frozen=True)
class Demand:
    """A course that somebody has to take, in whichever language, and until when."""

    translation_key: Any
    title: str
    url: str
    due_on: date
    sentence: str
    is_overdue: bool


@dataclass(frozen=True)
class Lead:
    """A way on from the pages of courses to a part of the product above them."""

    route: str
    label: Promise


DEMANDS: list[Callable[[User], list[Demand]]] = []
BESIDE_TEACHING: list[Lead] = []
BESIDE_LEARNING: list[Lead] = []


def demands(user: User) -> list[Demand]:
    """What somebody has to take, the most urgent first."""
    if not user.is_authenticated:
        return []
    return sorted((found for ask in DEMANDS for found in ask(user)), key=lambda demand: demand.due_on)


def demand_for(user: User, course: CoursePage) -> Demand | None:
    if not course.pk:
        return None
    return next((found for found in demands(user) if found.translation_key == course.translation_key), None)
