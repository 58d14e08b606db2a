from datetime import date

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from lms.core.addresses import safe_next
from lms.core.errors import Refused
from lms.core.forms import posted
from people.models import City
from people.policies import allowed, require
from training.forms.absences import ProposalForm
from training.models import AgreedAbsence, Apprenticeship, Override
from training.queries.agreements import agreements_for, knows_the_guest
from training.services import agreements as services
from training.services.overrides import withdraw_override
from training.states import AGREED_ABSENCE

STEPS = {
    "zustimmen": (services.agree_to_absence, gettext_lazy("Agreed. Both cities and the person have been told.")),
    "ablehnen": (services.decline_absence, gettext_lazy("Declined. The other city has been told.")),
    "zurueckziehen": (services.withdraw_absence, gettext_lazy("Withdrawn. Everybody involved has been told.")),
}


@require_safe
def agreement(request, pk):
    found = get_object_or_404(agreements_for(request.user), pk=pk)
    return render(
        request,
        "training/agreement.html",
        {
            "agreement": found,
            "is_known": knows_the_guest(request.user, found),
            "may_decide": AGREED_ABSENCE.may(found, "agree")
            and allowed("training.decide_absence", request.user, found),
            "may_withdraw": AGREED_ABSENCE.may(found, "withdraw")
            and allowed("training.withdraw_absence", request.user, found),
        },
    )


@require_POST
def agreement_step(request, pk, step):
    found = get_object_or_404(agreements_for(request.user), pk=pk)
    if step not in STEPS:
        raise Http404
    service, done = STEPS[step]
    service(found, actor=request.user)
    messages.success(request, done)
    return redirect(found)


def agreement_propose(request, pk, city):
    """By the home side, as soon as a wish shows that it is needed; the host office does so on the page of a stay."""
    found = Apprenticeship.objects.visible_to(request.user).select_related("person")
    training = get_object_or_404(found, person=pk)
    return propose(request, training.person, get_object_or_404(City, slug=city))


def propose(request, apprentice, city):
    """The days may come with the address: those of the finding."""
    require("training.propose_absence", request.user, AgreedAbsence(apprentice=apprentice, host_city=city))
    form = ProposalForm(posted(request), initial=_days(request.GET))
    if request.method == "POST" and form.is_valid():
        try:
            made = services.propose_absence(
                apprentice, city, form.period, note=form.cleaned_data["note"], actor=request.user
            )
        except Refused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Proposed. The other training office decides."))
            return redirect(made)
    return render(request, "training/agreement_form.html", {"form": form, "apprentice": apprentice, "city": city})


@require_POST
def override_withdraw(request, pk):
    found = Override.objects.visible_to(request.user).select_related("apprentice__apprenticeship")
    withdraw_override(get_object_or_404(found, pk=pk), actor=request.user)
    messages.success(request, _("Withdrawn. The hint is open again."))
    return redirect(safe_next(request))


def _days(sent):
    try:
        return {"starts_on": date.fromisoformat(sent["von"]), "ends_on": date.fromisoformat(sent["bis"])}
    except (KeyError, ValueError):
        return {}
