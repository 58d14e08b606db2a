from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from courses.forms import AttemptForm
from courses.models import Attempt, Enrollment, TestPage
from courses.queries.outline import outline
from courses.queries.results import explained, standing_of
from courses.services.assessment import save_answers, start_attempt, submit_attempt
from courses.views.learning import may_read, standing_enrollment, to_course
from lms.core.forms import posted


def test(request, page):
    """Before a test: what it asks for, how many attempts are left, what came before."""
    course = page.course
    enrollment = standing_enrollment(request, course)
    if not may_read(request, course, enrollment):
        return to_course(request, course)
    road = outline(course, enrollment)
    context = {
        "test": page,
        "course": course,
        "enrollment": enrollment,
        "outline": road,
        "halts": road.halts(page),
        "standing": standing_of(page, enrollment),
        "missing": road.missing_before(page) if enrollment else [],
        "preview": getattr(request, "is_preview", False),
    }
    return render(request, "courses/test.html", context)


@require_POST
def attempt_start(request, pk):
    page = get_object_or_404(TestPage.objects.live(), pk=pk)
    enrollment = get_object_or_404(Enrollment.objects.of(request.user).standing(), course=page.course)
    return redirect(start_attempt(enrollment, page, actor=request.user))


def _own_attempt(request, pk):
    own = Attempt.objects.visible_to(request.user).select_related("enrollment__course", "enrollment__person", "test")
    return get_object_or_404(own, pk=pk)


def attempt(request, pk):
    """All questions on one page; what is ticked is kept on the server with each answer sent."""
    own = _own_attempt(request, pk)
    if not own.is_open:
        return redirect(own)
    form = AttemptForm(own, posted(request))
    if request.method == "POST":
        if "later" in request.POST:
            save_answers(own, form.picked(), actor=request.user)
            messages.success(request, _("Your answers are saved. You can go on whenever you like."))
            return redirect(own.test.url)
        if form.is_valid():
            return redirect(submit_attempt(own, form.picked(), actor=request.user))
        save_answers(own, form.picked(), actor=request.user)
    context = {"attempt": own, "form": form, "course": own.enrollment.course, "test": own.test}
    return render(request, "courses/attempt.html", context)


@require_safe
def result(request, pk):
    own = _own_attempt(request, pk)
    if own.is_open:
        return redirect(own)
    standing = standing_of(own.test, own.enrollment)
    context = {
        "attempt": own,
        "test": own.test,
        "course": own.enrollment.course,
        "enrollment": own.enrollment,
        "standing": standing,
        "questions": explained(own, reveal=not standing.may_try),
    }
    return render(request, "courses/result.html", context)
