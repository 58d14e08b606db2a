from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from courses.addresses import workbench_url
from courses.forms.teaching import SkeletonForm
from courses.queries.assessing.marking import waiting_to_be_marked
from courses.queries.beside.asked import waiting_questions
from courses.queries.enrolling.runs import requests_for
from courses.queries.reviewing.review import waiting_for
from courses.queries.writing.teaching import shelves_of, teaching_of
from courses.related import BESIDE_TEACHING
from courses.services.writing.skeleton import create_skeleton
from lms.core.forms import posted
from people.policies import allowed, require


@require_safe
def teaching(request):
    require("courses.see_teaching", request.user)
    found = teaching_of(request.user)
    context = {
        "waiting": waiting_for(request.user),
        "to_mark": waiting_to_be_marked(request.user),
        "asked": waiting_questions(request.user),
        "shelves": found.shelves,
        "along": found.along,
        "seat_requests": requests_for(request.user),
        "leads": BESIDE_TEACHING,
        "arranges_time": allowed("courses.see_extra_times", request.user),
    }
    return render(request, "courses/teaching.html", context)


def course_new(request):
    """Kurs in 10 Minuten."""
    require("courses.see_teaching", request.user)
    shelves = shelves_of(request.user)
    form = SkeletonForm(shelves, posted(request))
    if request.method == "POST" and shelves and form.is_valid():
        course = create_skeleton(form.shelf_chosen, form.sketch, actor=request.user)
        messages.success(
            request, _("The draft is there. Now write lesson by lesson; nobody sees it before you hand it in.")
        )
        return redirect(workbench_url(course))
    return render(request, "courses/workbench/new.html", {"form": form, "shelves": shelves})
