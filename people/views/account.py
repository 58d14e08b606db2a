from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from lms.core.addresses import number, safe_next
from lms.core.display import THEMES
from people.queries import memberships_of

A_YEAR = 365 * 24 * 3600


@require_POST
def switch_role(request):
    """Act in another of one's own roles."""
    chosen = get_object_or_404(memberships_of(request.user), pk=number(request.POST.get("membership")))
    request.session["membership"] = chosen.pk
    return redirect("home")


def for_display(view):
    """It sets how pages look to the reader, no more: so it needs no token, and its form may stand on kept pages."""
    return csrf_exempt(login_not_required(require_POST(view)))


@for_display
def set_language(request):
    language = request.POST.get("language")
    answer = redirect(safe_next(request))
    if language in dict(settings.LANGUAGES):
        _remember(answer, settings.LANGUAGE_COOKIE_NAME, language, request)
        if request.user.is_authenticated:
            request.user.language = language
            request.user.save(update_fields=["language"])
    return answer


@for_display
def set_theme(request):
    answer = redirect(safe_next(request))
    theme = request.POST.get("theme")
    if theme in THEMES:
        _remember(answer, "theme", theme, request)
    else:
        answer.delete_cookie("theme")
    return answer


def _remember(answer, name, value, request):
    answer.set_cookie(name, value, max_age=A_YEAR, httponly=True, samesite="Lax", secure=request.is_secure())
