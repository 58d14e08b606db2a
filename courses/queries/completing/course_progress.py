"""How a course goes, for those who teach it: counts from five on, and of persons no more than their task needs.

Training offices see who is enrolled and who has completed. Trainers see it of their runs, and where people stand while
the run goes on and six weeks after. Nobody sees scores, times or attempts here.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from courses.models import CoursePage, CourseRun, Enrollment
from courses.queries.completing.learning import naming_certificates
from courses.queries.completing.requirements import sentence_of
from courses.queries.reading.outline import Outline, outlines
from courses.queries.writing.teaching import FEW, at_least_few
from courses.queries.writing.workbench import courses_to_edit
from courses.rule_tree import shortest
from courses.states import STANDING, EnrollmentStatus
from people.models import Role, User
from people.queries import cities_taught, cities_where

AFTERWARDS = timedelta(weeks=6)
Key = tuple[str, object]


def courses_to_follow(user: User) -> QuerySet[CoursePage]:
    """Those one writes or decides about, and those of which one organises a run."""
    runs = CourseRun.objects.organised_by(user).values("course")
    return CoursePage.objects.filter(Q(pk__in=courses_to_edit(user).values("pk")) | Q(pk__in=runs))


@dataclass(frozen=True)
class Watcher:
    """Which persons of a course somebody sees, and of whom where they stand."""

    user: User
    trains_course: bool
    trains_in: set[int]  # cities
    office_of: set[int]
    own_people: set[int]  # enrollments of apprentices for whose city one works in the training office

    def organises(self, run: CourseRun | None) -> bool:
        return run is not None and (self.trains_course or run.city_id in self.trains_in)

    def sees(self, enrollment: Enrollment) -> bool:
        if enrollment.person_id == self.user.pk:
            return False
        run = enrollment.run
        in_office = enrollment.pk in self.own_people or (run is not None and run.city_id in self.office_of)
        return in_office or self.organises(run)

    def sees_where(self, enrollment: Enrollment, today: date) -> bool:
        run = enrollment.run
        return self.organises(run) and run is not None and run.starts_on <= today <= run.ends_on + AFTERWARDS

    def may_confirm(self, enrollment: Enrollment) -> bool:
        run = enrollment.run
        teaches = self.trains_course or (run is not None and run.city_id in self.trains_in)
        return teaches and enrollment.person_id != self.user.pk


def watcher_of(user: User, course: CoursePage, *, trains_course: bool) -> Watcher:
    offices = set(cities_where(user, Role.HR).values_list("pk", flat=True))
    seen = Enrollment.objects.visible_to(user).filter(course=course).values_list("pk", flat=True) if offices else ()
    trains_in = set(cities_taught(user).values_list("pk", flat=True))
    return Watcher(user, trains_course, trains_in, offices, set(seen))


@dataclass(frozen=True)
class PersonRow:
    enrollment: Enrollment
    where: str
    is_certified: bool

    @property
    def name(self) -> str:
        return str(self.enrollment.person.full_name)

    @property
    def run(self) -> str:
        return self.enrollment.run.name if self.enrollment.run else ""

    @property
    def state(self) -> tuple[str, str]:
        return ("ok", _("completed")) if self.enrollment.is_completed else ("here", _("enrolled"))


@dataclass(frozen=True)
class Spot:
    """A place in the course at which people are."""

    title: str
    shown: str


@dataclass(frozen=True)
class Word:
    """Somebody waits for the confirmation of a trainer."""

    enrollment: Enrollment
    key: str
    label: str
    is_next: bool  # they have done everything that they can do themselves


@dataclass(frozen=True)
class CourseProgress:
    running: str
    completed: str
    spots: list[Spot]
    waiting: list[Word]
    people: list[PersonRow]


def progress_of(course: CoursePage, watcher: Watcher, today: date) -> CourseProgress:
    """As many queries for a thousand learners as for ten."""
    taking = list(_taking(course, watcher))
    running = [one for one in taking if one.status == EnrollmentStatus.ACTIVE]
    trains = watcher.trains_course or any(watcher.organises(one.run) for one in taking)
    roads = dict(zip(running, outlines([(course, one) for one in running]), strict=True)) if trains else {}
    return CourseProgress(
        running=at_least_few(len(running)),
        completed=at_least_few(len(taking) - len(running)),
        spots=_spots(list(roads.values())),
        waiting=[word for one, road in roads.items() if watcher.may_confirm(one) for word in _words(one, road)],
        people=[_person(one, roads.get(one), watcher, today) for one in taking if watcher.sees(one)],
    )


def _taking(course: CoursePage, watcher: Watcher) -> QuerySet[Enrollment]:
    """By name; for training offices with the certificate of each."""
    found = course.enrollments.filter(status__in=STANDING).select_related("person", "run")
    found = naming_certificates(found) if watcher.office_of else found
    return found.order_by("person__last_name", "person__first_name", "pk")


def _person(enrollment: Enrollment, road: Outline | None, watcher: Watcher, today: date) -> PersonRow:
    where = where_on(road) if road and watcher.sees_where(enrollment, today) else ""
    return PersonRow(enrollment, where, is_certified=getattr(enrollment, "certificate", None) is not None)


def where_on(road: Outline) -> str:
    """What comes next, in words."""
    if item := road.next_item():
        return item.title
    left = shortest(road.rule) if road.rule else []
    return sentence_of(left[0]) if left else _("Everything is done")


def _words(enrollment: Enrollment, road: Outline) -> list[Word]:
    leaves = road.rule.leaves() if road.rule else ()
    is_next = road.next_item() is None
    return [
        Word(enrollment, leaf.key, leaf.label, is_next) for leaf in leaves if leaf.kind == "confirmed" and not leaf.done
    ]


def _spots(roads: Sequence[Outline]) -> list[Spot]:
    """How many are at which part, in the order of the course; what follows the last part comes last."""
    counted = Counter(where_on(road) for road in roads)
    titles = [item.title for item in roads[0].items] if roads else []
    order = [
        *dict.fromkeys(title for title in titles if title in counted),
        *(one for one in counted if one not in titles),
    ]
    return [Spot(title, text) for title, text in zip(order, shown([counted[one] for one in order]), strict=True)]


def shown(counts: Sequence[int]) -> list[str]:
    """Counts from five on. The sum does not tell what is left out: it is several places, with five people at least."""
    hidden = {n for n, count in enumerate(counts) if 0 < count < FEW}
    others = sorted((count, n) for n, count in enumerate(counts) if count >= FEW)
    while hidden and others and (len(hidden) < 2 or sum(counts[n] for n in hidden) < FEW):
        hidden.add(others.pop(0)[1])
    return [_("not shown") if n in hidden else str(count) for n, count in enumerate(counts)]
