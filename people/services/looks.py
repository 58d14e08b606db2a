"""Who has seen whose file: noted when a page about somebody has been shown, for that person to read."""

import logging

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F
from django.http.response import HttpResponseBase
from django.utils import timezone

from people.models import User
from people.models.looks import FileLook, LookKind

log = logging.getLogger(__name__)


def note_look(viewer: User, subject: User, what: LookKind, about: object = "") -> None:
    """Note that the viewer has been shown this part of somebody's file; a page is never lost because of it.

    `about` names what it was (a place, a number) and must not name anybody.
    """
    if viewer.pk is None or viewer.pk == subject.pk:
        return
    try:
        with transaction.atomic():
            _count(viewer, subject, what, str(about)[:160])
    except DatabaseError:
        log.exception("A look at a file could not be noted.")


def shown(
    answer: HttpResponseBase, viewer: User, subject: User, what: LookKind, about: object = ""
) -> HttpResponseBase:
    """For the last line of a view: the page is drawn, the look is noted."""
    note_look(viewer, subject, what, about)
    return answer


def _count(viewer: User, subject: User, what: LookKind, about: str) -> None:
    now = timezone.now()
    key = {"viewer": viewer, "subject": subject, "what": what, "day": timezone.localdate(now)}
    again = {"times": F("times") + 1, "last_at": now, "about": about}
    if FileLook.objects.filter(**key).update(**again):
        return
    try:
        with transaction.atomic():
            FileLook.objects.create(**key, about=about, last_at=now)
    except IntegrityError:  # the same person in another window, at this very moment
        FileLook.objects.filter(**key).update(**again)
