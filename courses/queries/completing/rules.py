"""The rule of completion that holds in each course, and what of it no page can show: sessions and confirmations."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, F, QuerySet
from django.utils import timezone

from courses import rule_tree
from courses.models import Attendance, CompletionRule, Confirmation, CoursePage, CourseRun, Enrollment
from courses.models.evidence import Presence


@dataclass(frozen=True)
class RuleInForce:
    """Number 0 is the rule of courses that have none: everything in them."""

    number: int = 0
    tree: rule_tree.Tree = field(default_factory=lambda: rule_tree.EVERYTHING)
    valid_months: int | None = None


NONE = RuleInForce()


def rules_of(courses: Sequence[CoursePage]) -> dict[int, RuleInForce]:
    """The rules of those courses that have one, by the key of the course."""
    asked = {course.pk for course in courses if course.pk and getattr(course, "has_rule", True)}
    found = CompletionRule.objects.filter(course__in=asked).order_by("number") if asked else ()
    return {rule.course_id: RuleInForce(rule.number, rule.tree, rule.valid_months) for rule in found}


def rule_of(course: CoursePage) -> RuleInForce:
    return rules_of([course]).get(course.pk, NONE)


@dataclass
class Proofs:
    """What counts this time, by the key of the enrollment."""

    confirmed: dict[int, set[str]] = field(default_factory=dict)
    attended: dict[int, int] = field(default_factory=dict)
    held: dict[int, int] = field(default_factory=dict)  # sessions of runs that are over, by the key of the run

    def facts(
        self, enrollment: Enrollment | None, titles: dict[rule_tree.Key, str], done: Iterable[rule_tree.Key]
    ) -> rule_tree.Facts:
        pk = enrollment.pk if enrollment else 0
        return rule_tree.Facts(
            pages=tuple(titles),
            titles=titles,
            done=frozenset(done),
            confirmed=frozenset(self.confirmed.get(pk, ())),
            attended=self.attended.get(pk, 0),
            held=self.held.get(enrollment.run_id or 0) if enrollment else None,
        )


def proofs_of(enrollments: Sequence[Enrollment], rules: dict[int, RuleInForce]) -> Proofs:
    """Asks only for what the rules of these courses ask for."""
    proofs = Proofs()
    confirming = _asking(enrollments, rules, "confirmed")
    for pk, key in _confirmed(confirming) if confirming else ():
        proofs.confirmed.setdefault(pk, set()).add(key)
    meeting = _asking(enrollments, rules, "attended")
    if meeting:
        there = Attendance.objects.filter(
            enrollment__in=meeting, presence=Presence.PRESENT, session__run=F("enrollment__run")
        )
        proofs.attended = dict(there.order_by().values_list("enrollment_id").annotate(Count("pk")))
        over = CourseRun.objects.filter(enrollments__in=meeting, ends_on__lt=timezone.localdate())
        proofs.held = dict(over.order_by().values_list("pk").annotate(Count("sessions", distinct=True)))
    return proofs


def _confirmed(enrollments: list[int]) -> QuerySet[Confirmation, tuple[int, str]]:
    now = Confirmation.objects.filter(enrollment__in=enrollments, cycle=F("enrollment__cycle"))
    return now.order_by().values_list("enrollment_id", "key")


def _asking(enrollments: Sequence[Enrollment], rules: dict[int, RuleInForce], kind: str) -> list[int]:
    trees = {course: rule.tree for course, rule in rules.items()}
    return [one.pk for one in enrollments if rule_tree.uses(trees.get(one.course_id, {}), kind)]
