"""Who is acting: the person, in which of their roles and cities, in which language."""

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from people.models import Membership
from people.queries import looking_up_once, roles_with_lent_ones

GetResponse = Callable[[HttpRequest], HttpResponse]
LANGUAGE_COOKIE = settings.LANGUAGE_COOKIE_NAME


def reader_language(get_response: GetResponse) -> GetResponse:
    """German unless the reader chose English; the browser's language does not decide for an office."""

    def middleware(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(LANGUAGE_COOKIE, settings.LANGUAGE_CODE)
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language  # type: ignore[attr-defined]
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware


class ActingMiddleware:
    """Put the role in which a person acts on the request; with several roles the session remembers the chosen one."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        held = cache(lambda: roles_with_lent_ones(request.user) if request.user.is_authenticated else [])
        request.memberships = SimpleLazyObject(lambda: _own(request, held()))  # type: ignore[attr-defined]
        request.standing_in = SimpleLazyObject(lambda: _lent(request, held()))  # type: ignore[attr-defined]
        request.acting = SimpleLazyObject(lambda: _acting(request))  # type: ignore[attr-defined]
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        with looking_up_once():
            return self.get_response(request)


def _own(request: HttpRequest, held: list[Membership]) -> list[Membership]:
    return [one for one in held if one.person_id == request.user.pk]


def _lent(request: HttpRequest, held: list[Membership]) -> list[Membership]:
    """The roles of others in which this person stands in today."""
    return [one for one in held if one.person_id != request.user.pk]


def _acting(request: HttpRequest) -> Membership | None:
    held: list[Membership] = list(request.memberships)  # type: ignore[attr-defined]
    chosen = request.session.get("membership")
    return next((one for one in held if one.pk == chosen), held[0] if held else None)
