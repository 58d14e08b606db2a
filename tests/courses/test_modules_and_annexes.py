"""The order of a course under its headings, and what a city adds for its own people."""

import pytest

from courses.models import AnnexPage, ModulePage
from courses.queries.reading.outline import outline
from courses.services.enrolling.enrollments import enroll
from tests.factories.courses import BODY, CourseFactory, InTreeFactory, LessonFactory, shelf_of
from tests.factories.courses import TestPageFactory as ATestFactory


class ModuleFactory(InTreeFactory):
    class Meta:
        model = ModulePage


class AnnexFactory(InTreeFactory):
    class Meta:
        model = AnnexPage

    body = BODY[:1]


@pytest.fixture
def course(cast):
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=0)


def test_lessons_stand_under_the_module_before_them(course, cast):
    LessonFactory(parent=course, title="Vorweg")
    for name in ("Ordnen", "Finden"):
        ModuleFactory(parent=course, title=name)
        LessonFactory(parent=course, title=f"{name} lernen")
    ATestFactory(parent=course)
    road = outline(course, None)
    assert [(chapter.title, [halt["name"] for halt in chapter.halts]) for chapter in road.chapters()] == [
        ("", ["Vorweg"]),
        ("Ordnen", ["Ordnen lernen"]),
        ("Finden", ["Finden lernen", "Abschlusstest"]),
    ]
    assert (road.total, road.minutes) == (4, 30)


def test_a_module_leads_to_its_course(client, course, cast):
    module = ModuleFactory(parent=course, title="Ordnen")
    client.force_login(cast.mina)
    assert client.get(module.url)["Location"] == course.url
    assert "Ordnen" not in client.get(course.url).content.decode()  # nothing stands below it yet


def annex_of(course, city, **more):
    return AnnexFactory(parent=shelf_of(city), course=course, title="Ansprechpersonen", **more)


@pytest.mark.parametrize(("who", "sees"), [("mina", True), ("barbara", True), ("kilian", False), ("konrad", False)])
def test_what_a_city_adds_is_seen_by_its_people_alone(client, cast, course, who, sees):
    lesson = LessonFactory(parent=course)
    of_its_own = annex_of(course, cast.nuremberg)
    beside = annex_of(course, cast.nuremberg, lesson=lesson, slug="beside")
    person = getattr(cast, who)
    enroll(course, actor=person)
    client.force_login(person)
    pages = [client.get(page.url) for page in (course, lesson, of_its_own)]
    assert [("Ansprechpersonen" in page.content.decode()) for page in pages] == [sees, sees, sees]
    assert pages[2].status_code == (200 if sees else 404)
    assert beside.url not in pages[0].content.decode()


def test_an_annex_changes_neither_progress_nor_what_is_missing(cast, course):
    LessonFactory(parent=course)
    before = outline(course, None)
    annex_of(course, cast.nuremberg)
    after = outline(course, None)
    assert (after.total, after.minutes) == (before.total, before.minutes)


def test_an_annex_without_its_course_is_gone(client, cast, course):
    annex = annex_of(course, cast.nuremberg)
    course.delete()
    client.force_login(cast.mina)
    assert client.get(annex.url).status_code == 404


@pytest.mark.parametrize(("given", "minutes"), [(None, 1), (12, 12)])
def test_minutes_are_estimated_unless_the_author_knows_better(course, given, minutes):
    assert LessonFactory(parent=course, minutes_given=given, body=BODY[:1]).minutes == minutes


def test_a_long_text_takes_longer(course):
    words = [{"type": "text", "id": "long", "value": f"<p>{'Wort ' * 900}</p>"}]
    assert LessonFactory(parent=course, minutes_given=None, body=words).minutes == 5
