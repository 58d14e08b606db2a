from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from certificates.models import Certificate
from exchange.forms.placements import AllTheSameForm, DeclineForm, ReasonForm
from exchange.models import Decision
from exchange.queries import desk as desks
from exchange.queries import stay
from exchange.queries.cards import told_to_host
from exchange.queries.conflicts import for_stay, override_of
from exchange.queries.guests import guests_of
from exchange.queries.matching import explanation_of, rank_of
from exchange.queries.on_behalf import who_confirmed
from exchange.queries.placement_rows import chips_for, listed, plan_of, rows_of
from exchange.queries.placements import day_of, placements_for
from exchange.queries.shown_ideas import idea_shown_to
from exchange.queries.stay_turns import who_is_next
from exchange.services.answers import accept_placement, decline_placement
from exchange.services.placements import confirm_placement, override_one, refuse_placement
from exchange.services.records import issue_record, waive_record
from exchange.services.stays import complete_placement, end_placement
from exchange.views.stale import typed_in
from lms.core.errors import Refused, TooLate
from lms.core.forms import posted
from lms.core.lifecycle import StepNotAllowed
from people.models import LookKind
from people.policies import require
from people.services.looks import shown
from training.forms.absences import OverrideForm
from training.notices import open_warnings
from training.services.overrides import ReasonMissing
from training.views.agreements import propose

PER_PAGE = 50


@require_safe
def placement_list(request):
    today = timezone.localdate()
    page = Paginator(listed(request.user, request.GET), PER_PAGE).get_page(request.GET.get("page"))
    rows = rows_of(page, request.user, today)
    as_plan = request.GET.get("ansicht") == "plan"
    context = {
        "page": page,
        "rows": rows,
        "chips": chips_for(request.user, request.GET),
        "as_plan": as_plan,
        "plan": plan_of(rows, today) if as_plan else None,
    }
    return render(request, "exchange/placement_list.html", context)


@require_safe
def placement(request, pk):
    return _page(request, _placement(request, pk))


def _page(request, found, *, status=200, stale=None, **forms):
    today = timezone.localdate()
    user = request.user
    desk = desks.desk_of(found, user)
    stops = stay.stops_of(found, user, today, may_plan=desk.plan)
    is_own = found.apprentice_id == user.pk
    open_week = desks.week_to_write(stops) if is_own else None
    waiting = desks.note_to_read(stops, user)
    in_the_way = [notice for notice in stay.notices_about(found) if notice.is_in_the_way]
    fresh = Decision.objects.visible_to(user).fresh(timezone.now()).filter(placement=found.pk).first()
    context = {
        "shown_idea": idea_shown_to(user, found),
        "stale": stale,
        "undoable": fresh if fresh and fresh.reached == found.status else None,
        "placement": found,
        "guest": guests_of([found], user, today)[found.pk],
        "is_own": is_own,
        "desk": desk,
        "confirmed_by": who_confirmed(found) if desk.side or desk.refuse else {},
        "primary": desks.primary_of(desk, stops, is_own=is_own, reads=waiting is not None),
        "waiting_note": waiting,
        "stops": stops,
        "open_week": {"station": open_week[0].pk, "monday": open_week[1]} if open_week else None,
        "halts": stay.halts_of(found, stops, today),
        "turns": who_is_next(found, user),
        "notices": for_stay(in_the_way, found, user) if found.is_known else [],
        "hints": [] if found.is_known else told_to_host(in_the_way),
        "confirm_form": _confirm_form(in_the_way, forms),
        "holidays": stay.holidays_of(found),
        "explanations": explanation_of(found.application) if is_own else [],
        "rank": rank_of(found) if is_own else None,
        "where_am_i": day_of(found, today) if found.status in stay.PLANNED else "",
        "certificate": Certificate.objects.visible_to(user).from_source(found.source).standing().first(),
        "refuse_form": forms.get("refuse_form") or ReasonForm(prefix="refuse"),
        "decline_form": forms.get("decline_form") or DeclineForm(prefix="decline"),
        "waive_form": forms.get("waive_form") or ReasonForm(prefix="waive"),
        "end_form": forms.get("end_form") or ReasonForm(prefix="end"),
    }
    page = render(request, "exchange/placement.html", context, status=status)
    return shown(page, user, found.apprentice, LookKind.STAY, found.offer.title) if found.is_known else page


def _late(request, pk, late, form, name):
    """The new state, with what was typed: ready to be sent again where that is still possible."""
    found = _placement(request, pk)
    form.is_valid()
    stale = {"sentence": str(late), "typed": typed_in(form), "status": found.get_status_display()}
    again = {name: form} if found.status in stay.WAITING else {}
    return _page(request, found, status=409, stale=stale, **again)


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
        return _page(request, _placement(request, pk), status=422, confirm_form=form)
    except StepNotAllowed as late:
        return _late(request, pk, late, form, "confirm_form")
    except TooLate as late:
        if not reason:
            raise
        return _late(request, pk, late, form, "confirm_form")
    messages.success(request, _("Confirmed. The place of %(name)s is settled for your city.") % {"name": found.who})
    return redirect("exchange:inbox")  # where the next one waits


def placement_override(request, pk, code):
    """Say why the stay takes place in spite of one warning."""
    found = _known_placement(request, pk)
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
    found = _known_placement(request, pk)
    return propose(request, found.apprentice, found.host_city)


@require_POST
def placement_refuse(request, pk):
    found = _placement(request, pk)
    form = ReasonForm(posted(request), prefix="refuse")
    if not form.is_valid():
        return _page(request, found, status=422, refuse_form=form)
    try:
        refuse_placement(found, actor=request.user, reason=form.cleaned_data["reason"])
    except StepNotAllowed as late:
        return _late(request, pk, late, form, "refuse_form")
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
        return _page(request, found, status=422, decline_form=form)
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
def placement_waive(request, pk):
    found = _placement(request, pk)
    form = ReasonForm(posted(request), prefix="waive")
    if not form.is_valid():
        return _page(request, found, waive_form=form)
    waive_record(found, actor=request.user, reason=form.cleaned_data["reason"])
    messages.success(request, _("The stay is closed without a record."))
    return redirect(found)


@require_POST
def placement_end(request, pk):
    found = _placement(request, pk)
    form = ReasonForm(posted(request), prefix="end")
    if not form.is_valid():
        return _page(request, found, status=422, end_form=form)
    end_placement(found, actor=request.user, reason=form.cleaned_data["reason"])
    messages.success(request, _("The stay is ended. Everybody involved has been told."))
    return redirect(found)


def _known_placement(request, pk):
    """What names the person has no place yet where the reader does not know who it is."""
    found = _placement(request, pk)
    if not found.is_known:
        raise Http404
    return found


def _placement(request, pk):
    return get_object_or_404(placements_for(request.user), pk=pk)
