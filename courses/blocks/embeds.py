"""Films that lie elsewhere: asked for by a click, framed from the hosts of the setting COURSES_EMBED_HOSTS alone."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse

ASKED_FOR = "einbetten"
NAMES = {"www.youtube-nocookie.com": "YouTube", "player.vimeo.com": "Vimeo"}
YOUTUBE = "https://www.youtube-nocookie.com/embed/{}"
VIMEO = "https://player.vimeo.com/video/{}?dnt=1"
# From the address that people copy to the one that may be framed. Without cookies where the host offers that.
WATCHED = [
    (r"(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:watch\?(?:.*&)?v=|shorts/|live/|embed/)([\w-]{6,20})\b.*", YOUTUBE),
    (r"youtu\.be/([\w-]{6,20})\b.*", YOUTUBE),
    (r"(?:www\.)?vimeo\.com/(\d{1,15})/([0-9a-f]{4,40})\b.*", VIMEO + "&h={}"),
    (r"player\.vimeo\.com/video/(\d{1,15})\?(?:.*&)?h=([0-9a-f]{4,40})\b.*", VIMEO + "&h={}"),
    (r"(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d{1,15})\b.*", VIMEO),
    (r"media\.ccc\.de/v/([\w.-]{1,200}).*", "https://media.ccc.de/v/{}/oembed"),
    (r"([a-z0-9.-]+)/(?:w|videos/watch)/([\w-]{6,40})\b.*", "https://{}/videos/embed/{}"),  # PeerTube
]


@dataclass(frozen=True)
class Film:
    src: str

    @property
    def host(self) -> str:
        return str(urlsplit(self.src).hostname)

    @property
    def provider(self) -> str:
        return NAMES.get(self.host, self.host)

    @property
    def origin(self) -> str:
        return f"https://{self.host}"


def film_at(url: str) -> Film | None:
    """The film of an address, None unless its host is on the list."""
    try:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or parts.username or parts.port:
            return None
    except ValueError:
        return None
    film = Film(_framed(f"{parts.hostname}{parts.path}?{parts.query}".removesuffix("?")) or url)
    return film if film.src.startswith("https://") and film.host in settings.COURSES_EMBED_HOSTS else None


def _framed(address: str) -> str:
    for pattern, framed in WATCHED:
        if found := re.fullmatch(pattern, address, re.ASCII):
            return framed.format(*found.groups())
    return ""


def providers() -> str:
    return ", ".join(NAMES.get(host, host) for host in settings.COURSES_EMBED_HOSTS)


def is_open(request: HttpRequest, key: str, film: Film) -> bool:
    """Whether the reader asked for this film. If so, this one answer may frame its host, see `frames_opened`."""
    if request.GET.get(ASKED_FOR) != key:
        return False
    request.framed = {*getattr(request, "framed", ()), film.origin}  # type: ignore[attr-defined]
    return True


def frames_opened(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For views that show lessons: our policy forbids frames, but for those that were opened while drawing the page."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        if framed := getattr(request, "framed", None):
            answer._csp_update = {"frame-src": sorted(framed)}  # type: ignore[attr-defined]
        return answer

    return wrapped
