from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from exchange.forms.rounds import CancelVoteForm, ExtendVoteForm, RoundForm
from exchange.models import MatchRun, Question
from exchange.queries.consequences import of_round_step
from exchange.queries.round_blockers import blockers, warnings
from exchange.queries.round_turns import turns
from exchange.queries.rounds import (
    BY_ITSELF,
    NEXT,
    TONES,
    ballots,
    city_words,
    halts,
    numbers,
    round_list,
    suggested_dates,
)
from exchange.services.rounds import (
    CHANGEABLE,
    assent_to_round,
    change_round,
    create_round,
    take_back_vote,
    vote_to_cancel,
    vote_to_extend,
)
from exchange.states import ROUND, RoundStatus
from exchange.views.round_steps import ROUND_STEPS
from exchange.views.step_pages import step_page
from lms.core.errors import Refused, TooLate
from lms.core.forms import posted
from lms.core.lifecycle import StepNotAllowed
from people.models import Role
from people.policies import allowed, require
from people.queries import holds

PREPARED = [RoundStatus.DRAFT, RoundStatus.AGREED]
VOTE_FORMS = {Question.EXTEND: ExtendVoteForm, Question.CANCEL: CancelVoteForm}


@require_safe
def rounds(request):
    page = Paginator(round_list(request.user), 25).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [(one, TONES.get(one.status, "here")) for one in page],
        "sees_agreements": holds(request.user, Role.COORDINATOR, Role.HR),
        "may_create": allowed("exchange.coordinate", request.user),
    }
    return render(request, "exchange/round_list.html", context)


@require_safe
def round_page(request, pk):
    found = _find(request, pk)
    return _round_page(request, found)


def _round_page(request, found, status=200, **forms):
    coordinates = allowed("exchange.coordinate", request.user)
    sees_numbers = holds(request.user, Role.COORDINATOR, Role.HR)
    next_step = NEXT.get(found.status, ("", ""))[0]
    context = {
        "round": found,
        "tone": TONES.get(found.status, "here"),
        "halts": halts(found) if found.status != RoundStatus.CANCELED else [],
        "turns": turns(found, request.user),
        "numbers": numbers(found) if sees_numbers else [],
        "sees_numbers": sees_numbers,
        "coordinates": coordinates,
        "may_change": coordinates and found.status in CHANGEABLE,
        "next": ROUND_STEPS.get(next_step),
        "runs": list(MatchRun.objects.visible_to(request.user).filter(round=found).order_by("-number")[:10]),
        "by_itself": next_step in BY_ITSELF,
        "against": blockers(found, next_step, timezone.localdate()) if sees_numbers else [],
        "look_at": _where_it_hangs(found, next_step, request.user),
        "words": city_words(found, request.user) if sees_numbers and found.status in PREPARED else [],
        "content_hash": found.content_hash if sees_numbers and found.status in PREPARED else "",
        "ballots": _ballots(request, found, forms) if sees_numbers else [],
        "sees_clearing": sees_numbers and found.status == RoundStatus.CLEARING,
        "others": _other_steps(found, next_step) if coordinates else [],
        "warnings": warnings(found, timezone.localdate()) if sees_numbers else [],
    }
    return render(request, "exchange/round.html", context, status=status)


def _ballots(request, found, forms):
    today, here = timezone.localdate(), []
    for question, ballot in ballots(found, request.user).items():
        options = {"subject": found, "today": today} if question == Question.EXTEND else {}
        form = forms.get(question) or VOTE_FORMS[question](
            prefix=question, cities=ballot.cities, submit_label="", **options
        )
        form.form_tag = False
        here.append((ballot, form))
    return here


def _where_it_hangs(found, step, user):
    """The page on which what blocks a step can be put right."""
    if step in ("agree", "open_offers"):
        return found.agreement.get_absolute_url()
    if step == "open_applications":
        return reverse("exchange:offer_desk") if holds(user, Role.HR) else ""
    if step == "start_matching":
        return reverse("exchange:inbox") if holds(user, Role.HR) else ""
    if step in ("publish", "close", "evaluate"):
        return reverse("exchange:placement_list") if holds(user, Role.HR) else ""
    return ""


