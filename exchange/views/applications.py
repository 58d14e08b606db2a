from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from exchange.consent import CONSENT, CONSENT_LAW, CONSENT_VERSION
from exchange.forms.applications import ConsentForm, MissionForm
from exchange.models import ExchangeRound, HostOffer
from exchange.queries import applications as queries
from exchange.queries.applications import applications_for, is_editable
from exchange.queries.turns import timeline, who_is_next
from exchange.services import applications as services
from exchange.services import wishes as wish_services
from exchange.views.cases import case_context
from lms.core.addresses import number, safe_next
from lms.core.errors import Refused, TooLate
from lms.core.forms import posted
from lms.core.lifecycle import StepNotAllowed
from training.conflicts import FULL_AGE

MOVES = {"up": wish_services.UP, "down": wish_services.DOWN}


@require_POST
def start(request, pk):
    round = get_object_or_404(ExchangeRound.objects.visible_to(request.user), pk=pk)
    return redirect(services.start_application(round, actor=request.user))


def application(request, pk):
    """Task list, or how things stand; for the home side the case with what there is to decide."""
    mine = get_object_or_404(applications_for(request.user), pk=pk)
    if mine.apprentice_id != request.user.pk:
        return render(request, "exchange/case.html", case_context(mine, request.user, posted(request)))
    rows = queries.wish_rows(mine)
    placement = queries.placement_of(mine, request.user)
    editable = is_editable(mine, timezone.localdate())
    context = {
        "application": mine,
        "rows": rows,
        "turn": who_is_next(mine, request.user),
        "halts": timeline(mine, placement),
        "placement": placement,
        "can_withdraw": queries.can_withdraw(mine),
        "shows_outcome": mine.status in queries.OUTCOME_KNOWN,
    }
    if not editable:
        return render(request, "exchange/application_status.html", context)
    lines = queries.task_lines(mine, len(rows))
    context |= {
        "lines": lines,
        "done": sum(line.state == "done" for line in lines),
        "until": queries.editable_until(mine),
    }
    return render(request, "exchange/application.html", context)


def details(request, pk):
    mine = _editable(request, pk)
    if request.method == "POST":
        services.check_details(mine, actor=request.user)
        return redirect("exchange:application_mission", mine.pk)
    return render(request, "exchange/application_details.html", {"application": mine})


def mission(request, pk):
    mine = _editable(request, pk)
    form = MissionForm(posted(request), instance=mine)
    if request.method == "POST" and form.is_valid():
        services.change_application(mine, actor=request.user, **form.cleaned_data)
        return redirect("exchange:application_wishes", mine.pk)
    return render(request, "exchange/application_mission.html", {"application": mine, "form": form})


def wishes(request, pk):
    mine = _editable(request, pk)
    if request.method == "POST":
        offer = _change_wishes(request, mine)
        # the fragment keeps the place of the keyboard on the page
        return redirect(f"{reverse('exchange:application_wishes', args=[mine.pk])}#platz-{offer.pk}")
    rows = queries.wish_rows(mine)
    return render(request, "exchange/application_wishes.html", {"application": mine, "rows": rows})


def _change_wishes(request, mine):
    offer = get_object_or_404(HostOffer.objects.visible_to(request.user), pk=number(request.POST.get("platz")))
    step = request.POST.get("schritt")
    try:
        if step in MOVES:
            wish_services.move_wish(mine, offer, MOVES[step], actor=request.user)
            messages.success(request, _("“%(place)s” was moved.") % {"place": offer})
        elif step == "remove":
            wish_services.remove_wish(mine, offer, actor=request.user)
            messages.success(request, _("“%(place)s” was removed from your list.") % {"place": offer})
    except TooLate:
        raise
    except Refused as refusal:
        messages.error(request, str(refusal))
    return offer


@require_POST
def wish_add(request, pk):
    """Put a place on my list; the application begins with the first one."""
    offer = get_object_or_404(HostOffer.objects.visible_to(request.user), pk=pk)
    try:
        mine = services.start_application(offer.round, actor=request.user)
        listed = wish_services.add_wish(mine, offer, actor=request.user)
    except TooLate:
        raise
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        rank = next(wish.rank for wish in listed if wish.offer_id == offer.pk)
        messages.success(request, _("“%(place)s” is your wish number %(rank)s.") % {"place": offer, "rank": rank})
    return redirect(safe_next(request, offer.get_absolute_url()))


def consent(request, pk):
    mine = _editable(request, pk)
    form = ConsentForm(posted(request), initial={"agreed": queries.has_consent(mine)})
    if request.method == "POST" and form.is_valid():
        services.give_consent(mine, actor=request.user, version=form.cleaned_data["version"])
        return redirect("exchange:application", mine.pk)
    age = mine.apprentice.apprenticeship.age_on(timezone.localdate())
    context = {
        "application": mine,
        "form": form,
        "audiences": CONSENT,
        "law": CONSENT_LAW,
        "version": CONSENT_VERSION,
        "under_age": age < FULL_AGE,
    }
    return render(request, "exchange/application_consent.html", context)


def check(request, pk):
    mine = _editable(request, pk)
    if request.method == "POST":
        try:
            services.submit_application(mine, actor=request.user)
        except TooLate:
            raise
        except Refused:
            return redirect("exchange:application_check", mine.pk)  # which says what is missing
        return redirect("exchange:application_receipt", mine.pk)
    rows = queries.wish_rows(mine)
    missing = queries.obstacles(mine, rows, timezone.localdate())
    return render(request, "exchange/application_check.html", {"application": mine, "rows": rows, "missing": missing})


@require_safe
def receipt(request, pk):
    mine = get_object_or_404(applications_for(request.user), pk=pk, apprentice=request.user, submitted_at__isnull=False)
    context = {
        "application": mine,
        "turn": who_is_next(mine, request.user),
        "halts": timeline(mine),
        "rows": queries.wish_rows(mine),
    }
    return render(request, "exchange/application_receipt.html", context)


@require_POST
def withdraw(request, pk):
    mine = get_object_or_404(applications_for(request.user), pk=pk)
    services.withdraw_application(mine, actor=request.user)
    messages.success(request, _("Your application has been withdrawn."))
    return redirect(mine)


def _editable(request, pk):
    """My application, as long as I may change it; afterwards a page says how it stands."""
    mine = get_object_or_404(applications_for(request.user), pk=pk, apprentice=request.user)
    if not is_editable(mine, timezone.localdate()):
        raise StepNotAllowed(_("This application has been handed in or the time for changes is over."), about=mine)
    return mine
