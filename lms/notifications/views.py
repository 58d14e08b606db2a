from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.core.addresses import safe_next
from lms.notifications.forms import WishesForm
from lms.notifications.matrix import Group
from lms.notifications.models import Notification
from lms.notifications.outbox import failing_count
from lms.notifications.overview import groups_for, who_hears_what
from lms.notifications.services import mark_all_read, mark_read, set_wishes
from lms.notifications.texts import gist_of
from lms.notifications.timing import wishes_of
from people.models import Role
from people.queries import memberships_of


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


@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request):
    """How and when messages come by mail."""
    roles = set(memberships_of(request.user).values_list("role", flat=True))
    form = WishesForm(request.POST or None, wishes=wishes_of(request.user), groups=groups_for(roles))
    if request.method == "POST" and form.is_valid():
        set_wishes(request.user, **form.chosen())
        messages.success(request, _("Your wishes are saved. They hold for the next mail."))
        return redirect("notifications:wishes")
    status = 422 if request.method == "POST" else 200
    return render(request, "notifications/wishes.html", {"form": form}, status=status)


@require_safe
def matrix(request):
    """Who hears of what, and how."""
    is_admin = memberships_of(request.user).filter(role=Role.ADMIN).exists()
    failing = failing_count() if is_admin else 0
    groups = [(group, who_hears_what(group)) for group in Group]
    return render(request, "notifications/matrix.html", {"groups": groups, "failing": failing})
