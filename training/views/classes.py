"""The calendars of classes: everybody on the staff reads them, the training office of the city keeps them."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lms.core.errors import NotAllowed, Refused
from lms.core.forms import posted
from people.models import Role
from people.policies import allowed, require
from people.queries import cities_where, holds
from training.forms.classes import CHANGE_FORMS, NEW_FORMS, ClassForm, initial_of
from training.imports import Sort
from training.models import SchoolCalendar
from training.queries.classes import (
    SchoolYear,
    class_chips,
    listed,
    months_of,
    narrowed,
    picture_of,
    plan_of,
    touched_by,
    years_of,
)
from training.school_holidays import school_holidays
from training.services.classes import (
    MODELS,
    add_entries,
    as_entry,
    change_class,
    change_entry,
    create_class,
    fingerprint,
    remove_entry,
)

SORTS = {"bloecke": Sort.BLOCK, "schultage": Sort.DAY, "pruefungen": Sort.EXAM}


def seen_by(user, pk):
    return get_object_or_404(SchoolCalendar.objects.visible_to(user).select_related("city", "occupation"), pk=pk)


def kept_by(user, pk):
    """The class, for those who may change it; others who see it are told who may."""
    found = seen_by(user, pk)
    require("training.keep_classes", user, found, city_id=found.city_id)
    return found


@require_safe
def classes(request):
    rows = listed(request.user, timezone.localdate())
    shown = narrowed(rows, request.GET)
    context = {
        "rows": shown,
        "total": len(rows),
        "chips": class_chips(request.GET, rows),
        "may_keep": holds(request.user, Role.HR),
    }
    return render(request, "training/classes/list.html", context)


@require_safe
def show(request, pk):
    found, today = seen_by(request.user, pk), timezone.localdate()
    year = SchoolYear.asked_for(request.GET.get("jahr"), today)
    plan = plan_of(found, year.period)
    free = school_holidays(year.period, get_language() or "de")
    years = years_of(found, year, today)
    context = {
        "calendar": found,
        "year": year,
        "chips": [{"label": str(one), "url": f"?jahr={one.first}", "current": one == year} for one in years],
        "plan": plan,
        "months": months_of(plan, year),
        "free": free,
        "picture": picture_of(plan, year, [one.period for one in free], today),
        "may_keep": allowed("training.keep_classes", request.user, found),
    }
    return render(request, "training/classes/show.html", context)


def create(request):
    cities = list(cities_where(request.user, Role.HR))
    if not cities:
        raise NotAllowed(role=Role.HR)
    form = ClassForm(request.user, posted(request))
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        try:
            found = create_class(given.pop("city", cities[0]), actor=request.user, **given)
        except Refused as refused:
            form.add_error("name", str(refused))
        else:
            messages.success(request, _("The class %(name)s is there. Enter its blocks next.") % {"name": found.name})
            return redirect(found)
    return render(request, "training/classes/form.html", {"form": form, "calendar": None})


def change(request, pk):
    found = kept_by(request.user, pk)
    initial = {"name": found.name, "school": found.school, "occupation": found.occupation_id}
    form = ClassForm(request.user, posted(request), calendar=found, initial=initial)
    seen = request.POST.get("seen", "") or fingerprint(found)
    if request.method == "POST" and form.is_valid():
        try:
            found = change_class(found, seen=seen, actor=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None if refused.about else "name", str(refused))
        else:
            messages.success(request, _("Saved."))
            return redirect(found)
    return render(request, "training/classes/form.html", {"form": form, "calendar": found, "seen": seen})


def sort_or_404(word):
    if word not in SORTS:
        raise Http404
    return SORTS[word]


def entry_add(request, pk, sort):
    found, kind = kept_by(request.user, pk), sort_or_404(sort)
    form = NEW_FORMS[kind](posted(request))
    touched = None
    if request.method == "POST" and form.is_valid():
        touched = to_be_seen(request, {found: form.entries})
        if not touched:
            try:
                add_entries(found, form.entries, actor=request.user)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return _saved(request, found, form)
    context = {"form": form, "calendar": found, "sort": kind, "touched": touched, "record": None}
    return render(request, "training/classes/entry.html", context)


def entry_change(request, pk, sort, entry):
    found, kind = kept_by(request.user, pk), sort_or_404(sort)
    record = get_object_or_404(MODELS[kind], calendar=found, pk=entry)
    form = CHANGE_FORMS[kind](posted(request), initial=initial_of(record, kind))
    seen = request.POST.get("seen", "") or fingerprint(record)
    touched = None
    if request.method == "POST" and form.is_valid():
        touched = to_be_seen(request, {found: form.entries}, {found: [as_entry(record)]})
        if not touched:
            try:
                change_entry(record, seen=seen, actor=request.user, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return _saved(request, found, form)
    context = {"form": form, "calendar": found, "sort": kind, "touched": touched, "record": record, "seen": seen}
    return render(request, "training/classes/entry.html", context)


def _saved(request, calendar, form):
    count = len(form.entries)
    said = ngettext("Saved: %(n)s entry.", "Saved: %(n)s entries.", count) % {"n": count}
    messages.success(request, said)
    return redirect(year_page(calendar, form.entries[0].period.start))


def year_page(calendar, day):
    return f"{calendar.get_absolute_url()}?jahr={SchoolYear.of(day).first}"


def to_be_seen(request, entries, instead_of=None):
    """The planned stays that would be touched, unless they have been shown before this was sent."""
    touched = touched_by(request.user, entries, instead_of)
    return touched if touched and request.POST.get("touched") != touched.key else None


@require_POST
def entry_remove(request, pk, sort, entry):
    found, kind = kept_by(request.user, pk), sort_or_404(sort)
    record = get_object_or_404(MODELS[kind], calendar=found, pk=entry)
    remove_entry(record, seen=request.POST.get("seen", ""), actor=request.user)
    messages.success(request, _("Removed from the calendar of the class."))
    return redirect(year_page(found, record.starts_on))
