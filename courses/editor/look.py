"""What Wagtail's editor shows to those who write courses: where they are, what is theirs, and the way back."""

from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import SubmitForModerationMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.query import PageQuerySet

from courses.editor.places import ways_back
from courses.editor.viewsets import Pages
from courses.queries.reviewing.review import waiting_for
from courses.queries.writing.editing import known_to
from courses.queries.writing.teaching import taught
from courses.queries.writing.workbench import courses_to_edit
from lms.core.addresses import number

LIBRARY = [
    ("wagtailimages:index", _("Pictures"), "image"),
    ("wagtaildocs:index", _("Files"), "doc-full"),
    ("wagtailmedia:index", _("Films and sound"), "media"),
]
SHELF_DEPTH = 4
ADAPT = _(
    "Please choose a place among the courses of the same city. To use a course of another city, open it in the "
    "catalogue and adapt it: its origin and licence are then kept."
)

SAID_OTHERWISE = [  # texts of Wagtail that our catalogue says in plainer German
    _("Page '%(page_title)s' has been submitted for moderation."),
    _("Page '%(page_title)s' created and submitted for moderation."),
    _("Proceeding will overwrite the changes made by %(user_name)s."),
    _("Alternatively, you can view the latest version in a new tab."),
    _("No publishing schedule set"),
    _("Set schedule"),
    _("History"),
    _("View history"),
    _("Comment notifications"),
]


@hooks.register("register_admin_viewset")
def pages() -> Pages:
    return Pages()


@hooks.register("construct_main_menu")
def only_what_writing_needs(request: HttpRequest, items: list[Any]) -> None:
    """Superusers look after the system; they keep Wagtail's own entries as well."""
    *back, start = [MenuItem(place.label, str(place.url), icon_name=place.icon) for place in ways_back(request)]
    library = [MenuItem(label, reverse(name), icon_name=icon) for name, label, icon in LIBRARY]
    ours = [*back, *library, start]
    for order, item in enumerate(ours):
        item.order = order
    if request.user.is_superuser:  # type: ignore[union-attr]
        ours += [item for item in items if item.name not in ("images", "documents", "media")]
    items[:] = ours


@hooks.register("construct_homepage_summary_items")
def no_numbers(request: HttpRequest, items: list[Any]) -> None:
    items.clear()


class OwnCourses(Component):
    """What waits for somebody and what they write, each with the next step."""

    template_name = "courses/editor/own_courses.html"
    order = 100

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        return {"courses": taught(courses_to_edit(user)), "waiting": waiting_for(user)}


@hooks.register("construct_homepage_panels")
def own_courses_alone(request: HttpRequest, panels: list[Any]) -> None:
    panels[:] = [OwnCourses()]


@hooks.register("insert_global_admin_css")
def our_colours() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/editor.css"))


@hooks.register("insert_global_admin_js")
def our_script() -> str:
    return format_html('<script type="module" src="{}"></script>', static("js/editor.js"))


@hooks.register("construct_page_chooser_queryset")
def what_one_may_know(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    return pages.filter(pk__in=known_to(request.user).values("pk"))  # type: ignore[arg-type]


class HandIn(SubmitForModerationMenuItem):
    """Wagtail would name the way the page takes."""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        return context | {"label": _("Hand this page in")}


@hooks.register("construct_page_action_menu")
def plain_words(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    items[:] = [HandIn(item.order) if isinstance(item, SubmitForModerationMenuItem) else item for item in items]


@hooks.register("get_avatar_url")
def initials(user: Any, size: int) -> str:
    """Who else is writing is seen by their initials; pictures of people are not kept here."""
    if user is None:  # what happened by itself
        return ""
    drawn = render_to_string("courses/editor/initials.svg", {"name": user.full_name})
    return f"data:image/svg+xml,{quote(drawn)}"


@hooks.register("before_copy_page")
def copy_within_a_city(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Between cities courses are adapted: what comes from where, and under which licence, is kept with them."""
    if request.method != "POST":
        return None
    shelf = page.path[: SHELF_DEPTH * page.steplen]
    if Page.objects.filter(pk=number(request.POST.get("new_parent_page")), path__startswith=shelf).exists():
        return None
    messages.error(request, ADAPT)
    return redirect("wagtailadmin_pages:copy", page.pk)
