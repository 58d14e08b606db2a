"""Whose turn it is: what waits for somebody, and how far a course is on its way to being published."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from itertools import groupby
from operator import or_
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast, Left, Length
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, WorkflowState

from courses.addresses import workbench_url
from courses.models import AnnexPage, CityShelfPage, CoursePage, PartnerReview, Release, courses_read_by
from courses.queries.reading.outline import STEP, with_cities
from lms.core.steps import NextStep
from people.models import Role, User
from people.policies import allowed
from people.queries import cities_where

PARTNER, RELEASE, RETURNED = "partner", "release", "returned"
COURSE_DEPTH = 5  # root, home, catalogue, shelf, course
WAITING = TaskState.STATUS_IN_PROGRESS


def pages_of(course: Page) -> QuerySet[Page]:
    """The course and its parts, in the order of the tree."""
    pages: QuerySet[Page] = Page.objects.descendant_of(course, inclusive=True).order_by("path")
    return pages


def active_in(pages: Iterable[Page]) -> QuerySet[WorkflowState]:
    """The ways of these pages that have not come to their end: waiting, or sent back."""
    states: QuerySet[WorkflowState] = WorkflowState.objects.active().filter(
        object_id__in=[str(page.pk) for page in pages], **_about_pages()
    )
    return states.order_by("pk")


def pages_to_submit(course: CoursePage) -> list[Any]:
    """What nobody outside has seen yet: drafts and changes that neither wait for somebody nor for their day."""
    unseen = pages_of(course).filter(Q(live=False) | Q(has_unpublished_changes=True))
    waiting = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS, **_about_pages())
    keys = [int(key) for key in waiting.values_list("object_id", flat=True)]
    scheduled = Q(latest_revision__approved_go_live_at__isnull=False)
    return list(unseen.exclude(pk__in=keys).exclude(scheduled).specific())  # type: ignore[attr-defined]


def _about_pages() -> dict[str, ContentType]:
    return {"base_content_type": ContentType.objects.get_for_model(Page)}


def states_in(pages: Iterable[Page]) -> QuerySet[TaskState]:
    """The steps at which these pages wait."""
    about = {f"workflow_state__{name}": value for name, value in _about_pages().items()}
    keys = [str(page.pk) for page in pages]
    states: QuerySet[TaskState] = TaskState.objects.filter(
        status=WAITING, workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
        workflow_state__object_id__in=keys, **about,
    )  # fmt: skip
    return states.select_related("task", "workflow_state__requested_by", "workflow_state__workflow").order_by("pk")


@dataclass(frozen=True)
class Waiting:
    """A course, or an addition of a city, that waits for somebody's decision."""

    page: Any
    step: str
    since: datetime
    pages: int
    comment: str

    @property
    def title(self) -> str:
        return str(self.page.draft_title)

    @property
    def url(self) -> str:
        if isinstance(self.page, CoursePage):
            return workbench_url(self.page)
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    @property
    def sentence(self) -> str:
        city = {"city": self.page.city.name}
        if self.step == PARTNER:
            return _("Read it for %(city)s: is it right, and is it clear?") % city
        return _("Release it for %(city)s: then learners see it.") % city


def waiting_for(user: User) -> list[Waiting]:
    """What somebody has to read or release, the longest wait first. The number of queries does not grow with it."""
    found = _waiting_pages(user)
    if not found:
        return []
    courses = CoursePage.objects.filter(path__in={_course_path(page) for page, _state in found}).defer("goals")
    annexes = AnnexPage.objects.filter(pk__in=[page.pk for page, _state in found]).defer("body")
    tops = {page.path: page for page in with_cities([*courses, *annexes])}
    rows = []
    for (path, step), group in groupby(sorted(found, key=_place), key=_place):
        states = [state for _page, state in group]
        comment = next((state.comment for state in states if state.comment), "")
        rows.append(Waiting(tops[path], step, min(one.started_at for one in states), len(states), comment))
    return sorted(rows, key=lambda row: row.since)


def to_decide(user: User) -> QuerySet[Page]:
    """The courses and additions in `waiting_for`, to be counted: the navigation asks on each page."""
    offices = CityShelfPage.objects.filter(city__in=cities_where(user, Role.HR)).values("path")
    on_shelf = Page.objects.annotate(shelf_path=Left("path", Length("path") - STEP))
    own = on_shelf.filter(_waits_at(Release), shelf_path__in=offices, depth=COURSE_DEPTH)
    read = courses_read_by(user).filter(_waits_at(PartnerReview))
    return Page.objects.filter(Q(pk__in=own.values("pk")) | Q(pk__in=read.values("pk")))


