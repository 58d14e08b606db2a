"""Notes and bookmarks of learners."""

from django.contrib import messages
from django.http import JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from courses.forms.beside import NoteForm
from courses.models import Enrollment, LessonNote, LessonPage
from courses.queries.beside.asked import own_words
from courses.queries.beside.notes import beside, notes_of
from courses.services.beside.notes import NoteChanged, remove_note, save_note, set_bookmark
from lms.core.forms import posted


@require_safe
def note_list(request):
    words = request.GET.get("q", "").strip()[:100]
    only_bookmarked = request.GET.get("gemerkt") == "1"
    context = {
        "courses": notes_of(request.user, words=words, only_bookmarked=only_bookmarked),
        "has_any": LessonNote.objects.visible_to(request.user).exists(),
        "said": [] if words or only_bookmarked else own_words(request.user),
        "words": words,
        "only_bookmarked": only_bookmarked,
    }
    return render(request, "courses/notes.html", context)


def lesson_taken(request, pk):
    """A published lesson of a course this person takes."""
    lesson = get_object_or_404(LessonPage.objects.live(), pk=pk)
    course = lesson.course
    get_object_or_404(Enrollment.objects.of(request.user).standing(), course=course, course__live=True)
    return lesson, course


def note(request, pk):
    """Sent from the lesson; as a page of its own it shows what cannot be saved yet."""
    lesson, course = lesson_taken(request, pk)
    form = note_form(beside(lesson, request.user), posted(request))
    kept, newer = None, None
    if request.method == "POST" and form.is_valid():
        try:
            kept = save_note(lesson, form.cleaned_data["text"], actor=request.user, seen=form.cleaned_data["seen"])
        except NoteChanged as error:
            newer = error.note
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        return _said_to_the_script(form, kept, newer)
    if request.method == "POST" and form.is_valid() and not newer:
        messages.success(request, _("Your note is saved."))
        return redirect(f"{lesson.url}#notiz")
    if newer:
        form = note_form(newer, QueryDict(urlencode({"text": form.cleaned_data["text"], "seen": _version(newer)})))
    context = {"lesson": lesson, "course": course, "form": form, "newer": newer}
    return render(request, "courses/note.html", context, status=409 if newer else 422 if form.errors else 200)


def note_form(kept, sent=None):
    """For a note as it stands: what is sent later says which version it changes."""
    return NoteForm(sent, initial={"text": getattr(kept, "note", ""), "seen": _version(kept)})


def _version(kept):
    return kept.changed_at.isoformat() if kept and kept.changed_at else ""


def _said_to_the_script(form, kept, newer):
    if newer:
        return JsonResponse({"newer": newer.text, "seen": _version(newer)}, status=409)
    if form.errors or not form.is_bound:
        return JsonResponse({"wrong": " ".join(form.errors.get("text", []))}, status=422)
    now = date_format(timezone.localtime(), "H:i")
    return JsonResponse({"saved": _("saved at %(time)s") % {"time": now}, "seen": _version(kept)})


@require_POST
def bookmark(request, pk):
    lesson, _course = lesson_taken(request, pk)
    set_bookmark(lesson, request.POST.get("merken") == "1", actor=request.user)
    return redirect(f"{lesson.url}#notiz")


@require_POST
def note_remove(request, pk):
    remove_note(get_object_or_404(LessonNote.objects.visible_to(request.user), pk=pk), actor=request.user)
    messages.success(request, _("The note is deleted."))
    return redirect("courses:notes")
