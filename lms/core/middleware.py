"""What happens around every page: a reference number, kept input, friendly errors, no copies in caches."""

import secrets
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.core import signing
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from lms.core.errors import Refused, refused, server_error

GetResponse = Callable[[HttpRequest], HttpResponse]
KEPT = "kept_input"
WHO = "who"
KEPT_AT_MOST = 64_000
WHO_AGE = 7 * 24 * 3600  # outlives the session, which is what it is for
SECRET_FIELDS = {"csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword", "login"}


def reference_number(get_response: GetResponse) -> GetResponse:
    """Give each request a short number that error pages show and the log repeats."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.reference = secrets.token_hex(4).upper()  # type: ignore[attr-defined]
        return get_response(request)

    return middleware


def no_store(get_response: GetResponse) -> GetResponse:
    """Pages of signed-in people are never kept by caches, so that "back" after signing out shows nothing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store, private"
        return response

    return middleware


class FriendlyErrors:
    """Turn a refusal into a page with its sentence, and a failing database into a page with a reference number."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refused):
            return refused(request, exception)
        if isinstance(exception, DatabaseError | OSError):
            return server_error(request)
        return None


class KeptInputMiddleware:
    """When a session has ended, keep what somebody sent, and show it again in the form after signing in.

    The text waits in the session of the same browser and is given back only to the same person.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.kept = self._take(request) if request.method == "GET" else None  # type: ignore[attr-defined]
        response = self.get_response(request)
        self._remember_person(request, response)
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if request.method != "POST" or request.user.is_authenticated or not getattr(view, "login_required", True):
            return None
        page = _own_page(request.headers.get("Referer", ""), request) or request.path
        data = request.POST.copy()
        for name in SECRET_FIELDS & set(data):
            del data[name]
        if data and len(data.urlencode()) < KEPT_AT_MOST:
            request.session[KEPT] = {"page": page, "data": data.urlencode(), "who": _who(request)}
        return redirect(f"{reverse('account_login')}?{urlencode({'next': page})}")

    def _take(self, request: HttpRequest) -> QueryDict | None:
        kept = request.session.get(KEPT) if request.user.is_authenticated else None
        if not kept or kept["page"] != request.get_full_path():
            return None
        del request.session[KEPT]
        return QueryDict(kept["data"]) if kept["who"] == str(request.user.pk) else None

    def _remember_person(self, request: HttpRequest, response: HttpResponse) -> None:
        if request.user.is_authenticated and _who(request) != str(request.user.pk):
            response.set_signed_cookie(
                WHO,
                str(request.user.pk),
                max_age=WHO_AGE,
                httponly=True,
                samesite="Lax",
                secure=request.is_secure(),
            )


def _who(request: HttpRequest) -> str:
    try:
        return str(request.get_signed_cookie(WHO, default=""))
    except signing.BadSignature:
        return ""


def _own_page(referer: str, request: HttpRequest) -> str:
    parts = urlsplit(referer)
    if parts.netloc != request.get_host():
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")
