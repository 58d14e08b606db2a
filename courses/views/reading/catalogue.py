from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from courses.forms.learning import CatalogueForm
from courses.queries.reading.catalogue import Catalogue, Filters, shelves
from courses.views.reading.readers import cities_written_for
from lms.core.visitors import kept_for_visitors, may_be_kept

PER_PAGE = 24


@login_not_required
@require_safe
@kept_for_visitors
def catalogue(request):
    cities = shelves()
    form = CatalogueForm(request.GET, cities=cities.values())
    filters = Filters.of(form.cleaned_data)
    found = Catalogue(request.user, filters, cities)
    page = Paginator(found.keys, PER_PAGE).get_page(request.GET.get("page"))
    if not filters.q and request.META["QUERY_STRING"] == urlencode(filters.active | _numbered(page)):
        may_be_kept(request)
    context = {
        "filters": filters,
        "named": [form.label(name, value) for name, value in filters.active.items() if name != "q"],
        "chips": {name: _chips(form, filters, name) for name in form.fields if name != "q"},
        "page": page,
        "courses": found.cards(list(page)) if found.keys else [],
        "dropping": [] if found.keys else [_dropping(form, filters, *pair) for pair in found.to_drop()],
        "teaches": bool(cities_written_for(request)),
    }
    return render(request, "courses/catalogue.html", context)


def _numbered(page):
    return {} if page.number == 1 else {"page": str(page.number)}


def _address(filters):
    return f"?{urlencode(filters.active)}"


def _chips(form, filters, name):
    """A chip narrows the list; the chosen one takes its filter away again."""
    chosen = filters.active.get(name)
    return [
        {
            "label": label,
            "current": value == chosen,
            "url": _address(filters.without(name) if value == chosen else Filters(**{**filters.active, name: value})),
        }
        for value, label in form.choices(name).items()
    ]


def _dropping(form, filters, name, count):
    label = form.label(name, filters.active[name])
    return {"label": label, "count": count, "url": _address(filters.without(name))}


def to_catalogue(request, page):
    return redirect("courses:catalogue")


def to_shelf(request, page):
    return redirect(f"{reverse('courses:catalogue')}?{urlencode({'city': page.city.slug})}")


def to_course(request, page):
    return redirect(page.course.url)
