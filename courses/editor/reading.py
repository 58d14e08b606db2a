"""The editor while a page is under review: its text stays as it was handed in, and who decides may comment on it.

Wagtail keeps comments with the page and so makes a new version of each. A comment is no version: what a colleague
read is what is published, and who commented did not write along.
"""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem, CancelWorkflowMenuItem, WorkflowMenuItem
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page

from courses.editor.panels import ShowsReadiness
from courses.models import AnnexPage, course_of
from courses.services.reviewing.review import ask

WAGTAILS = "wagtailadmin/pages/edit.html"
CHANGES = ("publish", "submit", "restart_workflow")


class ReadView(ShowsReadiness, EditView):
    def get_template_names(self) -> list[str]:
        names: list[str] = super().get_template_names()
        reads = self.is_under_review and not self.locked_for_user and names == [WAGTAILS]
        return ["courses/editor/read.html"] if reads else names

    @property
    def is_under_review(self) -> bool:
        return bool(self.page.workflow_in_progress)

    @cached_property
    def is_cancelling_workflow(self) -> bool:
        """Taking a page back is for those who write it, not for those who read it."""
        return bool(super().is_cancelling_workflow) and "change" in self.page_perms.permissions

    @cached_property
    def action_name_and_method(self) -> tuple[str, Any]:
        name, method = super().action_name_and_method
        return ("save", self.save_action) if self.is_under_review and name in CHANGES else (name, method)

    def save_action(self) -> HttpResponse:
        if not self.is_under_review:
            answer: HttpResponse = super().save_action()
            return answer
        self._save_comments()
        if self.expects_json_response:
            return self._saved()
        messages.success(self.request, _("Your comments are saved. The text stays as it was handed in."))
        return self.redirect_and_remain()

    def perform_workflow_action(self) -> HttpResponse:
        self._save_comments()
        more = json.loads(self.request.POST.get("workflow-action-extra-data") or "{}")
        state = self.page.current_workflow_task_state
        self.page.current_workflow_task.on_action(
            state, self.request.user, self.workflow_action, comment=str(more.get("comment") or "")
        )
        messages.success(self.request, self._told_after(self.workflow_action))
        return self.redirect_away()

    def _told_after(self, action: str) -> str:
        if action == "reject":
            return _("Sent back. The authors have your comment.")
        if Page.objects.get(pk=self.page.pk).workflow_in_progress:
            return _("Thank you. The next one has been told.")
        return _("Released. Learners see it now, or from the day that was set.")

    def _save_comments(self) -> None:
        formset = self.form.formsets.get("comments")
        if formset is None or not formset.has_changed():
            return
        formset.save(commit=False)
        for comment in formset.new_objects:
            comment.revision_created = self.latest_revision
        getattr(self.page, formset.rel_name).commit()
        self.log_commenting_changes(self.get_commenting_changes(), self.latest_revision)

    def _saved(self) -> JsonResponse:
        """What Wagtail's script wants to hear, as after saving a version."""
        told = {
            "success": True,
            "pk": self.page.pk,
            "revision_id": self.latest_revision.pk,
            "revision_created_at": self.latest_revision_created_at,
            "field_updates": dict(self.form.get_field_updates_for_resave()),
            "comments": self.form.serialize_comments(self.request.user),
            "html": self.render_partials(),
        }
        return JsonResponse(told)


class SaveComments(ActionMenuItem):
    name = "action-save"
    label = gettext_lazy("Save the comments")
    icon_name = "comment"


class TakeBack(CancelWorkflowMenuItem):
    label = gettext_lazy("Take it back and go on writing")


@hooks.register("construct_page_action_menu")
def only_what_can_be_done(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """In our words. While a page is under review: comment and decide, or take it back."""
    page = context.get("page")
    if page and page.workflow_in_progress and context["view"] == "edit":
        decisions = [item for item in items if isinstance(item, WorkflowMenuItem)]
        saved = [] if context["locked_for_user"] else [SaveComments()]
        writes = "change" in context["user_page_permissions_tester"].permissions
        offered = any(item.name == "action-cancel-workflow" for item in items)
        is_decided_here = isinstance(page, AnnexPage)  # courses are decided about as a whole, in the workbench
        first = [*decisions, *saved] if is_decided_here else [*saved, *decisions]
        items[:] = [*first, *([TakeBack()] if writes and offered else [])]
    else:
        items[:] = [item for item in items if item.name not in ("action-restart-workflow", "action-cancel-workflow")]


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def tell_who_is_next(request: HttpRequest, page: Any) -> None:
    if "action-submit" in request.POST and page.workflow_in_progress:
        ask(course_of(page) or page, actor=request.user)  # type: ignore[arg-type]
