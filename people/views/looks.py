from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from people.queries import looks_at, with_offices

PER_PAGE = 50


@require_safe
def looks(request):
    """Who has seen the file of whoever reads this."""
    page = Paginator(looks_at(request.user), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "people/looks.html", {"page": page, "rows": with_offices(page)})
