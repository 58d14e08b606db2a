"""How a reader wants pages to look."""

from django.http import HttpRequest

THEMES = ["light", "dark", "contrast"]


def theme_of(request: HttpRequest) -> str:
    """The chosen theme; empty where the device decides."""
    theme = request.COOKIES.get("theme", "")
    return theme if theme in THEMES else ""
