"""The clearing: who is without a place, what they would take, and what their office proposes."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from exchange.forms.rounds import ClearingWishForm
from exchange.models import Application, HostOffer
from exchange.queries.clearing import choices_for, clearing_desk
from exchange.queries.rounds import round_list
from exchange.queries.swaps import swap_desk
from exchange.services.clearing import note_clearing_wishes, propose_in_clearing
from exchange.states import ApplicationStatus, RoundStatus
from lms.core.addresses import number
from lms.core.errors import Refused, TooLate
from lms.core.forms import posted
from lms.core.lifecycle import StepNotAllowed
from people.models import Role
from people.policies import require
from people.queries import cities_where


@require_safe
def desk(request, pk):
    found = get_object_or_404(round_list(request.user), pk=pk)
    require("exchange.see_clearing", request.user, found)
    if found.status != RoundStatus.CLEARING:
        raise StepNotAllowed(_("Free places are not given away (any more) in this round."), about=found)
    context = {"round": found, "desk": clearing_desk(found, request.user), "swaps": swap_desk(found, request.user)}
    return render(request, "exchange/clearing.html", context)


def wishes(request, pk):
    """The apprentice chooses, or their office after talking to them."""
    found = _find(request, pk)
    require("exchange.note_clearing_wishes", request.user, found)
    _require_open(found)
    choices = choices_for(found)
    form = ClearingWishForm(posted(request), choices=choices)
    own = found.apprentice_id == request.user.pk
    back = found.get_absolute_url() if own else reverse("exchange:clearing", args=[found.round_id])
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            note_clearing_wishes(found, list(form.cleaned_data["offers"]), actor=request.user)
        except TooLate:
            raise
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
        else:
            messages.success(
                request,
                _("Saved. Your training office sees it and proposes a place.") if own else _("The wishes are noted."),
            )
            return redirect(back)
    context = {"application": found, "form": form, "choices": choices, "own": own, "back": back}
    return render(request, "exchange/clearing_wishes.html", context, status=status)


@require_POST
def propose(request, pk):
    found = _find(request, pk)
    offer = get_object_or_404(
        HostOffer.objects.visible_to(request.user), pk=number(request.POST.get("platz")), round=found.round_id
    )
    back = reverse("exchange:clearing", args=[found.round_id])
    try:
        propose_in_clearing(found, offer, actor=request.user)
    except TooLate:
        raise
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The place is proposed. Both cities confirm it now."))
    return redirect(back)


def _find(request, pk):
    here = Q(apprentice=request.user) | Q(home_city__in=cities_where(request.user, Role.HR))
    found = Application.objects.filter(here).select_related("round__agreement", "apprentice", "home_city")
    return get_object_or_404(found, pk=pk, submitted_at__isnull=False)


def _require_open(application):
    if application.round.status != RoundStatus.CLEARING or application.status != ApplicationStatus.UNMATCHED:
        raise StepNotAllowed(_("Free places are not given away (any more) in this round."), about=application)
