from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from exchange.forms.rounds import RoundForm
from exchange.models import MatchRun
from exchange.queries.consequences import of_round_step
from exchange.queries.round_blockers import blockers
from exchange.queries.round_turns import turns
from exchange.queries.rounds import BY_ITSELF, NEXT, TONES, halts, numbers, round_list, suggested_dates
from exchange.services.rounds import CHANGEABLE, change_round, create_round
from exchange.states import ROUND, RoundStatus
from exchange.views.round_steps import ROUND_STEPS
from exchange.views.step_pages import step_page
from lms.core.forms import posted
from lms.core.lifecycle import StepNotAllowed
from people.models import Role
from people.policies import allowed, require
from people.queries import holds


@require_safe
def rounds(request):
    page = Paginator(round_list(request.user), 25).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [(one, TONES.get(one.status, "here")) for one in page],
        "sees_agreements": holds(request.user, Role.COORDINATOR, Role.HR),
        "may_create": allowed("exchange.coordinate", request.user),
    }
    return render(request, "exchange/round_list.html", context)


@require_safe
def round_page(request, pk):
    found = _find(request, pk)
    coordinates = allowed("exchange.coordinate", request.user)
    sees_numbers = holds(request.user, Role.COORDINATOR, Role.HR)
    next_step = NEXT.get(found.status, ("", ""))[0]
    context = {
        "round": found,
        "tone": TONES.get(found.status, "here"),
        "halts": halts(found) if found.status != RoundStatus.CANCELED else [],
        "turns": turns(found, request.user),
        "numbers": numbers(found) if sees_numbers else [],
        "sees_numbers": sees_numbers,
        "coordinates": coordinates,
        "may_change": coordinates and found.status in CHANGEABLE,
        "next": ROUND_STEPS.get(next_step),
        "runs": list(MatchRun.objects.visible_to(request.user).filter(round=found).order_by("-number")[:10]),
        "by_itself": next_step in BY_ITSELF,
        "against": blockers(found, next_step, timezone.localdate()) if coordinates else [],
        "others": _other_steps(found, next_step) if coordinates else [],
    }
    return render(request, "exchange/round.html", context)


def _other_steps(found, next_step):
    possible = [*sorted(ROUND.open_steps(found.status), key=list(ROUND.steps).index)]
    if found.status == RoundStatus.APPLICATIONS_OPEN:
        possible.insert(0, "extend_applications")
    return [ROUND_STEPS[name] for name in possible if name in ROUND_STEPS and name != next_step]


def round_create(request):
    require("exchange.coordinate", request.user)
    form = RoundForm(posted(request), initial=suggested_dates(timezone.localdate()))
    if request.method == "POST" and form.is_valid():
        made = create_round(actor=request.user, **form.cleaned_data)
        messages.success(request, _("The round is prepared. Open it for offers when everything is right."))
        return redirect(made)
    context = {"form": form, "round": None, "ready": form.fields["agreement"].queryset.exists()}
    return render(request, "exchange/round_form.html", context)


def round_edit(request, pk):
    found = _find(request, pk)
    require("exchange.coordinate", request.user)
    if found.status not in CHANGEABLE:
        raise StepNotAllowed(_("The round has moved on. Its dates cannot be changed any more."), about=found)
    form = RoundForm(posted(request), instance=_find(request, pk))
    if request.method == "POST" and form.is_valid():
        change_round(found, actor=request.user, **form.cleaned_data)
        messages.success(request, _("The round is saved."))
        return redirect(found)
    return render(request, "exchange/round_form.html", {"form": form, "round": found, "ready": True})


def round_step(request, pk, slug):
    found = _find(request, pk)
    page = next((step for step in ROUND_STEPS.values() if step.slug == slug), None)
    if page is None:
        raise Http404
    today = timezone.localdate()
    context = {
        "subject_title": found.name,
        "over": _("Rounds"),
        "consequences": of_round_step(found, page.step),
        "against": blockers(found, page.step, today),
        "form_options": {"subject": found, "today": today} if page.step == "extend_applications" else {},
    }
    return step_page(
        request,
        found,
        page,
        lifecycle=None if page.step == "extend_applications" else ROUND,
        back=reverse("exchange:round", args=[pk]),
        context=context,
        today=today,
    )


def _find(request, pk):
    return get_object_or_404(round_list(request.user), pk=pk)
