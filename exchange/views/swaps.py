"""The swap phase: what an apprentice would rather have, what offices propose, confirm and refuse."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from exchange.forms.placements import AllTheSameForm, ReasonForm
from exchange.forms.rounds import SwapWishForm
from exchange.models import Placement
from exchange.queries.swaps import city_to_confirm, city_turns, may_swap, moves_of, swap_choices, swaps_for
from exchange.services.swaps import confirm_swap, note_swap_wishes, propose_swap, refuse_swap
from exchange.states import SwapStatus
from exchange.views.stale import typed_in
from lms.core.addresses import number
from lms.core.errors import Refused, TooLate
from lms.core.forms import posted
from lms.core.lifecycle import StepNotAllowed
from people.policies import allowed
from training.services.overrides import ReasonMissing


def wishes(request, pk):
    """Only the person decides whether to swap, so nobody else has this page."""
    found = get_object_or_404(
        Placement.objects.visible_to(request.user).select_related("round", "application", "offer__city", "host_city"),
        pk=pk,
        apprentice=request.user,
    )
    if not may_swap(found):
        raise StepNotAllowed(_("This place cannot be swapped (any more)."), about=found)
    choices = swap_choices(found)
    form = SwapWishForm(posted(request), choices=choices)
    if request.method == "POST" and form.is_valid():
        chosen = list(form.cleaned_data["offers"])
        note_swap_wishes(found, chosen, actor=request.user)
        said = _("Saved. If somebody fits, the training offices decide on the swap. You keep your place until then.")
        messages.success(request, said if chosen else _("Saved. You keep your place and do not swap."))
        return redirect(found)
    return render(request, "exchange/swap_wishes.html", {"placement": found, "form": form, "choices": choices})


@require_POST
def propose(request, pk):
    """From the place of somebody of the own office, against the one that is sent along."""
    found = get_object_or_404(Placement.objects.visible_to(request.user).select_related("round"), pk=pk)
    others = Placement.objects.filter(round=found.round_id).exclude(pk=found.pk)
    other = others.filter(pk=number(request.POST.get("gegen")), swap_wishes__offer=found.offer_id).first()
    if other is None:
        raise TooLate(_("One of the two people does not wish for this swap any more."), about=found.round)
    try:
        swap = propose_swap(found, other, actor=request.user)
    except TooLate:
        raise
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("exchange:clearing", found.round_id)
    messages.success(request, _("The swap is proposed. All cities involved confirm it now."))
    return redirect(swap)


@require_safe
def swap(request, pk):
    return _page(request, _swap(request, pk))


@require_POST
def swap_confirm(request, pk):
    found = _swap(request, pk)
    form = AllTheSameForm(request.POST, prefix="confirm")
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        found = confirm_swap(found, actor=request.user, reason=reason)
    except ReasonMissing:
        return _page(request, found, status=422, confirm_form=form)
    except StepNotAllowed as late:
        if not reason:
            raise
        return _late(request, pk, late, form, "confirm_form")
    if found.status == SwapStatus.CARRIED_OUT:
        messages.success(request, _("Confirmed. The places are swapped, and everybody involved has been told."))
    else:
        messages.success(request, _("Confirmed for your city. The other cities decide now."))
    return redirect(found)


@require_POST
def swap_refuse(request, pk):
    found = _swap(request, pk)
    form = ReasonForm(posted(request), prefix="refuse")
    if not form.is_valid():
        return _page(request, found, status=422, refuse_form=form)
    try:
        refuse_swap(found, actor=request.user, reason=form.cleaned_data["reason"])
    except StepNotAllowed as late:
        return _late(request, pk, late, form, "refuse_form")
    messages.success(request, _("Refused. Both people keep the places they have."))
    return redirect(found)


def _late(request, pk, late, form, name):
    """The new state, with what was typed: ready to be sent again where that is still possible."""
    found = _swap(request, pk)
    stale = {"sentence": str(late), "typed": typed_in(form), "status": found.get_status_display()}
    again = {name: form} if found.status == SwapStatus.PROPOSED else {}
    return _page(request, found, status=409, stale=stale, **again)


def _page(request, found, *, status=200, confirm_form=None, refuse_form=None, stale=None):
    moves = moves_of(found, request.user)
    city = city_to_confirm(found, request.user)
    to_decide = city and any(move.to_decide(request.user) for move in moves)
    context = {
        "swap": found,
        "stale": stale,
        "moves": moves,
        "turns": city_turns(found),
        "city": city,
        "may_refuse": found.status == SwapStatus.PROPOSED and allowed("exchange.refuse_swap", request.user, found),
        "confirm_form": confirm_form or (AllTheSameForm(prefix="confirm") if to_decide else None),
        "refuse_form": refuse_form or ReasonForm(prefix="refuse"),
        "back": reverse("exchange:round", args=[found.round_id]),
    }
    return render(request, "exchange/swap.html", context, status=status)


def _swap(request, pk):
    return get_object_or_404(swaps_for(request.user), pk=pk)
