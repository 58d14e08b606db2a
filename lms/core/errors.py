"""Errors people can cause, each with a sentence for the screen, and the pages that show them."""

import logging
import sys
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


class Refused(Exception):
    """What somebody asked for is not possible; the message is a sentence that says what to do."""

    status = 400

    def __init__(self, sentence: str, *, about: object = None) -> None:
        super().__init__(sentence)
        self.about = about


class TooLate(Refused):
    """Somebody else was faster: the last seat, the first decision."""

    status = 409


class NotAllowed(PermissionDenied):
    """A right is missing; carries the role that has it, so that the page can say whom to ask."""

    def __init__(self, *, role: str = "", city_id: int | None = None) -> None:
        super().__init__("missing right")
        self.role = role
        self.city_id = city_id


def refused(request: HttpRequest, error: Refused) -> HttpResponse:
    find_page = getattr(error.about, "get_absolute_url", None)
    url = find_page() if find_page else ""
    context = {"sentence": str(error), "url": url}
    return render(request, "409.html", context, status=error.status)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403_csrf.html", status=403)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(
        request, "400.html", {"sentence": _("This address or form contains something we cannot read.")}, status=400
    )


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Without the database and without any context: only the reference number under which the log has the fault."""
    reference = getattr(request, "reference", "")
    logging.getLogger("wanderjahr").exception("reference %s: %s %s", reference, request.method, request.path)
    away = isinstance(sys.exc_info()[1], DatabaseError | OSError)
    return HttpResponse(render_to_string("500.html", {"reference": reference}), status=503 if away else 500)
