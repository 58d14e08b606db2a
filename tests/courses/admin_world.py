"""Nürnberg writes a course nobody has released yet; who else knows of it, and of everything that lies around it?"""

from types import SimpleNamespace

from django.core.files.base import ContentFile
from wagtail.admin.models import EditingSession
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, Site
from wagtail.test.utils.form_data import nested_form_data, streamfield

from courses.models import AnnexPage, CoursePage, LessonPage
from courses.services.writing.authoring import set_up_shelf
from courses.services.writing.rights import collection_of, let_write_along
from lms.media.models import CourseDocument, CourseImage, CourseMedia
from tests.cast import a_person
from tests.factories.courses import CourseFactory, LessonFactory, TestPageFactory, lessons_of, questions
from tests.told_once import told_once

SECRET = "Vertraulich"  # stands in every title that people of other cities must not read


def people_of(cast):
    """Author and office of the city; invited; asked to review; and those who have nothing to do with it."""
    stranger = a_person("Theo Teststelle", trainer_in=cast.augsburg)
    return {
        "author": cast.barbara, "office": cast.hanna, "co_author": cast.dieter, "reviewer": cast.sabine,
        "stranger": stranger, "other_office": cast.anton, "host": cast.rita, "apprentice": cast.mina,
        "coordinator": cast.konrad, "nobody": None,
    }  # fmt: skip


@told_once
def a_course_nobody_released(cast):
    shelf = {city.slug: set_up_shelf(city) for city in (cast.nuremberg, cast.augsburg, cast.munich)}["nuernberg"]
    course = CourseFactory(
        city=cast.nuremberg, title=f"{SECRET}: Kurs", slug="kurs", live=False, owner=cast.barbara, lessons=0
    )
    lesson = LessonFactory(parent=course, title=f"{SECRET}: Lektion", slug="lektion", live=False, owner=cast.barbara)
    draft_of_course = LessonFactory(parent=course, title=f"{SECRET}: halb fertig", slug="halb", owner=cast.barbara)
    test = TestPageFactory(parent=course, title=f"{SECRET}: Test", slug="t", live=False, questions=questions(lesson.pk))
    public = CourseFactory(city=cast.nuremberg, title="Für alle", slug="fuer-alle", lessons=1, owner=cast.barbara)
    annex = shelf.add_child(instance=AnnexPage(title=f"{SECRET}: Zusatz", slug="zusatz", course=public, body=[]))
    let_write_along(course, cast.dieter)
    world = SimpleNamespace(shelf=shelf, course=course, lesson=lesson, test=test, public=public, annex=annex,
                            half=draft_of_course, home=Site.objects.get().root_page)  # fmt: skip
    _new_title(public, cast)
    _lying_in_the_library(world, cast)
    _versions(world, cast)
    _handed_in(world, cast)
    world.session = EditingSession.objects.create(
        user=cast.barbara, content_object=Page.objects.get(pk=lesson.pk), last_seen_at="2026-01-01T00:00Z"
    )
    return world


def _new_title(public, cast):
    """What is released has a draft as well."""
    page = CoursePage.objects.get(pk=public.pk)
    page.title = f"{SECRET}: neuer Titel"
    page.save_revision(user=cast.barbara)


def _lying_in_the_library(world, cast):
    library = {"collection": collection_of(cast.nuremberg)}
    world.image = CourseImage.objects.create(title=f"{SECRET}: Bild", file=get_test_image_file(), **library)
    world.document = CourseDocument.objects.create(
        title=f"{SECRET}: Datei", file=ContentFile(b"x", name="x.txt"), **library
    )
    world.film = CourseMedia.objects.create(
        title=f"{SECRET}: Film", type="video", duration=3, file=ContentFile(b"x", name="x.webm"), **library
    )


def _versions(world, cast):
    lesson = LessonPage.objects.get(pk=world.lesson.pk)
    world.old, world.new = (lesson.save_revision(user=cast.barbara).pk for _ in range(2))


def _handed_in(world, cast):
    """One lesson waits for a colleague of a partner city, another was read and waits for the own office."""
    for name in ("waiting", "read"):
        course = CourseFactory(city=cast.nuremberg, title="Zur Durchsicht", slug=name, live=False, lessons=1)
        lesson = LessonPage.objects.get(pk=lessons_of(course)[0].pk)
        old, new = (lesson.save_revision(user=cast.barbara).pk for _ in range(2))
        state = lesson.get_workflow().start(lesson, cast.barbara)
        if name == "read":
            state.current_task_state.approve(user=cast.sabine)
            state.refresh_from_db()
        handed_in = SimpleNamespace(pk=lesson.pk, old=old, new=new, state=state, step=state.current_task_state)
        setattr(world, name, handed_in)


def keys_of(world, name, about=None):
    """What stands in an address for each of its variables."""
    subject = getattr(world, about or "lesson")
    page = subject.pk
    versions = subject if hasattr(subject, "old") else world
    handed_in = subject if hasattr(subject, "step") else world.waiting
    library = {"image": world.image.pk, "doc": world.document.pk, "media": world.film.pk}
    listed = next((pk for word, pk in library.items() if word in name), page)
    return {
        "pk": listed if "chooser" in name or "api" in name or "revisions" in name else 1,
        "page_id": page, "page_to_move_id": page, "object_id": page, "page_pk": page,
        "parent_page_id": page if about else world.course.pk, "destination_id": world.public.pk,
        "content_type_app_name": "courses", "content_type_model_name": "lessonpage",
        "app_label": "wagtailcore", "model_name": "page", "app_name": "taggit", "action": "delete",
        "revision_id": versions.old, "revision_id_a": versions.old, "revision_id_b": versions.new,
        "workflow_pk": handed_in.state.workflow_id, "workflow_state_id": handed_in.state.pk,
        "task_id": handed_in.step.task_id, "task_state_id": handed_in.step.pk, "action_name": "approve",
        "image_id": world.image.pk, "document_id": world.document.pk, "doc_id": world.document.pk,
        "media_id": world.film.pk, "media_type": "video", "filter_spec": "width-100", "uploaded_file_id": 1,
        "collection_id": world.image.collection_id, "session_id": world.session.pk, "redirect_id": 1,
        "uidb64": "x", "token": "y", "translation_id": 1, "translation_source_id": 1, "string_segment_id": 1,
        "overridable_segment_id": 1, "mode": "x",
    }  # fmt: skip


def sent_to(name):
    """What the editor sends, where an empty form is nothing it would send."""
    place = name.partition(" of ")[0].partition(":")[2]
    if place in ("add", "edit", "preview_on_add", "preview_on_edit", "revisions_revert"):
        none = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""}
        return nested_form_data({"title": "Neu", "slug": "neu", "body": streamfield([]), "comments": none})
    if name.endswith("external_link"):
        return {"external-link-chooser-url": "https://example.org/", "external-link-chooser-link_text": "Dort"}
    return {}
