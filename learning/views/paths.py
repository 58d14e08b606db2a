"""Where trainers build learning paths. Everything is a link or a button that posts."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from learning.forms.paths import PathForm, StepForm
from learning.models import PathStep
from learning.queries.paths import (
    cities_to_build_for,
    for_whom,
    path_for,
    paths_to_build,
    shared_by_others,
    steps_of,
)
from learning.services import paths as service
from lms.core.errors import Refused
from lms.core.forms import posted
from people.policies import require


def _find(request, pk):
    return get_object_or_404(paths_to_build(request.user), pk=pk)


def _step(request, path, step):
    return get_object_or_404(PathStep.objects.select_related("path"), pk=step, path=path)


@require_safe
def paths(request):
    require("learning.see_teaching", request.user)
    own, shared = paths_to_build(request.user), shared_by_others(request.user)
    counts = {key: len(steps) for key, steps in steps_of(own).items()}
    context = {
        "own": [{"path": path, "for_whom": for_whom(path), "steps": counts.get(path.pk, 0)} for path in own],
        "shared": [{"path": path, "for_whom": for_whom(path)} for path in shared],
    }
    return render(request, "learning/paths/list.html", context)


def path_new(request):
    require("learning.see_teaching", request.user)
    form = PathForm(cities_to_build_for(request.user), posted(request), submit_label=_("Begin the path"))
    if request.method == "POST" and form.is_valid():
        path = service.create_path(form.city_chosen, form.details, actor=request.user)
        messages.success(request, _("The path is there. Now put courses on it; nobody sees it before you publish it."))
        return redirect("learning:path", path.pk)
    return render(request, "learning/paths/form.html", {"form": form, "path": None})


def path_change(request, pk):
    found = _find(request, pk)
    form = PathForm([found.city], posted(request), instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            service.change_path(found, form.details, actor=request.user)
        except Refused as reason:
            form.add_error("is_shared", str(reason))
        else:
            messages.success(request, _("Your changes are saved."))
            return redirect("learning:path", found.pk)
    return render(request, "learning/paths/form.html", {"form": form, "path": _find(request, pk)})


@require_safe
def path(request, pk):
    return _bench(request, _find(request, pk))


def _bench(request, found, form=None, status=200):
    steps = list(found.steps.select_related("course", "part").defer("course__goals").order_by("position"))
    context = {
        "path": found,
        "for_whom": for_whom(found),
        "steps": steps,
        "courses": path_for(request.user, found).courses,
        "form": form or StepForm(found),
    }
    return render(request, "learning/paths/show.html", context, status=status)


@require_POST
def step_add(request, pk):
    found = _find(request, pk)
    form = StepForm(found, posted(request))
    if form.is_valid():
        try:
            if form.course:
                service.add_course(found, form.course, actor=request.user)
            elif form.part:
                service.add_part(found, form.part, actor=request.user)
            return _back(found)
        except Refused as reason:
            form.add_error("what", str(reason))
    return _bench(request, found, form, status=422)


@require_POST
def step_move(request, pk, step):
    found = _find(request, pk)
    service.move_step(_step(request, found, step), up=request.POST.get("wohin") == "hoch", actor=request.user)
    return _back(found)


@require_POST
def step_remove(request, pk, step):
    found = _find(request, pk)
    service.remove_step(_step(request, found, step), actor=request.user)
    return _back(found)


def _back(found):
    answer = redirect("learning:path", found.pk)
    answer["Location"] += "#schritte"
    return answer


@require_POST
def path_publish(request, pk):
    """Publish, or take back what is published."""
    found = _find(request, pk)
    if request.POST.get("schritt") == "zurueckziehen":
        service.unpublish_path(found, actor=request.user)
        messages.success(request, _("The path is a draft again. Learners keep everything they did in its courses."))
    else:
        service.publish_path(found, actor=request.user)
        messages.success(request, _("The path is published. Your apprentices find it under “Learning”."))
    return redirect("learning:path", found.pk)


@require_POST
def path_remove(request, pk):
    found = _find(request, pk)
    service.remove_path(found, actor=request.user)
    messages.success(request, _("“%(title)s” is removed.") % {"title": found.title})
    return redirect("learning:paths")
