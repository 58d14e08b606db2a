from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from lms.core.addresses import safe_next
from lms.notifications.models import Notification
from lms.notifications.services import gist_of, mark_all_read, mark_read


@require_safe
def message_list(request):
    found = Notification.objects.visible_to(request.user).select_related("recipient")
    page = Paginator(found, 25).get_page(request.GET.get("page"))
    rows = [(notification, *gist_of(notification, get_language())) for notification in page]
    return render(
        request, "notifications/message_list.html", {"page": page, "rows": rows, "unread": found.unread().exists()}
    )


@require_POST
def message_open(request, pk):
    """Mark a message as read and go where it leads."""
    notification = get_object_or_404(Notification.objects.visible_to(request.user), pk=pk)
    mark_read(notification)
    return redirect(notification.url)


@require_POST
def messages_read(request):
    mark_all_read(request.user)
    return redirect(safe_next(request, "/nachrichten/"))
