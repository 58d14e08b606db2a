"""Courses from a description, the shelves they stand on, and what must hold before deleting or publishing."""

from pathlib import Path
from typing import Any

from django.db import transaction
from wagtail.models import Page, Site

from courses.blocks import is_accessible
from courses.models import (
    Attempt,
    CatalogPage,
    CityShelfPage,
    CoursePage,
    Enrollment,
    LessonPage,
    LessonProgress,
    TestPage,
)
from courses.services import bodies
from courses.services.bodies import Store
from courses.services.rights import collection_of, give_rights
from lms.core.errors import Refused
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
    course = shelf.add_child(instance=_course(spec, store, actor))
    lessons = {lesson["slug"]: _add(course, _lesson(lesson, store), actor) for lesson in spec["lessons"]}
    if test := spec.get("test"):
        _add(course, _test(test, lessons, store), actor)
    return _published(course, actor)


def _course(spec: dict[str, Any], store: Store, actor: User | None) -> CoursePage:
    plain = ("title", "slug", "summary", "audience", "level", "language", "topic", "licence", "contact")
    return CoursePage(
        **{name: spec[name] for name in plain},
        goals=bodies.goals(spec["goals"], store),
        cover=store.image(spec["cover"], spec["title"]) if spec.get("cover") else None,
        owner=actor,
    )


def _lesson(spec: dict[str, Any], store: Store) -> LessonPage:
    body = bodies.lesson(spec, store)
    return LessonPage(title=spec["title"], slug=spec["slug"], minutes=spec["minutes"], body=body)


def _test(spec: dict[str, Any], lessons: dict[str, LessonPage], store: Store) -> TestPage:
    plain = ("title", "slug", "intro", "pass_mark", "max_attempts")
    return TestPage(**{name: spec[name] for name in plain}, questions=bodies.test(spec, lessons, store))


def _add(course: CoursePage, page: Any, actor: User | None) -> Any:
    page.owner = actor
    return _published(course.add_child(instance=page), actor)


def _published(page: Any, actor: User | None) -> Any:
    if has_unexplained_video(page):
        raise Refused(f"{page.title}: a video has no captions or no transcript.")
    page.save_revision(user=actor).publish(user=actor)
    page.refresh_from_db()
    return page


def has_unexplained_video(page: Page) -> bool:
    """Whether the newest version of a lesson shows a video without captions or transcript."""
    newest = page.specific.get_latest_revision_as_object()
    body: Any = newest.body if isinstance(newest, LessonPage) else []
    return any(block.block_type == "video" and not is_accessible(block.value["video"]) for block in body)


def has_traces(page: Page) -> bool:
    """Whether somebody has learned here or below: such a page is evidence and stays."""
    below = {"path__startswith": page.path}
    return (
        Enrollment.objects.filter(course__in=CoursePage.objects.filter(**below)).exists()
        or LessonProgress.objects.filter(lesson__in=LessonPage.objects.filter(**below)).exists()
        or Attempt.objects.filter(test__in=TestPage.objects.filter(**below)).exists()
    )
