"""Mandatory training, for those who set it: what holds, whom it concerns, who still has to take it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from courses.queries.reading.closing import why_closed
from learning.forms.obligations import ChangeForm, ObligationForm
from learning.models import Obligation
from learning.queries.duties import audience, concerned, rhythm, who_has_to
from learning.services.obligations import change_obligation, remove_obligation, set_obligation
from learning.tables import table
from lms.core.forms import posted
from people.models import Role
from people.policies import require
from people.queries import cities_where

ON_A_PAGE = 50


def _visible(request):
    return Obligation.objects.visible_to(request.user).select_related("course", "city", "occupation")


def _find(request, pk):
    """For the training office of the city; trainers see that it exists, not who has to take it."""
    obligation = get_object_or_404(_visible(request), pk=pk)
    require("learning.set_obligation", request.user, obligation, city_id=obligation.city_id)
    return obligation


@require_safe
def obligations(request):
    require("learning.see_teaching", request.user)
    today = timezone.localdate()
    mine = set(cities_where(request.user, Role.HR).values_list("pk", flat=True))
    rows = [
        {"one": one, "audience": audience(one), "rhythm": rhythm(one), "is_mine": one.city_id in mine,
         "is_over": bool(one.ends_on and one.ends_on < today)}
        for one in _visible(request).order_by("city__name", "course__title", "pk")
    ]  # fmt: skip
    context = {"rows": rows, "may_set": bool(mine)}
    return render(request, "learning/obligations/list.html", context)


def obligation_new(request):
    require("learning.begin_obligation", request.user)
    cities = list(cities_where(request.user, Role.HR).order_by("name"))
    form = ObligationForm(cities, posted(request))
    asked = request.method == "POST" and form.is_valid()
    if asked and form.was_seen:
        obligation = set_obligation(form.instance, actor=request.user)
        messages.success(request, _("The training is mandatory now. Those concerned are enrolled and get a message."))
        return redirect("learning:obligation", obligation.pk)
    return render(request, "learning/obligations/form.html", {"form": form, **(_preview(form) if asked else {})})


def _preview(form):
    """Whom it concerns, said before it is saved: the form comes again, filled in, with another button."""
    form.data = form.data.copy()
    form.data["seen"] = form.chosen
    form.submit_label = _("Make it mandatory")
    people = concerned(form.instance, max(timezone.localdate(), form.instance.starts_on))
    return {"audience": audience(form.instance), "count": len(people), "starts_on": form.instance.starts_on}


@require_safe
def obligation(request, pk):
    """Who still has to take it: enrolled, completed, proof and due date, and nothing else."""
    found, today = _find(request, pk), timezone.localdate()
    rows = who_has_to(found, today)
    chosen, shown = _chosen(request, rows)
    context = {
        "obligation": found,
        "audience": audience(found),
        "rhythm": rhythm(found),
        "page": Paginator(shown, ON_A_PAGE).get_page(request.GET.get("page")),
        "chips": [{**chip, "current": chip["key"] == chosen} for chip in _chips(rows)],
        "chosen": chosen,
        "asked": len(rows),
        "open": sum(not row.is_done for row in rows),
        "overdue": sum(row.is_overdue for row in rows),
        "has_begun": found.starts_on <= today,
        "is_over": bool(found.ends_on and found.ends_on < today),
        "why_closed": why_closed(found.course, today),
        "may_remove": not found.duties.exists(),
    }
    return render(request, "learning/obligations/show.html", context)


KINDS = {
    "offen": lambda row: not row.is_done,
    "ueberfaellig": lambda row: row.is_overdue,
    "erledigt": lambda row: row.is_done,
    "alle": lambda row: True,
}


def _chosen(request, rows):
    kind = request.GET.get("stand")
    kind = kind if kind in KINDS else "offen"
    return kind, [row for row in rows if KINDS[kind](row)]


def _chips(rows):
    labels = {"offen": _("still to do"), "ueberfaellig": _("overdue"), "erledigt": _("completed"), "alle": _("all")}
    return [
        {"key": key, "label": label, "url": f"?stand={key}", "count": sum(KINDS[key](row) for row in rows)}
        for key, label in labels.items()
    ]


@require_safe
def obligation_list(request, pk):
    """The list as shown, as a file."""
    found = _find(request, pk)
    _kind, rows = _chosen(request, who_has_to(found, timezone.localdate()))
    head = [_("Name"), _("Due on"), _("State"), _("Proof")]
    lines = [(row.person.full_name, row.due_on.isoformat(), row.state, row.proof) for row in rows]
    return table(f"{found.course.slug}-{found.city.slug}", head, lines)


def obligation_change(request, pk):
    found = _find(request, pk)
    form = ChangeForm(found, posted(request))
    if request.method == "POST" and form.is_valid():
        change_obligation(found, form.cleaned_data, actor=request.user)
        messages.success(request, _("Your changes are saved."))
        return redirect("learning:obligation", found.pk)
    context = {"obligation": found, "audience": audience(found), "form": form}
    return render(request, "learning/obligations/change.html", context)


@require_POST
def obligation_remove(request, pk):
    found = _find(request, pk)
    remove_obligation(found, actor=request.user)
    messages.success(request, _("The training is no longer mandatory."))
    return redirect("learning:obligations")
