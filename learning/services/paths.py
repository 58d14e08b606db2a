"""Learning paths are put together, published and shared. None contains itself."""

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from courses.models import CoursePage
from learning.circles import way_back
from learning.models import LearningPath, PathStep
from learning.queries.paths import course_keys, steps_shown_in
from lms.core import journal
from lms.core.errors import Refused, TooLate
from people.models import City, User
from people.policies import require

MOST_STEPS = 40
DETAILS = ("title", "summary", "occupation", "year", "is_shared")


def is_taken(city: City, title: str, but: LearningPath | None = None) -> bool:
    found = LearningPath.objects.filter(city=city, title=title)
    return any(one != but for one in found)


def _title_taken(title: str) -> Refused:
    return Refused(_("Your city already has a path of this title. Please choose another one.") % {"title": title})


@transaction.atomic
def create_path(city: City, details: dict[str, Any], *, actor: User) -> LearningPath:
    path = LearningPath(city=city, **details)
    require("learning.build_path", actor, path, city_id=city.pk)
    _save(path)
    journal.record(path, "learning.path.create", actor=actor)
    return path


@transaction.atomic
def change_path(path: LearningPath, details: dict[str, Any], *, actor: User) -> LearningPath:
    path = _locked(path, actor)
    if path.is_shared and not details["is_shared"]:
        _check_unused_elsewhere(path)
    for name in DETAILS:
        setattr(path, name, details[name])
    _save(path)
    journal.record(path, "learning.path.change", actor=actor)
    return path


@transaction.atomic
def add_course(path: LearningPath, course: CoursePage, *, actor: User) -> PathStep:
    path = _locked(path, actor)
    if path.steps.filter(course=course).exists():
        raise Refused(_("“%(title)s” is on this path already.") % {"title": course.title})
    return _add(path, actor, course=course)


@transaction.atomic
def add_part(path: LearningPath, part: LearningPath, *, actor: User) -> PathStep:
    """All paths are locked: two people who put two paths into each other at the same moment wait for each other."""
    titles = dict(LearningPath.objects.select_for_update().order_by("pk").values_list("pk", "title"))
    path = _locked(path, actor)
    if path.steps.filter(part=part).exists():
        raise Refused(_("“%(title)s” is on this path already.") % {"title": part.title})
    if circle := way_back(_parts(), path.pk, part.pk):
        raise Refused(_circle_in_words([titles[key] for key in circle]))
    return _add(path, actor, part=part)


def _parts() -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for path, part in PathStep.objects.filter(part__isnull=False).order_by("pk").values_list("path", "part"):
        found.setdefault(path, []).append(part)
    return found


def _circle_in_words(titles: list[str]) -> str:
    if len(titles) == 2:
        return _("A path cannot contain itself.")
    way = " → ".join(_("“%(title)s”") % {"title": title} for title in titles)
    return _("This would be a circle: %(way)s. Please leave one of these steps out.") % {"way": way}


def _add(path: LearningPath, actor: User, **what: Any) -> PathStep:
    if path.steps.count() >= MOST_STEPS:
        raise Refused(_("%(n)s steps are the most on one path. Please make two paths of it.") % {"n": MOST_STEPS})
    last = path.steps.aggregate(last=Max("position"))["last"] or 0
    step = PathStep.objects.create(path=path, position=last + 1, **what)
    journal.record(path, "learning.path.change", actor=actor)
    return step


@transaction.atomic
def move_step(step: PathStep, *, up: bool, actor: User) -> None:
    """Change places with the neighbour; at the end of the path nothing happens."""
    path = _locked(step.path, actor)
    steps = list(path.steps.order_by("position"))
    at = next((n for n, one in enumerate(steps) if one.pk == step.pk), None)
    if at is None:
        raise TooLate(_("Somebody has removed this step in the meantime."))
    other = at - 1 if up else at + 1
    if not 0 <= other < len(steps):
        return
    here, there = steps[at].position, steps[other].position
    for pk, position in ((steps[at].pk, 0), (steps[other].pk, here), (steps[at].pk, there)):
        PathStep.objects.filter(pk=pk).update(position=position)
    journal.record(path, "learning.path.change", actor=actor)


@transaction.atomic
def remove_step(step: PathStep, *, actor: User) -> None:
    path = _locked(step.path, actor)
    step.delete()
    journal.record(path, "learning.path.change", actor=actor)


@transaction.atomic
def publish_path(path: LearningPath, *, actor: User) -> None:
    path = _locked(path, actor)
    courses = course_keys(path.pk, steps_shown_in(path))
    if not CoursePage.objects.live().filter(pk__in=courses).exists():
        raise Refused(_("Please put at least one course on the path first."))
    _switch(path, is_published=True)
    journal.record(path, "learning.path.publish", actor=actor)


@transaction.atomic
def unpublish_path(path: LearningPath, *, actor: User) -> None:
    """What learners did in the courses stays theirs; a path counts nothing of its own."""
    path = _locked(path, actor)
    _check_unused_elsewhere(path)
    _switch(path, is_published=False)
    journal.record(path, "learning.path.unpublish", actor=actor)


@transaction.atomic
def remove_path(path: LearningPath, *, actor: User) -> None:
    path = _locked(path, actor)
    if used := path.part_of.select_related("path").first():
        raise Refused(
            _("“%(title)s” is part of “%(other)s”. Please take it out there first.")
            % {"title": path.title, "other": used.path.title}
        )
    journal.record(path, "learning.path.remove", actor=actor)
    path.delete()


def _check_unused_elsewhere(path: LearningPath) -> None:
    """Partner cities count on what was shared with them."""
    used = path.part_of.exclude(path__city=path.city_id).select_related("path__city").first()
    if used:
        facts = {"title": path.title, "other": used.path.title, "city": used.path.city.name}
        raise Refused(
            _("“%(title)s” is part of “%(other)s” of %(city)s, so it stays published and shared. Talk to them first.")
            % facts
        )


def _switch(path: LearningPath, *, is_published: bool) -> None:
    LearningPath.objects.filter(pk=path.pk).update(is_published=is_published)


def _save(path: LearningPath) -> None:
    try:
        with transaction.atomic():
            path.save()
    except IntegrityError as error:
        raise Refused(_("Your city already has a path of this title. Please choose another one.")) from error


def _locked(path: LearningPath, actor: User) -> LearningPath:
    """Those who build on one path wait for each other."""
    require("learning.build_path", actor, path, city_id=path.city_id)
    found = LearningPath.objects.select_for_update(of=("self",)).filter(pk=path.pk).first()
    if found is None:
        raise TooLate(_("Somebody has removed this path in the meantime."))
    return found
