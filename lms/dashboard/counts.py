"""The small numbers in the navigation, asked once per request."""

from django.http import HttpRequest

from exchange.queries.inbox import inbox_count
from lms.notifications.models import Notification


def unread_messages(request: HttpRequest) -> int:
    if not hasattr(request, "unread_messages"):
        request.unread_messages = Notification.objects.visible_to(request.user).unread().count()  # type: ignore[attr-defined]
    return request.unread_messages  # type: ignore[attr-defined, no-any-return]


def open_decisions(request: HttpRequest) -> int:
    if not hasattr(request, "open_decisions"):
        request.open_decisions = inbox_count(request.user)  # type: ignore[attr-defined]
    return request.open_decisions  # type: ignore[attr-defined, no-any-return]
