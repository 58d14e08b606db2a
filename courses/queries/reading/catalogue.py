"""The catalogue: find, narrow down, and say which filter stands in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property, reduce
from operator import and_
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Left, Length
from django.utils import timezone

from courses.models import CityShelfPage, CoursePage, Enrollment, LessonPage
from courses.queries.reading.outline import STEP
from courses.queries.reading.search import Hit, find, quote
from courses.texts.finding import marked, terms_of
from people.models import City, User


@dataclass(frozen=True)
class Filters:
    q: str = ""
    city: str = ""
    topic: str = ""
    minutes: str = ""
    level: str = ""
    language: str = ""
    mandatory: str = ""

    @classmethod
    def of(cls, cleaned: Mapping[str, object]) -> "Filters":
        return cls(**{name: str(cleaned.get(name) or "") for name in asdict(cls())})

    @property
    def active(self) -> dict[str, str]:
        return {name: value for name, value in asdict(self).items() if value}

    def without(self, name: str) -> "Filters":
        return replace(self, **{name: ""})


def shelves() -> dict[str, City]:
    """Each city with courses, by the path of its shelf."""
    pages = CityShelfPage.objects.live().select_related("city").order_by("city__name")
    return {shelf.path: shelf.city for shelf in pages}


class Catalogue:
    """What one reader finds with some filters. Each part is asked for once."""

    def __init__(self, user: User, filters: Filters, cities: Mapping[str, City]) -> None:
        self.user = user
        self.filters = filters
        self.cities = cities
        self.terms = terms_of(filters.q)

    @cached_property
    def keys(self) -> list[int]:
        """The courses found: the best match first when words were given, else by title."""
        found = self._offered.filter(*self._conditions.values()).order_by("title", "pk")
        rows = list(found.values_list("pk", "path"))
        if self.filters.q:
            rows.sort(key=lambda row: (-self._hits[row[1]].score, self._hits[row[1]].rank))
        return [pk for pk, _path in rows]

    def to_drop(self) -> list[tuple[str, int]]:
        """For an empty result: each filter whose absence would show courses, with how many, in one query."""
        if not self._conditions:
            return []
        counts = self._offered.aggregate(**{name: Count("pk", filter=self._all_but(name)) for name in self._conditions})
        return sorted(((name, count) for name, count in counts.items() if count), key=lambda pair: -pair[1])

    def cards(self, keys: Sequence[int]) -> list[CoursePage]:
        """The courses of one page with what their cards say."""
        own = Enrollment.objects.of(self.user).standing().filter(course=OuterRef("pk"))
        pages = CoursePage.objects.filter(pk__in=keys).select_related("locale").defer("goals").annotate(
            my_status=Subquery(own.values("status")[:1]), adapted_from=F("adaptation__source_city__name")
        )  # fmt: skip
        courses = sorted(pages, key=lambda course: keys.index(course.pk))
        for course in courses:
            fact = self._lessons.get(course.path, {"count": 0, "sum": 0})
            course.lesson_count, course.duration = fact["count"], course.minutes or fact["sum"]
            course.city = self.cities[course.path[:-STEP]]
            course.marked_title = marked(course.title, self.terms)
            course.marked_summary = marked(course.summary, self.terms)
            quote(course, self._hits.get(course.path), self.terms, self.user)
        return courses

    @property
    def _offered(self) -> QuerySet[CoursePage]:
        return CoursePage.objects.visible_to(self.user).open_on(timezone.localdate())

    @cached_property
    def _hits(self) -> dict[str, Hit]:
        return find(self.terms)

    @cached_property
    def _lessons(self) -> dict[str, dict[str, Any]]:
        """How many lessons each course has and how long they take together, by its path."""
        lessons = LessonPage.objects.live().annotate(course_path=Left("path", Length("path") - STEP)).order_by()
        rows = lessons.values("course_path").annotate(count=Count("pk"), sum=Sum("minutes"))
        return {row["course_path"]: row for row in rows}

    @cached_property
    def _conditions(self) -> dict[str, Q]:
        meaning = {
            "q": self._holds_words,
            "city": self._is_of_city,
            "minutes": self._takes_at_most,
            "language": lambda code: Q(locale__language_code=code),
            "topic": lambda topic: Q(topic=topic),
            "level": lambda level: Q(level=level),
            "mandatory": lambda _yes: Q(is_mandatory=True),
        }
        return {name: meaning[name](value) for name, value in self.filters.active.items()}

    def _all_but(self, name: str) -> Q:
        return reduce(and_, (one for other, one in self._conditions.items() if other != name), Q())

    def _holds_words(self, _words: str) -> Q:
        return Q(path__in=list(self._hits))

    def _is_of_city(self, slug: str) -> Q:
        shelf = next((path for path, city in self.cities.items() if city.slug == slug), None)
        return Q(path__startswith=shelf) if shelf else Q(pk__in=[])

    def _takes_at_most(self, minutes: str) -> Q:
        """The minutes somebody set, else those of the lessons together."""
        short = [path for path, fact in self._lessons.items() if fact["sum"] <= int(minutes)]
        return Q(minutes__range=(1, int(minutes))) | Q(minutes__isnull=True, path__in=short)
