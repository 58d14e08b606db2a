"""Completion: one place decides it at once, says what is missing, and issues the certificate."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certificates.content import Content, Facts, Items, Note, Section
from certificates.models import Certificate
from certificates.services.issuing import issue
from courses.models import Enrollment
from courses.queries.learning import SOURCE
from courses.queries.outline import Item, Outline, outline
from courses.states import ENROLLMENT, EnrollmentStatus
from lms.core import journal
from people.models import User


@dataclass(frozen=True)
class Requirement:
    sentence: str
    done: bool
    url: str


def requirements(road: Outline) -> list[Requirement]:
    """What completing the course asks for, with ticks: every lesson done, every test passed."""
    return [Requirement(_sentence(item), item.done, item.url) for item in road.items]


def _sentence(item: Item) -> str:
    text = _("Pass the test “%(title)s”") if item.is_test else _("Finish the lesson “%(title)s”")
    return text % {"title": item.title}


@transaction.atomic
def complete_if_due(enrollment: Enrollment, *, actor: User) -> bool:
    """Complete the course in the transaction of the last step."""
    road = outline(enrollment.course, enrollment)
    if enrollment.status != EnrollmentStatus.ACTIVE or not road.items or road.next_item():
        return False
    ENROLLMENT.advance(enrollment, "complete", completed_at=timezone.now())
    journal.record(enrollment, "courses.enrollment.complete", actor=actor)
    certify(enrollment, road)
    return True


def certify(enrollment: Enrollment, road: Outline) -> Certificate:
    """Nobody signs: what is certified was scored by the product itself."""
    course = enrollment.course
    with translation.override("de"):
        content = content_of(road)
    return issue(
        kind="course",
        recipient=enrollment.person,
        city=course.city,
        title=course.title,
        content=content,
        source=(SOURCE, enrollment.pk),
        actor=None,
        issued_on=timezone.localdate(),
    )


def content_of(road: Outline) -> Content:
    course = road.course
    tested = [item for item in road.items if item.is_test]
    lead = _("has completed this course and passed its test:") if tested else _("has completed this course:")
    lessons = ngettext("%(n)s lesson", "%(n)s lessons", len(road.lessons)) % {"n": len(road.lessons)}
    minutes = ngettext("%(n)s minute", "%(n)s minutes", road.minutes) % {"n": road.minutes}
    facts = ((_("Extent"), f"{lessons}, {minutes}"), (_("Level"), course.get_level_display()))
    goals = tuple(str(goal.value) for goal in course.goals)
    sections: list[Section] = [
        Facts(_("The course"), (*facts, (_("Topic"), course.get_topic_display()))),
        *([Items(_("What the course teaches"), goals)] if goals else []),
        Note(_("How it was checked"), _evidence(tested)),
    ]
    return Content(lead=lead, sections=tuple(sections))


def _evidence(tested: list[Item]) -> str:
    if not tested:
        return _("The lessons were marked as done by the learner. There was no test.")
    marks = {"percent": max(item.page.pass_mark for item in tested)}
    return _("The test was scored by the learning platform. %(percent)s percent were needed to pass.") % marks
