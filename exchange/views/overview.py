from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from exchange.queries import exploring, overview
from exchange.queries.own import own_exchange


@require_safe
def home(request):
    own = own_exchange(request.user)
    context = {
        "rounds": own.rounds,
        "upcoming": None if own.rounds else exploring.next_round(request.user, timezone.localdate()),
        "numbers": overview.places_by_city(own.rounds, own.training),
    }
    if own.training:
        return render(request, "exchange/home.html", {**context, **overview.where_i_stand(own)})
    return render(request, "exchange/home_staff.html", {**context, "links": overview.links_for(request.user)})
