from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms.models import model_to_dict
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from exchange.forms.offers import OfferForm
from exchange.models import HostOffer
from exchange.queries import offers as queries
from exchange.queries.consequences import of_offer_step
from exchange.queries.offices import training_offices
from exchange.queries.on_behalf import who_signed
from exchange.queries.preparing import courses_for
from exchange.services.offers import EDITABLE, SHOWN, change_offer, create_offer
from exchange.states import OFFER, OfferStatus
from exchange.views.offer_steps import ASKED_STEPS, OFFER_STEPS, WITHDRAWAL_STEPS
from exchange.views.step_pages import Place, step_page
from lms.core.addresses import number
from lms.core.forms import posted
from lms.core.lifecycle import StepNotAllowed
from people.policies import allowed, require

BEFORE_REVIEW = [*EDITABLE, OfferStatus.SUBMITTED]
USUAL_STAY = timedelta(days=6 * 7 - 3)
COPIED = [
    "department", "title", "mission", "learning_goals", "seats", "occupations", "min_year", "max_year", "working_hours",
    "works_from", "works_until", "break_minutes",
    "remote_share", "step_free", "access_note", "bring", "supervisor", "deputy", "topic", "courses",
]  # fmt: skip


@require_safe
def offer_desk(request):
    require("exchange.create_offer", request.user)
    earlier = request.GET.get("zeigen") == "fruehere"
    found = queries.offer_desk(request.user)
    over = found.filter(status__in=queries.PAST)
    shown = over if earlier else found.exclude(status__in=queries.PAST)
    page = Paginator(shown, 25).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "groups": queries.offer_groups(page, request.user),
        "rounds": queries.rounds_taking_offers(request.user),
        "earlier": earlier,
        "chips": [
            {"label": _("Current"), "url": "?", "current": not earlier},
            {"label": _("Earlier and withdrawn"), "url": "?zeigen=fruehere", "current": earlier},
        ],
    }
    return render(request, "exchange/offer_desk.html", context)


def offer_create(request):
    require("exchange.create_offer", request.user)
    rounds = list(queries.rounds_taking_offers(request.user))
    original = _original(request)
    form = OfferForm(posted(request), actor=request.user, initial=_to_begin_with(request, rounds, original))
    if request.method == "POST" and form.is_valid():
        made = create_offer(actor=request.user, **form.content)
        messages.success(request, _("The draft is saved. Please check it and hand it in."))
        return redirect("exchange:offer_review", pk=made.pk)
    context = {
        "form": form,
        "offer": None,
        "rounds": rounds,
        "original": original,
        "copies": [] if original else queries.offers_to_copy(request.user)[:5],
    }
    return render(request, "exchange/offer_form.html", context)


def offer_edit(request, pk):
    found = _find(request, pk)
    require("exchange.change_offer", request.user, found)
    if found.status not in EDITABLE:
        sentence = _("The offer is in review or published. It cannot be changed now.")
        raise StepNotAllowed(sentence, about=Place(_page_of(found)))
    form = OfferForm(posted(request), actor=request.user, instance=_find(request, pk))
    if request.method == "POST" and form.is_valid():
        change_offer(found, actor=request.user, **form.content)
        messages.success(request, _("The offer is saved. Please check it and hand it in."))
        return redirect("exchange:offer_review", pk=pk)
    context = {"form": form, "offer": found, "rounds": [found.round], "original": None, "copies": []}
    return render(request, "exchange/offer_form.html", context)