def _waits_at(step: type[PartnerReview | Release]) -> Exists:
    """Something at or below a page waits at this step."""
    waiting = TaskState.objects.filter(
        status=WAITING, workflow_state__status=WorkflowState.STATUS_IN_PROGRESS, task__in=step.objects.all()
    ).values("workflow_state__object_id")
    parts = Page.objects.annotate(key=Cast("pk", CharField())).filter(key__in=waiting)
    return Exists(parts.filter(path__startswith=OuterRef("path")))


def states_for(user: User) -> QuerySet[TaskState]:
    """The steps this person may decide now."""
    keys = [state.pk for _page, state in _waiting_pages(user)]
    states: QuerySet[TaskState] = TaskState.objects.filter(pk__in=keys)
    return states


def _waiting_pages(user: User) -> list[tuple[Page, TaskState]]:
    tops = list(to_decide(user))
    if not tops:
        return []
    offices = CityShelfPage.objects.filter(city__in=cities_where(user, Role.HR)).values_list("path", flat=True)
    released = tuple(offices)
    below = reduce(or_, (Q(path__startswith=top.path) for top in tops))
    pages = {str(page.pk): page for page in Page.objects.filter(below).only("path", "depth", "draft_title")}
    found = [(pages[state.workflow_state.object_id], state) for state in states_in(pages.values())]
    return [(page, state) for page, state in found if (_step_of(state) == RELEASE) == page.path.startswith(released)]


def _course_path(page: Page) -> str:
    return str(page.path[: COURSE_DEPTH * STEP])


def _step_of(state: TaskState) -> str:
    return PARTNER if state.task.specific_class is PartnerReview else RELEASE


def _place(found: tuple[Page, TaskState]) -> tuple[str, str]:
    return _course_path(found[0]), _step_of(found[1])


def review_steps(user: User) -> list[NextStep]:
    """For the start page."""
    labels = {PARTNER: _("Read the course"), RELEASE: _("Look at it and release it")}
    return [
        NextStep(row.title, row.sentence, row.url, labels[row.step], order=30, due=None) for row in waiting_for(user)
    ]


@dataclass(frozen=True)
class ReviewState:
    """How far a course is. `step` is "partner", "release", "returned", or "" while nobody waits."""

    step: str = ""
    since: datetime | None = None
    pages: tuple[Page, ...] = ()
    by: User | None = None  # who handed it in, or sent it back
    comment: str = ""

    @property
    def is_waiting(self) -> bool:
        return self.step in (PARTNER, RELEASE)


def review_state(course: CoursePage) -> ReviewState:
    """Where the whole course stands; while parts of it wait at different steps, the earlier one."""
    pages = {str(page.pk): page for page in pages_of(course).only("path", "depth", "draft_title", "title")}
    related = ("current_task_state__task", "current_task_state__finished_by", "requested_by")
    steps: dict[str, list[WorkflowState]] = {}
    for state in active_in(pages.values()).select_related(*related):
        steps.setdefault(_stage(state), []).append(state)
    step = next((one for one in (PARTNER, RELEASE, RETURNED) if one in steps), "")
    if not step:
        return ReviewState()
    current = [state.current_task_state for state in steps[step]]
    return ReviewState(
        step=step,
        since=min(one.finished_at or one.started_at for one in current),
        pages=tuple(pages[state.object_id] for state in steps[step]),
        by=current[0].finished_by or steps[step][0].requested_by,
        comment=next((one.comment for one in current if one.comment), ""),
    )


def steps_of(courses: Iterable[CoursePage]) -> dict[str, str]:
    """The same of many courses, by their path."""
    states = WorkflowState.objects.active().filter(**_about_pages()).select_related("current_task_state__task")
    stages = {int(state.object_id): _stage(state) for state in states}
    found: dict[str, set[str]] = {course.path: set() for course in courses}
    for key, path in Page.objects.filter(pk__in=stages).values_list("pk", "path"):
        found.get(path[: COURSE_DEPTH * STEP], set()).add(stages[key])
    order = (PARTNER, RELEASE, RETURNED)
    return {path: next(step for step in order if step in steps) for path, steps in found.items() if steps}


def _stage(state: WorkflowState) -> str:
    if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return RETURNED
    return _step_of(state.current_task_state)


@dataclass(frozen=True)
class ReviewOptions:
    """Which buttons make sense for somebody now."""

    submit: bool = False
    withdraw: bool = False
    recommend: bool = False
    release: bool = False

    @property
    def send_back(self) -> bool:
        return self.recommend or self.release


def review_options(user: User, course: CoursePage, state: ReviewState) -> ReviewOptions:
    writes = allowed("courses.edit", user, course)
    return ReviewOptions(
        submit=writes and bool(pages_to_submit(course)),
        withdraw=writes and bool(state.step),
        recommend=state.step == PARTNER and allowed("courses.recommend", user, course),
        release=state.step == RELEASE and allowed("courses.release", user, course),
    )
