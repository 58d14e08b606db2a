"""Whole pages for visitors, kept until somebody publishes something: decision 0027.

A view says of its answer that it may be kept. It is given to others who have neither a session nor a message waiting,
in the same language and theme, on the same day. Headers are made anew by the middleware for each of them.
"""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.cache import caches
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from lms.core.display import theme_of

VERSION = "version"
PERSONAL_COOKIES = (settings.SESSION_COOKIE_NAME, "messages")
View = Callable[..., HttpResponse]


def kept_for_visitors(view: View) -> View:
    """For views whose pages visitors may see, and which call `may_be_kept`."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if any(name in request.COOKIES for name in PERSONAL_COOKIES):
            return view(request, *args, **kwargs)
        key = _key(request)  # before the page is made: what is published meanwhile makes it old
        kept = caches["pages"].get(key)
        answer = HttpResponse(kept) if kept else view(request, *args, **kwargs)
        if not kept and _is_for_all(request, answer):
            caches["pages"].set(key, answer.content)
        answer["Cache-Control"] = "private, no-cache"  # nobody else keeps it, as nobody else hears of a new version
        patch_vary_headers(answer, ["Cookie"])
        return answer

    return wrapped


def may_be_kept(request: HttpRequest) -> None:
    """Of a page with one address only: other spellings of the same would fill the disk."""
    request.may_be_kept = True  # type: ignore[attr-defined]


def purge() -> None:
    """Forget all pages, in all processes: they ask for those of another version from now on."""
    caches["pages"].set(VERSION, uuid4().hex, timeout=None)


def purge_after_commit(**_signal: Any) -> None:
    transaction.on_commit(purge, robust=True)


def _is_for_all(request: HttpRequest, answer: HttpResponse) -> bool:
    """A page that asked for a token or sets a cookie is meant for one reader."""
    asked_for_token = request.META.get("CSRF_COOKIE_NEEDS_UPDATE", False)
    return (
        getattr(request, "may_be_kept", False)
        and answer.status_code == 200
        and not (asked_for_token or answer.cookies or request.session.modified)
    )


def _key(request: HttpRequest) -> str:
    version = caches["pages"].get(VERSION)
    if version is None:
        version = caches["pages"].get_or_set(VERSION, uuid4().hex, timeout=None)
    # a course closes at midnight without anybody doing anything
    parts = (version, timezone.localdate(), request.LANGUAGE_CODE, theme_of(request), request.get_full_path())
    return sha256("\n".join(map(str, parts)).encode()).hexdigest()
