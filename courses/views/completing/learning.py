from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from courses.blocks.embeds import frames_opened
from courses.forms.runs import ReasonForm
from courses.models import AnnexPage, CoursePage, CourseRun, Enrollment, LessonPage
from courses.queries.beside.notes import beside
from courses.queries.completing.learning import certificates_of, completions_of, learning_record
from courses.queries.enrolling.runs import ASKED, asked_of, needs_a_reason
from courses.queries.reading.outline import annex_chapter, annexes_for, course_around, enrollment_around, outline
from courses.related import BESIDE_LEARNING, demands
from courses.self_checks import answered
from courses.services.completing.completion import begin_anew, complete_if_due
from courses.services.completing.progress import mark_lesson_done
from courses.services.enrolling.enrollments import enroll, withdraw
from courses.states import STANDING, EnrollmentStatus
from courses.views.beside.notes import note_form
from lms.core.addresses import number
from lms.core.forms import posted
from people.policies import allowed

ASKED_FOR = {
    EnrollmentStatus.REQUESTED: gettext_lazy("You have asked for a seat. You get a message as soon as it is decided."),
    EnrollmentStatus.WAITING: gettext_lazy("You are on the waiting list and move up by yourself."),
}
COMPLETED = gettext_lazy("You have completed the course. Your certificate is ready.")


@require_safe
def my_learning(request):
    rows = learning_record(request.user)
    completions = completions_of([row.enrollment for row in rows if row.is_completed])
    certificates = certificates_of(completions.values())
    done = [(row, row.enrollment.pk) for row in rows if row.is_completed]
    context = {
        "running": [row for row in rows if row.is_running],
        "completed": [(row, completions.get(pk), certificates.get(pk)) for row, pk in done],
        "closed": [row for row in rows if row.is_closed and not row.is_completed],
        "asked": asked_of(request.user),
        "demands": demands(request.user),
        "leads": BESIDE_LEARNING,
    }
    return render(request, "courses/my_learning.html", context)


@require_POST
def enrollment_create(request, pk):
    """`lauf` names the course run, where there is one to choose."""
    course = get_object_or_404(CoursePage.objects.visible_to(request.user), pk=pk)
    run = None
    if key := number(request.POST.get("lauf")):
        run = get_object_or_404(CourseRun.objects.visible_to(request.user).filter(course=course), pk=key)
    enrollment = enroll(course, actor=request.user, run=run)
    if enrollment.status in ASKED:
        messages.success(request, ASKED_FOR[enrollment.status])
        return redirect(course.url)
    messages.success(request, _("You are enrolled. Everything you do here is saved at once."))
    item = outline(course, enrollment).next_item()
    return redirect(item.url if item and not run else course.url)


@require_POST
def enrollment_withdraw(request, pk):
    """Leave a course, or take back what one asked for. Once a run has begun, with a sentence."""
    mine = Enrollment.objects.of(request.user).filter(status__in=[*STANDING, *ASKED])
    enrollment = get_object_or_404(mine.select_related("run", "course"), course_id=pk)
    form = ReasonForm(posted(request))
    must_explain = enrollment.run and enrollment.status == EnrollmentStatus.ACTIVE and needs_a_reason(enrollment.run)
    if not form.is_valid() and must_explain:
        return render(request, "courses/leave.html", {"form": form, "enrollment": enrollment}, status=422)
    had_begun = enrollment.status not in ASKED
    withdraw(enrollment, actor=request.user, reason=form.cleaned_data.get("reason", "") if must_explain else "")
    if not had_begun:
        messages.success(request, _("You have withdrawn. You can enroll again at any time."))
        return redirect(enrollment.course.url)
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


@require_POST
def enrollment_renew(request, pk):
    """Prove a course anew whose completion ends soon, or has ended."""
    enrollment = get_object_or_404(Enrollment.objects.of(request.user).select_related("course", "run"), course_id=pk)
    begin_anew(enrollment, actor=request.user)
    messages.success(request, _("You begin the course anew. Your last certificate stays as it is."))
    return redirect(enrollment.course.url)


def standing_enrollment(request, course):
    return Enrollment.objects.of(request.user).standing().filter(course=course).first()


def may_read(request, course, enrollment):
    if getattr(request, "is_preview", False) or (course.live and enrollment):
        return True
    return allowed("courses.read_lessons" if course.live else "courses.edit", request.user, course)


def to_course(request, course):
    if not course.live:
        return to_what_is_kept(request, course)
    messages.info(request, _("Please enroll first, then all lessons and the test are open to you."))
    return redirect(course.url)


def to_what_is_kept(request, course):
    """A lesson of a course that was taken back: those who learned there find what they did."""
    get_object_or_404(Enrollment.objects.of(request.user), course=course)
    messages.info(request, _("This course was closed. What you have done in it is kept here."))
    return redirect("courses:my_learning")


@frames_opened
def lesson(request, page):
    """A lesson with the road beside it; a question to oneself comes back answered."""
    course = page.course = course_around(page)
    enrollment = standing_enrollment(request, course)
    if not may_read(request, course, enrollment):
        return to_course(request, course)
    preview = getattr(request, "is_preview", False)
    road = outline(course, enrollment, preview=preview)
    annexes = annexes_for(request.user, course)
    before, after = road.beside(page)
    context = {
        "lesson": page,
        "course": course,
        "enrollment": enrollment,
        "outline": road,
        "chapters": [*road.chapters(page), *annex_chapter(annexes)],
        "here": road.item(page),
        "number": next((n for n, item in enumerate(road.lessons, 1) if item.page.pk == page.pk), None),
        "before": before,
        "after": after,
        "answered": _answered(request, page),
        "annexes": [annex for annex in annexes if annex.lesson_id == page.pk],
        "preview": preview,
    }
    if not preview:
        kept = beside(page, request.user)
        context |= {"beside": kept, "note_form": note_form(kept, request.kept) if enrollment else None}
    return render(request, "courses/lesson.html", context)


@login_required
@frames_opened
def annex(request, page):
    """A lesson that a city added at the end of a course for its own people."""
    course = page.course
    preview = getattr(request, "is_preview", False)
    if course is None or not (preview or AnnexPage.objects.visible_to(request.user).filter(pk=page.pk).exists()):
        raise Http404
    enrollment = standing_enrollment(request, course)
    if not may_read(request, course, enrollment):
        return to_course(request, course)
    road = outline(course, enrollment, preview=preview)
    chapters = [*road.chapters(), *annex_chapter(annexes_for(request.user, course), page)]
    context = {"annex": page, "course": course, "enrollment": enrollment, "outline": road, "preview": preview}
    return render(request, "courses/annex.html", context | {"chapters": chapters, "answered": _answered(request, page)})


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
    enrollment = enrollment_around(page, request.user)
    if enrollment is None:
        raise Http404
    course = page.course = enrollment.course
    if not course.live:
        return to_what_is_kept(request, course)
    was_completed = enrollment.is_completed
    road = mark_lesson_done(enrollment, page, actor=request.user)
    if enrollment.is_completed and not was_completed:
        messages.success(request, COMPLETED)
        return redirect(course.url)
    _before, after = road.beside(page)
    return redirect(after.url if after and not after.blocked else course.url)
