from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from exchange.forms.comparing import PinForm, WhatIfForm
from exchange.models import Application, ExchangeRound, MatchRun, Pin
from exchange.queries.comparing import Comparison
from exchange.queries.markets import applications_in
from exchange.queries.matching import Report, latest_run
from exchange.services.matching_runs import adopt_run, discard_run, replay, start_run
from exchange.services.pins import pin_place, release_pin
from exchange.services.publication import publish_round, return_to_matching
from exchange.states import RoundStatus, RunStatus
from lms.core.forms import posted
from people.policies import require


@require_safe
def round_matching(request, pk):
    """Where the assignment of a round stands: its newest run, or the place to compute the first one."""
    round_ = get_object_or_404(ExchangeRound.objects.visible_to(request.user), pk=pk)
    require("exchange.coordinate", request.user, round_)
    newest = latest_run(round_)
    if newest:
        return redirect(newest)
    people, may_start = len(applications_in(round_)), round_.status == RoundStatus.MATCHING
    context = {"round": round_, "people": people, "may_start": may_start}
    return render(request, "exchange/match_run_start.html", context)


@require_POST
def match_start(request, pk):
    round_ = get_object_or_404(ExchangeRound.objects.visible_to(request.user), pk=pk)
    new = start_run(round_, actor=request.user)
    messages.success(request, _("The proposal is computed. Nothing is decided yet."))
    return redirect(new)


@require_safe
def match_run(request, pk):
    found = _run(request, pk)
    round_ = found.round
    is_open = found.status == RunStatus.PROPOSED and round_.status == RoundStatus.MATCHING
    context = {
        "run": found,
        "round": round_,
        "report": Report(found),
        "is_open": is_open,
        "may_start": round_.status == RoundStatus.MATCHING,
        "is_confirming": found.status == RunStatus.ADOPTED and round_.status == RoundStatus.CONFIRMATION,
        "others": round_.runs.exclude(pk=found.pk),
    }
    return render(request, "exchange/match_run.html", context)


@require_safe
def match_compare(request, pk):
    """Other procedures, limits and seats on the same input; nothing is changed by it."""
    found = _run(request, pk)
    comparison = Comparison(found)
    offers = found.round.offers.filter(pk__in=[one["id"] for one in found.market["offers"]]).select_related("city")
    form = WhatIfForm(request.GET or None, offers=offers.order_by("title", "pk"))
    asked = form.is_bound and form.is_valid()
    context = {
        "run": found,
        "round": found.round,
        "comparison": comparison,
        "city_prices": (prices := list(comparison.city_prices())),
        "city_gain": any(one.more for one in prices),
        "form": form,
        "asked": asked,
        "outcome": comparison.outcome(form.change) if asked else None,
    }
    return render(request, "exchange/match_compare.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def match_person(request, pk, number):
    """What each possible place of one person would do to the others, and giving one of them by hand."""
    found = _run(request, pk)
    application = _applicant(found, number)
    comparison = Comparison(found)
    moves = comparison.moves(number)
    places = {
        str(one.pk): one
        for one in found.round.offers.filter(pk__in=[key for _r, key, _o in moves]).select_related("city")
    }
    rows = [(rank, places[key], outcome) for rank, key, outcome in moves if key in places]
    possible = [offer for _rank, offer, outcome in rows if outcome is not None]
    form = PinForm(posted(request), offers=possible)
    if request.method == "POST" and form.is_valid():
        new = pin_place(found, application, form.place, reason=form.cleaned_data["reason"], actor=request.user)
        messages.success(request, _("The place is fixed, and a new proposal is computed with it."))
        return redirect(new)
    context = {
        "run": found,
        "round": found.round,
        "number": number,
        "rows": rows,
        "received": found.result["assignment"][number],
        "pin": Pin.objects.standing().filter(application=application).first(),
        "comparison": comparison,
        "form": form if possible else None,
    }
    return render(request, "exchange/match_person.html", context, status=400 if form.errors else 200)


@require_POST
def match_release(request, pk, number):
    found = _run(request, pk)
    new = release_pin(found, _applicant(found, number), actor=request.user)
    messages.success(request, _("The place is released, and a new proposal is computed."))
    return redirect(new)


def _applicant(run, number):
    if number not in run.result["assignment"]:
        raise Http404
    return get_object_or_404(Application.objects.filter(round=run.round_id), number=number)


@require_POST
def match_replay(request, pk):
    """Compute the run once more from its stored input, and compare."""
    found = _run(request, pk)
    if replay(found).outcome_sha256 == found.result_hash:
        messages.success(
            request,
            _("Computed once more: exactly the same result, with the same checksum %(hash)s.")
            % {"hash": found.result_hash[:12]},
        )
    else:
        messages.error(
            request, _("Computed once more: another result. Please do not use this proposal, and report it.")
        )
    return redirect(found)


@require_POST
def match_adopt(request, pk):
    found = adopt_run(_run(request, pk), actor=request.user)
    messages.success(request, _("The proposal is adopted. The training offices of both cities now confirm each place."))
    return redirect(found)


@require_POST
def match_discard(request, pk):
    found = discard_run(_run(request, pk), actor=request.user)
    messages.success(request, _("The proposal is discarded."))
    return redirect(found)


@require_POST
def round_publish(request, pk):
    round_ = get_object_or_404(ExchangeRound.objects.visible_to(request.user), pk=pk)
    publish_round(round_, actor=request.user)
    messages.success(request, _("The places are published. Everybody has been told at the same moment."))
    return redirect(round_)


@require_POST
def round_rematch(request, pk):
    round_ = get_object_or_404(ExchangeRound.objects.visible_to(request.user), pk=pk)
    return_to_matching(round_, actor=request.user)
    messages.success(request, _("The round is in the matching again. What both cities confirmed stays as it is."))
    return redirect(round_)


def _run(request, pk):
    return get_object_or_404(MatchRun.objects.visible_to(request.user).select_related("round", "created_by"), pk=pk)
