"""A course as a road: its lessons and tests in the order of the tree, and how far somebody has come."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models.functions import Left, Length
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import Attempt, CityShelfPage, CoursePage, Enrollment, LessonPage, LessonProgress, TestPage

STEP = CoursePage.steplen


@dataclass
class Item:
    page: LessonPage | TestPage
    done: bool = False
    blocked: bool = False

    @property
    def is_test(self) -> bool:
        return isinstance(self.page, TestPage)

    @property
    def minutes(self) -> int:
        return 0 if isinstance(self.page, TestPage) else self.page.minutes

    @property
    def title(self) -> str:
        return str(self.page.title)

    @property
    def url(self) -> str:
        return str(self.page.url)


@dataclass
class Outline:
    course: CoursePage
    items: list[Item] = field(default_factory=list)
    taken: bool = True  # by the person who looks at it

    @property
    def total(self) -> int:
        return len(self.items)

    @property
    def done(self) -> int:
        return sum(item.done for item in self.items)

    @property
    def lessons(self) -> list[Item]:
        return [item for item in self.items if not item.is_test]

    @property
    def has_test(self) -> bool:
        return any(item.is_test for item in self.items)

    @property
    def minutes(self) -> int:
        return self.course.minutes or sum(item.minutes for item in self.items)

    @property
    def minutes_left(self) -> int:
        return sum(item.minutes for item in self.items if not item.done)

    @property
    def in_words(self) -> str:
        text = ngettext("%(done)s of %(total)s step done", "%(done)s of %(total)s steps done", self.total)
        return text % {"done": self.done, "total": self.total}

    def next_item(self) -> Item | None:
        """The first one that is not done: where to go on."""
        return next((item for item in self.items if not item.done), None)

    def item(self, page: Any) -> Item | None:
        return next((item for item in self.items if item.page.pk == page.pk), None)

    def beside(self, page: Any) -> tuple[Item | None, Item | None]:
        """The items before and after a page."""
        at = next((n for n, item in enumerate(self.items) if item.page.pk == page.pk), None)
        if at is None:
            return None, None
        after = self.items[at + 1] if at + 1 < len(self.items) else None
        return (self.items[at - 1] if at else None), after

    def missing_before(self, page: Any) -> list[Item]:
        """The lessons before a test that are not done yet."""
        before = [item for item in self.items if item.page.path < page.path]
        return [item for item in before if not item.done and not item.is_test]

    def halts(self, current: Any = None, *, linked: bool = True) -> list[dict[str, Any]]:
        here = getattr(current, "pk", None)
        return [_halt(item, item.page.pk == here, linked=linked, taken=self.taken) for item in self.items]


def _halt(item: Item, is_current: bool, *, linked: bool, taken: bool) -> dict[str, Any]:
    length = ngettext("%(n)s minute", "%(n)s minutes", item.minutes) % {"n": item.minutes} if item.minutes else ""
    halt = {"name": item.title, "state": "ahead", "word": _("Not started yet"), "note": length, "url": ""}
    if linked and not is_current and not item.blocked:
        halt["url"] = item.url
    if not taken:
        halt |= {"word": length or _("Test"), "note": ""}
    elif item.done:
        halt |= {"state": "done", "word": _("Passed") if item.is_test else _("Done"), "note": ""}
    elif item.blocked:
        halt |= {"state": "blocked", "word": _("Blocked"), "note": _("Open once all lessons before it are done")}
    if is_current:
        halt |= {"state": "current", "word": _("You are here")}
    return halt


def outlines(taken: Sequence[tuple[CoursePage, Enrollment | None]]) -> list[Outline]:
    """The roads of several courses with a constant number of queries."""
    items = _items_by_course([course for course, _enrollment in taken])
    enrollments = [enrollment.pk for _course, enrollment in taken if enrollment]
    done = _done(enrollments) if enrollments else set()
    return [_outline(course, enrollment, items[course.path], done) for course, enrollment in taken]


def outline(course: CoursePage, enrollment: Enrollment | None) -> Outline:
    return outlines([(course, enrollment)])[0]


def _outline(
    course: CoursePage, enrollment: Enrollment | None, pages: list[Any], done: set[tuple[int, int]]
) -> Outline:
    road = Outline(course, taken=enrollment is not None)
    waiting = False
    for page in pages:
        item = Item(page, done=bool(enrollment) and (enrollment.pk, page.pk) in done)  # type: ignore[union-attr]
        item.blocked = road.taken and item.is_test and waiting and not item.done
        waiting = waiting or not (item.done or item.is_test)
        road.items.append(item)
    return road


def _items_by_course(courses: Sequence[CoursePage]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    paths = {course.path for course in courses}
    for page in sorted(_parts(paths), key=lambda page: page.path):
        found[page.path[:-STEP]].append(page)
    return found


def _parts(paths: set[str]) -> Iterator[Any]:
    for model in (LessonPage, TestPage):
        inside = model.objects.live().annotate(course_path=Left("path", Length("path") - STEP))
        yield from inside.filter(course_path__in=paths).defer_streamfields()


def _done(enrollments: list[int]) -> set[tuple[int, int]]:
    read = LessonProgress.objects.filter(enrollment__in=enrollments).values_list("enrollment_id", "lesson_id")
    passed = Attempt.objects.filter(enrollment__in=enrollments, passed=True).values_list("enrollment_id", "test_id")
    return set(read) | set(passed)


def with_cities(courses: Sequence[CoursePage]) -> list[CoursePage]:
    """Give each course the city of its shelf, in one query."""
    cities = {shelf.path: shelf.city for shelf in CityShelfPage.objects.select_related("city")}
    for course in courses:
        course.city = cities[course.path[:-STEP]]
    return list(courses)
