"""What trainers and training offices can and cannot do in the editor."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Collection, Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from courses import blocks
from courses.models import LessonPage
from courses.services.completing.progress import mark_lesson_done
from courses.services.enrolling.enrollments import enroll
from courses.services.writing.authoring import set_up_shelf
from lms.media.models import CourseMedia
from tests.factories.courses import CourseFactory, LessonFactory, lessons_of, questions

LESSON = [("text", json.dumps({"blocks": [{"text": "Neu", "type": "unstyled", "key": "a"}], "entityMap": {}}))]


@pytest.fixture
def course(cast):
    for city in (cast.nuremberg, cast.augsburg):
        set_up_shelf(city)
    return CourseFactory(city=cast.nuremberg, title="Akten führen")


def form(body=LESSON, **more):
    data = {"title": "Neue Lektion", "slug": "neue-lektion", "minutes": "9", "body": streamfield(body), **more}
    return nested_form_data(
        {**data, "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""}}
    )


def add_lesson(client, course, **more):
    return client.post(reverse("wagtailadmin_pages:add", args=["courses", "lessonpage", course.pk]), form(**more))


@pytest.mark.parametrize(
    ("who", "may"),
    [("barbara", True), ("hanna", True), ("dieter", False), ("anton", False), ("rita", False), ("mina", False)],
)
def test_only_trainers_and_office_of_the_city_edit_its_courses(client, cast, course, who, may):
    client.force_login(getattr(cast, who))
    lesson = lessons_of(course)[0]
    for page in (course, lesson):
        assert (client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200) is may
    add_lesson(client, course)
    assert LessonPage.objects.filter(title="Neue Lektion").exists() is may
    assert Page.objects.get(pk=course.pk).permissions_for_user(getattr(cast, who)).can_edit() is may


def test_a_page_handed_in_from_the_editor_takes_both_steps_there(client, cast, course):
    client.force_login(cast.barbara)
    add_lesson(client, course, **{"action-publish": "1"})
    lesson = LessonPage.objects.get(title="Neue Lektion")
    edit = reverse("wagtailadmin_pages:edit", args=[lesson.pk])
    client.post(edit, form(**{"action-submit": "1"}))
    for person, live in ((cast.dieter, False), (cast.hanna, True)):
        state = Page.objects.get(pk=lesson.pk).current_workflow_task_state
        client.force_login(person)
        client.post(reverse("wagtailadmin_pages:workflow_action", args=[lesson.pk, "approve", state.pk]))
        assert LessonPage.objects.get(pk=lesson.pk).live is live


def test_the_preview_shows_what_learners_see_and_may_stand_in_the_editor(client, cast, course):
    client.force_login(cast.barbara)
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[lessons_of(course)[0].pk])
    assert client.post(preview, form()).json() == {"is_valid": True, "is_available": True}
    answer = client.get(preview)
    assert "So sehen Lernende die Seite." in answer.content.decode()
    assert "Neue Lektion" in answer.content.decode()
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in client.get(course.url).headers["Content-Security-Policy"]


def a_film(**changes):
    told = {"captions": ContentFile(b"WEBVTT\n", name="film.vtt"), "transcript": "Ein Rundgang."} | changes
    library = Collection.objects.get(name="Nürnberg")
    return CourseMedia.objects.create(
        title="Film", type="video", duration=3, file=ContentFile(b"x", name="film.webm"), collection=library, **told
    )


@pytest.mark.parametrize("missing", [{"captions": ""}, {"transcript": "  "}])
def test_a_video_is_published_only_with_captions_and_transcript(client, cast, course, missing):
    client.force_login(cast.hanna)
    film = a_film(**missing)
    video = [("video", {"title": "Rundgang", "video": str(film.pk)})]
    answer = add_lesson(client, course, body=video, **{"action-publish": "1"})
    assert "Diesem Video fehlen Untertitel oder der Text zum Nachlesen." in answer.content.decode()
    assert not LessonPage.objects.filter(title="Neue Lektion").exists()

    add_lesson(client, course, body=video)  # a draft may be unfinished
    lesson = LessonPage.objects.get(title="Neue Lektion")
    client.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={lesson.pk}")
    assert not LessonPage.objects.get(pk=lesson.pk).live


def test_a_complete_video_is_published(client, cast, course):
    client.force_login(cast.hanna)
    video = [("video", {"title": "Rundgang", "video": str(a_film().pk)})]
    add_lesson(client, course, body=video, **{"action-publish": "1"})
    assert LessonPage.objects.get(title="Neue Lektion").live


@pytest.mark.parametrize(("right", "sentence"), [([], "genau eine"), (["ja", "nein"], "genau eine")])
def test_a_question_needs_something_right(right, sentence):
    [single, _multiple] = questions()
    for choice in single["value"]["choices"]:
        choice["value"]["right"] = choice["value"]["text"] in right
    body = blocks.TestBody()
    with pytest.raises(ValidationError) as refused:
        body.clean(body.to_python([single]))
    assert sentence in str(refused.value.as_json_data())


def test_a_picture_needs_words_or_is_marked_as_decoration():
    body = blocks.LessonBody()
    value = body.to_python(
        [{"type": "image", "value": {"image": {"image": None, "alt_text": "", "decorative": False}}}]
    )
    with pytest.raises(ValidationError):
        body.clean(value)


def test_what_somebody_learned_on_is_not_deleted(client, cast, course):
    lesson, unread = lessons_of(course)
    mark_lesson_done(enroll(course, actor=cast.mina), lesson, actor=cast.mina)
    client.force_login(cast.hanna)
    answer = client.post(reverse("wagtailadmin_pages:delete", args=[lesson.pk]), follow=True)
    assert f"muss „{lesson.title}“ bleiben" in answer.content.decode()
    client.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={lesson.pk}")
    client.post(reverse("wagtailadmin_pages:delete", args=[unread.pk]))
    assert lessons_of(course) == [lesson]


def test_markup_that_could_run_is_shown_as_text(client, cast, course):
    evil = "<script>alert(1)</script>"
    title = LessonFactory(parent=course, title=evil)
    hint = {"type": "hint", "value": {"tone": "info", "title": evil, "text": "<p>x</p>"}}
    body = LessonFactory(parent=course, body=[hint])
    client.force_login(cast.hanna)
    for lesson in (title, body):
        page = client.get(lesson.url).content.decode()
        assert evil not in page
        assert "&lt;script&gt;" in page
