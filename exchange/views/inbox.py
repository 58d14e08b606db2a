from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from exchange.forms.inquiries import AskForm
from exchange.queries import inbox as queries
from exchange.queries.applications import applications_for, wish_rows
from exchange.queries.deciding import TOGETHER, fresh_decisions, rows_of
from exchange.services import decisions
from exchange.services.inquiries import ask_back, people_to_ask, require_may_ask
from exchange.states import APPLICATION, ApplicationStatus
from exchange.views.cases import FORMS, case_context, form_for
from exchange.views.stale import typed_in
from lms.core.errors import Refused, TooLate
from lms.core.forms import posted
from people.models import LookKind
from people.policies import allowed
from people.services.looks import shown

PER_PAGE = 25

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
    filtered = week if request.GET.get("zeigen") == "woche" else tasks
    if request.GET.get("zeigen") == "konflikt":
        filtered = [task for task in queries.with_conflicts(tasks) if task.has_conflict]
    page = Paginator(filtered, PER_PAGE).get_page(request.GET.get("page"))
    listed = queries.with_conflicts(page)
    wanted = request.GET.get("fall")
    chosen = next((task for task in listed if task.key == wanted), None)
    fresh = fresh_decisions(request.user)
    context = {
        "tasks": tasks,
        "shown": listed,
        "page": page,
        "chips": _chips(request, len(tasks), len(week)),
        "today": today,
        "chosen": chosen or (listed[0] if listed else None),
        "opened": chosen is not None,
        "several": sum(task.kind in TOGETHER for task in listed) > 1,
        "together": TOGETHER,
        "fresh": rows_of(fresh),
        "next_deadline": None if tasks else queries.next_deadline(request.user, today),
    }
    if context["chosen"] and context["chosen"].case:
        application, rows = context["chosen"].case
        context |= case_context(application, request.user, posted(request), rows, fresh)
        page = render(request, "exchange/inbox.html", context)
        return shown(page, request.user, application.apprentice, LookKind.APPLICATION, application.number)
    return render(request, "exchange/inbox.html", context)


def _chips(request, everything, week):
    here = request.GET.get("zeigen", "")
    choices = [
        ("", _("All cases"), everything),
        ("woche", _("This week"), week),
        ("konflikt", _("With a conflict"), None),
    ]
    return [
        {"label": label, "url": f"?zeigen={key}" if key else "?", "current": here == key, "count": count}
        for key, label, count in choices
    ]


@require_POST
def decide(request, pk, step):
    """Take one of the steps; what does not work out comes back with what was typed."""
    application = get_object_or_404(applications_for(request.user), pk=pk)
    if application.apprentice_id == request.user.pk:
        raise Http404
    if _has_moved_on(application, step, request):
        return _late(request, application, step, _("Somebody was faster: this application has moved on."))
    decisions.require_may(step, application, request.user)
    rows = wish_rows(application)
    form = form_for(step, application, rows, request.POST)
    service, done = SERVICES[step]
    if form.is_valid():
        try:
            service(application, actor=request.user, **form.cleaned_data)
        except TooLate as late:
            return _late(request, get_object_or_404(applications_for(request.user), pk=pk), step, str(late))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, done % {"name": application.apprentice.full_name})
            return redirect(reverse("exchange:inbox"))
    return _again(request, application, step, form, status=422)


def _has_moved_on(application, step, request):
    """The form was about a state that is over; without its field nobody can have seen a form."""
    if f"{step}-seen" not in request.POST:
        return False
    over = not APPLICATION.may(application, step)
    waited_for_reader = step == "return" and application.status != ApplicationStatus.SUBMITTED
    trains = application.apprentice.apprenticeship.trainer_id == request.user.pk
    return over or (
        waited_for_reader and trains and not allowed("exchange.decide_application", request.user, application)
    )


def _late(request, application, step, sentence):
    """The new state beside what was typed, which can be sent again where that is still possible."""
    asks = FORMS[step]
    sent = request.POST.copy()
    sent[f"{step}-seen"] = application.submitted_at.isoformat() if application.submitted_at else ""
    rows = wish_rows(application)
    form = form_for(step, application, rows, sent)
    hidden = asks(request.POST, application=application, **({"reasoned": True} if step == "approve" else {}))
    stale = {"sentence": sentence, "typed": typed_in(hidden), "status": application.get_status_display()}
    return _again(request, application, step, form, status=409, stale=stale)


def _again(request, application, step, form, *, status, **more):
    context = case_context(application, request.user) | more
    if step in context["forms"]:
        context["forms"][step] = form
    return render(request, "exchange/case.html", context, status=status)


@require_POST
def ask(request, pk):
    """A question to the apprentice or the trainer, before the decision."""
    application = get_object_or_404(applications_for(request.user), pk=pk)
    if application.apprentice_id == request.user.pk:
        raise Http404
    require_may_ask(application, request.user)
    form = AskForm(request.POST, people=people_to_ask(application, request.user))
    if form.is_valid():
        try:
            ask_back(application, actor=request.user, **form.cleaned_data)
        except TooLate as late:
            stale = {"sentence": str(late), "typed": typed_in(form), "status": application.get_status_display()}
            return _again(request, application, "ask", form, status=409, stale=stale)
        messages.success(request, _("The question is on its way. The case stays with you."))
        return redirect(f"{reverse('exchange:inbox')}?fall=application-{application.pk}")
    return _again(request, application, "ask", form, status=422)
