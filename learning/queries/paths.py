"""Learning paths: what stands on them, whom they fit, how far somebody has come."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import Completion, CoursePage, Enrollment
from courses.queries.reading.outline import with_cities
from courses.states import STANDING, EnrollmentStatus
from learning.models import LearningPath, PathStep
from people.models import City, Membership, Role, User
from people.queries import cities_where
from training.models import Apprenticeship

Steps = Mapping[int, Sequence[PathStep]]


@dataclass(frozen=True)
class CourseOnPath:
    course: CoursePage
    is_done: bool
    is_begun: bool
    part: str = ""  # the other path it comes from

    @property
    def note(self) -> str:
        if self.is_begun and not self.is_done:
            return _("You are learning here")
        return self.part or self.course.city.name


@dataclass(frozen=True)
class PathRow:
    path: LearningPath
    courses: list[CourseOnPath] = field(default_factory=list)
    fits: bool = False

    @property
    def total(self) -> int:
        return len(self.courses)

    @property
    def done(self) -> int:
        return sum(one.is_done for one in self.courses)

    @property
    def is_done(self) -> bool:
        return bool(self.courses) and self.done == self.total

    @property
    def is_begun(self) -> bool:
        return any(one.is_done or one.is_begun for one in self.courses)

    @property
    def in_words(self) -> str:
        text = ngettext("%(done)s of %(total)s course", "%(done)s of %(total)s courses", self.total)
        return text % {"done": self.done, "total": self.total}

    @property
    def next(self) -> CourseOnPath | None:
        return next((one for one in self.courses if not one.is_done), None)

    @property
    def halts(self) -> list[dict[str, Any]]:
        """As a road: what is done, where one stands, what lies ahead."""
        return [
            {"state": "done" if one.is_done else "current" if one == self.next else "ahead",
             "name": one.course.title, "url": one.course.url, "note": one.note}
            for one in self.courses
        ]  # fmt: skip


def for_whom(path: LearningPath) -> str:
    facts = {"occupation": path.occupation, "year": path.year}
    if path.occupation and path.year:
        return _("%(occupation)s, year %(year)s") % facts
    if path.occupation:
        return str(path.occupation)
    if path.year:
        return _("All occupations, year %(year)s") % facts
    return _("All apprentices")


def steps_of(paths: QuerySet[LearningPath]) -> dict[int, list[PathStep]]:
    """The steps of these paths in their order, in one query."""
    found: dict[int, list[PathStep]] = {}
    for step in PathStep.objects.filter(path__in=paths).select_related("part").order_by("path", "position"):
        found.setdefault(step.path_id, []).append(step)
    return found


def course_keys(path: int, steps: Steps) -> dict[int, str]:
    """The courses of a path and of the paths on it, each once, with the name of the part it came from."""
    found: dict[int, str] = {}
    walked: set[int] = set()

    def walk(key: int, part: str) -> None:
        walked.add(key)
        for step in steps.get(key, ()):
            if step.course_id:
                found.setdefault(step.course_id, part)
            elif step.part and step.part.pk not in walked:
                walk(step.part.pk, part or step.part.title)

    walk(path, "")
    return found


def paths_for(user: User) -> list[PathRow]:
    """Published paths, those that fit one's training first. The same queries for any number of them."""
    paths = list(_published_for(user))
    training = _training_of(user) if paths else None
    rows = _with_cities(_rows(user, paths, steps_of(LearningPath.objects.filter(is_published=True)), training))
    return sorted(rows, key=lambda row: (not row.fits, *_order(row.path)))


def path_for(user: User, path: LearningPath) -> PathRow:
    return _with_cities(_rows(user, [path], steps_shown_in(path), _training_of(user)))[0]


def _published_for(user: User) -> QuerySet[LearningPath]:
    return LearningPath.objects.visible_to(user).filter(is_published=True).select_related("city", "occupation")


def _training_of(user: User) -> Apprenticeship | None:
    return Apprenticeship.objects.filter(person=user).select_related("occupation").first()


