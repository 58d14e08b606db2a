"""What completing a course asks for, and which courses come before it: for those who write the course."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from courses.forms.completion import PrerequisiteForm, RuleForm, is_short
from courses.forms.rule_groups import GroupsForm, changed, is_meant, rows_sent
from courses.models import Prerequisite
from courses.queries.completing.explaining import choices_of, explained
from courses.queries.completing.prerequisites import courses_to_need
from courses.queries.completing.rules import RuleInForce, rule_of
from courses.queries.reading.closing import learners_of
from courses.queries.writing.teaching import at_least_few
from courses.queries.writing.workbench import courses_to_edit
from courses.services.completing import prerequisites
from courses.services.completing.rules import change_rule
from lms.core.errors import Refused, TooLate
from lms.core.forms import posted
from people.policies import require


def _find(request, pk):
    course = get_object_or_404(courses_to_edit(request.user), pk=pk)
    require("courses.edit", request.user, course)
    return course


def rule(request, pk):
    """Save, or first show what it means. Rules that the short form cannot write are written in groups."""
    course = _find(request, pk)
    in_force, sent = rule_of(course), posted(request)
    in_groups = is_meant(sent) if sent else "groups" in request.GET
    form = _groups(course, in_force, sent) if in_groups else _short_or_groups(course, in_force, sent)
    if request.method != "POST" or "do" in request.POST or not form.is_valid():
        return _page(request, course, form, in_force)
    months = form.cleaned_data["valid_months"]
    if "show" in request.POST:
        return _page(request, course, form, RuleInForce(0, form.tree, months), is_tried=True)
    if change_rule(course, form.tree, months, actor=request.user):
        messages.success(request, _("The rule is saved. It holds for everybody who has not completed the course yet."))
    else:
        messages.info(request, _("Nothing has changed: the rule says the same as before."))
    return redirect("courses:rule", course.pk)


def _short_or_groups(course, in_force, sent=None):
    """The short form, unless it would lose something of the rule."""
    choices = choices_of(course)
    if is_short(in_force, choices):
        return RuleForm(choices, in_force, sent)
    if sent:
        raise TooLate(_("Somebody else has changed the rule in the meantime. Please look at it again."), about=course)
    return GroupsForm(choices, in_force)


def _groups(course, in_force, sent):
    """As the rule is, or as it was filled in, after the button that was pressed."""
    choices = choices_of(course)
    if not sent:
        return GroupsForm(choices, in_force)
    rows, months, looked_at = rows_sent(sent), sent.get("valid_months"), -1
    if rows is None:
        raise Refused(_("What you sent could not be read, so nothing was changed. Please open the rule again."))
    if "do" in sent:
        rows, looked_at = changed(rows, sent)
    return GroupsForm(choices, in_force, rows, months=months, is_sent="do" not in sent, looked_at=looked_at)


def _page(request, course, form, in_force, *, is_tried=False, needs=None):
    learners = learners_of(course)
    chosen = Prerequisite.objects.filter(course=course).select_related("needs").order_by("needs__title", "pk")
    context = {
        "course": course,
        "form": form,
        "in_groups": isinstance(form, GroupsForm),
        "may_be_short": is_short(rule_of(course), choices_of(course)),
        "explained": explained(course, in_force),
        "is_tried": is_tried,
        "running": at_least_few(learners.running) if learners.running else "",
        "completed": at_least_few(learners.completed) if learners.completed else "",
        "prerequisites": [one.needs for one in chosen],
        "needs": needs or PrerequisiteForm(courses_to_need(course)),
    }
    return render(request, "courses/completion/rule.html", context)


@require_POST
def prerequisite_add(request, pk):
    course = _find(request, pk)
    needs = PrerequisiteForm(courses_to_need(course), posted(request))
    if needs.is_valid():
        try:
            prerequisites.require_before(course, needs.cleaned_data["needs"], actor=request.user)
        except prerequisites.Loop as error:
            needs.add_error("needs", str(error))
        else:
            messages.success(request, _("The prerequisite is added."))
            return redirect("courses:rule", course.pk)
    in_force = rule_of(course)
    return _page(request, course, _short_or_groups(course, in_force), in_force, needs=needs)


@require_POST
def prerequisite_remove(request, pk, needs):
    course = _find(request, pk)
    prerequisites.drop_before(course, needs, actor=request.user)
    messages.success(request, _("The prerequisite is removed."))
    return redirect("courses:rule", course.pk)
