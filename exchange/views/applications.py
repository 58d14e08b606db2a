from django.contrib import messages
from django.http import HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from exchange.consent import CONSENT, CONSENT_LAW, CONSENT_VERSION, TEXTS
from exchange.forms.applications import ConsentForm, GoalsForm, MissionForm
from exchange.models import ExchangeRound, HostOffer
from exchange.models.consents import Purpose
from exchange.queries import applications as queries
from exchange.queries.applications import applications_for, is_editable
from exchange.queries.drafts import version_of
from exchange.queries.free_weeks import availability
from exchange.queries.guardians import is_minor, lacks_guardian
from exchange.queries.published_matching import own_draw
from exchange.queries.receipts import receipt_pdf
from exchange.queries.turns import timeline, who_is_next
from exchange.services import applications as services
from exchange.services import consents as consent_services
from exchange.services import wishes as wish_services
from exchange.views.cases import case_context
from lms.core.addresses import number, safe_next
from lms.core.errors import Refused, TooLate
from lms.core.forms import posted
from lms.core.lifecycle import StepNotAllowed
from people.models import LookKind
from people.services.looks import shown

MOVES = {"up": wish_services.UP, "down": wish_services.DOWN}


@require_POST
def start(request, pk):
    round = get_object_or_404(ExchangeRound.objects.visible_to(request.user), pk=pk)
    return redirect(services.start_application(round, actor=request.user))


def application(request, pk):
    """Task list, or how things stand; for the home side the case with what there is to decide."""
    mine = get_object_or_404(applications_for(request.user), pk=pk)
    if mine.apprentice_id != request.user.pk:
        page = render(request, "exchange/case.html", case_context(mine, request.user, posted(request)))
        return shown(page, request.user, mine.apprentice, LookKind.APPLICATION, mine.number)
    rows = queries.wish_rows(mine)
    placement = queries.placement_of(mine, request.user)
    today = timezone.localdate()
    editable = is_editable(mine, today)
    context = {
        "application": mine,
        "rows": rows,
        "turn": who_is_next(mine, request.user),
        "halts": timeline(mine, placement),
        "placement": placement,
        "can_withdraw": queries.can_withdraw(mine),
        "can_take_back": queries.can_take_back(mine, today),
        "can_begin_again": mine.status == "withdrawn" and queries.takes_applications(mine.round, today),
        "waits_for_guardian": mine.status in queries.BEFORE_RELEASE and lacks_guardian(mine, today),
        "shows_outcome": mine.status in queries.OUTCOME_KNOWN,
        "draw": own_draw(mine) if mine.status in queries.OUTCOME_KNOWN else None,
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
        return redirect("exchange:application_period", mine.pk)
    return render(request, "exchange/application_details.html", {"application": mine})


def period(request, pk):
    mine = _editable(request, pk)
    if request.method == "POST":
        services.check_period(mine, actor=request.user)
        return redirect("exchange:application_mission", mine.pk)
    context = {"application": mine, "when": availability(mine, timezone.localdate())}
    return render(request, "exchange/application_period.html", context)


def mission(request, pk):
    page = {"title": _("My mission"), "lead": _("What would you like to see in the other city, and bring home?")}
    return _text_page(request, _editable(request, pk), MissionForm, page, "exchange:application_goals")


def goals(request, pk):
    page = {"title": _("Learning goals"), "lead": _("What would you like to learn or be able to do afterwards?")}
    return _text_page(request, _editable(request, pk), GoalsForm, page, "exchange:application_wishes")


def _text_page(request, mine, form_class, page, following):
    """Sent by the button, or by the script while somebody writes; two versions are shown side by side."""
    form = form_class(posted(request), instance=mine)
    newer = None
    names = form_class.Meta.fields
    if request.method == "POST":
        by_itself = request.get_preferred_type(["text/html", "application/json"]) == "application/json"
        is_valid = form.is_valid()
        texts = {name: request.POST.get(name, "") for name in names}
        too_long = any(error.code == "max_length" for name in names for error in form.errors.as_data().get(name, []))
        if is_valid or (by_itself and not too_long):
            try:
                kept = services.change_texts(
                    mine, texts, actor=request.user, seen=request.POST.get("seen"), by_itself=by_itself
                )
            except services.TextChanged as error:
                newer = error.application
                if by_itself:
                    return JsonResponse({"newer": True}, status=409)
            else:
                if by_itself:
                    now = date_format(timezone.localtime(), "H:i")
                    seen = version_of({name: getattr(kept, name) for name in names})
                    return JsonResponse({"saved": _("saved at %(time)s") % {"time": now}, "seen": seen})
                return redirect(following, mine.pk)
        elif by_itself:
            return JsonResponse({"wrong": _("This is too long to be saved. Please shorten it.")}, status=422)
    if newer:
        stored = {name: getattr(newer, name) for name in names}
        sent = QueryDict(mutable=True)
        sent.update({**{name: request.POST.get(name, "") for name in names}, "seen": version_of(stored)})
        form = form_class(sent, instance=mine)
        page = page | {"others": [(form.fields[name].label, text) for name, text in stored.items()]}
    context = {"application": mine, "form": form, **page}
    return render(request, "exchange/application_text.html", context, status=409 if newer else 200)


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
    standing = _standing(mine)
    initial = {"agreed": queries.has_consent(mine), "shares_idea": Purpose.IDEA in standing}
    form = ConsentForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        consent_services.give_consent(
            mine,
            actor=request.user,
            version=form.cleaned_data["version"],
            shares_idea=form.cleaned_data["shares_idea"],
        )
        return redirect("exchange:application", mine.pk)
    context = {
        "application": mine,
        "form": form,
        "audiences": CONSENT,
        "law": CONSENT_LAW,
        "version": CONSENT_VERSION,
        "under_age": is_minor(mine, timezone.localdate()),
    }
    return render(request, "exchange/application_consent.html", context)


def consents(request, pk):
    """What I agreed to, in the words of that day, and what taking it back would mean."""
    mine = get_object_or_404(applications_for(request.user), pk=pk, apprentice=request.user)
    if request.method == "POST":
        consent_services.withdraw_consent(mine, request.POST.get("zweck", ""), actor=request.user)
        messages.success(request, _("Your consent is taken back."))
        return redirect("exchange:application_consents", mine.pk)
    rows = list(mine.consents.order_by("-given_at", "-pk"))
    context = {
        "application": mine,
        "consents": [(row, TEXTS.get(row.text_version, [])) for row in rows],
        "ends_application": bool(mine.submitted_at) and queries.can_withdraw(mine),
    }
    return render(request, "exchange/application_consents.html", context)


def _standing(mine):
    return {row.purpose for row in mine.consents.all() if row.withdrawn_at is None}


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


@require_safe
def receipt_file(request, pk):
    mine = get_object_or_404(applications_for(request.user), pk=pk, apprentice=request.user, submitted_at__isnull=False)
    answer = HttpResponse(receipt_pdf(mine), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{mine.number}.pdf"'
    answer["Cache-Control"] = "no-store, private"
    return answer


@require_POST
def take_back(request, pk):
    mine = get_object_or_404(applications_for(request.user), pk=pk)
    services.take_back_application(mine, actor=request.user)
    messages.success(request, _("You can change your application now. Please hand it in again."))
    return redirect(mine)


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
