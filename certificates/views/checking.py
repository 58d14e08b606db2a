"""The public check: no signing in, no full name, no trace, and not too often."""

from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from certificates.forms import CodeForm, NameForm
from certificates.limits import is_too_often
from certificates.queries import bears_last_name, certificate_by_code
from certificates.states import CertificateStatus

FACTS = [
    "status", "number", "kind", "issuer", "issued_on", "initials", "superseded_by", "revoked_on", "revocation_reason"
]  # fmt: skip


def public(view):
    """Open to strangers, closed to search engines and caches, thirty times a minute for one address."""

    @login_not_required
    @wraps(view)
    def wrapped(request, **kwargs):
        asks = request.method == "POST" or "code" in request.GET or "code" in kwargs
        answer = _too_often(request) if asks and is_too_often(request) else view(request, **kwargs)
        answer["X-Robots-Tag"] = "noindex, nofollow"
        answer["Cache-Control"] = "no-store"
        patch_vary_headers(answer, ["Accept"])
        return answer

    return wrapped


@public
def verify(request):
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        return redirect("certificates:check", code=form.cleaned_data["code"])
    return render(request, "certificates/verify.html", {"code_form": form}, status=400 if form.errors else 200)


@public
def check(request, code):
    certificate = certificate_by_code(code)
    if _wants_json(request):
        return JsonResponse(facts_of(certificate), status=200 if certificate else 404)
    form = NameForm(request.POST if request.method == "POST" and certificate else None)
    context = {
        "certificate": certificate,
        "revocation": _revocation(certificate),
        "replaces": getattr(certificate, "supersedes", None),
        "now": timezone.now(),
        "name_form": form,
        "name_matches": _name_matches(certificate, form),
        "code_form": CodeForm(),
    }
    return render(request, "certificates/check.html", context, status=200 if certificate else 404)


def facts_of(certificate):
    """For programs; the keys are always the same."""
    facts = dict.fromkeys(FACTS)
    facts["status"] = "unknown"
    if certificate:
        revocation = _revocation(certificate)
        facts |= {
            "status": certificate.status,
            "number": certificate.number,
            "kind": certificate.kind,
            "issuer": certificate.city.name,
            "issued_on": certificate.issued_on.isoformat(),
            "initials": certificate.initials,
            "superseded_by": certificate.superseded_by.number if certificate.superseded_by else None,
            "revoked_on": timezone.localdate(revocation.confirmed_at).isoformat() if revocation else None,
            "revocation_reason": revocation.reason if revocation else None,
        }
    return facts


def _name_matches(certificate, form):
    return form.is_valid() and bears_last_name(certificate, form.cleaned_data["last_name"])


def _revocation(certificate):
    return certificate.revocation if certificate and certificate.status == CertificateStatus.REVOKED else None


def _wants_json(request):
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def _too_often(request):
    json = JsonResponse({"status": "too_many_requests"}, status=429)
    answer = json if _wants_json(request) else render(request, "429.html", status=429)
    answer["Retry-After"] = "60"
    return answer
