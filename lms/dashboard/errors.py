from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lms.core.errors import NotAllowed
from people.models import Role
from people.queries import people_with


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say which role may do this, and whom to ask in the reader's own city."""
    context: dict[str, object] = {"role_label": "", "people": []}
    acting = getattr(request, "acting", None)
    if isinstance(exception, NotAllowed) and exception.role:
        role = Role(exception.role)
        city = exception.city_id or (acting.city_id if acting else None)
        context = {"role_label": role.label, "people": people_with(role, city=city)[:3]}
    return render(request, "403.html", context, status=403)
