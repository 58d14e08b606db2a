from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from exchange.queries import exploring, overview


@require_safe
def home(request):
    rounds = exploring.open_rounds(request.user)
    training = exploring.training_of(request.user)
    context = {
        "rounds": rounds,
        "upcoming": None if rounds else exploring.next_round(request.user, timezone.localdate()),
        "numbers": overview.places_by_city(rounds, training),
    }
    if training:
        return render(request, "exchange/home.html", {**context, **overview.where_i_stand(request.user)})
    return render(request, "exchange/home_staff.html", {**context, "links": overview.links_for(request.user)})
