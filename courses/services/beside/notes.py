"""What learners write down at a lesson. It is theirs alone, so no journal tells of it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.models import LessonNote, LessonPage
from lms.core.errors import TooLate
from people.models import User
from people.policies import require
from questions.kinds.base import plain

LONGEST = 4000


class NoteChanged(TooLate):
    """Something else was written in another window; `note` is what stands there now."""

    def __init__(self, note: LessonNote) -> None:
        super().__init__(_("In another window this note has been changed in the meantime."), about=note.lesson)
        self.note = note


@transaction.atomic
def save_note(lesson: LessonPage, text: str, *, actor: User, seen: datetime | None = None) -> LessonNote | None:
    """Write a note, or change the one that was `seen`, as of when it was changed; None once it is empty.

    A text that was not seen is never overwritten.
    """
    require("courses.take_notes", actor, lesson.course)
    text = plain(text, LONGEST)
    note, _is_new = LessonNote.objects.select_for_update().get_or_create(person=actor, lesson=lesson)
    if note.text not in ("", text) and note.changed_at != seen:
        raise NoteChanged(note)
    note.text, note.changed_at = text, timezone.now()
    return _kept(note)


@transaction.atomic
def set_bookmark(lesson: LessonPage, wanted: bool, *, actor: User) -> None:
    require("courses.take_notes", actor, lesson.course)
    note, _is_new = LessonNote.objects.select_for_update().get_or_create(person=actor, lesson=lesson)
    note.is_bookmarked = wanted
    _kept(note)


def _kept(note: LessonNote) -> LessonNote | None:
    """One row for a lesson; without a text and a bookmark there is none."""
    if not (note.text or note.is_bookmarked):
        note.delete()
        return None
    note.save(update_fields=["text", "is_bookmarked", "changed_at"])
    return note


@transaction.atomic
def remove_note(note: LessonNote, *, actor: User) -> None:
    require("courses.remove_note", actor, note)
    note.delete()
