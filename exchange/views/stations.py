"""The stations of a stay: plan, change, remove, check in."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from exchange.forms.placements import StationForm
from exchange.queries.placements import placements_for
from exchange.queries.stay import stations_of
from exchange.services.stays import add_station, change_station, check_in_guest, remove_station
from lms.core.errors import Refused
from lms.core.forms import posted
from people.policies import require

FIELDS = ["department", "starts_on", "ends_on", "supervisor", "deputy", "tasks"]


def station_add(request, pk):
    found = _plannable(request, pk)
    form = StationForm(
        posted(request), placement=found, initial={"starts_on": found.starts_on, "ends_on": found.ends_on}
    )
    if request.method == "POST" and form.is_valid():
        try:
            add_station(found, actor=request.user, **form.planned)
        except Refused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The station is planned."))
            return redirect(found)
    return render(request, "exchange/placement_station.html", {"form": form, "placement": found, "station": None})


def station_change(request, pk, station_pk):
    found = _plannable(request, pk)
    station = _station(found, station_pk)
    form = StationForm(posted(request), placement=found, initial={name: getattr(station, name) for name in FIELDS})
    if request.method == "POST" and form.is_valid():
        try:
            change_station(found, station, actor=request.user, **form.planned)
        except Refused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The station is changed."))
            return redirect(found)
    return render(request, "exchange/placement_station.html", {"form": form, "placement": found, "station": station})


@require_POST
def station_remove(request, pk, station_pk):
    found = _plannable(request, pk)
    remove_station(found, _station(found, station_pk), actor=request.user)
    messages.success(request, _("The station is removed."))
    return redirect(found)


@require_POST
def station_check_in(request, pk, station_pk):
    found = _placement(request, pk)
    check_in_guest(found, _station(found, station_pk), actor=request.user)
    messages.success(request, _("%(name)s is checked in.") % {"name": found.apprentice.full_name})
    return redirect(found)


def _plannable(request, pk):
    found = _placement(request, pk)
    require("exchange.plan_stations", request.user, found, city_id=found.host_city_id)
    return found


def _placement(request, pk):
    return get_object_or_404(placements_for(request.user), pk=pk)


def _station(placement, pk):
    return get_object_or_404(stations_of(placement).standing().select_related("department", "apprentice"), pk=pk)
