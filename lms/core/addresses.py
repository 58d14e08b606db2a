"""Addresses inside and of this product."""

from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def safe_next(request: HttpRequest, fallback: str = "/") -> str:
    """Where to go after this: the path asked for if it is one of ours, else the fallback.

    A path only: redirect() takes a bare word for the name of a route, and fails if there is none.
    """
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if ours else fallback


def absolute(path: str) -> str:
    """The full address for mails and certificates, from SITE_URL: the Host header of a request is never trusted."""
    return urljoin(settings.SITE_URL, path)


def number(text: str | None) -> int:
    """A key from an address or a form; 0, which no record has, for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0
