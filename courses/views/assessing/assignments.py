"""An assignment as learners see it: what is to be done, what makes it good, how far it is."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from courses.blocks.embeds import frames_opened
from courses.forms.marking import WorkForm
from courses.models import AssignmentPage, Enrollment
from courses.queries.assessing.submissions import standing_of
from courses.queries.reading.outline import outline
from courses.services.assessing.assignments import hand_in
from courses.views.completing.learning import may_read, standing_enrollment, to_course, to_what_is_kept
from lms.core.forms import posted


@frames_opened
def assignment(request, page):
    course = page.course
    enrollment = standing_enrollment(request, course)
    if not may_read(request, course, enrollment):
        return to_course(request, course)
    return _page_of(request, page, enrollment, WorkForm(page, getattr(request, "kept", None) if enrollment else None))


def _page_of(request, page, enrollment, form, status=200):
    course = page.course
    preview = getattr(request, "is_preview", False)
    road = outline(course, enrollment, preview=preview)
    before, after = road.beside(page)
    context = {
        "assignment": page,
        "course": course,
        "enrollment": enrollment,
        "outline": road,
        "chapters": road.chapters(page),
        "before": before,
        "after": after,
        "criteria": page.criteria.splitlines(),
        "standing": standing_of(page, enrollment),
        "form": form,
        "preview": preview,
    }
    return render(request, "courses/assignment.html", context, status=status)


@require_POST
def work_hand_in(request, pk):
    page = get_object_or_404(AssignmentPage.objects.live(), pk=pk)
    enrollment = get_object_or_404(Enrollment.objects.of(request.user).standing(), course=page.course)
    if not page.course.live:
        return to_what_is_kept(request, page.course)
    form = WorkForm(page, posted(request), request.FILES)
    if not form.is_valid():
        return _page_of(request, page, enrollment, form, status=422)
    given = form.cleaned_data
    hand_in(enrollment, page, text=given["text"], file=given.get("file"), actor=request.user)
    messages.success(request, _("Your work is handed in. You get a message when it was looked at."))
    return redirect(page.url)
