from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from exchange.forms.comparing import WhatIfForm
from exchange.models import ExchangeRound, MatchRun
from exchange.queries.comparing import Comparison
from exchange.queries.markets import applications_in
from exchange.queries.matching import Report, latest_run
from exchange.services.matching_runs import adopt_run, discard_run, replay, start_run
from exchange.services.publication import publish_round, return_to_matching
from exchange.states import RoundStatus, RunStatus
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
        "city_prices": list(comparison.city_prices()),
        "form": form,
        "asked": asked,
        "outcome": comparison.outcome(form.change) if asked else None,
    }
    return render(request, "exchange/match_compare.html", context)


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
