"""What completing a course asks for changes in versions: learners follow the newest, evidence keeps its own."""

from django.db import transaction
from django_tasks import task

from courses.models import CompletionRule, CoursePage, Enrollment
from courses.queries.completing.rules import rule_of
from courses.rule_tree import Tree
from courses.services.completing.completion import complete_if_due
from courses.states import EnrollmentStatus
from lms.core import journal
from people.models import User
from people.policies import require


@transaction.atomic
def change_rule(course: CoursePage, tree: Tree, valid_months: int | None, *, actor: User) -> bool:
    """Add a version; False if it says the same as before. The row of the course is locked: one after the other."""
    require("courses.edit", actor, course)
    CoursePage.objects.select_for_update(of=("self",), no_key=True).get(pk=course.pk)
    before = rule_of(course)
    if (before.tree, before.valid_months) == (tree, valid_months):
        return False
    number = before.number + 1
    CompletionRule.objects.create(course=course, number=number, tree=tree, valid_months=valid_months)
    journal.record(course, "courses.rule.change", actor=actor, number=number)
    complete_all_who_are_done.enqueue(course.pk)
    return True


@task()
def complete_all_who_are_done(course: int) -> int:
    """Those for whom nothing is missing any more. Each by itself, so that a second run goes on where one stopped."""
    running = Enrollment.objects.filter(course=course, status=EnrollmentStatus.ACTIVE).order_by("pk")
    return sum(complete_if_due(enrollment, actor=None) for enrollment in running.select_related("course", "person"))
