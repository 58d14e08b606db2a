"""Candidates without names: hosts judge, the training office countersigns."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from exchange.forms.verdicts import ReturnForm, UnsuitableForm
from exchange.models import HostVerdict
from exchange.queries import cards
from exchange.services import verdicts
from exchange.states import VerdictStatus
from people.policies import allowed, require

DONE = gettext_lazy("Noted for candidate %(code)s.")


@require_safe
def candidate_desk(request):
    require("exchange.create_offer", request.user)
    rows = cards.desk_rows(request.user)
    return render(request, "exchange/candidate_desk.html", {"rows": rows})


@require_safe
def candidates(request, pk):
    return _page(request, _offer(request, pk))


def _page(request, offer, code="", form=None, status=200):
    judges = allowed("exchange.judge_candidates", request.user, offer)
    signable = set(cards.verdicts_to_countersign(request.user).filter(offer=offer).values_list("pk", flat=True))
    rows = []
    for card in cards.cards_of(offer, request.user):
        wanted = form if card.code == code else None
        asked = card.status == VerdictStatus.ASKED
        signs = asked and card.verdict.pk in signable
        rows.append(
            {
                "card": card,
                "signs": signs,
                "judges": judges and not card.is_settled,
                "return_form": (wanted if isinstance(wanted, ReturnForm) else ReturnForm(prefix=card.code))
                if signs
                else None,
                "unsuitable_form": (wanted if isinstance(wanted, UnsuitableForm) else UnsuitableForm(prefix=card.code))
                if judges and not asked and not card.is_settled
                else None,
            }
        )
    context = {
        "offer": offer,
        "rows": rows,
        "judges": judges,
        "open": sum(row["card"].status in cards.TO_JUDGE for row in rows),
        "points": [(rank, cards.points_for(rank)) for rank in (1, 2, 3)],
    }
    return render(request, "exchange/candidates.html", context, status=status)


@require_POST
def candidate_step(request, pk, code, step):
    offer = _offer(request, pk)
    application = cards.application_by_code(offer, code, request.user)
    if application is None or step not in STEPS:
        raise Http404
    return STEPS[step](request, offer, application, code)


def _accept(request, offer, application, code):
    verdicts.accept_candidate(offer, application, actor=request.user)
    return _back(request, offer, code)


def _rank(request, offer, application, code):
    verdicts.rank_candidate(offer, application, actor=request.user)
    return _back(request, offer, code)


def _up(request, offer, application, code):
    verdicts.move_candidate(offer, application, verdicts.UP, actor=request.user)
    return _back(request, offer, code)


def _down(request, offer, application, code):
    verdicts.move_candidate(offer, application, verdicts.DOWN, actor=request.user)
    return _back(request, offer, code)


def _unsuitable(request, offer, application, code):
    require("exchange.judge_candidates", request.user, offer)
    form = UnsuitableForm(request.POST, prefix=code)
    if not form.is_valid():
        return _page(request, offer, code, form)
    verdicts.find_unsuitable(offer, application, reason=form.cleaned_data["reason"], actor=request.user)
    return _back(request, offer, code)


def _countersign(request, offer, application, code):
    verdicts.countersign(_verdict(offer, application), actor=request.user)
    return _back(request, offer, code)


def _return(request, offer, application, code):
    verdict = _verdict(offer, application)
    require("exchange.countersign_verdict", request.user, verdict, city_id=offer.city_id)
    form = ReturnForm(request.POST, prefix=code)
    if not form.is_valid():
        return _page(request, offer, code, form)
    verdicts.return_verdict(verdict, reason=form.cleaned_data["reason"], actor=request.user)
    return _back(request, offer, code)


STEPS = {
    "geeignet": _accept,
    "reihen": _rank,
    "hoch": _up,
    "runter": _down,
    "ungeeignet": _unsuitable,
    "gegenzeichnen": _countersign,
    "zurueckgeben": _return,
}


def _offer(request, pk):
    require("exchange.create_offer", request.user)
    return get_object_or_404(cards.offers_with_cards(request.user), pk=pk)


def _verdict(offer, application):
    found = get_object_or_404(HostVerdict, offer=offer, application=application)
    return _with_offer(found, offer)


def _with_offer(verdict, offer):
    verdict.offer = offer
    return verdict


def _back(request, offer, code):
    messages.success(request, DONE % {"code": code})
    return redirect(f"{reverse('exchange:candidates', args=[offer.pk])}#{code}")
