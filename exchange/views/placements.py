from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from certificates.models import Certificate
from exchange.forms.placements import AllTheSameForm, DeclineForm, ReasonForm
from exchange.queries import desk as desks
from exchange.queries import stay
from exchange.queries.conflicts import for_stay, override_of
from exchange.queries.matching import explanation_of, rank_of
from exchange.queries.placement_rows import chips_for, listed, plan_of, rows_of
from exchange.queries.placements import day_of, placements_for
from exchange.queries.stay_turns import who_is_next
from exchange.services.answers import accept_placement, decline_placement
from exchange.services.placements import confirm_placement, override_one, refuse_placement
from exchange.services.records import issue_record
from exchange.services.stays import complete_placement, end_placement
from lms.core.errors import Refused
from lms.core.forms import posted
from people.policies import require
from training.forms.absences import OverrideForm
from training.notices import open_warnings
from training.services.overrides import ReasonMissing
from training.views.agreements import propose

PER_PAGE = 50


@require_safe
def placement_list(request):
    page = Paginator(listed(request.user, request.GET), PER_PAGE).get_page(request.GET.get("page"))
    rows = rows_of(page)
    as_plan = request.GET.get("ansicht") == "plan"
    context = {
        "page": page,
        "rows": rows,
        "chips": chips_for(request.user, request.GET),
        "as_plan": as_plan,
        "plan": plan_of(rows, timezone.localdate()) if as_plan else None,
    }
    return render(request, "exchange/placement_list.html", context)


@require_safe
def placement(request, pk):
    return _page(request, _placement(request, pk))


def _page(request, found, **forms):
    today = timezone.localdate()
    user = request.user
    desk = desks.desk_of(found, user)
    stops = stay.stops_of(found, user, today, may_plan=desk.plan)
    is_own = found.apprentice_id == user.pk
    open_week = desks.week_to_write(stops) if is_own else None
    waiting = desks.note_to_read(stops, user)
    in_the_way = [notice for notice in stay.notices_about(found) if notice.is_in_the_way]
    context = {
        "placement": found,
        "is_own": is_own,
        "desk": desk,
        "primary": desks.primary_of(desk, stops, is_own=is_own, reads=waiting is not None),
        "waiting_note": waiting,
        "stops": stops,
        "open_week": {"station": open_week[0].pk, "monday": open_week[1]} if open_week else None,
        "halts": stay.halts_of(found, stops, today),
        "turns": who_is_next(found, user),
        "notices": for_stay(in_the_way, found, user),
        "confirm_form": _confirm_form(in_the_way, forms),
        "holidays": stay.holidays_of(found),
        "explanations": explanation_of(found.application) if is_own else [],
        "rank": rank_of(found) if is_own else None,
        "where_am_i": day_of(found, today) if found.status in stay.PLANNED else "",
        "certificate": Certificate.objects.visible_to(user).from_source(found.source).standing().first(),
        "refuse_form": forms.get("refuse_form") or ReasonForm(prefix="refuse"),
        "decline_form": forms.get("decline_form") or DeclineForm(prefix="decline"),
        "end_form": forms.get("end_form") or ReasonForm(prefix="end"),
    }
    return render(request, "exchange/placement.html", context)


def _confirm_form(notices, forms):
    """Asks for a reason only where a warning still needs one."""
    return forms.get("confirm_form") or (AllTheSameForm(prefix="confirm") if open_warnings(notices) else None)


@require_POST
def placement_confirm(request, pk):
    found = _placement(request, pk)
    form = AllTheSameForm(request.POST, prefix="confirm")
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        confirm_placement(found, actor=request.user, reason=reason)
    except ReasonMissing:
        return _page(request, _placement(request, pk), confirm_form=form)
    messages.success(
        request, _("Confirmed. The place of %(name)s is settled for your city.") % {"name": found.apprentice.full_name}
    )
    return redirect("exchange:inbox")  # where the next one waits


def placement_override(request, pk, code):
    """Say why the stay takes place in spite of one warning."""
    found = _placement(request, pk)
    notices = [one for one in stay.notices_about(found) if one.finding.code == code and one.is_open]
    if not notices:
        raise Http404
    require("training.override_warning", request.user, override_of(found, code))
    form = OverrideForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            override_one(found, code, actor=request.user, reason=form.cleaned_data["reason"])
        except Refused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted. Everybody who sees the hint reads your reason."))
            return redirect(found)
    return render(request, "exchange/override.html", {"placement": found, "notices": notices, "form": form})


def placement_absence(request, pk):
    """Ask the other city to accept that the guest is away during the stay."""
    found = _placement(request, pk)
    return propose(request, found.apprentice, found.host_city)


@require_POST
def placement_refuse(request, pk):
    found = _placement(request, pk)
    form = ReasonForm(posted(request), prefix="refuse")
    if not form.is_valid():
        return _page(request, found, refuse_form=form)
    refuse_placement(found, actor=request.user, reason=form.cleaned_data["reason"])
    messages.success(request, _("Refused. The coordination looks for another way."))
    return redirect(found)


@require_POST
def placement_accept(request, pk):
    found = accept_placement(_placement(request, pk), actor=request.user)
    messages.success(request, _("The place is yours. Everybody who prepares your stay has been told."))
    return redirect(found)


@require_POST
def placement_decline(request, pk):
    found = _placement(request, pk)
    form = DeclineForm(posted(request), prefix="decline")
    if not form.is_valid():
        return _page(request, found, decline_form=form)
    decline_placement(found, actor=request.user, reason=form.cleaned_data["reason"])
    messages.success(request, _("You have declined the place. Thank you for saying so."))
    return redirect(found)


@require_POST
def placement_complete(request, pk):
    found = complete_placement(_placement(request, pk), actor=request.user)
    messages.success(request, _("The stay is completed. The home city issues the record."))
    return redirect(found)


@require_POST
def placement_record(request, pk):
    certificate = issue_record(_placement(request, pk), actor=request.user)
    messages.success(request, _("The record %(number)s is issued.") % {"number": certificate.number})
    return redirect(certificate)


@require_POST
def placement_end(request, pk):
    found = _placement(request, pk)
    form = ReasonForm(posted(request), prefix="end")
    if not form.is_valid():
        return _page(request, found, end_form=form)
    end_placement(found, actor=request.user, reason=form.cleaned_data["reason"])
    messages.success(request, _("The stay is ended. Everybody involved has been told."))
    return redirect(found)


def _placement(request, pk):
    return get_object_or_404(placements_for(request.user), pk=pk)
