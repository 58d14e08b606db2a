"""Weekly notes: three questions in five minutes, read by the supervisor of that week."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.core import journal
from lms.core.errors import Refused
from lms.core.templatetags.wanderjahr import day
from lms.notifications.services import notify
from people.models import Role, User
from people.policies import require
from people.queries import with_substitutes
from training.models import Station, WeeklyNote
from training.queries.stations import weeks_open
from training.states import NOTE, NoteStatus


@transaction.atomic
def save_note(
    station: Station,
    week: date,
    *,
    actor: User,
    did: str,
    learned: str = "",
    next_week: str = "",
    today: date | None = None,
) -> WeeklyNote:
    """Keep what was written so far; nobody else sees it before it is handed in."""
    require("training.write_note", actor, station)
    if week not in weeks_open(station, today or timezone.localdate()):
        raise Refused(_("There is no note to write for the week of %(day)s.") % {"day": day(week)}, about=station)
    note, _made = WeeklyNote.objects.select_for_update().get_or_create(station=station, week_starts_on=week)
    if note.status != NoteStatus.DRAFT:
        raise Refused(_("This note is handed in. It can only be changed after it has been returned."), about=note)
    note.did, note.learned, note.next_week = did.strip(), learned.strip(), next_week.strip()
    note.save(update_fields=["did", "learned", "next_week"])
    return note


@transaction.atomic
def submit_note(note: WeeklyNote, *, actor: User) -> WeeklyNote:
    require("training.write_note", actor, note.station)
    if not note.did:
        raise Refused(_("Please write what you did in this week."), about=note)
    NOTE.advance(note, "submit", submitted_at=timezone.now())
    journal.record(note, "training.note.submit", actor=actor)
    for person in with_substitutes(note.station.supervisor, Role.SUPERVISOR):
        notify(
            person,
            "training/note_submitted",
            url=note.get_absolute_url(),
            week=note.week_starts_on.isoformat(),
        )
    return note


@transaction.atomic
def confirm_note(note: WeeklyNote, *, actor: User, comment: str = "") -> WeeklyNote:
    """The supervisor has read the note."""
    require("training.read_note", actor, note.station)
    NOTE.advance(note, "confirm", read_by=actor, comment=comment.strip())
    journal.record(note, "training.note.confirm", actor=actor)
    _tell_author(note, "note_read")
    return note


@transaction.atomic
def return_note(note: WeeklyNote, *, actor: User, comment: str) -> WeeklyNote:
    """Give a note back with a hint what is missing."""
    require("training.read_note", actor, note.station)
    if not comment.strip():
        raise Refused(_("Please say what is missing, so that the note can be completed."), about=note)
    NOTE.advance(note, "return", comment=comment.strip())
    journal.record(note, "training.note.return", actor=actor)
    _tell_author(note, "note_returned")
    return note


def _tell_author(note: WeeklyNote, kind: str) -> None:
    notify(
        note.station.apprentice, f"training/{kind}", url=note.get_absolute_url(), week=note.week_starts_on.isoformat()
    )
