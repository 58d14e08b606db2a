"""The product's addresses, and one for each page that says something went wrong."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.urls import include, path

from lms.core.errors import bad_request, csrf_failure, server_error
from lms.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500"]

FAULTS = {
    400: bad_request,
    403: csrf_failure,
    429: lambda request: render(request, "429.html", status=429),
    500: server_error,
}


@login_not_required
def fault(request, status):
    return FAULTS[status](request)


urlpatterns = [path("fehler/<int:status>/", fault, name="fault"), path("", include("lms.urls"))]
