"""Courses between cities: adapt one, decide what of its original is taken over, add to one for the own people."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from courses.addresses import workbench_url
from courses.forms.sharing import AnnexStartForm
from courses.models import CoursePage
from courses.queries.sharing.adaptations import changes_of
from courses.queries.sharing.additions import additions_of, annexes_to_edit
from courses.queries.sharing.sharing import origin_of
from courses.queries.sharing.told_changes import told_changes
from courses.queries.writing.workbench import courses_to_edit
from courses.services.reviewing.review import submit_annex
from courses.services.sharing.adapting import adapt_course
from courses.services.sharing.annexes import remove_annex, start_annex
from courses.services.sharing.taking_over import dismiss, take_over
from lms.core.forms import posted
from people.models import Role
from people.policies import require
from people.queries import cities_where

STARTED = gettext_lazy("This is your version, as a draft. Change what is different with you, then hand it in.")


def _cities(request):
    """Where this person writes courses; who writes nowhere is told whose task it is."""
    require("courses.see_teaching", request.user)
    return list(cities_where(request.user, Role.TRAINER, Role.HR).order_by("name"))


@require_POST
def adapt(request, pk):
    course = get_object_or_404(CoursePage.objects.visible_to(request.user), pk=pk)
    copy, is_new = adapt_course(course, _chosen_city(request, course), actor=request.user)
    if is_new:
        messages.success(request, STARTED)
    else:
        messages.info(request, _("Your city has adapted this course already. Here is your version."))
    return redirect(workbench_url(copy))


def _chosen_city(request, course):
    cities, asked = _cities(request), request.POST.get("city", "")
    if asked and asked not in [city.slug for city in cities]:
        raise Http404
    others = [city for city in cities if city.slug == asked or (not asked and city != course.city)]
    return (others or cities)[0]


def original(request, pk):
    """What the original says today, and what of it our authors take over."""
    course = get_object_or_404(courses_to_edit(request.user), pk=pk)
    chosen = request.POST.getlist("change")
    if chosen:
        messages.success(request, _decide(request, course, chosen))
        return redirect("courses:original", course.pk)
    comparison = changes_of(course)
    if comparison is None:
        raise Http404
    pages = told_changes(comparison)
    nothing_chosen = request.method == "POST" and bool(pages)
    context = {
        "course": course,
        "comparison": comparison,
        "origin": origin_of(course),
        "pages": pages,
        "count": len(comparison.open),
        "all": "alle" in request.GET,
        "nothing_chosen": nothing_chosen,
    }
    return render(request, "courses/sharing/original.html", context, status=422 if nothing_chosen else 200)


def _decide(request, course, chosen):
    if "leave" in request.POST:
        dismiss(course, chosen, actor=request.user)
        return _("Left as it is. These changes are not offered again.")
    take_over(course, chosen, actor=request.user)
    told = ngettext("%(n)s change is in your drafts.", "%(n)s changes are in your drafts.", len(chosen))
    return told % {"n": len(chosen)} + " " + _("Learners see it once it is released.")


def annex_start(request, pk):
    """Begin an addition; below, what the city has added already."""
    course = get_object_or_404(CoursePage.objects.visible_to(request.user), pk=pk)
    cities = _cities(request)
    form = AnnexStartForm(course, cities, posted(request), lesson=request.GET.get("lektion", ""))
    if request.method == "POST" and form.is_valid():
        told = {"title": form.cleaned_data["title"], "lesson": form.lesson_chosen}
        annex = start_annex(course, form.city_chosen, **told, actor=request.user)
        messages.success(
            request, _("Begun. Write here what your people need; under “Your courses” you then hand it in.")
        )
        return redirect("wagtailadmin_pages:edit", annex.pk)
    context = {"course": course, "form": form, "additions": additions_of(cities, course), "cities": cities}
    return render(request, "courses/sharing/annex_start.html", context)


@require_POST
def annex_submit(request, pk):
    annex = get_object_or_404(annexes_to_edit(request.user), pk=pk)
    submit_annex(annex, actor=request.user)
    messages.success(request, _("Handed in. Your training office has a message and releases it."))
    return _to_additions(annex.course)


@require_POST
def annex_remove(request, pk):
    annex = get_object_or_404(annexes_to_edit(request.user), pk=pk)
    course = annex.course
    remove_annex(annex, actor=request.user)
    messages.success(request, _("“%(title)s” is removed.") % {"title": annex.title})
    return _to_additions(course)


def _to_additions(course):
    return redirect("courses:annex_start", course.pk) if course and course.live else redirect("courses:teaching")