def steps_shown_in(path: LearningPath) -> dict[int, list[PathStep]]:
    """Its own, and those of what is published: a draft on a path shows nothing yet."""
    return steps_of(LearningPath.objects.filter(Q(is_published=True) | Q(pk=path.pk)))


def fitting_path(user: User, training: Apprenticeship | None) -> PathRow | None:
    """The one for the start page: it fits this training, has courses, and is not done."""
    fitting = [path for path in _published_for(user) if _fits(path, training)]
    steps = steps_of(LearningPath.objects.filter(is_published=True)) if fitting else {}
    rows = _rows(user, sorted(fitting, key=_order), steps, training)
    return next((row for row in rows if row.courses and not row.is_done), None)


def _order(path: LearningPath) -> tuple[int, str]:
    """The more closely a path says whom it is for, the earlier it stands."""
    return -(bool(path.occupation_id) + bool(path.year)), path.title


def _rows(user: User, paths: Sequence[LearningPath], steps: Steps, training: Apprenticeship | None) -> list[PathRow]:
    named = {path.pk: course_keys(path.pk, steps) for path in paths}
    courses = _courses({key for keys in named.values() for key in keys})
    done, begun = _taken(user, courses)
    return [
        PathRow(
            path,
            [
                CourseOnPath(courses[key], key in done, key in begun, part)
                for key, part in named[path.pk].items()
                if key in courses
            ],
            _fits(path, training),
        )
        for path in paths
    ]


def _with_cities(rows: list[PathRow]) -> list[PathRow]:
    with_cities([one.course for row in rows for one in row.courses])
    return rows


def _fits(path: LearningPath, training: Apprenticeship | None) -> bool:
    if training is None:
        return False
    if path.occupation_id not in (None, training.occupation_id):
        return False
    return path.year is None or path.year == training.year_on(timezone.localdate())


def _courses(keys: Iterable[int]) -> dict[int, CoursePage]:
    found = CoursePage.objects.live().filter(pk__in=list(keys)).defer("goals")
    return {course.pk: course for course in found}


def _taken(user: User, courses: Mapping[int, CoursePage]) -> tuple[set[int], set[int]]:
    """Which courses somebody has ever completed, and which they are taking."""
    proved = Exists(Completion.objects.filter(enrollment=OuterRef("pk")))
    mine = Enrollment.objects.of(user).filter(course__in=list(courses)).annotate(is_proved=proved).order_by()
    found = list(mine.values_list("course", "status", "is_proved"))
    done = {key for key, status, is_proved in found if is_proved or status == EnrollmentStatus.COMPLETED}
    return done, {key for key, status, _is_proved in found if status in STANDING}


def cities_to_build_for(user: User) -> list[City]:
    return list(cities_where(user, Role.TRAINER, Role.HR).order_by("name"))


def paths_to_build(user: User) -> QuerySet[LearningPath]:
    own = LearningPath.objects.filter(city__in=cities_where(user, Role.TRAINER, Role.HR))
    return own.select_related("city", "occupation").order_by("city__name", "title", "pk")


def shared_by_others(user: User) -> QuerySet[LearningPath]:
    mine = Membership.objects.current().filter(person_id=user.pk).values("city_id")
    shared = LearningPath.objects.filter(is_published=True, is_shared=True).exclude(city__in=mine)
    return shared.select_related("city", "occupation").order_by("title", "pk")


def parts_to_choose(path: LearningPath) -> QuerySet[LearningPath]:
    """Other paths of the city, and published ones that are shared."""
    others = LearningPath.objects.filter(Q(city=path.city) | Q(is_published=True, is_shared=True)).exclude(pk=path.pk)
    return others.order_by("title", "pk")


def courses_to_choose(path: LearningPath) -> QuerySet[CoursePage]:
    there = path.steps.filter(course__isnull=False).values("course")
    return CoursePage.objects.open_on(timezone.localdate()).exclude(pk__in=there).order_by("title", "pk")
