"""What cities add to courses: where learners find it, how far it is, and whether the original has moved on below it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.db.models.functions import Left, Length
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, WorkflowState

from courses.models import AnnexPage, CityShelfPage, CoursePage, LessonPage
from courses.queries.reading.outline import STEP
from courses.queries.writing.workbench import state_of
from people.models import City, Role, User
from people.queries import cities_where


@dataclass(frozen=True)
class Addition:
    page: AnnexPage
    where: str
    is_astray: bool  # the original has changed, so that it is not where its authors put it
    tone: str
    state: str
    can_submit: bool  # nobody outside has seen what is written

    @property
    def edit_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])


def annexes_to_edit(user: User) -> QuerySet[AnnexPage]:
    """Those of the cities one trains or works for."""
    shelves = CityShelfPage.objects.filter(city__in=cities_where(user, Role.TRAINER, Role.HR))
    annexes: QuerySet[AnnexPage] = AnnexPage.objects.annotate(shelf_path=Left("path", Length("path") - STEP))
    return annexes.filter(shelf_path__in=shelves.values("path")).select_related("course", "lesson")


def additions_of(cities: Iterable[City], course: CoursePage | None = None) -> list[Addition]:
    """What these cities add to courses, or to one, with its state."""
    places = CityShelfPage.objects.select_related("city").filter(city__in=[city.pk for city in cities])
    shelves = {shelf.path: shelf.city for shelf in places}
    annexes = AnnexPage.objects.annotate(shelf_path=Left("path", Length("path") - STEP)).filter(shelf_path__in=shelves)
    if course:
        annexes = annexes.filter(course=course)
    found = list(annexes.select_related("course", "latest_revision").order_by("course_title", "path"))
    lessons = LessonPage.objects.in_bulk([key for annex in found if (key := _lesson_of(annex))])
    for annex in found:
        annex.city = shelves[annex.path[:-STEP]]
        annex.lesson = lessons.get(_lesson_of(annex))
    steps = _steps_of([annex.pk for annex in found])
    return [_addition(annex, steps.get(annex.pk, "")) for annex in found]


def _addition(annex: AnnexPage, step: str) -> Addition:
    waits = step == WorkflowState.STATUS_IN_PROGRESS
    returned = step == WorkflowState.STATUS_NEEDS_CHANGES
    state = ("warn", _("sent back")) if returned else state_of(annex, waits=waits)
    unseen = not annex.live or annex.has_unpublished_changes
    return Addition(annex, *where_it_stands(annex), *state, can_submit=unseen and not waits)


def _lesson_of(annex: AnnexPage) -> int | None:
    """Where it is shown, or would be once it is published."""
    draft = None if annex.live else annex.latest_revision
    return draft.content.get("lesson") if draft else annex.lesson_id


def _steps_of(keys: list[int]) -> dict[int, str]:
    kind = ContentType.objects.get_for_model(Page)
    running = WorkflowState.objects.active().filter(base_content_type=kind, object_id__in=[str(key) for key in keys])
    return {int(key): status for key, status in running.values_list("object_id", "status")}


def where_it_stands(annex: AnnexPage) -> tuple[str, bool]:
    """Where learners find an addition, and whether its authors should look after it."""
    if annex.course is None:
        sentence = _("The course “%(title)s” is no longer there, so nobody sees this. The text is kept.")
        return sentence % {"title": annex.course_title}, True
    if not annex.course.live:
        return _("The course is not published at the moment, so nobody sees this."), True
    if annex.lesson is None and annex.lesson_title:
        sentence = _("The lesson “%(title)s” is no longer there. This now stands at the end of the course.")
        return sentence % {"title": annex.lesson_title}, True
    if annex.lesson is None:
        return _("As a lesson at the end of the course"), False
    if not (annex.lesson.live and annex.lesson.is_child_of(annex.course)):
        sentence = _(
            "The lesson “%(title)s” is no longer part of the course, so nobody sees this. Choose another place."
        )
        return sentence % {"title": annex.lesson.title}, True
    return _("At the end of the lesson “%(title)s”") % {"title": annex.lesson.title}, False
