"""Five minutes a week: questions that were answered wrongly, one at a time."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from courses.models import LessonPage
from learning.forms.refresher import RefresherForm
from learning.models import RefresherCard
from learning.queries.refresher import answered_today, cards_of, due_cards, next_due
from learning.services.refresher import answer_card, points_for, put_away
from lms.core.forms import posted
from questions.kinds import kind_of


@require_safe
def refresher(request):
    """The next question, or when there will be one."""
    now = timezone.now()
    due, done = due_cards(request.user, now), answered_today(request.user, now)
    if due:
        return _ask(request, due[0], RefresherForm(due[0]), done + 1, done + len(due))
    return render(
        request, "learning/refresher/done.html", {"done": done, "next_due": next_due(request.user), "now": now}
    )


def _ask(request, card, form, number, total):
    context = {"card": card, "form": form, "number": number, "total": total, "done": number - 1}
    return render(request, "learning/refresher/question.html", context, status=422 if form.errors else 200)


def card(request, pk):
    """Takes the answer to a question; afterwards it shows what would have been right."""
    now = timezone.now()
    own = get_object_or_404(cards_of(request.user), pk=pk)
    if request.method == "POST" and own.due_at <= now:
        return _take(request, own, now)
    if own.answered_at is None or own.due_at <= now:
        return redirect("learning:refresher")
    return render(request, "learning/refresher/outcome.html", _outcome(request.user, own, now))


def _take(request, own, now):
    if "unknown" in request.POST:
        return redirect("learning:card", answer_card(own, None, actor=request.user).pk)
    form = RefresherForm(own, posted(request))
    if form.is_valid():
        return redirect("learning:card", answer_card(own, form.answer, actor=request.user).pk)
    done = answered_today(request.user, now)
    return _ask(request, own, form, done + 1, done + len(due_cards(request.user, now)))


def _outcome(user, own, now):
    answer = own.memory.get("answer")
    kind, points = kind_of(own.definition), points_for(own, answer)
    lesson = LessonPage.objects.live().filter(pk=own.definition.get("lesson")).defer_streamfields().first()
    return {
        "card": own,
        "verdict": "right" if points == 1 else "partly" if points else "wrong",
        "answer": kind.told(own.definition, answer),
        "right": kind.right_told(own.definition),
        "lesson": lesson,
        "more": len(due_cards(user, now)),
    }


@require_POST
def card_put_away(request, pk):
    put_away(get_object_or_404(RefresherCard.objects.visible_to(request.user), pk=pk), actor=request.user)
    messages.success(request, _("You will not be asked this question again."))
    return redirect("learning:refresher")
