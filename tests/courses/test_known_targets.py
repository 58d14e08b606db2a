"""An editor sends numbers of pages and pictures; nobody looks at what is not theirs by sending another number."""

import json

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file

from courses.models import LessonPage
from courses.services.writing.authoring import set_up_shelf
from courses.services.writing.rights import collection_of
from lms.media.models import CourseDocument, CourseImage
from tests.courses.test_editing import form
from tests.factories.courses import CourseFactory, LessonFactory, lessons_of

SENTENCE = "das es nicht gibt oder das Sie nicht verwenden dürfen"


@pytest.fixture
def lesson(cast, client):
    for city in (cast.nuremberg, cast.augsburg):
        set_up_shelf(city)
    client.force_login(cast.barbara)
    return lessons_of(CourseFactory(city=cast.nuremberg))[0]


def a_link_to(page):
    block = {
        "key": "a", "text": "dort", "type": "unstyled", "entityRanges": [{"offset": 0, "length": 4, "key": 0}],
    }  # fmt: skip
    entity = {"type": "LINK", "mutability": "MUTABLE", "data": {"id": page.pk, "url": page.url}}
    return [("text", json.dumps({"blocks": [block], "entityMap": {"0": entity}}))]


def a_picture(image):
    return [("image", {"image": {"image": str(image.pk), "alt_text": "Ein Schrank", "decorative": ""}, "caption": ""})]


def save(client, lesson, body):
    return client.post(reverse("wagtailadmin_pages:edit", args=[lesson.pk]), form(body), follow=True).content.decode()


def is_saved(lesson):
    return LessonPage.objects.get(pk=lesson.pk).get_latest_revision_as_object().title == "Neue Lektion"


def test_links_lead_to_pages_that_all_cities_can_read(client, cast, lesson):
    assert SENTENCE not in save(client, lesson, a_link_to(CourseFactory(city=cast.augsburg)))
    assert is_saved(lesson)


@pytest.mark.parametrize("what", ["course", "lesson of a course", "lesson in a published course"])
def test_links_to_drafts_of_another_city_are_refused(client, cast, lesson, what):
    course = CourseFactory(city=cast.augsburg, live=what == "lesson in a published course", slug="geheim", lessons=0)
    part = LessonFactory(parent=course, title="Geheim", live=what == "lesson of a course")
    page = save(client, lesson, a_link_to(course if what == "course" else part))
    assert SENTENCE in page
    assert "Geheim" not in page
    assert not is_saved(lesson)


def test_the_preview_refuses_them_as_well(client, cast, lesson):
    draft = CourseFactory(city=cast.augsburg, live=False)
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[lesson.pk])
    assert client.post(preview, form(a_link_to(draft))).json()["is_valid"] is False


def test_pictures_and_files_of_another_city_are_refused(client, cast, lesson):
    theirs = {"collection": collection_of(cast.augsburg)}
    image = CourseImage.objects.create(title="Bild", file=get_test_image_file(), **theirs)
    document = CourseDocument.objects.create(title="Liste", file=ContentFile(b"x", name="liste.txt"), **theirs)
    for body in (a_picture(image), [("file", {"title": "Liste", "document": str(document.pk), "description": ""})]):
        assert SENTENCE in save(client, lesson, body)
    CourseImage.objects.update(collection=collection_of(cast.nuremberg))
    assert SENTENCE not in save(client, lesson, a_picture(image))


def test_what_stood_in_the_page_before_may_stay(client, cast, lesson):
    """An adapted course shows pictures of the city it comes from."""
    image = CourseImage.objects.create(
        title="Bild", file=get_test_image_file(), collection=collection_of(cast.augsburg)
    )
    value = {"image": {"image": image.pk, "alt_text": "Ein Schrank", "decorative": False}, "caption": ""}
    lesson.body = [{"type": "image", "id": "b", "value": value}]
    lesson.save()
    assert SENTENCE not in save(client, lesson, a_picture(image))
    assert is_saved(lesson)


def test_two_lessons_of_the_same_name_get_an_address_each(client, cast, lesson):
    course = lesson.get_parent()
    for _ in range(2):
        client.post(reverse("wagtailadmin_pages:add", args=["courses", "lessonpage", course.pk]), form())
    added = LessonPage.objects.child_of(course).filter(title="Neue Lektion")
    assert [one.slug for one in added.order_by("path")] == ["neue-lektion", "neue-lektion-1"]


def test_the_address_of_a_published_page_stays_what_was_typed(client, cast, lesson):
    other = lessons_of(lesson.get_parent())[1]
    page = client.post(reverse("wagtailadmin_pages:edit", args=[lesson.pk]), form(slug=other.slug)).content.decode()
    assert "bereits verwendet" in page
