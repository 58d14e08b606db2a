from datetime import date

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.core.errors import Refused
from lms.core.forms import posted
from people.models import LookKind
from people.policies import allowed
from people.services.looks import shown
from training.forms.notes import CommentForm, NoteForm
from training.models import WeeklyNote
from training.queries.stations import notes_for, stations_for, weeks_of, weeks_open
from training.services.notes import confirm_note, return_note, save_note, submit_note
from training.states import NoteStatus


def note_write(request, pk, week):
    """The apprentice's own page for one week; "week" is its Monday."""
    station = get_object_or_404(stations_for(request.user).filter(apprentice=request.user), pk=pk)
    monday = _day(week)
    if monday not in weeks_open(station, timezone.localdate()):
        raise Http404
    note = station.notes.filter(week_starts_on=monday).first()
    if note and note.status != NoteStatus.DRAFT:
        return redirect(note)
    form = NoteForm(posted(request), instance=note or WeeklyNote(station=station, week_starts_on=monday))
    if request.method == "POST" and form.is_valid():
        try:
            note = save_note(station, monday, actor=request.user, **form.cleaned_data)
            if "draft" not in request.POST:
                submit_note(note, actor=request.user)
        except Refused as error:
            form.add_error(None, str(error))
        else:
            return _saved(request, note)
    (shown,) = (one for one in weeks_of(station, [], timezone.localdate()) if one.monday == monday)
    return render(
        request,
        "training/note_write.html",
        {"form": form, "station": station, "week": shown, "comment": note and note.comment},
    )


def _saved(request, note):
    if note.status == NoteStatus.DRAFT:
        messages.success(request, _("Saved. Only you see the draft."))
        return redirect("training:note_write", pk=note.station_id, week=note.week_starts_on.isoformat())
    messages.success(request, _("Handed in. %(name)s reads it next.") % {"name": note.station.supervisor.full_name})
    return redirect(note.station)


def note(request, pk):
    """Read a note; who looks after the person confirms or returns it here."""
    found = get_object_or_404(notes_for(request.user), pk=pk)
    if found.status == NoteStatus.DRAFT:
        return redirect("training:note_write", pk=found.station_id, week=found.week_starts_on.isoformat())
    may_answer = found.status == NoteStatus.SUBMITTED and allowed("training.read_note", request.user, found.station)
    form = CommentForm(posted(request)) if may_answer else None
    if request.method == "POST" and _answered(request, found, form):
        return redirect(found.station)
    page = render(request, "training/note.html", {"note": found, "form": form})
    return shown(page, request.user, found.station.apprentice, LookKind.NOTE, found.station.department.name)


def _answered(request, note, form):
    if form is not None and not form.is_valid():
        return False
    comment = form.cleaned_data["comment"] if form else ""
    if "return" in request.POST:
        return_note(note, actor=request.user, comment=comment or request.POST.get("comment", ""))
        messages.success(
            request, _("The note is returned. %(name)s can complete it.") % {"name": note.station.apprentice.full_name}
        )
    else:
        confirm_note(note, actor=request.user, comment=comment)
        messages.success(
            request,
            _("Confirmed. %(name)s sees that you have read the note.") % {"name": note.station.apprentice.full_name},
        )
    return True


def _day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Http404 from None
