"""How it was proved that somebody completed a course, in words."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.models import Completion, Enrollment
from courses.rule_tree import Node, from_data, used

EARLY = timedelta(weeks=8)


def may_begin_anew(completion: Completion | None) -> bool:
    """From eight weeks before a completion ends."""
    return completion is not None and ends_soon(completion.valid_until)


def ends_soon(valid_until: date | None) -> bool:
    return valid_until is not None and valid_until - EARLY <= timezone.localdate()


def resting_on_attendance(enrollments: Iterable[Enrollment]) -> list[Enrollment]:
    """Those who completed their course this time by having been at sessions."""
    found = Completion.objects.filter(enrollment__in=list(enrollments), cycle=F("enrollment__cycle"))
    completions = found.select_related("enrollment__person").order_by("enrollment")
    return [one.enrollment for one in completions if "attended" in {leaf.kind for leaf in used(from_data(one.tree))}]


def how_checked(rule: Node, grade: str, pass_mark: int) -> str:
    """First how sure one can be of it, then each way in which it was proved."""
    kinds = {leaf.kind for leaf in used(rule)}
    said = [_("Evidence: %(grade)s.") % {"grade": grade}]
    if "test" in kinds:
        text = _("The test was scored by the learning platform. %(percent)s percent were needed to pass.")
        said.append(text % {"percent": pass_mark})
    if "assignment" in kinds:
        said.append(_("A trainer accepted what was handed in."))
    if "confirmed" in kinds:
        said.append(_("A trainer confirmed what no test can see."))
    if "attended" in kinds:
        said.append(_("At the sessions it was noted who was there."))
    if kinds == {"lesson"}:
        said.append(_("The lessons were marked as done by the learner. There was no test."))
    return " ".join(said)
