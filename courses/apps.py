from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.admin.apps import WagtailAdminAppConfig


class CoursesConfig(AppConfig):
    default = True
    name = "courses"
    verbose_name = _("courses")

    def ready(self) -> None:
        from django.db.models.signals import post_delete

        from courses.models import Attempt
        from courses.queries.assessing.question_uses import uses_in_tests
        from courses.services.assessing.answer_files import forget_files
        from questions.queries.bank import told_uses

        told_uses(uses_in_tests)
        post_delete.connect(forget_files, sender=Attempt, dispatch_uid="answer_files")


class QuietEditorConfig(WagtailAdminAppConfig):
    """Wagtail's editor, without its mails for each page of a review: ours tell once of a course."""

    def ready(self) -> None:
        super().ready()
        from wagtail import signals
        from wagtail.models import TaskState, WorkflowState

        mails: list[tuple[Any, Any, str]] = [
            (signals.task_submitted, TaskState, "group_approval_task_submitted_email_notification"),
            (signals.workflow_submitted, WorkflowState, "workflow_state_submitted_email_notification"),
            (signals.workflow_rejected, WorkflowState, "workflow_state_rejected_email_notification"),
            (signals.workflow_approved, WorkflowState, "workflow_state_approved_email_notification"),
        ]
        for signal, sender, uid in mails:
            signal.disconnect(sender=sender, dispatch_uid=uid)
