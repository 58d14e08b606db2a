"""Closing a course, and what happens to those who learn there."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from courses.addresses import workbench_url
from courses.forms.teaching import ALL, CloseForm
from courses.queries.reading.closing import learners_of
from courses.queries.translating.translations import versions_of
from courses.queries.writing.teaching import at_least_few
from courses.queries.writing.workbench import courses_to_edit
from courses.services.reviewing import withdrawal
from lms.core.forms import posted
from people.policies import require


def course_close(request, pk):
    """Asks what happens to the learners; leads back where there is nothing to close."""
    course = get_object_or_404(courses_to_edit(request.user), pk=pk)
    require("courses.publish", request.user, course.city, city_id=course.city.pk)
    if not course.live or course.ends_on:
        messages.info(request, _("There is nothing to close here. You see how things stand."))
        return redirect(workbench_url(course))
    form = CloseForm(course, posted(request))
    if request.method == "POST" and form.is_valid():
        messages.success(request, _close(course, form.cleaned_data, request.user))
        return redirect(workbench_url(course))
    learners = learners_of(course)
    context = {
        "course": course,
        "form": form,
        "versions": versions_of(course),
        "nobody": not learners.running,
        "running": at_least_few(learners.running),
        "completed": at_least_few(learners.completed) if learners.completed else "",
    }
    return render(request, "courses/workbench/close.html", context)


def _close(course, given, actor):
    if given["how"] != ALL:
        withdrawal.close_to_new(course, actor=actor)
        return _("The course is closed to new learners. Who has begun can finish.")
    withdrawal.close_to_all(course, on=given["day"], actor=actor)
    if given["day"] <= timezone.localdate():
        return _("The course is closed. Those who were learning have been told.")
    return _("The course takes nobody new. Those who are learning have been told the day on which it closes.")


@require_POST
def course_reopen(request, pk):
    course = get_object_or_404(courses_to_edit(request.user), pk=pk)
    withdrawal.reopen(course, actor=request.user)
    messages.success(request, _("The course is open again."))
    return redirect(workbench_url(course))
