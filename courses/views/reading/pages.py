"""The addresses of courses and their parts."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.views.decorators.http import require_safe
from wagtail.models import Site

from courses.models import AnnexPage, AssignmentPage, CoursePage, LessonPage, ModulePage, TestPage
from courses.views.reading.course_page import with_hints
from lms.core.visitors import kept_for_visitors


@login_not_required
@require_safe
@kept_for_visitors
def course(request, city, slug):
    """A course, which visitors may see, too; or what a city adds to one, which asks who is there."""
    return _page_at(request, slug, with_hints(CoursePage.objects.all()), AnnexPage.objects).serve(request)


def part(request, city, course, slug):
    kinds = (LessonPage.objects, TestPage.objects, AssignmentPage.objects, ModulePage.objects)
    return _page_at(request, slug, *kinds).serve(request)


def _page_at(request, slug, *kinds):
    """The published page at this address, found straight: Wagtail would ask twice for each level of the tree."""
    path = request.path_info.lstrip("/")
    wanted = [f"{root.root_path}{path}" for root in Site.get_site_root_paths()]
    for kind in kinds:
        for page in kind.filter(live=True, slug=slug, url_path__in=wanted).order_by()[:1]:
            return page
    raise Http404
