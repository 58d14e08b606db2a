"""What the screens of the bank show."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Q, QuerySet

from lms.core.words import spellings_of
from people.models import City, User
from questions.models import Category, Question, QuestionTag


@dataclass(frozen=True)
class Use:
    """A place where a question is asked, and in which way."""

    title: str
    url: str
    note: str = ""


@dataclass(frozen=True)
class Uses:
    """The places the reader may know of, how many others there are, and whether any of all asks it by name."""

    seen: list[Use]
    unseen: int = 0
    by_name: bool = False

    def __bool__(self) -> bool:
        return bool(self.seen or self.unseen)


Finder = Callable[[Question, User], Uses]
FINDERS: list[Finder] = []  # an app above says where questions are used, see `told_uses`


def told_uses(find: Finder) -> Finder:
    """Register, once, how to find out where a question is used."""
    FINDERS.append(find)
    return find


def uses_of(question: Question, reader: User) -> Uses:
    found = [find(question, reader) for find in FINDERS]
    seen = [use for one in found for use in one.seen]
    return Uses(seen, sum(one.unseen for one in found), any(one.by_name for one in found))


def bank(user: User, filters: dict[str, Any]) -> QuerySet[Question]:
    """The questions this person may see, narrowed by what is set in `filters`."""
    found = Question.objects.visible_to(user).filter(is_retired=filters.get("state") == "retired")
    for spellings in spellings_of(filters.get("q") or ""):
        found = found.filter(reduce(or_, (Q(searched__contains=word) for word in spellings)))
    same = {
        "category_id": filters.get("category"),
        "kind": filters.get("kind"),
        "difficulty": filters.get("difficulty"),
        "tags__slug": filters.get("tag"),
    }
    found = found.filter(**{name: value for name, value in same.items() if value})
    if city := filters.get("city"):
        found = found.filter(is_shared=True) if city == "shared" else found.filter(city__slug=city)
    return (
        found.select_related("city", "category").prefetch_related("tags").order_by("city__name", "category__name", "pk")
    )


def categories_seen(user: User) -> QuerySet[Category]:
    """One's own, and those that hold something this person sees."""
    holding = Question.objects.visible_to(user).values("category_id")
    own = Category.objects.of(user).values("pk")
    found = Category.objects.filter(Q(pk__in=own) | Q(pk__in=holding))
    return found.select_related("city").order_by("city__name", "name")


def categories_with_counts(user: User) -> QuerySet[Category]:
    """One's own; how many questions each holds that are still asked."""
    asked = Count("questions", filter=Q(questions__is_retired=False))
    return Category.objects.of(user).select_related("city").annotate(asked=asked).order_by("city__name", "name")


def cities_seen(user: User) -> QuerySet[City]:
    """Cities with questions that this person may see."""
    return City.objects.filter(pk__in=Question.objects.visible_to(user).values("city_id")).order_by("name")


def tags_seen(user: User) -> QuerySet[QuestionTag]:
    seen = Question.objects.visible_to(user).values("pk")
    return QuestionTag.objects.filter(tagged_questions__content_object__in=seen).distinct().order_by("name")
