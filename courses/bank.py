"""What of the question bank the tests of a city may ask."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Q, QuerySet

from courses.drawing import Place, Pool, Wish
from people.models import City
from questions.models import Category, Question


def askable(city: City | int) -> QuerySet[Question]:
    """Of the city itself or shared by another one, and not retired."""
    found: QuerySet[Question] = Question.objects.filter(Q(city=city) | Q(is_shared=True), is_retired=False)
    return found


def categories_for(city: City | int) -> QuerySet[Category]:
    found: QuerySet[Category] = Category.objects.filter(Q(city=city) | Q(is_shared=True))
    return found


def pool_for(city: City | int, wishes: Iterable[Wish]) -> Pool:
    """What these wishes can be answered from, in one query; none where nothing is wished for."""
    wishes = list(wishes)
    if not wishes:
        return {}
    named = {wish.question for wish in wishes if wish.question is not None}
    categories = {wish.category for wish in wishes if wish.category is not None}
    wanted = askable(city).filter(Q(pk__in=named) | Q(category__in=categories)).order_by()
    return {pk: Place(*place) for pk, *place in wanted.values_list("pk", "category_id", "difficulty")}


def definitions_of(keys: Collection[int]) -> dict[int, dict[str, Any]]:
    """Each question as it stands, with the number of its version."""
    rows = Question.objects.filter(pk__in=keys).values_list("pk", "number", "definition") if keys else ()
    return {pk: {"version": number, "definition": definition} for pk, number, definition in rows}
