"""A course as learners will see it, drafts included: for those who write it and those who decide about it."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe
from wagtail.models import Page

from courses.addresses import workbench_url
from courses.models import CoursePage, PartOfCourse
from courses.views.writing.workbench import find_open


@require_safe
def preview(request, pk):
    page = get_object_or_404(Page, pk=pk).specific
    if not isinstance(page, CoursePage | PartOfCourse):
        raise Http404
    course = find_open(request, get_object_or_404(CoursePage, path=_course_path(page)).pk)
    newest = page.get_latest_revision_as_object()
    request.is_preview, request.workbench_url = True, workbench_url(course)
    return import_string(newest.view)(request, newest)


def _course_path(page):
    return page.path if isinstance(page, CoursePage) else page.path[: -page.steplen]
