from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from people.models import LookKind
from people.policies import allowed
from people.services.looks import shown
from training.models import Station
from training.queries.stations import may_see_notes, notes_for, stations_for, weeks_of
from training.services.stations import check_in, complete_station
from training.sources import page_of
from training.states import STATION


@require_safe
def station(request, pk):
    found = get_object_or_404(stations_for(request.user), pk=pk)
    notes = list(notes_for(request.user).filter(station=found))
    page = render(
        request,
        "training/station.html",
        {
            "station": found,
            "weeks": weeks_of(found, notes, timezone.localdate()),
            "source_url": page_of(found.source_type, found.source_id),
            "is_own": found.apprentice_id == request.user.pk,
            "sees_notes": may_see_notes(request.user, found),
            "may_check_in": not found.source_type
            and STATION.may(found, "check_in")
            and allowed("training.check_in", request.user, found),
            "may_complete": STATION.may(found, "complete")
            and allowed("training.complete_station", request.user, found),
        },
    )
    return shown(page, request.user, found.apprentice, LookKind.STATION, found.department.name)


@require_POST
def station_check_in(request, pk):
    """Stations at home; guests are checked in on the page of their stay."""
    at_home = Station.objects.visible_to(request.user).filter(source_type="").select_related("department")
    found = get_object_or_404(at_home, pk=pk)
    check_in(found, actor=request.user)
    messages.success(request, _("%(name)s is checked in.") % {"name": found.apprentice.full_name})
    return redirect(found)


@require_POST
def station_complete(request, pk):
    found = get_object_or_404(Station.objects.visible_to(request.user).select_related("department"), pk=pk)
    complete_station(found, actor=request.user)
    messages.success(request, _("The station in %(department)s is completed.") % {"department": found.department.name})
    return redirect(page_of(found.source_type, found.source_id) or found)
