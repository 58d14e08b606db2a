"""A course in ten minutes: everything in its place, nothing written yet, nothing published."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from courses.models import CityShelfPage, CoursePage
from courses.services.writing.authoring import locale_of
from courses.services.writing.structure import begun, slug_for
from lms.core.errors import Refused
from people.models import User
from people.policies import require


@dataclass(frozen=True)
class Sketch:
    """`parts` are pairs of a kind ("module", "lesson") and a title, in their order."""

    title: str
    goals: Sequence[str]
    parts: Sequence[tuple[str, str]]
    with_test: bool
    language: str


@transaction.atomic
def create_skeleton(shelf: CityShelfPage, sketch: Sketch, *, actor: User) -> CoursePage:
    """A draft course with its goals, modules, lessons to fill in, and a test."""
    require("courses.begin", actor, shelf, city_id=shelf.city.pk)
    shelf = CityShelfPage.objects.select_for_update().get(pk=shelf.pk)
    if is_taken(shelf, sketch.title):
        raise Refused(_("Your city already has a course of this title. Please choose another one."))
    course = CoursePage(
        title=sketch.title,
        slug=slug_for("course", sketch.title),
        live=False,
        owner=actor,
        locale=locale_of(sketch.language),
        goals=[("goal", goal) for goal in sketch.goals],
    )
    shelf.add_child(instance=course)
    course.save_revision(user=actor, clean=False)
    with translation.override(sketch.language):
        tests = [("test", _("Final test"))] if sketch.with_test else []
    for kind, title in [*sketch.parts, *tests]:
        part = begun(kind, title, actor)
        course.add_child(instance=part)
        part.save_revision(user=actor, clean=False)
    return course


def is_taken(shelf: CityShelfPage, title: str) -> bool:
    """Whether a course of this title stands on the shelf, however it is written."""
    titles = CoursePage.objects.child_of(shelf).values_list("title", "draft_title")
    return title.casefold() in {one.casefold() for pair in titles for one in pair}
