"""How a course goes, and the one click with which a trainer confirms something."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from courses.models import Enrollment
from courses.queries.assessing.marking import courses_taught, standing_in
from courses.queries.completing.course_progress import courses_to_follow, progress_of, watcher_of
from courses.services.completing.confirmations import confirm

ON_A_PAGE = 50


@require_safe
def course_progress(request, pk):
    taught = courses_taught(request.user).filter(pk=OuterRef("pk"))
    course = get_object_or_404(courses_to_follow(request.user).annotate(is_taught=Exists(taught)), pk=pk)
    watcher = watcher_of(request.user, course, trains_course=course.is_taught)
    progress = progress_of(course, watcher, timezone.localdate())
    context = {
        "course": course,
        "progress": progress,
        "waiting": [word for word in progress.waiting if word.is_next],
        "later": [word for word in progress.waiting if not word.is_next],
        "people": Paginator(progress.people, ON_A_PAGE).get_page(request.GET.get("page")),
        "sees_proof": bool(watcher.office_of),
        "sees_where": any(row.where for row in progress.people),
        "standing_in": standing_in(request.user) if watcher.office_of else [],
        "trains": course.is_taught or bool(watcher.trains_in),
    }
    return render(request, "courses/completion/progress.html", context)


@require_POST
def confirmation(request, pk, enrollment):
    course = get_object_or_404(courses_to_follow(request.user), pk=pk)
    found = get_object_or_404(Enrollment.objects.standing().filter(course=course).select_related("run"), pk=enrollment)
    confirm(found, request.POST.get("key", "")[:40], actor=request.user)
    messages.success(request, _("Confirmed for %(name)s.") % {"name": found.person.full_name})
    return redirect("courses:course_progress", course.pk)