@require_POST
def round_assent(request, pk):
    found = _find(request, pk)
    require("exchange.assent_to_round", request.user, found)
    city = next((one for one in found.agreement.cities.all() if one.slug == request.POST.get("city")), None)
    if city is None:
        raise Http404
    assent_to_round(found, actor=request.user, city=city, content_hash=request.POST.get("content_hash", ""))
    found.refresh_from_db()
    if found.status == RoundStatus.AGREED:
        messages.success(request, _("All cities have assented. The round is agreed."))
    else:
        messages.success(request, _("You have assented for %(city)s.") % {"city": city.name})
    return redirect(found)


@require_POST
def round_vote(request, pk, question):
    found = _find(request, pk)
    require("exchange.vote_on_round", request.user, found)
    ballot = ballots(found, request.user).get(question)
    if ballot is None:
        raise StepNotAllowed(_("This is no question (any more) in the present state of the round."), about=found)
    today = timezone.localdate()
    options = {"subject": found, "today": today} if question == Question.EXTEND else {}
    form = VOTE_FORMS[question](
        posted(request), prefix=question, cities=found.agreement.cities.all(), submit_label="", **options
    )
    if not form.is_valid():
        return _round_page(request, found, 422, **{question: form})
    try:
        if question == Question.EXTEND:
            vote_to_extend(found, actor=request.user, today=today, **form.cleaned_data)
        else:
            vote_to_cancel(found, actor=request.user, **form.cleaned_data)
    except TooLate:
        raise
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _round_page(request, found, 422, **{question: form})
    messages.success(request, _("You have voted for %(city)s.") % {"city": form.cleaned_data["city"].name})
    return redirect(found)


@require_POST
def vote_back(request, pk, vote_pk):
    found = _find(request, pk)
    vote = get_object_or_404(found.votes.select_related("city", "round__agreement"), pk=vote_pk)
    take_back_vote(vote, actor=request.user)
    messages.success(request, _("The vote is taken back."))
    return redirect(found)


def _other_steps(found, next_step):
    possible = [*sorted(ROUND.open_steps(found.status), key=list(ROUND.steps).index)]
    return [ROUND_STEPS[name] for name in possible if name in ROUND_STEPS and name != next_step]


def round_create(request):
    require("exchange.coordinate", request.user)
    form = RoundForm(posted(request), initial=suggested_dates(timezone.localdate()))
    if request.method == "POST" and form.is_valid():
        made = create_round(actor=request.user, **form.cleaned_data)
        messages.success(request, _("The round is prepared. The training offices of the cities are asked to assent."))
        return redirect(made)
    context = {"form": form, "round": None, "ready": form.fields["agreement"].queryset.exists()}
    return render(request, "exchange/round_form.html", context)


def round_edit(request, pk):
    found = _find(request, pk)
    require("exchange.coordinate", request.user)
    if found.status not in CHANGEABLE:
        raise StepNotAllowed(_("The round has moved on. Its dates cannot be changed any more."), about=found)
    form = RoundForm(posted(request), instance=_find(request, pk))
    if request.method == "POST" and form.is_valid():
        change_round(found, actor=request.user, **form.cleaned_data)
        messages.success(request, _("The round is saved."))
        return redirect(found)
    return render(request, "exchange/round_form.html", {"form": form, "round": found, "ready": True})


def round_step(request, pk, slug):
    found = _find(request, pk)
    page = next((step for step in ROUND_STEPS.values() if step.slug == slug), None)
    if page is None:
        raise Http404
    today = timezone.localdate()
    context = {
        "subject_title": found.name,
        "over": _("Rounds"),
        "consequences": of_round_step(found, page.step),
        "against": blockers(found, page.step, today),
        "form_options": {"subject": found, "today": today} if page.step == "open_clearing" else {},
    }
    return step_page(
        request,
        found,
        page,
        lifecycle=ROUND,
        back=reverse("exchange:round", args=[pk]),
        context=context,
        today=today,
    )


def _find(request, pk):
    return get_object_or_404(round_list(request.user).prefetch_related("agreement__cities"), pk=pk)
