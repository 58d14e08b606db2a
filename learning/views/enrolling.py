"""Enrolling others in a course: one person, a cohort, or everybody on a list."""

from django.contrib import messages
from django.core import signing
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import CoursePage, Source
from courses.queries.reading.closing import why_closed
from courses.services.enrolling.enrollments import enroll_person
from courses.states import EnrollmentStatus
from learning.forms.enrolling import CohortForm, ListForm, MembersForm, PersonForm
from learning.queries.cohorts import candidates, cohort, runs_to_fill
from learning.services import lists
from learning.services.cohorts import enroll_together
from lms.core.addresses import number
from lms.core.errors import Refused
from lms.core.forms import posted
from people.models import User
from people.policies import require

KEPT_FOR = 2 * 60 * 60  # seconds between looking at the report and importing


def _course(request, pk):
    require("courses.see_teaching", request.user)
    return get_object_or_404(CoursePage.objects.visible_to(request.user), pk=pk)


def _run_asked_for(request, course):
    """The run one comes from, named in the address; None if there is none that takes people."""
    key = number(request.GET.get("lauf"))
    return runs_to_fill(course, request.user, timezone.localdate()).filter(pk=key).first()


def _page(request, template, course, way, context, status=200):
    run = context.get("run") or _run_asked_for(request, course)
    context = {"course": course, "way": way, "why_closed": why_closed(course, timezone.localdate()), **context}
    return render(request, template, context | {"run": run}, status=status)


def _done(course, run):
    return redirect("courses:run", run.pk) if run else redirect(course.url)


def enroll_one(request, course):
    course = _course(request, course)
    initial = {"lauf": _run_asked_for(request, course)}
    form = PersonForm(course, request.user, posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        person = form.cleaned_data["person"]
        try:
            enrolled = enroll_person(course, person, actor=request.user, source=Source.OFFICE, run=form.run)
        except Refused as refused:
            form.refuse(str(refused))
        else:
            asks = enrolled.status == EnrollmentStatus.REQUESTED
            told = _("A seat is asked for: %(name)s.") if asks else _("%(name)s is enrolled.")
            messages.success(request, told % {"name": person})
            return _done(course, form.run)
    return _page(request, "learning/enrolling/one.html", course, "one", {"form": form})


def enroll_cohort(request, course):
    """The address holds the cohort; nothing is done before one has seen whom it is about."""
    course = _course(request, course)
    asked = "stadt" in request.GET
    form = CohortForm(course, request.user, request.GET if asked else None,
                      initial={"lauf": _run_asked_for(request, course)})  # fmt: skip
    if not (asked and form.is_valid()):
        return _page(request, "learning/enrolling/cohort.html", course, "cohort", {"form": form, "members": None})
    given = form.cleaned_data
    people = cohort(given["stadt"], given["beruf"], given["jahr"], timezone.localdate(), form.group)
    shown = candidates(course, people)
    free = User.objects.filter(pk__in=[one.person.pk for one in shown if not one.already])
    members = MembersForm(free, posted(request))
    if request.method == "POST" and members.is_valid():
        try:
            count = enroll_together(course, members.cleaned_data["people"], actor=request.user, run=form.run)
        except Refused as refused:
            members.add_error("people", str(refused))
        else:
            messages.success(request, _enrolled(count))
            return _done(course, form.run)
    context = {
        "form": form,
        "members": members,
        "count": free.count(),
        "already": [one for one in shown if one.already],
        "run": form.run,
    }
    return _page(request, "learning/enrolling/cohort.html", course, "cohort", context)


def _enrolled(count):
    return ngettext("%(n)s person is enrolled.", "%(n)s people are enrolled.", count) % {"n": count}


def enroll_list(request, course):
    """First a report of each row, then the import of what was reported."""
    course = _course(request, course)
    if request.method == "POST" and "kept" in request.POST:
        return _import(request, course)
    form = ListForm(course, request.user, posted(request), request.FILES or None,
                    initial={"lauf": _run_asked_for(request, course)})  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            rows = lists.read(form.cleaned_data["file"].read(lists.LARGEST + 1))
        except lists.Unreadable as unreadable:
            form.add_error("file", str(unreadable))
        else:
            return _report(request, course, form.run, rows)
    return _page(request, "learning/enrolling/list.html", course, "list", {"form": form})


def _report(request, course, run, rows, status=200):
    report = lists.check(rows, course, run, actor=request.user)
    kept = signing.dumps([course.pk, run.pk if run else 0, rows], salt="learning.list", compress=True)
    context = {"report": report, "kept": kept, "run": run, "count": len(report.people)}
    return _page(request, "learning/enrolling/report.html", course, "list", context, status=status)


def _import(request, course):
    try:
        pk, key, rows = signing.loads(request.POST["kept"], salt="learning.list", max_age=KEPT_FOR)
    except signing.BadSignature:
        pk, key, rows = 0, 0, []
    run = runs_to_fill(course, request.user, timezone.localdate()).filter(pk=key).first() if key else None
    if pk != course.pk or (key and run is None):
        messages.warning(request, _("Too much time has passed. Please choose the file once more."))
        return redirect("learning:enroll_list", course.pk)
    rows = [(number, address) for number, address in rows]
    try:
        count = lists.import_list(rows, course, run, actor=request.user)
    except Refused as refused:
        messages.warning(request, str(refused))
        return _report(request, course, run, rows, status=409)
    messages.success(request, _enrolled(count))
    return _done(course, run)
