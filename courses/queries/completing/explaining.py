"""What a rule of completion means, for those who set it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses import rule_tree
from courses.models import CoursePage, CourseRun, Grade
from courses.queries.completing.requirements import Requirement, in_words
from courses.queries.completing.rules import RuleInForce
from courses.queries.reading.outline import outline_of_drafts


@dataclass(frozen=True)
class Choice:
    """A lesson, test or assignment that can be ticked."""

    kind: str
    key: int
    title: str

    @property
    def value(self) -> str:
        return f"{self.kind}-{self.key}"


def choices_of(course: CoursePage) -> list[Choice]:
    """Drafts as well: a rule is often set before anything is published."""
    kinds = {"lesson": _("Lesson"), "test": _("Test"), "assignment": _("Assignment of a course")}
    items = outline_of_drafts(course).items
    return [Choice(item.kind, item.page.pk, f"{kinds[item.kind]}: {item.title}") for item in items]


@dataclass(frozen=True)
class Explained:
    requirements: list[Requirement]
    sentences: list[str]
    warning: str = ""


def explained(course: CoursePage, in_force: RuleInForce) -> Explained:
    items = outline_of_drafts(course).items
    titles = {item.key: item.title for item in items}
    rule = rule_tree.evaluate(in_force.tree, rule_tree.Facts(pages=tuple(titles), titles=titles))
    if rule is None:
        return Explained([], [_("The course has no parts yet, so nobody can complete it.")])
    sentences = [_grade_in_words(in_force.tree, titles), _validity_in_words(in_force.valid_months)]
    return Explained(in_words(rule, named=False), sentences, _warning(course, in_force.tree))


def _grade_in_words(tree: rule_tree.Tree, titles: dict[rule_tree.Key, str]) -> str:
    """What the certificate will say for somebody who does all of it."""
    everything = rule_tree.Facts(
        pages=tuple(titles), done=frozenset(titles), confirmed=frozenset(rule_tree.confirmations(tree)), attended=999
    )
    rule = rule_tree.evaluate(tree, everything)
    grade = Grade(rule_tree.grade(rule)).label if rule else ""
    return _("The certificate will say as evidence: %(grade)s.") % {"grade": grade}


def _validity_in_words(months: int | None) -> str:
    if not months:
        return _("It stays valid for good.")
    text = ngettext(
        "It is valid for %(n)s month, then it has to be proved anew.",
        "It is valid for %(n)s months, then it has to be proved anew.",
        months,
    )
    return text % {"n": months}


def _warning(course: CoursePage, tree: rule_tree.Tree) -> str:
    """Sessions can be attended only where there are some."""
    if rule_tree.uses(tree, "attended") and not CourseRun.objects.filter(course=course, is_cancelled=False).exists():
        return _("There is no course run of this course yet, so nobody can attend a session.")
    return ""
