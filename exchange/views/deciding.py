"""Several cases at once, taking decisions back, asking back and answering."""

from datetime import datetime
from uuid import uuid4

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from exchange.forms.inquiries import AnswerForm
from exchange.models import Application, Decision, Inquiry, Placement
from exchange.queries.deciding import decisions_together, preview_of, rows_of, title_of
from exchange.queries.turns import decided_by
from exchange.services.decisions import approve_application, endorse_application
from exchange.services.inquiries import answer_inquiry
from exchange.services.placements import confirm_placement
from exchange.services.undoing import mark_bulk, page_of, undo
from exchange.states import ApplicationStatus
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.core.forms import posted
from people.policies import require


@require_safe
def several(request):
    """What would happen to each of the chosen cases."""
    keys = request.GET.getlist("fall")
    previews = preview_of(request.user, keys)
    if not previews:
        messages.info(request, _("Please choose at least one case that waits for you."))
        return redirect("exchange:inbox")
    possible = [one for one in previews if one.is_possible]
    context = {"previews": previews, "possible": possible, "gone": len(set(keys)) - len(previews)}
    return render(request, "exchange/several.html", context)


@require_POST
def several_decide(request):
    """Each by itself: what somebody decided meanwhile is told, the rest goes on."""
    keys = request.POST.getlist("fall")
    bulk, done = uuid4(), 0
    previews = {one.task.key: one for one in preview_of(request.user, keys)}
    for key in dict.fromkeys(keys):
        one = previews.get(key)
        if one is None:
            messages.warning(request, _("One case no longer waits for you: somebody decided it meanwhile."))
            continue
        sentence = one.hinders or _take(one, request.user, bulk, request.POST.get(f"stand-{key}", ""))
        if sentence:
            messages.warning(request, f"{one.task.title}: {sentence}")
        else:
            done += 1
    if not done:
        return redirect("exchange:inbox")
    sentence = ngettext("One case is decided.", "%(count)s cases are decided.", done) % {"count": done}
    messages.success(request, sentence)
    return redirect("exchange:several_done", bulk=bulk)


def _take(one, actor, bulk, seen):
    """Take the step; what hinders it comes back as a sentence."""
    try:
        with transaction.atomic():
            subject = _step(one, actor, seen)
            mark_bulk(subject, actor=actor, bulk=bulk)
    except NotAllowed:
        return _("Somebody else has to decide on this one.")
    except Refused as refusal:
        return str(refusal)
    return ""


def _step(one, actor, seen):
    if one.step == "confirm":
        return confirm_placement(Placement.objects.visible_to(actor).get(pk=one.task.pk), actor=actor)
    application = one.task.case[0]
    if seen != one.seen:
        raise TooLate(_("The application has been handed in anew since you opened it. Please look again."))
    take = endorse_application if one.step == "endorse" else approve_application
    return take(application, actor=actor, seen=datetime.fromisoformat(seen))


@require_safe
def several_done(request, bulk):
    rows = rows_of(decisions_together(request.user, bulk))
    if not rows:
        raise Http404
    context = {"rows": rows, "bulk": bulk, "open": [row for row in rows if row.can_be_undone]}
    return render(request, "exchange/several_done.html", context)


@require_POST
def several_undo(request, bulk):
    found = decisions_together(request.user, bulk)
    if not found:
        raise Http404
    back = 0
    for decision in found:
        if decision.undone_at:
            continue
        try:
            undo(decision, actor=request.user)
        except Refused as refusal:
            messages.warning(request, f"{title_of(decision)}: {refusal}")
        else:
            back += 1
    if back:
        sentence = ngettext("One decision is taken back.", "%(count)s decisions are taken back.", back)
        messages.success(request, sentence % {"count": back})
    return redirect("exchange:inbox")


@require_POST
def decision_undo(request, pk):
    decision = get_object_or_404(Decision.objects.visible_to(request.user), pk=pk)
    subject = undo(decision, actor=request.user)
    messages.success(request, _("Your decision is taken back. Nobody has been told of it."))
    return redirect(page_of(subject))


def inquiry(request, pk):
    """The question on a page of its own; whoever was asked answers here."""
    found = get_object_or_404(
        Inquiry.objects.visible_to(request.user).select_related(
            "asked", "asked_by", "application__round", "application__home_city",
            "application__apprentice__apprenticeship__trainer",
        ),
        pk=pk,
    )  # fmt: skip
    waits = found.closed_at is None and found.application.status in (
        ApplicationStatus.SUBMITTED,
        ApplicationStatus.ENDORSED,
    )
    form = AnswerForm(posted(request)) if found.asked_id == request.user.pk and waits else None
    status = 200
    if request.method == "POST":
        require("exchange.answer_inquiry", request.user, found)
        form = form or AnswerForm(request.POST)
        if form.is_valid():
            answer_inquiry(found, actor=request.user, answer=form.cleaned_data["answer"])
            messages.success(request, _("Thank you. %(name)s reads your answer.") % {"name": found.asked_by.full_name})
            return redirect(found)
        status = 422
    context = {
        "inquiry": found,
        "application": found.application,
        "form": form,
        "waits": waits,
        "until": decided_by(found.application),
        "sees_application": Application.objects.visible_to(request.user).filter(pk=found.application_id).exists(),
    }
    return render(request, "exchange/inquiry.html", context, status=status)
