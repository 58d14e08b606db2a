"""A course as those see it who put it together: its parts in order, how far each is, what is still missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import groupby
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Left, Length
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Comment, PageLogEntry

from courses.models import AssignmentPage, CityShelfPage, CoAuthor, CoursePage, LessonPage, ModulePage, TestPage
from courses.queries.reading.outline import STEP
from courses.queries.reviewing.review import ReviewState
from courses.queries.writing.readiness import CourseReadiness, PageReadiness, readiness_of
from people.models import Role, User
from people.queries import cities_where, people_with

KINDS = {ModulePage: "module", LessonPage: "lesson", TestPage: "test", AssignmentPage: "assignment"}
ENTRIES, ENTRIES_READ = 15, 100


def courses_to_edit(user: User) -> QuerySet[CoursePage]:
    """Those of the city one trains or works for, and those one was invited to."""
    shelves = CityShelfPage.objects.filter(city__in=cities_where(user, Role.TRAINER, Role.HR))
    along = CoAuthor.objects.filter(person_id=user.pk, person__in=people_with(Role.TRAINER))
    courses: QuerySet[CoursePage] = CoursePage.objects.annotate(shelf_path=Left("path", Length("path") - STEP))
    return courses.filter(Q(shelf_path__in=shelves.values("path")) | Q(pk__in=along.values("course_id")))


@dataclass
class Row:
    """One part of the course. `before` and `after` are the neighbours it changes places with."""

    readiness: PageReadiness
    kind: str
    number: int | None
    before: int | None = None
    after: int | None = None
    waits: bool = False
    comments: int = 0

    @property
    def page(self) -> Any:
        return self.readiness.page

    @property
    def title(self) -> str:
        return self.readiness.title

    @property
    def blockers(self) -> int:
        return len(self.readiness.blockers)

    @property
    def minutes(self) -> int:
        """Of the newest version; nothing worth saying before somebody has written."""
        if self.kind not in ("lesson", "assignment") or self.blockers:
            return 0
        page, revision = self.page, self.page.latest_revision
        newest = revision.content if revision and page.has_unpublished_changes else {}
        return int(newest.get("minutes_given") or newest.get("minutes") or page.minutes)

    @property
    def preview_url(self) -> str:
        return reverse("courses:preview", args=[self.page.pk])

    @property
    def changes_url(self) -> str:
        """What the newest version says differently from what learners see."""
        if not (self.page.live and self.page.has_unpublished_changes):
            return ""
        return reverse("wagtailadmin_pages:revisions_compare", args=[self.page.pk, "live", "latest"])

    @cached_property
    def state(self) -> tuple[str, str]:
        return state_of(self.page, waits=self.waits)


def state_of(page: Any, *, waits: bool = False) -> tuple[str, str]:
    """Tone and words for how far a page is."""
    if waits and (page.has_unpublished_changes or not page.live):
        return "warn", _("being reviewed")
    if page.live and page.has_unpublished_changes:
        return "here", _("published, changed since")
    return ("ok", _("published")) if page.live else ("", _("draft"))


@dataclass
class Workbench:
    course: CoursePage
    readiness: CourseReadiness
    rows: list[Row]
    review: ReviewState
    comments: int = 0  # on what the course says about itself

    @property
    def itself(self) -> PageReadiness:
        return self.readiness.pages[0]

    @property
    def is_fixed(self) -> bool:
        """While the course itself waits, its parts stay where they are, but for those who decide."""
        return self.review.is_waiting and any(page.pk == self.course.pk for page in self.review.pages)

    @property
    def has_drafts(self) -> bool:
        return any(not row.page.live or row.page.has_unpublished_changes for row in self.rows)

    @property
    def unfinished(self) -> Row | None:
        return next((row for row in self.rows if row.blockers), None)

    @property
    def unready(self) -> list[PageReadiness]:
        return [page for page in self.readiness.pages if page.blockers]

    def places(self, row: Row | None) -> list[tuple[int, str]]:
        """Behind what a lesson or test can be put."""
        if row is None or row.kind == "module":
            return []
        return [(one.page.pk, one.title) for one in self.rows if one != row and one.after != row.page.pk]

    def row(self, key: int) -> Row | None:
        return next((row for row in self.rows if row.page.pk == key), None)


def workbench_of(course: CoursePage, review: ReviewState) -> Workbench:
    readiness = readiness_of(course)
    rows = _rows(readiness.pages[1:], {page.pk for page in review.pages} if review.is_waiting else set())
    _beside(rows)
    comments = _open_comments([course.pk, *(row.page.pk for row in rows)])
    for row in rows:
        row.comments = comments.get(row.page.pk, 0)
    return Workbench(course, readiness, rows, review, comments.get(course.pk, 0))


def _open_comments(keys: list[int]) -> dict[int, int]:
    found = Comment.objects.filter(page__in=keys, resolved_at__isnull=True).order_by()
    return dict(found.values_list("page").annotate(Count("pk")))


def _rows(parts: Sequence[PageReadiness], waiting: set[int]) -> list[Row]:
    rows, number = [], 0
    for part in parts:
        kind = KINDS[type(part.page)]
        number += kind != "module"
        rows.append(Row(part, kind, number if kind != "module" else None, waits=part.page.pk in waiting))
    return rows


def _beside(rows: list[Row]) -> None:
    """A lesson passes its neighbour, a module with its lessons passes the module before or after it."""
    for inside in (rows, [row for row in rows if row.kind == "module"]):
        keys = [None, *(row.page.pk for row in inside), None]
        for row, before, after in zip(inside, keys, keys[2:], strict=False):
            row.before, row.after = before, after


@dataclass(frozen=True)
class Event:
    when: datetime
    who: str
    what: str
    about: str


def history_of(bench: Workbench) -> list[Event]:
    """What happened to the course and its parts, the latest first; the same again and again is said once."""
    keys = [bench.course.pk, *(row.page.pk for row in bench.rows)]
    entries = PageLogEntry.objects.filter(page_id__in=keys).select_related("user").order_by("-timestamp", "-pk")
    kept = [next(same) for _key, same in groupby(entries[:ENTRIES_READ], key=_same)]
    return [_event(entry, bench.course) for entry in kept[:ENTRIES]]


def _same(entry: PageLogEntry) -> tuple[int, int | None, str]:
    return entry.page_id, entry.user_id, entry.action


def _event(entry: PageLogEntry, course: CoursePage) -> Event:
    about = "" if entry.page_id == course.pk else str(entry.label)
    who = entry.user.full_name if entry.user else _("by itself")
    return Event(entry.timestamp, who, str(entry.message), about)
