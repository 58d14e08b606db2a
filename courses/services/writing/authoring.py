"""Courses from a description, the shelves they stand on, and what must hold before deleting or publishing."""

from pathlib import Path
from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page, Site

from courses.models import (
    AssignmentPage,
    Attempt,
    CatalogPage,
    CityShelfPage,
    CoursePage,
    CourseRun,
    Enrollment,
    LessonPage,
    LessonProgress,
    ModulePage,
    Submission,
    TestPage,
)
from courses.services.writing import bodies
from courses.services.writing.bodies import Store
from courses.services.writing.rights import collection_of, give_rights
from people.models import City, User
from people.policies import require

CATALOGUE = "Kurse"


@transaction.atomic
def set_up_catalogue(*, site_root: Page | None = None) -> CatalogPage:
    """The root of all courses, below the home page of the site."""
    if existing := CatalogPage.objects.first():
        return existing
    root = site_root or Site.objects.get(is_default_site=True).root_page
    return root.add_child(instance=CatalogPage(title=CATALOGUE, slug="kurse"))


@transaction.atomic
def set_up_shelf(city: City) -> CityShelfPage:
    """The shelf of a city, with the rights and the workflow of its trainers and its training office."""
    shelf = CityShelfPage.objects.filter(city=city).first()
    if shelf is None:
        shelf = set_up_catalogue().add_child(instance=CityShelfPage(title=city.name, slug=city.slug, city=city))
    give_rights(shelf)
    return shelf


@transaction.atomic
def create_course(spec: dict[str, Any], *, actor: User | None, files: Path) -> CoursePage:
    """Publish a course as described; one that is there already stays as it is.

    `files` is the folder the description's file names start from. Without an actor it comes
    from set-up; a person must work in the training office of the city.
    """
    city = City.objects.get(slug=spec["city"])
    if actor:
        require("courses.publish", actor, city, city_id=city.pk)
    shelf = set_up_shelf(city)
    if existing := CoursePage.objects.child_of(shelf).filter(slug=spec["slug"]).first():
        return existing
    store = Store(files, collection_of(city), actor, f"{spec['city']}/{spec['slug']}")
    course = shelf.add_child(instance=course_from(spec, store, actor))
    lessons = {}
    for lesson in spec["lessons"]:
        if title := lesson.get("module"):
            _add(course, ModulePage(title=title), actor)
        lessons[lesson["slug"]] = _add(course, lesson_from(lesson, store), actor)
    if test := spec.get("test"):
        _add(course, test_from(test, lessons, store), actor)
    return _published(course, actor)


def course_from(spec: dict[str, Any], store: Store, actor: User | None) -> CoursePage:
    plain = ("title", "slug", "summary", "audience", "level", "topic", "licence", "contact")
    return CoursePage(
        **{name: spec[name] for name in plain},
        locale=locale_of(spec["language"]),
        is_mandatory=spec.get("mandatory", False),
        goals=bodies.goals(spec["goals"], store),
        cover=store.image(spec["cover"], spec["title"]) if spec.get("cover") else None,
        owner=actor,
    )


def locale_of(language: str) -> Locale:
    return Locale.objects.get_or_create(language_code=language)[0]


def lesson_from(spec: dict[str, Any], store: Store) -> LessonPage:
    body = bodies.lesson(spec, store)
    return LessonPage(title=spec["title"], slug=spec["slug"], minutes_given=spec["minutes"], body=body)


def test_from(spec: dict[str, Any], lessons: dict[str, LessonPage], store: Store) -> TestPage:
    plain = ("title", "slug", "intro", "pass_mark", "max_attempts")
    return TestPage(**{name: spec[name] for name in plain}, questions=bodies.test(spec, lessons, store))


def _add(course: CoursePage, page: Any, actor: User | None) -> Any:
    page.owner = actor
    return _published(course.add_child(instance=page), actor)


def _published(page: Any, actor: User | None) -> Any:
    page.save_revision(user=actor).publish(user=actor)
    page.refresh_from_db()
    return page


def has_traces(page: Page) -> bool:
    """Whether somebody has learned here or below: such a page is evidence and stays."""
    below = {"path__startswith": page.path}
    return (
        Enrollment.objects.filter(course__in=CoursePage.objects.filter(**below)).exists()
        or LessonProgress.objects.filter(lesson__in=LessonPage.objects.filter(**below)).exists()
        or Attempt.objects.filter(test__in=TestPage.objects.filter(**below)).exists()
        or Submission.objects.filter(assignment__in=AssignmentPage.objects.filter(**below)).exists()
    )


def has_runs(page: Page) -> bool:
    """Whether people of a city meet for a course that is, or stands, here."""
    return CourseRun.objects.filter(course__path__startswith=page.path).exists()
