from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDictKeyError
from django.views.defaults import page_not_found
from wagtail.users.models import UserProfile

from courses.editor.doors import is_open
from courses.models import CatalogPage
from lms.core.errors import bad_request

GetResponse = Callable[[HttpRequest], HttpResponse]
EDITOR = "cms/"
CLOSED = "wagtail_localize"  # for superusers, too: its own way of translating would put pages where none belong
THEMES = {"light": "light", "dark": "dark"}
ELSEWHERE = {"cms/login/": "home", "cms/account/": "profile"}  # who is signed in, and the data of a person


class EditorMiddleware:
    """Before Wagtail's editor answers: is this address open to this person, and how does the editor look to them?

    Who may not enter the editor at all is led back by Wagtail, whatever the address.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> HttpResponse | None:
        match = request.resolver_match
        if not match or not match.route.startswith(EDITOR) or not request.user.has_perm("wagtailadmin.access_admin"):
            return None
        if match.namespace == CLOSED:
            raise Http404
        _wear_our_colours(request)
        if request.user.is_superuser:  # type: ignore[union-attr]
            return None
        if elsewhere := ELSEWHERE.get(match.route):
            return redirect(elsewhere)
        if not is_open(request, match.view_name, kwargs):
            return page_not_found(request, Http404(), template_name="wagtailadmin/404.html")
        if match.view_name == "wagtailadmin_choose_page":
            return _begin_at_the_catalogue(request, view)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Wagtail's block forms count on fields that every browser sends."""
        match = request.resolver_match
        if match and match.route.startswith(EDITOR) and isinstance(exception, MultiValueDictKeyError):
            return bad_request(request, exception)
        return None


def _wear_our_colours(request: HttpRequest) -> None:
    """Language and colours are chosen in Wanderjahr; the profile that Wagtail keeps for them is not asked."""
    chosen = request.COOKIES.get("theme", "")
    contrast = "more_contrast" if chosen == "contrast" else "system"
    profile = UserProfile(user=request.user, theme=THEMES.get(chosen, "system"), contrast=contrast)
    request.user.wagtail_userprofile = profile  # type: ignore[union-attr]


def _begin_at_the_catalogue(request: HttpRequest, view: Any) -> HttpResponse | None:
    """Wagtail would begin where all pages of a kind have their common root, and that may be somebody else's draft."""
    catalogue = CatalogPage.objects.only("pk").first()
    answer: HttpResponse | None = view(request, parent_page_id=catalogue.pk) if catalogue else None
    return answer
