from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from exchange.queries import exploring
from exchange.queries.applications import application_in, is_editable, takes_applications
from exchange.queries.chips import compare_url, compared_in, explore_chips, filters_from
from exchange.queries.holidays import holidays_at
from exchange.queries.preparing import courses_for
from lms.core.addresses import number

PER_PAGE = 24


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
    found = exploring.best_first(card for card in exploring.cards(offers, training) if wanted.admits(card))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    mine = _my_list(request, round)
    context = {
        "round": round,
        "rounds": rounds,
        "training": training,
        "total": len(offers),
        "chips": explore_chips(request.GET, offers, personal=training is not None),
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
    found = get_object_or_404(exploring.shown_offers(request.user), pk=pk)
    training = exploring.training_of(request.user)
    card = exploring.cards([found], training)[0]
    mine = _my_list(request, found.round)
    context = {
        "offer": found,
        "card": card,
        "training": training,
        "courses": courses_for(found),
        "holidays": holidays_at(found.city.slug, found.period),
        "wished_here": pk in mine["wished"],
        "may_wish": training is not None and training.city_id != found.city_id,
        **mine,
    }
    return render(request, "exchange/offer.html", context)


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
    mine = application_in(round, request.user)
    today = timezone.localdate()
    return {
        "application": mine,
        "wished": list(mine.wishes.values_list("offer_id", flat=True)) if mine else [],
        "can_wish": is_editable(mine, today) if mine else takes_applications(round, today),
        "compared": compared_in(request.GET),
    }
