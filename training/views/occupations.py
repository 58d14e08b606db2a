"""What people are trained for, and the law it stands under: read by everybody, kept by training offices."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lms.core.errors import Refused, TooLate
from lms.core.forms import posted
from people.models import Occupation
from people.policies import allowed, require
from training.forms.occupations import OccupationForm
from training.queries.occupations import confirmation_of, law_of, laws
from training.services.occupations import change_occupation, confirm_occupation, state_of


@require_safe
def occupations(request):
    found = Occupation.objects.all()
    return render(request, "training/occupations.html", {"occupations": found})


@require_safe
def occupation(request, pk):
    found = get_object_or_404(Occupation, pk=pk)
    context = {
        "occupation": found,
        "law": law_of(found),
        "confirmation": confirmation_of(found),
        "may_change": allowed("training.change_occupation", request.user),
        "seen": state_of(found),
    }
    return render(request, "training/occupation.html", context)


def occupation_change(request, pk):
    require("training.change_occupation", request.user)
    found = get_object_or_404(Occupation, pk=pk)
    form = OccupationForm(posted(request), instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            change_occupation(found, form.cleaned_data, seen=form.cleaned_data["seen"], actor=request.user)
        except Refused as error:
            form.add_error(None, str(error))
            form.data = form.data.copy()
            form.data["seen"] = state_of(Occupation.objects.get(pk=pk))
        else:
            messages.success(request, _("Your changes are saved. Please confirm the occupation once all is right."))
            return redirect("training:occupation", pk)
    return render(request, "training/occupation_change.html", {"occupation": found, "form": form})


@require_POST
def occupation_confirm(request, pk):
    found = get_object_or_404(Occupation, pk=pk)
    try:
        confirm_occupation(found, seen=request.POST.get("seen", ""), actor=request.user)
    except TooLate as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, _("The occupation is confirmed."))
    return redirect("training:occupation", pk)


@require_safe
def regimes(request):
    return render(request, "training/regimes.html", {"laws": laws()})
