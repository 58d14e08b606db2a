from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from certificates.forms import RevocationForm
from certificates.models import Certificate, Revocation
from certificates.services.revocation import confirm_revocation, propose_revocation, withdraw_proposal
from lms.core.forms import posted
from people.policies import require


def revoke(request, pk):
    """Say why; somebody else decides."""
    certificate = get_object_or_404(Certificate.objects.visible_to(request.user).select_related("city"), pk=pk)
    require("certificates.propose_revocation", request.user, certificate, city_id=certificate.city_id)
    form = RevocationForm(posted(request))
    if request.method == "POST" and form.is_valid():
        propose_revocation(certificate, actor=request.user, **form.cleaned_data)
        messages.success(request, _("Proposed. A second person of the training offices confirms it or leaves it."))
        return redirect(certificate)
    return render(request, "certificates/revoke.html", {"form": form, "certificate": certificate})


@require_POST
def confirm(request, pk):
    certificate = confirm_revocation(_proposal(request, pk), actor=request.user)
    messages.success(
        request, _("%(number)s is revoked. Whoever checks it sees that from now on.") % {"number": certificate.number}
    )
    return redirect(certificate)


@require_POST
def withdraw(request, pk):
    certificate = withdraw_proposal(_proposal(request, pk), actor=request.user)
    messages.success(request, _("The proposal is gone, the certificate stays valid."))
    return redirect(certificate)


def _proposal(request, pk):
    """404 for those who may not see the certificate; who may see it but not decide gets the 403 of the service."""
    seen = Certificate.objects.visible_to(request.user)
    return get_object_or_404(Revocation.objects.select_related("certificate"), certificate__in=seen, certificate_id=pk)
