"""Publishing at a time that somebody set, days or weeks ago: what has become unpublishable since is left out."""

from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from courses.models import ShownByView
from courses.readiness import obstacles
from lms.notifications.services import notify


def publish_due() -> int:
    """Publish what is due and take down what has expired; returns how many pages were left out."""
    due = Revision.objects.filter(approved_go_live_at__lt=timezone.now()).select_related("user").order_by("pk")
    skipped = sum(_skip_if_blocked(revision) for revision in due)
    call_command("publish_scheduled")
    return skipped


@transaction.atomic
def _skip_if_blocked(revision: Revision) -> bool:
    """Back to being a draft, so that it is not tried again every minute."""
    page = revision.content_object
    if not isinstance(page, ShownByView) or not obstacles(page, revision.content):
        return False
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    if author := revision.user or page.owner:
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        notify(author, "courses/schedule_skipped", url=url, title=page.draft_title)
    return True
