"""The rules of planning: everybody reads them, training offices set them for their own city."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lms.core.errors import Refused
from lms.core.forms import posted
from people.models import City
from people.policies import allowed, require
from training import rule_texts
from training.conflicts import RULES
from training.forms.rules import STANDARD, RuleForm
from training.queries.rule_effects import touched
from training.queries.rules import can_be_set, entry_for, sections_for
from training.services.rules import set_rule


@require_safe
def rules(request):
    sections = sections_for(request.user, timezone.localdate())
    return render(request, "training/rules.html", {"sections": sections, **_where_else(request)})


def _where_else(request):
    return {"sees_suitability": allowed("training.see_suitability", request.user)}


@require_safe
def rule(request, code):
    entry, told = entry_for(request.user, _rule(code), timezone.localdate())
    return render(request, "training/rule.html", {"entry": entry, "told": told})


def rule_change(request, code, city):
    """Asked, then shown with the stays it would touch, then saved."""
    rule, city = _rule(code), get_object_or_404(City, slug=city)
    if not can_be_set(rule):
        raise Http404
    require("training.set_rule", request.user, city, city_id=city.pk)
    entry, _told = entry_for(request.user, rule, timezone.localdate())
    held = next(one for one in entry.cities if one.city == city)
    form = RuleForm(rule, city, _start(rule, held, "standard" in request.GET), posted(request))
    effects = None
    if request.method == "POST":
        if form.is_valid() and form.was_shown:
            try:
                return _saved(request, form)
            except Refused as error:
                form.add_error(None, str(error))
        if form.is_valid():
            effects = touched(request.user, form.book, form.setting)
        form.ask_once_more()
    context = {"form": form, "entry": entry, "held": held, "effects": effects}
    return render(request, "training/rule_change.html", context)


def _rule(code):
    if code not in RULES:
        raise Http404
    return RULES[code]


def _start(rule, held, is_standard):
    """What the form begins with: what was set last, or the standard."""
    row = None if is_standard else (held.coming or [held.since])[-1]
    values = {one.name: one.default for one in rule.parameters}
    return {**values, **(row.values if row else {}), "level": (row.level if row else "") or STANDARD}


def _saved(request, form):
    setting, seen = form.setting, form.cleaned_data["seen"]
    set_rule(form.city, setting, reason=form.cleaned_data["reason"], seen=seen, actor=request.user)
    messages.success(request, _("“%(rule)s” is set for %(city)s.") % {
        "rule": rule_texts.title(setting.code), "city": form.city.name
    })  # fmt: skip
    return redirect("training:rule", setting.code)
