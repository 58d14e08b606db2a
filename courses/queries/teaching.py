"""What trainers and training offices see of their city's courses: the state of the text, never of a person."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q
from django.db.models.functions import Left, Length
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, WorkflowState

from courses.models import CityShelfPage, CoursePage
from courses.queries.outline import STEP
from courses.states import STANDING
from people.models import Role, User
from people.queries import cities_where

FEW = 5  # smaller groups could be told apart


@dataclass(frozen=True)
class TaughtCourse:
    page: CoursePage
    tone: str
    state: str
    enrolled: str

    @property
    def edit_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    @property
    def parts_url(self) -> str:
        return reverse("wagtailadmin_explore", args=[self.page.pk])


def shelves_of(user: User) -> list[CityShelfPage]:
    cities = cities_where(user, Role.TRAINER, Role.HR)
    return list(CityShelfPage.objects.filter(city__in=cities).select_related("city").order_by("city__name"))


def taught_courses(shelf: CityShelfPage) -> list[TaughtCourse]:
    courses = list(
        CoursePage.objects.annotate(shelf_path=Left("path", Length("path") - STEP))
        .filter(shelf_path=shelf.path)
        .annotate(enrolled=Count("enrollments", filter=Q(enrollments__status__in=STANDING)))
        .defer("goals")
        .order_by("path")
    )
    waiting = _waiting_for_approval(courses)
    return [TaughtCourse(one, *_state(one, one.pk in waiting), at_least_few(one.enrolled)) for one in courses]


def _waiting_for_approval(courses: list[CoursePage]) -> set[int]:
    keys = [str(course.pk) for course in courses]
    states = WorkflowState.objects.active().filter(
        base_content_type=ContentType.objects.get_for_model(Page), object_id__in=keys
    )
    return {int(key) for key in states.values_list("object_id", flat=True)}


def at_least_few(count: int) -> str:
    return str(count) if count == 0 or count >= FEW else _("fewer than %(few)s") % {"few": FEW}


def _state(course: CoursePage, waits: bool) -> tuple[str, str]:
    if waits:
        return "warn", _("waits for approval")
    if course.live and course.has_unpublished_changes:
        return "ok", _("published, with changes not yet published")
    return ("ok", _("published")) if course.live else ("", _("draft"))
