from datetime import timedelta

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from exchange.queries import inbox as queries
from exchange.queries.applications import applications_for, wish_rows
from exchange.services import decisions
from exchange.views.cases import case_context, form_for
from lms.core.errors import Refused, TooLate
from lms.core.forms import posted

SERVICES = {
    "endorse": (decisions.endorse_application, _("You have endorsed the application of %(name)s.")),
    "return": (decisions.return_application, _("The application of %(name)s has been returned.")),
    "approve": (decisions.approve_application, _("%(name)s is released for the exchange.")),
    "reject": (decisions.reject_application, _("The application of %(name)s has been rejected.")),
}


def inbox(request):
    today = timezone.localdate()
    tasks = queries.inbox(request.user)
    request.open_decisions = len(tasks)  # the navigation need not count again
    week = [task for task in tasks if task.is_due_by(today + timedelta(days=6 - today.weekday()))]
    conflict = [task for task in tasks if task.has_conflict]
    shown = {"woche": week, "konflikt": conflict}.get(request.GET.get("zeigen"), tasks)
    wanted = request.GET.get("fall")
    chosen = next((task for task in shown if task.key == wanted), None)
    context = {
        "tasks": tasks,
        "shown": shown,
        "chips": _chips(request, len(tasks), len(week), len(conflict)),
        "today": today,
        "chosen": chosen or (shown[0] if shown else None),
        "opened": chosen is not None,
        "next_deadline": None if tasks else queries.next_deadline(request.user, today),
    }
    if context["chosen"] and context["chosen"].case:
        application, rows = context["chosen"].case
        context |= case_context(application, request.user, posted(request), rows)
    return render(request, "exchange/inbox.html", context)


def _chips(request, everything, week, conflict):
    here = request.GET.get("zeigen", "")
    choices = [
        ("", _("All cases"), everything),
        ("woche", _("This week"), week),
        ("konflikt", _("With a conflict"), conflict),
    ]
    return [
        {"label": label, "url": f"?zeigen={key}" if key else "?", "current": here == key, "count": count}
        for key, label, count in choices
    ]


@require_POST
def decide(request, pk, step):
    """Take one of the four steps; what does not work out comes back with what was typed."""
    application = get_object_or_404(applications_for(request.user), pk=pk)
    if application.apprentice_id == request.user.pk:
        raise Http404
    decisions.require_may(step, application, request.user)
    rows = wish_rows(application)
    form = form_for(step, application, rows, request.POST)
    service, done = SERVICES[step]
    if form.is_valid():
        try:
            service(application, actor=request.user, **form.cleaned_data)
        except TooLate:
            raise
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, done % {"name": application.apprentice.full_name})
            return redirect(reverse("exchange:inbox"))
    context = case_context(application, request.user)
    context["forms"][step] = form
    return render(request, "exchange/case.html", context, status=422)
