from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from certificates import queries
from certificates.models import Certificate
from certificates.services.documents import ensure_pdf
from people.models import LookKind
from people.policies import allowed
from people.services.looks import shown

PER_PAGE = 25


@require_safe
def certificate_list(request):
    search = request.GET.get("q", "").replace("\x00", "")[:100]
    found = queries.certificate_list(request.user, search)
    return render(
        request,
        "certificates/list.html",
        {
            "page": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
            "search": search,
            "office": queries.looks_after_others(request.user),
            "to_confirm": queries.revocations_to_confirm(request.user),
        },
    )


@require_safe
def detail(request, pk):
    certificate = get_object_or_404(_certificates(request.user), pk=pk)
    proposal = None
    if queries.may_look_into_proposals(request.user, certificate):
        proposal = getattr(certificate, "revocation", None)
    waits = proposal is not None and proposal.is_open
    page = render(
        request,
        "certificates/detail.html",
        {
            "certificate": certificate,
            "says": certificate.says,
            "replaces": getattr(certificate, "supersedes", None),
            "revocation": getattr(certificate, "revocation", None) if certificate.status == "revoked" else None,
            "proposal": proposal if waits else None,
            "may_confirm": waits and allowed("certificates.confirm_revocation", request.user, proposal),
            "may_withdraw": waits and allowed("certificates.drop_revocation", request.user, proposal),
            "may_propose": proposal is None
            and certificate.status != "revoked"
            and allowed("certificates.propose_revocation", request.user, certificate),
        },
    )
    return shown(page, request.user, certificate.recipient, LookKind.CERTIFICATE, certificate.number)


@require_safe
def download(request, pk):
    """The stored bytes. Drawn now if the background worker has not come to it yet."""
    certificate = get_object_or_404(Certificate.objects.visible_to(request.user), pk=pk)
    answer = HttpResponse(bytes(ensure_pdf(certificate).pdf), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{certificate.number}.pdf"'
    answer["Cache-Control"] = "no-store, private"
    return shown(answer, request.user, certificate.recipient, LookKind.CERTIFICATE, certificate.number)


def _certificates(user):
    return Certificate.objects.visible_to(user).select_related(
        "city", "partner_city", "superseded_by", "supersedes", "revocation__proposed_by", "revocation__confirmed_by"
    )
