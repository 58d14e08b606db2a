"""What trainers and training offices see of the courses they write: the state of the text, never of a person."""

from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Left, Length
from django.utils.translation import gettext as _
from wagtail.models import Page

from courses.models import CityShelfPage, CoursePage
from courses.queries.reading.outline import STEP, with_cities
from courses.queries.reviewing.review import PARTNER, RETURNED, steps_of
from courses.queries.sharing.additions import Addition, additions_of
from courses.queries.writing.turns import course_state
from courses.queries.writing.workbench import courses_to_edit
from courses.states import STANDING
from people.models import Role, User
from people.queries import cities_where

FEW = 5  # smaller groups could be told apart


@dataclass(frozen=True)
class TaughtCourse:
    page: CoursePage
    state: tuple[str, str]
    todo: str
    enrolled: str


@dataclass
class TaughtShelf:
    """What a city writes: courses of its own, and additions to courses of others."""

    page: CityShelfPage
    courses: list[TaughtCourse] = field(default_factory=list)
    additions: list[Addition] = field(default_factory=list)


def shelves_of(user: User) -> QuerySet[CityShelfPage]:
    shelves: QuerySet[CityShelfPage] = CityShelfPage.objects.filter(city__in=cities_where(user, Role.TRAINER, Role.HR))
    return shelves.select_related("city").order_by("city__name")


@dataclass
class Teaching:
    """The shelves of the own cities, and courses of other cities in which one writes along."""

    shelves: list[TaughtShelf]
    along: list[TaughtCourse]


def teaching_of(user: User) -> Teaching:
    """Everything in the order in which it was begun."""
    shelves = {shelf.path: TaughtShelf(shelf) for shelf in shelves_of(user)}
    along: list[TaughtCourse] = []
    for one in taught(courses_to_edit(user)):
        shelf = shelves.get(one.page.path[:-STEP])
        (shelf.courses if shelf else along).append(one)
    with_cities([one.page for one in along])
    for addition in additions_of([shelf.page.city for shelf in shelves.values()]):
        shelves[addition.page.path[:-STEP]].additions.append(addition)
    return Teaching(list(shelves.values()), along)


def taught(courses: QuerySet[CoursePage]) -> list[TaughtCourse]:
    """With the state of each and what to do about it; a constant number of queries."""
    counted = courses.annotate(enrolled=Count("enrollments", filter=Q(enrollments__status__in=STANDING)))
    found = list(counted.select_related("locale").defer("goals").order_by("path"))
    steps, drafts = steps_of(found), _with_drafts(found)
    return [_taught(course, steps.get(course.path, ""), course.path in drafts) for course in found]


def _with_drafts(courses: list[CoursePage]) -> set[str]:
    """The paths of those with parts that are not published as they were written."""
    inside = Page.objects.annotate(course_path=Left("path", Length("path") - STEP))
    parts = inside.filter(course_path__in=[course.path for course in courses])
    return set(parts.filter(Q(live=False) | Q(has_unpublished_changes=True)).values_list("course_path", flat=True))


def _taught(course: CoursePage, step: str, has_drafts: bool) -> TaughtCourse:
    state = course_state(course, step=step, has_drafts=has_drafts)
    return TaughtCourse(course, state, _todo(course, step, has_drafts), at_least_few(course.enrolled))


def _todo(course: CoursePage, step: str, has_drafts: bool) -> str:
    if step == RETURNED:
        return _("Read the comment, then hand it in again.")
    if step:
        return _("A partner city reads it.") if step == PARTNER else _("The training office decides.")
    if course.closed_on and not course.live:
        return ""
    if not course.live:
        return _("Go on writing, then hand it in.")
    return _("Hand in what you changed.") if has_drafts or course.has_unpublished_changes else ""


def at_least_few(count: int) -> str:
    return str(count) if count == 0 or count >= FEW else _("fewer than %(few)s") % {"few": FEW}
