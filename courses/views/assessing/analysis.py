from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from courses.models import TestPage
from courses.queries.assessing.analysis import analysis_of
from courses.queries.assessing.marking import courses_taught
from courses.queries.writing.workbench import courses_to_edit


@require_safe
def analysis(request, pk):
    """How well the questions of a test measure; of persons nothing."""
    test = get_object_or_404(TestPage, pk=pk)
    course = test.course
    if not courses_to_edit(request.user).filter(pk=course.pk).exists():
        raise Http404
    context = {
        "test": test,
        "course": course,
        "analysis": analysis_of(test),
        "may_regrade": courses_taught(request.user).filter(pk=course.pk).exists(),
    }
    return render(request, "courses/marking/analysis.html", context)
