from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from exchange.forms.exploring import ExploreForm, SubscriptionForm
from exchange.models import OfferSubscription
from exchange.queries import exploring
from exchange.queries.applications import application_with_wishes, is_editable, takes_applications
from exchange.queries.chips import active_chips, choices_in, compare_url, compared_in, filters_from
from exchange.queries.holidays import holidays_at
from exchange.queries.preparing import courses_for
from exchange.services.offers import SHOWN
from exchange.services.subscriptions import subscribe, unsubscribe
from lms.core.addresses import number
from lms.core.errors import Refused
from people.policies import allowed

PER_PAGE = 25


@require_safe
def explore(request):
    training = exploring.training_of(request.user)
    rounds = exploring.open_rounds()
    round = _chosen_round(request, rounds)
    if round is None:
        upcoming = exploring.next_round(request.user, timezone.localdate())
        return render(request, "exchange/explore_closed.html", {"upcoming": upcoming})
    offers = list(exploring.offers_in(round, request.user, training))
    wanted = filters_from(request.GET, fitting=training is not None)
    admitted = [offer for offer in offers if wanted.admits(offer)]
    cards = exploring.cards(admitted, training)
    found = exploring.best_first(card for card in cards if card.fits or not wanted.fitting)
    choices = choices_in(offers)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    mine = _my_list(request, round)
    context = {
        "round": round,
        "rounds": rounds,
        "training": training,
        "total": len(offers),
        "form": ExploreForm(query=request.GET, choices=choices, personal=training is not None),
        "chips": active_chips(request.GET, choices),
        "kept": [(name, value) for name in ("runde", "platz") for value in request.GET.getlist(name)],
        "search": {name: request.GET.get(name, "") for name in ("stadt", "thema", "beruf", "mobil", "stufenfrei")},
        "filtered": len(found) < len(offers),
        "found": len(found),
        "page": page,
        "rows": [_row(request, card, mine) for card in page],
        "compare_query": urlencode([("platz", key) for key in mine["compared"]]),
        **mine,
    }
    return render(request, "exchange/explore.html", context)


@require_safe
def compare(request):
    offers = exploring.offers_to_compare(request.user, compared_in(request.GET))
    training = exploring.training_of(request.user)
    cards = exploring.cards(offers, training)
    mine = _my_list(request, offers[0].round) if offers else {}
    context = {
        "rows": [_row(request, card, mine) for card in cards],
        "training": training,
        "back_url": f"{reverse('exchange:explore')}?{request.GET.urlencode()}",
        **mine,
    }
    return render(request, "exchange/compare.html", context)


@require_safe
def offer(request, pk):
    found = get_object_or_404(exploring.shown_offers(request.user).select_related("round__agreement"), pk=pk)
    training = exploring.training_of(request.user)
    card = exploring.cards([found], training)[0]
    mine = _my_list(request, found.round)
    context = {
        "offer": found,
        "card": card,
        "training": training,
        "courses": courses_for(found),
        "holidays": holidays_at(found.city.slug, found.period),
        "may_agree": found.withdrawal_asked_by_id is not None
        and found.status in SHOWN
        and allowed("exchange.agree_to_withdrawal", request.user, found),
        "wished_here": pk in mine["wished"],
        "may_wish": training is not None and training.city_id != found.city_id,
        **mine,
    }
    return render(request, "exchange/offer.html", context)


@require_safe
def subscriptions(request):
    """The searches a person follows; each ends with one click."""
    mine = OfferSubscription.objects.visible_to(request.user).select_related("city", "occupation")
    return render(request, "exchange/subscriptions.html", {"subscriptions": mine})


@require_POST
def subscription_create(request):
    form = SubscriptionForm(request.POST)
    search = form.search() if form.is_valid() else {}
    try:
        subscribe(actor=request.user, **search)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("You get a message when a new place matches. You can end this at any time."))
    return redirect("exchange:subscriptions")


@require_POST
def subscription_end(request, pk):
    found = get_object_or_404(OfferSubscription.objects.visible_to(request.user), pk=pk)
    unsubscribe(found, actor=request.user)
    messages.success(request, _("You get no more messages about this search."))
    return redirect("exchange:subscriptions")


def _chosen_round(request, rounds):
    chosen = number(request.GET.get("runde"))
    return next((one for one in rounds if one.pk == chosen), rounds[0] if rounds else None)


def _row(request, card, mine):
    key = card.offer.pk
    return {
        "card": card,
        "wished": key in mine["wished"],
        "compared": key in mine["compared"],
        "compare_url": compare_url(request.GET, mine["compared"], key),
    }


def _my_list(request, round):
    """What the buttons on a card need to know: what is on my list, what I compare, whether I can still change it."""
    mine, wished = application_with_wishes(round, request.user)
    today = timezone.localdate()
    return {
        "application": mine,
        "wished": wished,
        "can_wish": is_editable(mine, today) if mine else takes_applications(round, today),
        "compared": compared_in(request.GET),
    }
