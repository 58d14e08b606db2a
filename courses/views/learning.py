from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from courses.models import CoursePage, Enrollment, LessonPage
from courses.queries.learning import certificates_of, learning_record
from courses.queries.outline import outline
from courses.self_checks import answered
from courses.services.completion import complete_if_due
from courses.services.enrollments import enroll, withdraw
from courses.services.progress import mark_lesson_done
from people.policies import allowed

COMPLETED = gettext_lazy("You have completed the course. Your certificate is ready.")


@require_safe
def my_learning(request):
    rows = learning_record(request.user)
    certificates = certificates_of([row.enrollment for row in rows if row.is_completed])
    context = {
        "running": [row for row in rows if not row.is_completed],
        "completed": [(row, certificates.get(row.enrollment.pk)) for row in rows if row.is_completed],
    }
    return render(request, "courses/my_learning.html", context)


@require_POST
def enrollment_create(request, pk):
    course = get_object_or_404(CoursePage.objects.visible_to(request.user), pk=pk)
    enrollment = enroll(course, actor=request.user)
    messages.success(request, _("You are enrolled. Everything you do here is saved at once."))
    item = outline(course, enrollment).next_item()
    return redirect(item.url if item else course.url)


@require_POST
def enrollment_withdraw(request, pk):
    enrollment = get_object_or_404(Enrollment.objects.of(request.user).standing(), course_id=pk)
    withdraw(enrollment, actor=request.user)
    messages.success(request, _("You have left the course. What you had done is kept in case you come back."))
    return redirect("courses:my_learning")


@require_POST
def enrollment_complete(request, pk):
    """For those whose last open lesson was taken out of the course."""
    enrollment = get_object_or_404(Enrollment.objects.of(request.user).standing(), course_id=pk)
    if complete_if_due(enrollment, actor=request.user):
        messages.success(request, COMPLETED)
    else:
        messages.info(request, _("Something is still missing. The page shows what."))
    return redirect(enrollment.course.url)


def standing_enrollment(request, course):
    return Enrollment.objects.of(request.user).standing().filter(course=course).first()


def may_read(request, course, enrollment):
    return enrollment or getattr(request, "is_preview", False) or allowed("courses.read_lessons", request.user, course)


def to_course(request, course):
    messages.info(request, _("Please enroll first, then all lessons and the test are open to you."))
    return redirect(course.url)


def lesson(request, page):
    """A lesson with the road beside it; a question to oneself comes back answered."""
    course = page.course
    enrollment = standing_enrollment(request, course)
    if not may_read(request, course, enrollment):
        return to_course(request, course)
    road = outline(course, enrollment)
    here = road.item(page)
    before, after = road.beside(page)
    context = {
        "lesson": page,
        "course": course,
        "enrollment": enrollment,
        "outline": road,
        "halts": road.halts(page),
        "number": next((n for n, item in enumerate(road.lessons, 1) if item.page.pk == page.pk), None),
        "done": bool(here and here.done),
        "before": before,
        "after": after,
        "answered": _answered(request, page),
        "preview": getattr(request, "is_preview", False),
    }
    return render(request, "courses/lesson.html", context)


def _answered(request, page):
    if request.method != "POST":
        return None
    key = request.POST.get("check", "")
    result = answered(page, key, request.POST.getlist("choice"))
    if result is None:
        raise Http404
    return result


@require_POST
def lesson_done(request, pk):
    page = get_object_or_404(LessonPage.objects.live(), pk=pk)
    course = page.course
    enrollment = get_object_or_404(Enrollment.objects.of(request.user).standing(), course=course)
    was_completed = enrollment.is_completed
    mark_lesson_done(enrollment, page, actor=request.user)
    if enrollment.is_completed and not was_completed:
        messages.success(request, COMPLETED)
        return redirect(course.url)
    _before, after = outline(course, enrollment).beside(page)
    return redirect(after.url if after and not after.blocked else course.url)
