"""Courses that need others: set by those who write the course, asked of those who enroll themselves."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.addresses import Place
from courses.models import CatalogPage, CoursePage, Prerequisite
from courses.queries.completing.prerequisites import loop_through, missing_before
from lms.core import journal
from lms.core.errors import Refused
from people.models import User
from people.policies import require


class Loop(Refused):
    """Courses that would need each other in a circle."""


@transaction.atomic
def require_before(course: CoursePage, needs: CoursePage, *, actor: User) -> None:
    """The catalogue is locked, as two who add something at once could close a loop together."""
    require("courses.edit", actor, course)
    CatalogPage.objects.select_for_update(of=("self",), no_key=True).order_by("pk").first()
    if titles := loop_through(course, needs):
        way = " → ".join(f"„{title}“" for title in titles)
        raise Loop(_("Nobody could begin any of these courses, as each needs the next: %(way)s.") % {"way": way})
    _prerequisite, is_new = Prerequisite.objects.get_or_create(course=course, needs=needs)
    if is_new:
        journal.record(course, "courses.course.require", actor=actor, needs=needs.pk)


@transaction.atomic
def drop_before(course: CoursePage, needs: int, *, actor: User) -> None:
    require("courses.edit", actor, course)
    gone, _rows = Prerequisite.objects.filter(course=course, needs=needs).delete()
    if gone:
        journal.record(course, "courses.course.require", actor=actor, dropped=needs)


def check_prerequisites(course: CoursePage, person: User) -> None:
    """Asked when somebody enrolls themselves; trainers and training offices may decide otherwise."""
    if missing := missing_before(course, person):
        names = ", ".join(f"„{one.title}“" for one in missing)
        sentence = ngettext(
            "Please complete this course first: %(names)s. You find it here.",
            "Please complete these courses first: %(names)s. You find the first one here.",
            len(missing),
        )
        raise Refused(sentence % {"names": names}, about=Place(str(missing[0].url)))
