"""A course as a road: its lessons and tests in the order of the tree, and how far somebody has come."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import groupby
from operator import or_
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from courses import rule_tree
from courses.models import (
    AnnexPage,
    Attempt,
    CityShelfPage,
    CompletionRule,
    CoursePage,
    Enrollment,
    LessonProgress,
    Submission,
)
from courses.queries.completing.rules import NONE, Proofs, RuleInForce, proofs_of, rules_of
from courses.states import AttemptStatus, SubmissionStatus
from people.models import City, User

STEP = CoursePage.steplen
READ = (
    "pk", "path", "title", "draft_title", "slug", "modulepage__intro", "lessonpage__minutes", "testpage__pass_mark",
    "assignmentpage__minutes",
)  # fmt: skip


@dataclass(frozen=True)
class Part:
    """What a road says of a module or part of it. Values: making pages of them would cost more than asking."""

    pk: int
    path: str
    title: str
    draft_title: str
    slug: str
    intro: str | None  # of modules
    minutes: int | None  # of lessons
    pass_mark: int | None  # of tests
    work: int | None  # of assignments: how many minutes it takes


@dataclass
class Item:
    page: Part
    url: str
    done: bool = False
    blocked: bool = False
    module: Part | None = None
    counts: bool = True  # towards completing the course
    is_left: bool = False  # to be done next, to complete the course with the least that is still needed
    waits: bool = False  # handed in, and now it is for somebody else to look at it

    @property
    def kind(self) -> str:
        return "test" if self.is_test else "assignment" if self.is_assignment else "lesson"

    @property
    def key(self) -> rule_tree.Key:
        return (self.kind, self.page.pk)

    @property
    def is_test(self) -> bool:
        return self.page.pass_mark is not None

    @property
    def is_assignment(self) -> bool:
        return self.page.work is not None

    @property
    def minutes(self) -> int:
        return self.page.minutes or self.page.work or 0

    @property
    def title(self) -> str:
        return self.page.title


@dataclass(frozen=True)
class Chapter:
    """A stretch of the road under one heading; courses without modules are one stretch without a heading."""

    title: str
    intro: str
    halts: list[dict[str, Any]]


@dataclass
class Outline:
    course: CoursePage
    items: list[Item] = field(default_factory=list)
    taken: bool = True  # by the person who looks at it
    in_force: RuleInForce = NONE
    rule: rule_tree.Node | None = None  # with what is done; None in a course in which there is nothing to do

    @property
    def is_fulfilled(self) -> bool:
        return self.rule is not None and self.rule.done

    @property
    def total(self) -> int:
        return len(self.items)

    @property
    def done(self) -> int:
        return sum(item.done for item in self.items)

    @property
    def lessons(self) -> list[Item]:
        return [item for item in self.items if item.kind == "lesson"]

    @property
    def has_test(self) -> bool:
        return any(item.is_test for item in self.items)

    @property
    def minutes(self) -> int:
        return self.course.minutes or sum(item.minutes for item in self.items)

    @property
    def minutes_left(self) -> int:
        return sum(item.minutes for item in self.items if item.is_left and not item.waits)

    @property
    def in_words(self) -> str:
        text = ngettext("%(done)s of %(total)s step done", "%(done)s of %(total)s steps done", self.total)
        return text % {"done": self.done, "total": self.total}

    def next_item(self) -> Item | None:
        """Where to go on: the first one that is still needed and not handed in, in the order of the course."""
        return next((item for item in self.items if item.is_left and not item.waits), None)

    @property
    def resume(self) -> str:
        """Where to go on, in words; empty where nothing in the course itself is left to do."""
        item = self.next_item()
        if item is None:
            return ""
        if item.kind == "lesson":
            facts = {"n": self.lessons.index(item) + 1, "title": item.title}
            text = _("Go on at lesson %(n)s, “%(title)s”") if self.done else _("Begin with lesson %(n)s, “%(title)s”")
            return text % facts
        return _("Go on with “%(title)s”") % {"title": item.title}

    @property
    def time_left(self) -> str:
        left = self.minutes_left
        return ngettext("about %(n)s minute left", "about %(n)s minutes left", left) % {"n": left} if left else ""

    def item(self, page: Any) -> Item | None:
        return next((item for item in self.items if item.page.pk == page.pk), None)

    def beside(self, page: Any) -> tuple[Item | None, Item | None]:
        """The items before and after a page."""
        at = next((n for n, item in enumerate(self.items) if item.page.pk == page.pk), None)
        if at is None:
            return None, None
        after = self.items[at + 1] if at + 1 < len(self.items) else None
        return (self.items[at - 1] if at else None), after

    def missing_before(self, page: Any) -> list[Item]:
        """The lessons before a test that have to be done and are not."""
        needed = _unavoidable(self.rule)
        return [item for item in self.lessons if item.page.path < page.path and item.key in needed]

    def chapters(self, current: Any = None, *, linked: bool = True) -> list[Chapter]:
        here = getattr(current, "pk", None)
        chapters = []
        for module, items in groupby(self.items, key=lambda item: item.module):
            halts = [_halt(item, item.page.pk == here, linked=linked, taken=self.taken) for item in items]
            for halt in halts:
                halt["lang"] = self.course.language
            chapters.append(Chapter(module.title if module else "", (module and module.intro) or "", halts))
        return chapters


def _halt(item: Item, is_current: bool, *, linked: bool, taken: bool) -> dict[str, Any]:
    length = ngettext("%(n)s minute", "%(n)s minutes", item.minutes) % {"n": item.minutes} if item.minutes else ""
    halt = {"name": item.title, "state": "ahead", "word": _("Not started yet"), "note": length, "url": ""}
    if linked and not is_current and not item.blocked:
        halt["url"] = item.url
    if not taken:
        halt |= {"word": length or _("Test"), "note": ""}
    elif item.done:
        halt |= {"state": "done", "word": _("Passed") if item.is_test else _("Done"), "note": ""}
    elif item.waits:
        halt |= {"word": _("Handed in, is being looked at")}
    elif item.blocked:
        halt |= {"state": "blocked", "word": _("Blocked"), "note": _("Open once all lessons before it are done")}
    elif not item.counts:
        halt |= {"word": _("Not needed for the certificate")}
    if is_current:
        halt |= {"state": "current", "word": _("You are here")}
    return halt


def outlines(taken: Sequence[tuple[CoursePage, Enrollment | None]]) -> list[Outline]:
    """The roads of several courses: the way, how far somebody has come, and what completing asks for.

    As many queries for one as for a hundred; those about sessions and confirmations only where a rule asks for them.
    """
    enrollments = [enrollment.pk for _course, enrollment in taken if enrollment]
    paths = (course.path for course, _enrollment in taken if course.path)  # a new one that is previewed has no place
    written = list(dict.fromkeys(paths))
    parts = _parts_by_course(written, Page.objects.live())
    done = _done(enrollments) if enrollments else {}
    rules = rules_of([course for course, _enrollment in taken])
    proofs = proofs_of([enrollment for course, enrollment in taken if enrollment], rules)
    return [
        _outline(course, enrollment, parts[course.path], done, rules.get(course.pk, NONE), proofs)
        for course, enrollment in taken
    ]


def course_around(part: Any) -> CoursePage:
    """The course of a lesson or test, which knows what it has at all, so that nobody asks for what most have not."""
    knowing = CoursePage.objects.select_related("locale").annotate(
        has_rule=Exists(CompletionRule.objects.filter(course=OuterRef("pk"))),
        has_additions=Exists(AnnexPage.objects.filter(live=True, course=OuterRef("pk"))),
    )
    return knowing.get(path=part.path[:-STEP])


def enrollment_around(part: Any, user: User) -> Enrollment | None:
    """Of somebody who takes the course of a lesson, together with this course."""
    rule = CompletionRule.objects.filter(course=OuterRef("course"))
    standing = Enrollment.objects.of(user).standing().filter(course__path=part.path[:-STEP])
    found = standing.select_related("course__locale", "person").annotate(has_rule=Exists(rule)).first()
    if found:
        found.course.has_rule = found.has_rule
    return found


def outline(course: CoursePage, enrollment: Enrollment | None, *, preview: bool = False) -> Outline:
    return outline_of_drafts(course) if preview and course.path else outlines([(course, enrollment)])[0]


def outline_of_drafts(course: CoursePage) -> Outline:
    """The road as it will be when everything is published, leading from preview to preview."""
    parts = _parts_by_course([course.path], Page.objects.all())[course.path]
    road = _outline(course, None, [replace(part, title=part.draft_title) for part in parts], {})
    for item in road.items:
        item.url = reverse("courses:preview", args=[item.page.pk])
    return road


def _outline(
    course: CoursePage,
    enrollment: Enrollment | None,
    parts: list[Part],
    done: dict[tuple[int, int], bool],
    in_force: RuleInForce = NONE,
    proofs: Proofs | None = None,
) -> Outline:
    road = Outline(course, _items(course, parts), taken=enrollment is not None, in_force=in_force)
    for item in road.items:
        known = done.get((enrollment.pk, item.page.pk)) if enrollment else None
        item.done, item.waits = known is True, known is False
    titles = {item.key: item.title for item in road.items}
    facts = (proofs or Proofs()).facts(enrollment, titles, [item.key for item in road.items if item.done])
    road.rule = rule_tree.evaluate(in_force.tree, facts)
    _mark(road)
    return road


def _items(course: CoursePage, parts: list[Part]) -> list[Item]:
    start = str(course.url or "") if parts else ""
    items, module = [], None
    for part in parts:
        if part.intro is not None:
            module = part
        else:
            items.append(Item(part, url=f"{start}{part.slug}/", module=module))
    return items


def _mark(road: Outline) -> None:
    """What is left to do, and which tests wait until the lessons before them are done."""
    left = {(leaf.kind, leaf.key) for leaf in rule_tree.shortest(road.rule)} if road.rule else set()
    helpful = {(leaf.kind, leaf.key) for leaf in rule_tree.missing(road.rule)} if road.rule else set()
    needed = _unavoidable(road.rule)
    waiting = False
    for item in road.items:
        item.is_left = item.key in left
        item.counts = item.done or item.key in helpful
        item.blocked = road.taken and item.is_test and waiting and not item.done
        waiting = waiting or (item.kind == "lesson" and item.key in needed)


def _unavoidable(rule: rule_tree.Node | None) -> set[rule_tree.Key]:
    return {(leaf.kind, leaf.key) for leaf in rule_tree.unavoidable(rule)} if rule else set()


def _parts_by_course(courses: list[str], pages: QuerySet[Any]) -> dict[str, list[Part]]:
    """Modules, lessons and tests in the order of the tree."""
    found: dict[str, list[Part]] = defaultdict(list)
    for row in pages.filter(_below(courses)).order_by("path").values_list(*READ) if courses else ():
        part = Part(*row)
        found[part.path[:-STEP]].append(part)
    return found


def _done(enrollments: list[int]) -> dict[tuple[int, int], bool]:
    """By enrollment the lessons, tests and assignments done this time; False for what is handed in and looked at."""
    now = {"enrollment__in": enrollments, "cycle": F("enrollment__cycle")}
    yes, not_yet = Value(True), Value(False)
    read = LessonProgress.objects.filter(**now).order_by().values_list("enrollment_id", "lesson_id", yes)
    attempts = Attempt.objects.filter(**now).order_by()
    works = Submission.objects.filter(**now).order_by()
    rows = read.union(
        attempts.filter(passed=True).values_list("enrollment_id", "test_id", yes),
        attempts.filter(status=AttemptStatus.MARKING).values_list("enrollment_id", "test_id", not_yet),
        works.filter(status=SubmissionStatus.ACCEPTED).values_list("enrollment_id", "assignment_id", yes),
        works.filter(status=SubmissionStatus.SUBMITTED).values_list("enrollment_id", "assignment_id", not_yet),
    )
    found: dict[tuple[int, int], bool] = {}
    for enrollment, page, is_done in rows:
        found[enrollment, page] = bool(is_done) or found.get((enrollment, page), False)
    return found


def _below(courses: list[str]) -> Q:
    """Ranges of paths: the index of the tree answers them, which it cannot for parts of paths."""
    ranges = [Page._get_children_path_interval(path) for path in courses]
    return reduce(or_, (Q(path__range=one) for one in ranges))


def with_cities(courses: Sequence[CoursePage]) -> list[CoursePage]:
    """Give each course the city of its shelf, in one query."""
    cities = _cities_by_shelf() if courses else {}
    for course in courses:
        course.city = cities[course.path[:-STEP]]
    return list(courses)


def _cities_by_shelf() -> dict[str, City]:
    return {shelf.path: shelf.city for shelf in CityShelfPage.objects.select_related("city").order_by()}


def annexes_for(user: User, course: CoursePage) -> list[AnnexPage]:
    """What the cities of this person add to the course."""
    if not (user.is_authenticated and course.pk and _has_additions(course)):
        return []  # as most courses have none, and to ask whose they are costs more
    annexes = list(AnnexPage.objects.visible_to(user).filter(course=course).order_by("path"))
    shelves = _cities_by_shelf() if annexes else {}
    for annex in annexes:
        annex.city = shelves[annex.path[:-STEP]]
    return annexes


def _has_additions(course: CoursePage) -> bool:
    known = getattr(course, "has_additions", None)
    return course.annexes.filter(live=True).exists() if known is None else known


def annex_chapter(annexes: Sequence[AnnexPage], current: AnnexPage | None = None) -> list[Chapter]:
    """The lessons that a city added at the end of a course, as the last stretch of the road."""
    here = current.pk if current else None
    halts = [_annex_halt(annex, annex.pk == here) for annex in annexes if annex.lesson_id is None]
    return [Chapter(_("Added for your city"), "", halts)] if halts else []


def _annex_halt(annex: AnnexPage, is_current: bool) -> dict[str, Any]:
    halt = {"name": annex.title, "state": "ahead", "note": "", "word": annex.city.name, "url": str(annex.url)}
    return halt | {"state": "current", "word": _("You are here"), "url": ""} if is_current else halt
