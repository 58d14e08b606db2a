"""Suitability of trainers, for the training offices of their cities."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lms.core.errors import Refused
from lms.core.forms import posted
from people.models import Role
from people.policies import require
from people.queries import cities_where
from training.forms.suitability import SuitabilityForm
from training.queries.suitability import proofs_for, proofs_shown, unproved
from training.services.suitability import end_suitability, record_suitability


@require_safe
def suitability(request):
    require("training.see_suitability", request.user)
    today = timezone.localdate()
    context = {"rows": proofs_shown(request.user, today), "unproved": unproved(request.user, today)}
    return render(request, "training/suitability.html", context)


def suitability_new(request):
    require("training.see_suitability", request.user)
    cities = list(cities_where(request.user, Role.HR).order_by("name"))
    start = {"person": request.GET.get("person", "")}
    form = SuitabilityForm(request.user, cities, posted(request), initial=start)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            record_suitability(given.pop("person"), given.pop("city"), actor=request.user, **given)
        except Refused as error:
            form.add_error("person", str(error))
        else:
            messages.success(request, _("It is recorded that you have seen the proof."))
            return redirect("training:suitability")
    return render(request, "training/suitability_new.html", {"form": form})


@require_POST
def suitability_end(request, pk):
    found = get_object_or_404(proofs_for(request.user), pk=pk)
    end_suitability(found, actor=request.user)
    messages.success(request, _("The proof of %(name)s has ended.") % {"name": found.person.full_name})
    return redirect("training:suitability")