@require_safe
def offer_review(request, pk):
    """The offer as those see it who write, review and look after it."""
    found = _find(request, pk)
    gaps = queries.missing(found) if found.status in EDITABLE else []
    steps = _possible_steps(found, request.user)
    context = {
        "offer": found,
        "row": queries.offer_row(found, request.user, training_offices()),
        **who_signed(found),
        "occupations": list(found.occupations.order_by("name")),
        "courses": courses_for(found),
        "missing": gaps,
        "may_change": found.status in EDITABLE and allowed("exchange.change_offer", request.user, found),
        "first": next((step for step in steps if step.step in ("submit", "publish", "resume") and not gaps), None),
        "others": [step for step in steps if step.step not in ("submit", "publish", "resume")],
        "own_work": found.status == OfferStatus.SUBMITTED and not allowed("exchange.review_offer", request.user, found),
        "asked": _asked(found, request.user),
        "trainer_missing": queries.lacks_trainer(found) if found.status in BEFORE_REVIEW else "",
        "trainer_known": found.status in BEFORE_REVIEW and queries.trainer_on_record(found),
        "may_record": allowed("training.see_suitability", request.user),
        "may_copy": allowed("exchange.create_offer", request.user),
    }
    return render(request, "exchange/offer_review.html", context)


def _possible_steps(found, user):
    names = [name for name in OFFER.steps if name in OFFER.open_steps(found.status) and name in OFFER_STEPS]
    if found.withdrawal_asked_by_id:
        names = [name for name in names if name != "withdraw"]
    return [OFFER_STEPS[name] for name in names if allowed(OFFER_STEPS[name].permission, user, found)]


def _asked(found, user):
    """What may be asked for, or decided, while the place is shown to apprentices."""
    if found.status not in SHOWN:
        return []
    names = ["ask_seats"] if found.seats_asked is None else ["approve_seats", "decline_seats"]
    return [ASKED_STEPS[name] for name in names if allowed(ASKED_STEPS[name].permission, user, found)]


def offer_step(request, pk, slug):
    found = _find(request, pk)
    page = next((step for step in [*OFFER_STEPS.values(), *ASKED_STEPS.values()] if step.slug == slug), None)
    if page is None:
        raise Http404
    context = {
        "subject_title": found.title,
        "over": _("Our places"),
        "consequences": of_offer_step(found, page.step),
        "against": [sentence] if page.step == "publish" and (sentence := queries.lacks_trainer(found)) else [],
    }
    lifecycle = OFFER if page.step in OFFER_STEPS else None
    return step_page(request, found, page, lifecycle=lifecycle, back=_page_of(found), context=context)


def offer_withdrawal(request, pk, slug):
    """The coordination agrees to the withdrawal of a place that was given away, or does not."""
    found = get_object_or_404(HostOffer.objects.visible_to(request.user).select_related("round", "city"), pk=pk)
    page = next((step for step in WITHDRAWAL_STEPS if step.slug == slug), None)
    if page is None:
        raise Http404
    if found.withdrawal_asked_by_id is None and allowed(page.permission, request.user, found):
        raise StepNotAllowed(_("This has been decided already. You see the new state."), about=found)
    context = {
        "subject_title": found.title,
        "over": found.round.name,
        "consequences": of_offer_step(found, page.step),
        "against": [],
    }
    return step_page(request, found, page, lifecycle=None, back=found.get_absolute_url(), context=context)


def _find(request, pk):
    require("exchange.create_offer", request.user)
    return get_object_or_404(queries.offer_desk(request.user), pk=pk)


def _page_of(offer):
    return reverse("exchange:offer_review", args=[offer.pk])


def _original(request):
    pk = number(request.GET.get("kopie"))
    return queries.offer_desk(request.user).filter(pk=pk).first() if pk else None


def _to_begin_with(request, rounds, original):
    """The only round there is, or the one asked for; and what an earlier offer said, except for its dates."""
    wanted = number(request.GET.get("runde"))
    round_ = next((one for one in rounds if one.pk == wanted), rounds[0] if len(rounds) == 1 else None)
    begin = model_to_dict(original, COPIED) if original else {}
    if round_:
        end = min(round_.stays_until, round_.stays_from + USUAL_STAY)
        begin |= {"round": round_.pk, "starts_on": round_.stays_from, "ends_on": end}
    return begin
