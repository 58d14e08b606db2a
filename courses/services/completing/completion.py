"""Completion: one place decides it at once, keeps the evidence, and issues the certificate."""

from calendar import monthrange
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certificates.content import Content, Facts, Items, Note, Section
from certificates.models import Certificate
from certificates.services.issuing import issue
from courses import rule_tree
from courses.models import Completion, Enrollment
from courses.queries.completing.evidence import how_checked, may_begin_anew
from courses.queries.completing.learning import SOURCE
from courses.queries.completing.requirements import in_words
from courses.queries.reading.outline import Outline, outline
from courses.services.completing.waiting import note_wait
from courses.services.enrolling.seats import locked, move_up, release_seat
from courses.states import ENROLLMENT, EnrollmentStatus
from lms.core import journal
from lms.core.errors import Refused
from lms.core.templatetags.wanderjahr import day as written
from people.models import User
from people.policies import require


@transaction.atomic(savepoint=False)
def complete_if_due(enrollment: Enrollment, *, actor: User | None) -> bool:
    """Complete the course in the transaction of the last step."""
    hold(enrollment)
    if enrollment.status != EnrollmentStatus.ACTIVE:
        return False
    complete_held(enrollment, actor=actor)
    return enrollment.is_completed


def hold(enrollment: Enrollment) -> None:
    """Lock its row, so that of two last steps at once the later sees the earlier, and know how it stands by now."""
    asked = Enrollment.objects.select_for_update(of=("self",)).only("status", "cycle", "run_id", "waits_since")
    held = asked.get(pk=enrollment.pk)
    enrollment.status, enrollment.cycle, enrollment.run_id = held.status, held.cycle, held.run_id
    enrollment.waits_since = held.waits_since


def complete_held(enrollment: Enrollment, *, actor: User | None) -> Outline:
    """The same for those who hold the row already. Returns the road as it stands now, so that nobody asks again."""
    road = outline(enrollment.course, enrollment)
    if enrollment.status != EnrollmentStatus.ACTIVE:
        return road
    if road.rule is None or not road.rule.done:
        note_wait(enrollment, road)
        return road
    now = timezone.now()
    ENROLLMENT.advance(enrollment, "complete", completed_at=now, waits_since=None)
    completion = _keep(enrollment, road, road.rule, now)
    journal.record(enrollment, "courses.enrollment.complete", actor=actor, rule=completion.rule_number)
    certify(completion, road)
    return road


def _keep(enrollment: Enrollment, road: Outline, rule: rule_tree.Node, now: datetime) -> Completion:
    """What was achieved, by which rule, as it was on this day."""
    months = road.in_force.valid_months
    return Completion.objects.create(
        enrollment=enrollment,
        cycle=enrollment.cycle,
        completed_at=now,
        valid_until=in_months(timezone.localdate(now), months) if months else None,
        grade=rule_tree.grade(rule),
        rule_number=road.in_force.number,
        tree=rule_tree.to_data(rule),
    )


def in_months(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a month that has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@transaction.atomic
def renew(enrollment: Enrollment, *, actor: User | None) -> Enrollment:
    """Begin the next time: lessons, tests and confirmations count anew, and what was proved before stays proved.

    A run belongs to the time that is over, so its seat is free again.
    """
    if not enrollment.course.live:
        raise Refused(_("This course is not published, so nobody can begin it again at the moment."))
    run = locked(enrollment.run) if enrollment.run else None
    ENROLLMENT.advance(enrollment, "renew", completed_at=None, cycle=enrollment.cycle + 1, run=None)
    journal.record(enrollment, "courses.enrollment.renew", actor=actor, cycle=enrollment.cycle)
    if run:
        release_seat(run)
        move_up(run, actor=actor)
    return enrollment


@transaction.atomic
def begin_anew(enrollment: Enrollment, *, actor: User) -> Enrollment:
    """Learners do so themselves, from eight weeks before a completion ends."""
    require("courses.learn", actor, enrollment)
    if not may_begin_anew(enrollment.completions.filter(cycle=enrollment.cycle).first()):
        raise Refused(_("There is nothing to prove anew here."), about=enrollment.course)
    return renew(enrollment, actor=actor)


def certify(completion: Completion, road: Outline) -> Certificate:
    """Nobody signs: the certificate itself says how each thing was checked, in the language of the course."""
    enrollment, course = completion.enrollment, road.course
    with translation.override(course.language):
        content = content_of(completion, road)
    return issue(
        kind="course",
        recipient=enrollment.person,
        city=course.city,
        title=course.title,
        content=content,
        source=(SOURCE, completion.pk),
        actor=None,
        issued_on=timezone.localdate(completion.completed_at),
        language=course.language,
    )


def content_of(completion: Completion, road: Outline) -> Content:
    course = road.course
    rule = rule_tree.from_data(completion.tree)
    marks = [item.page.pass_mark or 0 for item in road.items if item.is_test and item.done]
    tested = any(leaf.kind == "test" for leaf in rule_tree.used(rule))
    lead = _("has completed this course and passed its test:") if tested else _("has completed this course:")
    goals = tuple(str(goal.value) for goal in course.goals)
    asked = tuple(one.sentence for one in in_words(rule))
    sections: list[Section] = [
        Facts(_("The course"), _facts(completion, road)),
        *([Items(_("What the course teaches"), goals)] if goals else []),
        Items(_("What was asked for"), asked),
        Note(_("How it was checked"), how_checked(rule, completion.get_grade_display(), max(marks, default=0))),
    ]
    return Content(lead=lead, sections=tuple(sections))


def _facts(completion: Completion, road: Outline) -> tuple[tuple[str, str], ...]:
    course = road.course
    lessons = ngettext("%(n)s lesson", "%(n)s lessons", len(road.lessons)) % {"n": len(road.lessons)}
    minutes = ngettext("%(n)s minute", "%(n)s minutes", road.minutes) % {"n": road.minutes}
    facts = [
        (_("Extent"), f"{lessons}, {minutes}"),
        (_("Level"), course.get_level_display()),
        (_("Topic"), course.get_topic_display()),
    ]
    if completion.valid_until:
        facts.append((_("Valid until"), written(completion.valid_until)))
    return tuple(facts)
