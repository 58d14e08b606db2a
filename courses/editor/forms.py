"""The forms of Wagtail's editor for our pages. The models name them, so what reads models is imported late."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm
from wagtail.forms import TaskStateCommentForm

from courses.editor.free_address import FreeAddress
from courses.editor.known_targets import KnownTargets

HANDING_IN = ("action-submit", "action-restart-workflow")


class PublishableForm(KnownTargets, FreeAddress, WagtailAdminPageForm):
    """A draft may be incomplete. Who hands it in or publishes it reads what is missing, and loses nothing.

    `obstacles` are the findings in the way; the editor's views show them with links, see `courses.editor.panels`.
    """

    obstacles: Sequence[Any] = ()

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.is_deferred_validation or self.errors:
            return
        self.obstacles = self._obstacles()
        for finding in self.obstacles:
            self.add_error(None, finding.sentence)

    def _obstacles(self) -> Sequence[Any]:
        from courses.readiness import blockers, obstacles

        approves = "action-workflow-action" in self.data and self.data.get("workflow-action-name") == "approve"
        if "action-publish" in self.data or approves:
            return obstacles(self.instance)
        return blockers(self.instance) if any(action in self.data for action in HANDING_IN) else ()


class DraftCopyForm(CopyForm):
    """A copy begins as a draft: somebody has to look at it before learners do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)


class ReturnForm(TaskStateCommentForm):
    """Nobody should have to guess why a page comes back."""

    comment = forms.CharField(
        label=_("What should be changed?"), widget=forms.Textarea({"rows": 4}), max_length=2000,
        error_messages={"required": _("Please say what should be changed.")},
    )  # fmt: skip
