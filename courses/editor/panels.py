"""Panels of ours beside Wagtail's editor."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.side_panels import BaseSidePanel

from courses.models import CoursePage
from courses.queries.writing.readiness import PageReadiness, readiness_of
from courses.readiness import check


class ReadinessPanel(BaseSidePanel):
    """What is still to be done before the page can be published. Drawn anew whenever Wagtail saves by itself."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Ready to be published?")
        icon_name = "tasks"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            return super().get_context_data(parent_context) | {"count": len(self.panel.here.blockers)}

    name = "readiness"
    title = _("Ready to be published?")
    template_name = "courses/editor/readiness.html"
    order = 50

    def __init__(self, page: Any, request: Any) -> None:
        super().__init__(page, request)
        self.here, self.parts = _found(page)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        parts = [part for part in self.parts if part.blockers or part.advice]
        return super().get_context_data(parent_context) | {
            "here": self.here,
            "parts": parts,
            "is_ready": not self.here.blockers and not any(part.blockers for part in parts),
            "is_new": self.object.pk is None,
        }


def _found(page: Any) -> tuple[PageReadiness, Sequence[PageReadiness]]:
    """The findings of this page as it was saved last; for a course those of its parts as well."""
    if isinstance(page, CoursePage) and page.pk:
        own, *parts = readiness_of(page).pages
        return own, parts
    return PageReadiness(page, tuple(check(page)) if page.pk else ()), ()


class ShowsReadiness:
    """For the views that create and edit a page: the panel, and what stands in the way of publishing."""

    partials_template_name = "courses/editor/edit_partials.html"

    def get_side_panels(self) -> Any:
        panels = super().get_side_panels()  # type: ignore[misc]
        panels.insert(1, ReadinessPanel(self.page, self.request))  # type: ignore[attr-defined]
        return panels

    def form_invalid(self, form: Any) -> HttpResponse:
        """Wagtail would say that nothing could be saved; here only publishing has to wait."""
        if not form.obstacles:
            answer: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
            return answer
        told = render_to_string("courses/editor/obstacles.html", {"findings": form.obstacles})
        messages.error(self.request, told)  # type: ignore[attr-defined]
        self.errors_debug, self.has_unsaved_changes = "", True
        shown: HttpResponse = self.render_to_response(self.get_context_data())  # type: ignore[attr-defined]
        return shown


@hooks.register("insert_editor_js")
def the_way_to_a_finding() -> str:
    return format_html('<script type="module" src="{}"></script>', static("js/findings.js"))


@hooks.register("insert_global_admin_css")
def the_look_of_a_review() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/reviewing.css"))
