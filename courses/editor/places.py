"""Where one comes from and goes back to when writing in the editor."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from courses.addresses import workbench_url
from courses.editor.doors import PAGES
from courses.models import CoursePage
from courses.queries.reviewing.review import waiting_for
from courses.queries.writing.workbench import courses_to_edit


@dataclass(frozen=True)
class Place:
    url: str | Promise
    label: str | Promise
    icon: str


OWN_COURSES = Place(reverse_lazy("courses:teaching"), _("Your courses"), "list-ul")
START = Place("/?", _("Start page"), "home")  # the sidebar takes every address that begins like "/" for it


def after_writing(user: Any, page: Page) -> str:
    """To the workbench of the course; who has read all of it goes on to their own courses."""
    course = _course_of(user, page.path)
    return workbench_url(course) if course else reverse("courses:teaching")


def ways_back(request: HttpRequest) -> list[Place]:
    """From everywhere in the editor: to the course one is in, the own courses, the start page."""
    if not hasattr(request, "ways_back"):
        course = _course_here(request)
        back = [Place(workbench_url(course), _("Back to the course"), "arrow-left")] if course else []
        request.ways_back = [*back, OWN_COURSES, START]  # type: ignore[attr-defined]
    return request.ways_back  # type: ignore[attr-defined,no-any-return]


def _course_here(request: HttpRequest) -> CoursePage | None:
    match = request.resolver_match
    key, _rule = PAGES.get(match.view_name if match else "", ("", None))
    page = Page.objects.filter(pk=match.kwargs[key]).only("path").first() if match and key else None
    return _course_of(request.user, page.path) if page else None


def _course_of(user: Any, path: str) -> CoursePage | None:
    """The course a page is or belongs to, if this person puts it together or has to decide about it."""
    above = [path[:end] for end in range(Page.steplen, len(path) + 1, Page.steplen)]
    course: CoursePage | None = courses_to_edit(user).filter(path__in=above).first()
    read = (row.page for row in waiting_for(user) if row.page.path in above and isinstance(row.page, CoursePage))
    return course or next(read, None)
