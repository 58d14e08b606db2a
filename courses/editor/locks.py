"""What the editor says while a page is under review."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.locks import WorkflowLock


class UnderReview(WorkflowLock):
    """The text stays as it was handed in. Who decides may comment on it, everybody else may look."""

    def get_message(self, user: Any) -> str:
        if not self.for_user(user):
            return _(
                "You are reading this page for others. To comment, mark some words or use the speech bubble at a "
                "block. The text itself stays as it was handed in. Then decide below."
            )
        return _(
            "This page is being read and stays as it was handed in. If you want to go on writing, take it back first."
        )

    def get_locked_by(self, user: Any, can_lock: bool = False) -> str:
        return _("Under review")

    def get_description(self, user: Any, can_lock: bool = False) -> str:
        return _("The text stays as it was handed in until somebody has decided.")
