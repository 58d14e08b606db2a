"""Somebody's calendar: a year, a month, and both as a list."""

from datetime import date

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from lms.core.periods import DAY, Period
from people.models import LookKind
from people.services.looks import note_look
from training.models import Apprenticeship
from training.queries.calendar import calendar_of, eyes_of, people_shown_to

FIRST_YEAR, LAST_YEAR = 2000, 2100
ON_A_PAGE = 60


@require_safe
def calendar(request):
    """The own one; who is not in training sees whose they may open."""
    training = people_shown_to(request.user).filter(person=request.user).first()
    if training:
        return _shown(request, training, reverse("training:calendar"))
    people = Paginator(people_shown_to(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "training/calendar_people.html", {"people": people})


@require_safe
def calendar_of_person(request, pk):
    training = get_object_or_404(people_shown_to(request.user), pk=pk)
    return _shown(request, training, reverse("training:calendar_of", args=[pk]))


def _shown(request, training: Apprenticeship, url: str):
    today = timezone.localdate()
    year = number_in(request, "jahr", FIRST_YEAR, LAST_YEAR) or today.year
    month = number_in(request, "monat", 1, 12)
    shown = _month(year, month) if month else Period(date(year, 1, 1), date(year, 12, 31))
    eyes = eyes_of(request.user, training)
    context = {
        "calendar": calendar_of(training, shown, today, eyes=eyes),
        "is_own": training.person_id == request.user.pk,
        "is_host": eyes.only is not None,
        "url": url,
        "year": year,
        "month": month,
        "first": shown.start,
        "before": _step(year, month, -1),
        "after": _step(year, month, +1),
        "now": {"jahr": today.year, "monat": today.month if month else None},
    }
    page = render(request, "training/calendar.html", context)
    note_look(request.user, training.person, LookKind.CALENDAR, year)
    return page


def number_in(request, name: str, least: int, most: int) -> int | None:
    """A number of the address; what makes no sense is as if it were not there."""
    written = request.GET.get(name, "")
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 5 else 0
    return number if least <= number <= most else None


def _month(year: int, month: int) -> Period:
    first = date(year, month, 1)
    following = date(year + month // 12, month % 12 + 1, 1)
    return Period(first, following - DAY)


def _step(year: int, month: int | None, by: int) -> dict[str, object] | None:
    """The year or month before or after, for the address; nothing beyond the first and the last."""
    at = year * 12 + (month - 1) + by if month else (year + by) * 12
    year, month = at // 12, at % 12 + 1 if month else None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return {"jahr": year, "monat": month, "first": date(year, month or 1, 1)}
