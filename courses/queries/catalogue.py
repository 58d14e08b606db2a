"""The catalogue: find, narrow down, and say which filter stands in the way."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from django.db.models import Count, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce, Left, Length

from courses.models import CityShelfPage, CoursePage, Enrollment, LessonPage
from courses.queries.outline import STEP
from people.models import User

MOST = 200


@dataclass(frozen=True)
class Filters:
    q: str = ""
    city: str = ""
    topic: str = ""
    level: str = ""
    minutes: str = ""
    language: str = ""

    @classmethod
    def of(cls, cleaned: Mapping[str, object]) -> "Filters":
        return cls(**{name: str(cleaned.get(name) or "") for name in asdict(cls())})

    @property
    def active(self) -> dict[str, str]:
        return {name: value for name, value in asdict(self).items() if value}

    def without(self, name: str) -> "Filters":
        return replace(self, **{name: ""})


def courses_found(user: User, filters: Filters) -> list[CoursePage]:
    """Best match first when words were given, else by title."""
    found = _narrowed(CoursePage.objects.visible_to(user), filters).defer("goals").order_by("title", "pk")
    if not filters.q:
        return list(found)
    rank = {pk: place for place, pk in enumerate(matching(filters.q))}
    return sorted((course for course in found if course.pk in rank), key=lambda course: rank[course.pk])


def matching(words: str) -> list[int]:
    """Whole words first, then beginnings of words, then any part: German words are long."""
    terms = re.findall(r"\w+", words)[:8]  # signs are commands to the search engines
    if not terms:
        return []
    live = CoursePage.objects.live()
    hits = [course.pk for search in (live.search, live.autocomplete) for course in search(" ".join(terms))[:MOST]]
    part = Q()
    for term in terms:
        part &= Q(title__icontains=term) | Q(summary__icontains=term)
    return list(dict.fromkeys([*hits, *live.filter(part).order_by("title").values_list("pk", flat=True)[:MOST]]))


def _narrowed(courses, filters: Filters):  # type: ignore[no-untyped-def]
    if filters.city:
        shelves = CityShelfPage.objects.filter(city__slug=filters.city)
        courses = courses.annotate(shelf_path=Left("path", Length("path") - STEP))
        courses = courses.filter(shelf_path__in=shelves.values("path"))
    if filters.minutes:
        courses = courses.annotate(duration=duration()).filter(duration__lte=int(filters.minutes), duration__gt=0)
    same = {name: value for name, value in filters.active.items() if name in ("topic", "level", "language")}
    return courses.filter(**same)


def duration() -> Coalesce:
    """The minutes somebody set, else those of the lessons together."""
    lessons = LessonPage.objects.live().annotate(course_path=Left("path", Length("path") - STEP)).order_by()
    own = lessons.filter(course_path=OuterRef("path")).values("course_path")
    return Coalesce(F("minutes"), Subquery(own.annotate(sum=Sum("minutes")).values("sum")), 0)


def to_drop(user: User, filters: Filters) -> list[tuple[str, int]]:
    """For an empty result: each filter whose absence would show courses, with how many."""
    counts = [(name, len(courses_found(user, filters.without(name)))) for name in filters.active]
    return sorted(((name, count) for name, count in counts if count), key=lambda pair: -pair[1])


def shown(user: User, courses: list[CoursePage]) -> list[CoursePage]:
    """The courses of one page of the catalogue with what their cards say."""
    keys = [course.pk for course in courses]
    lessons = LessonPage.objects.live().annotate(course_path=Left("path", Length("path") - STEP)).order_by()
    sums = lessons.filter(course_path__in=[course.path for course in courses]).values("course_path")
    facts = {row["course_path"]: row for row in sums.annotate(count=Count("pk"), sum=Sum("minutes"))}
    mine = dict(Enrollment.objects.of(user).standing().filter(course__in=keys).values_list("course_id", "status"))
    cities = {shelf.path: shelf.city for shelf in CityShelfPage.objects.select_related("city")}
    for course in courses:
        fact = facts.get(course.path, {"count": 0, "sum": 0})
        course.lesson_count, course.duration = fact["count"], course.minutes or fact["sum"]
        course.my_status = mine.get(course.pk, "")
        course.city = cities[course.path[:-STEP]]
    return courses
