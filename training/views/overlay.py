"""The three cities side by side: holidays, days to know about, classes, and the weeks that are free."""

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lms.core.errors import NotAllowed, Refused
from lms.core.forms import posted
from people.models import Role
from people.queries import cities_where, holds
from training.forms.city_days import CityDayForm
from training.models import CityDay, CityDayKind
from training.models.calendars import STAFF
from training.queries.overlay import classes_for, name_of, overlay, school_year, school_year_of
from training.services.city_days import add_day, remove_day
from training.views.calendar import FIRST_YEAR, LAST_YEAR, number_in

LEAST_WEEKS = (1, 2, 3, 4, 6, 8)


@require_safe
def cities(request):
    """`klasse`: which classes; `wochen`: at least how many free ones; `ferien=ohne`: none in the school holidays."""
    year = number_in(request, "jahr", FIRST_YEAR, LAST_YEAR - 1) or school_year_of(timezone.localdate())
    known = list(classes_for(request.user))
    chosen = _chosen(request, known)
    least = number_in(request, "wochen", 1, 52) or 1
    without = request.GET.get("ferien") == "ohne"
    shown = overlay(year, chosen)
    kept = cities_where(request.user, Role.HR)
    free = shown.free(least=least, without_holidays=without) if chosen else []
    context = {
        "overlay": shown,
        "chosen": [name_of(one) for one in chosen],
        "free": free,
        "free_cells": [any(one.period.contains(week.period) for one in free) for week in shown.weeks],
        "least": least,
        "without": without,
        "class_chips": _class_chips(request, known, chosen),
        "week_chips": [_chip(request, str(weeks), {"wochen": [str(weeks)]}, least == weeks) for weeks in LEAST_WEEKS],
        "holiday_chip": _chip(request, _("without school holidays"), {"ferien": [] if without else ["ohne"]}, without),
        "before": year - 1 if year > FIRST_YEAR else None,
        "after": year + 1 if year + 2 < LAST_YEAR else None,
        "days": _days_kept(kept, year),
        "may_add": kept.exists(),
    }
    return render(request, "training/cities.html", context)


def _chosen(request, known):
    """Those of the address; an apprentice has one class only, which needs no choice."""
    keys = set(request.GET.getlist("klasse"))
    if not keys and len(known) == 1 and not holds(request.user, *STAFF):
        return known
    return [one for one in known if str(one.pk) in keys]


def _class_chips(request, known, chosen):
    keys = [str(one.pk) for one in chosen]
    for one in known:
        key = str(one.pk)
        after = [other for other in keys if other != key] if key in keys else [*keys, key]
        yield _chip(request, name_of(one), {"klasse": after}, key in keys)


def _chip(request, label, changes, current):
    query: QueryDict = request.GET.copy()
    for name, values in changes.items():
        query.setlist(name, values)
    return {"label": label, "url": f"?{query.urlencode()}", "current": current}


def _days_kept(kept, year):
    span = school_year(year)
    days = CityDay.objects.filter(city__in=kept, starts_on__lte=span.end, ends_on__gte=span.start)
    return days.select_related("city")


def city_day_add(request):
    kept = cities_where(request.user, Role.HR)
    if not kept.exists():
        raise NotAllowed(role=Role.HR)
    form = CityDayForm(kept, posted(request))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            day = add_day(told["city"], told["name"], CityDayKind(told["kind"]), told["period"], actor=request.user)
        except Refused as error:
            form.add_error("name", str(error))
        else:
            messages.success(request, _("%(day)s is entered. All cities see it.") % {"day": day.name})
            return redirect("training:cities")
    return render(request, "training/city_day.html", {"form": form})


@require_POST
def city_day_remove(request, pk):
    day = get_object_or_404(CityDay.objects.select_related("city"), pk=pk)
    remove_day(day, actor=request.user)
    messages.success(request, _("%(day)s is removed.") % {"day": day.name})
    return redirect("training:cities")
