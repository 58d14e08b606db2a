"""Course runs, for those who organise them: list, plan, change, cancel, decide on seats, note attendance."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from courses.calendar_file import Event, calendar
from courses.forms.runs import AttendanceForm, ReasonForm, RunForm, SessionForm
from courses.models import CourseRun, Enrollment, Presence, Session
from courses.queries.completing.evidence import resting_on_attendance
from courses.queries.enrolling.runs import (
    attendees,
    calendar_runs,
    organised_runs,
    people_of,
    presences_of,
    run_state,
    runs_to_see,
    taken_in_words,
    why_over,
)
from courses.services.enrolling import runs
from courses.services.enrolling.attendance import note_attendance
from courses.states import EnrollmentStatus
from lms.core.addresses import absolute, number
from lms.core.forms import posted
from people.policies import allowed, require


def _organised(request, pk):
    found = CourseRun.objects.organised_by(request.user).select_related("course", "city")
    return get_object_or_404(found, pk=pk)


def _session(request, pk, session):
    run = _organised(request, pk)
    return get_object_or_404(Session.objects.filter(run=run).select_related("run__course"), pk=session)


@require_safe
def run_list(request):
    require("courses.see_teaching", request.user)
    rows = organised_runs(request.user, timezone.localdate())
    return render(request, "courses/runs/list.html", {"rows": rows})


def run_create(request):
    """`?kurs=` names the course one comes from."""
    require("courses.see_teaching", request.user)
    course = number(request.GET.get("kurs"))
    form = RunForm(posted(request), actor=request.user, initial={"course": course or None, "admission": "open"})
    if request.method == "POST" and form.is_valid():
        run = runs.create_run(form.cleaned_data["course"], form.city_chosen, actor=request.user, **form.given)
        messages.success(request, _("The course run is planned. Now add when and where you meet."))
        return redirect("courses:run", run.pk)
    return render(request, "courses/runs/form.html", {"form": form, "run": None})


def run_change(request, pk):
    run = _organised(request, pk)
    if run.is_cancelled:
        messages.info(request, why_over(run, timezone.localdate()))
        return redirect("courses:run", run.pk)
    form = RunForm(posted(request), actor=request.user, instance=run)
    if request.method == "POST" and form.is_valid():
        runs.change_run(_organised(request, pk), actor=request.user, **form.given)
        messages.success(request, _("The course run is changed."))
        return redirect("courses:run", run.pk)
    return render(request, "courses/runs/form.html", {"form": form, "run": _organised(request, pk)})


@require_safe
def run_show(request, pk):
    return _page(request, get_object_or_404(runs_to_see(request.user), pk=pk))


def _page(request, run, *, cancel=None, decline=None, status=200):
    """`decline`: the enrollment whose refusal lacks its sentence, and the form."""
    people = people_of(run, request.user)
    refused, form = decline or (None, None)
    requests = [
        (one, form if one.enrollment.pk == refused else ReasonForm(auto_id=f"reason_{one.enrollment.pk}_%s"))
        for one in people.requested
    ]
    today = timezone.localdate()
    context = {
        "run": run,
        "state": run_state(run, today),
        "seats": taken_in_words(run),
        "why_over": why_over(run, today),
        "sessions": list(run.sessions.all()),
        "now": timezone.now(),
        "people": people,
        "requests": requests,
        "refused": refused,
        "may_organise": allowed("courses.organise_run", request.user, run),
        "cancel": cancel or ReasonForm(auto_id="cancel_%s"),
    }
    return render(request, "courses/runs/run.html", context, status=status)


@require_POST
def run_cancel(request, pk):
    run = _organised(request, pk)
    form = ReasonForm(posted(request), auto_id="cancel_%s")
    if not form.is_valid():
        return _page(request, run, cancel=form, status=422)
    runs.cancel_run(run, form.cleaned_data["reason"], actor=request.user)
    messages.success(request, _("The course run is cancelled. Everybody has been told."))
    return redirect("courses:run", run.pk)


@require_POST
def seat_decide(request, pk, enrollment):
    """`step`: approve, or decline with a sentence."""
    run = _organised(request, pk)
    found = get_object_or_404(Enrollment.objects.filter(run=run).select_related("run__course", "person"), pk=enrollment)
    if request.POST.get("step") == "approve":
        runs.approve_seat(found, actor=request.user)
        waits = found.status == EnrollmentStatus.WAITING
        told = _("%(name)s is on the waiting list.") if waits else _("%(name)s takes part and has a message.")
        messages.success(request, told % {"name": found.person})
        return redirect("courses:run", run.pk)
    form = ReasonForm(posted(request), auto_id=f"reason_{found.pk}_%s")
    if not form.is_valid():
        return _page(request, run, decline=(found.pk, form), status=422)
    runs.decline_seat(found, form.cleaned_data["reason"], actor=request.user)
    messages.success(request, _("%(name)s has a message with your sentence.") % {"name": found.person})
    return redirect("courses:run", run.pk)


def session_create(request, pk):
    run = _organised(request, pk)
    form = SessionForm(run, posted(request))
    if request.method == "POST" and form.is_valid():
        runs.create_session(run, actor=request.user, **form.cleaned_data)
        messages.success(request, _("The session is planned."))
        return redirect("courses:run", run.pk)
    return render(request, "courses/runs/session.html", {"form": form, "run": run, "session": None})


def session_change(request, pk, session):
    found = _session(request, pk, session)
    run = found.run
    form = SessionForm(run, posted(request), instance=found)
    if request.method == "POST" and form.is_valid():
        runs.change_session(_session(request, pk, session), actor=request.user, **form.cleaned_data)
        messages.success(request, _("The session is changed."))
        return redirect("courses:run", run.pk)
    return render(request, "courses/runs/session.html", {"form": form, "run": run, "session": found})


@require_POST
def session_remove(request, pk, session):
    found = _session(request, pk, session)
    runs.remove_session(found, actor=request.user)
    messages.success(request, _("The session is removed."))
    return redirect("courses:run", found.run_id)


def attendance(request, pk, session):
    """Everybody on one page. `rest=present` notes those who are left over as present."""
    found = _session(request, pk, session)
    people = list(attendees(found))
    form = AttendanceForm(people, presences_of(found), posted(request))
    if request.method == "POST" and form.is_valid():
        others = Presence.PRESENT.value if request.POST.get("rest") == Presence.PRESENT else ""
        before, noted = presences_of(found), form.noted(others)
        note_attendance(found, noted, actor=request.user)
        messages.success(request, _("Attendance is noted."))
        _say_whose_evidence_stays(request, [one for one in people if _taken_back(before, noted, one.pk)])
        return redirect("courses:run", found.run_id)
    context = {"form": form, "run": found.run, "session": found, "people": people}
    return render(request, "courses/runs/attendance.html", context)


def _taken_back(before, noted, pk):
    return before.get(pk) == Presence.PRESENT and noted[pk] != Presence.PRESENT


def _say_whose_evidence_stays(request, corrected):
    """A certificate is not taken away by a tick: two people revoke it."""
    names = ", ".join(str(one.person) for one in resting_on_attendance(corrected)) if corrected else ""
    if names:
        sentence = _(
            "Have completed the course by being there: %(names)s. What they proved stays until it is revoked. "
            "If it was wrong, please tell the training office of the city that gives the course."
        )
        messages.warning(request, sentence % {"names": names})


@require_safe
def run_calendar(request, pk):
    """All sessions of a run for one's own calendar."""
    run = get_object_or_404(calendar_runs(request.user), pk=pk)
    return _calendar(run, list(run.sessions.all()))


@require_safe
def session_calendar(request, pk):
    session = get_object_or_404(Session.objects.select_related("run"), pk=pk)
    run = get_object_or_404(calendar_runs(request.user), pk=session.run_id)
    return _calendar(run, [session])


def _calendar(run, sessions):
    events = [
        Event(
            key=f"session-{session.pk}@wanderjahr",
            title=f"{run.course.title}: {session.title}",
            starts_at=session.starts_at,
            ends_at=session.ends_at,
            place=session.place,
            link=session.link,
            note=absolute(run.course.url),
        )
        for session in sessions
    ]
    answer = HttpResponse(calendar(events, timezone.now()), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="termine.ics"'
    return answer
