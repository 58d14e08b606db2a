"""Extra time in tests, as the training office of the home city arranges it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from courses.forms.extra_time import ExtraTimeForm
from courses.models import ExtraTime
from courses.services.assessing.extra_time import end_extra_time, grant_extra_time
from lms.core.forms import posted
from people.models import Membership, Role, User
from people.policies import require
from people.queries import cities_where


def extra_times(request):
    require("courses.see_extra_times", request.user)
    cities = cities_where(request.user, Role.HR)
    granted = ExtraTime.objects.filter(city__in=cities).select_related("person", "city")
    held = Membership.objects.current().filter(role=Role.APPRENTICE, city__in=cities)
    people = User.objects.filter(pk__in=held.values("person_id"), is_active=True).exclude(extra_time__city__in=cities)
    form = ExtraTimeForm(people.order_by("last_name", "first_name", "pk"), posted(request))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        city = cities.filter(memberships__in=held.filter(person=told["person"])).order_by("pk")[0]
        grant_extra_time(told["person"], city, told["percent"], told["ends_on"], actor=request.user)
        messages.success(request, _("The extra time holds from the next attempt on. The person sees it, too."))
        return redirect("courses:extra_times")
    rows = granted.order_by("person__last_name", "person__first_name", "pk")
    context = {"rows": rows, "form": form, "today": timezone.localdate(), "anybody": people.exists()}
    return render(request, "courses/extra_times.html", context)


def _of_own_city(request, pk):
    """For the person it is to be read on the own pages, so here it does not exist for them."""
    cities = cities_where(request.user, Role.HR)
    return get_object_or_404(ExtraTime.objects.filter(city__in=cities).select_related("person", "city"), pk=pk)


def extra_time_change(request, pk):
    granted = _of_own_city(request, pk)
    form = ExtraTimeForm(None, posted(request), initial={"percent": granted.percent, "ends_on": granted.ends_on})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        grant_extra_time(granted.person, granted.city, told["percent"], told["ends_on"], actor=request.user)
        messages.success(request, _("The extra time holds from the next attempt on. The person sees it, too."))
        return redirect("courses:extra_times")
    return render(request, "courses/extra_time_change.html", {"form": form, "granted": granted})


@require_POST
def extra_time_end(request, pk):
    end_extra_time(_of_own_city(request, pk), actor=request.user)
    messages.success(request, _("The extra time has ended. Attempts that run already keep their time."))
    return redirect("courses:extra_times")
