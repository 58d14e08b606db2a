from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from courses.forms import CatalogueForm
from courses.models import Enrollment
from courses.queries.catalogue import Filters, courses_found, shown, to_drop
from courses.queries.learning import certificates_of
from courses.queries.outline import outline
from courses.services.completion import requirements
from people.policies import allowed

PER_PAGE = 24


@require_safe
def catalogue(request):
    form = CatalogueForm(request.GET)
    form.is_valid()
    filters = Filters.of(form.cleaned_data)
    found = courses_found(request.user, filters)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "filters": filters,
        "named": _named(form, filters),
        "chips": {name: _chips(form, filters, name) for name in ("city", "topic", "minutes", "level", "language")},
        "page": page,
        "courses": shown(request.user, list(page)),
        "dropping": [] if found else [_dropping(form, filters, *pair) for pair in to_drop(request.user, filters)],
        "teaches": allowed("courses.see_teaching", request.user),
    }
    return render(request, "courses/catalogue.html", context)


def _address(filters):
    return f"?{urlencode(filters.active)}"


def _label(form, name, value):
    return f"„{value}“" if name == "q" else form.choices(name)[value]


def _named(form, filters):
    return [_label(form, name, value) for name, value in filters.active.items() if name != "q"]


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
    label = _label(form, name, filters.active[name])
    return {"label": label, "count": count, "url": _address(filters.without(name))}


def to_catalogue(request, page):
    return redirect("courses:catalogue")


def to_shelf(request, page):
    return redirect(f"{reverse('courses:catalogue')}?{urlencode({'city': page.city.slug})}")


def course(request, page):
    """The page of a course: what it is about, what it asks for, how far one is."""
    enrollment = Enrollment.objects.of(request.user).standing().filter(course=page).first() if page.pk else None
    road = outline(page, enrollment)
    context = {
        "course": page,
        "enrollment": enrollment,
        "outline": road,
        "halts": road.halts(linked=bool(enrollment) or allowed("courses.read_lessons", request.user, page)),
        "missing": [one for one in requirements(road) if not one.done],
        "certificate": certificates_of([enrollment]).get(enrollment.pk) if enrollment else None,
        "preview": getattr(request, "is_preview", False),
    }
    return render(request, "courses/course.html", context)
