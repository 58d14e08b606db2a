"""The consent of a legal guardian: recorded by the training office at home, asked for by a letter."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from exchange.consent import CONSENT
from exchange.forms.guardians import GuardianForm
from exchange.models import GuardianConsent
from exchange.queries.applications import applications_for
from exchange.queries.guardians import is_minor
from exchange.services.guardians import record_guardian
from lms.core.forms import posted
from people.policies import allowed, require


def record(request, pk):
    application = get_object_or_404(applications_for(request.user), pk=pk)
    require("exchange.record_guardian", request.user, application, city_id=application.home_city_id)
    known = GuardianConsent.objects.visible_to(request.user).filter(application=application).first()
    form = GuardianForm(posted(request), instance=known)
    if request.method == "POST" and form.is_valid():
        record_guardian(application, actor=request.user, **form.cleaned_data)
        messages.success(request, _("The consent of the legal guardian is recorded."))
        return redirect(application)
    context = {"application": application, "form": form, "known": known}
    return render(request, "exchange/guardian.html", context)


@require_safe
def letter(request, pk):
    """For the person who goes, and for their training office; trainers have nothing to do with it."""
    application = get_object_or_404(applications_for(request.user), pk=pk)
    mine = application.apprentice_id == request.user.pk
    if not (mine or allowed("exchange.record_guardian", request.user, application)):
        raise Http404
    if not is_minor(application, timezone.localdate()):
        raise Http404
    context = {"application": application, "audiences": CONSENT, "today": timezone.localdate()}
    return render(request, "exchange/guardian_letter.html", context)
