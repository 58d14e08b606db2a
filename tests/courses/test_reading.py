"""A page under review in the editor: who decides reads, previews, compares and comments, and changes nothing."""

import json

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from courses.models import LessonPage
from courses.queries.reviewing.review import review_state
from courses.services.reviewing.review import recommend_course, submit_course
from courses.services.writing.authoring import set_up_shelf
from courses.services.writing.co_authors import invite
from lms.notifications.models import Notification
from tests.factories.courses import CourseFactory, LessonFactory, lessons_of

GOALS = [{"type": "goal", "id": "goal", "value": "Akten finden."}]
BODY = [{"type": "text", "id": "text", "value": '<p data-block-key="a1">Akten haben Fristen.</p>'}]


@pytest.fixture
def course(cast):
    for city in (cast.nuremberg, cast.augsburg, cast.munich):
        set_up_shelf(city)
    told = {"goals": GOALS, "contact": "barbara@example.org", "owner": cast.barbara, "live": False}
    course = CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=0, **told)
    lesson = LessonFactory(parent=course, title="Fristen", body=BODY, owner=cast.barbara, live=False)
    for page in (course, lesson):
        page.save_revision(user=cast.barbara)
    return course


@pytest.fixture
def lesson(course):
    return lessons_of(course)[0]


@pytest.fixture
def in_review(cast, course):
    submit_course(course, actor=cast.barbara)


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form(title="Fristen", comments=(), **more):
    content = {"blocks": [{"text": "Ganz anders.", "type": "unstyled", "key": "a1"}], "entityMap": {}}
    none = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""}
    new = [{"text": text, "contentpath": "title", "position": "", "replies": none} for text in comments]
    counted = none | {"TOTAL_FORMS": len(new)} | {str(number): one for number, one in enumerate(new)}
    body = streamfield([("text", json.dumps(content))])
    return nested_form_data({"title": title, "slug": "fristen", "body": body, "comments": counted, **more})


def state_of(lesson):
    """What must not move: the versions, and the text of the newest."""
    newest = LessonPage.objects.get(pk=lesson.pk).get_latest_revision_as_object()
    return lesson.revisions.count(), newest.title, str(newest.body.get_prep_value()[0]["value"])


def test_a_reader_sees_the_page_and_nothing_else_of_that_city(client, cast, course, lesson, in_review):
    other = LessonFactory(parent=CourseFactory(city=cast.nuremberg, title="Anders", live=False), live=False)
    client.force_login(cast.dieter)
    revision = lesson.latest_revision_id
    read = [
        edit(lesson),
        reverse("wagtailadmin_pages:view_draft", args=[lesson.pk]),
        reverse("wagtailadmin_pages:revisions_compare", args=[lesson.pk, "earliest", revision]),
        reverse("wagtailadmin_pages:history", args=[lesson.pk]),
        reverse("wagtailadmin_pages:workflow_preview", args=[lesson.pk, lesson.current_workflow_task.pk]),
    ]
    assert [client.get(url).status_code for url in read] == [200] * len(read)
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[lesson.pk])
    assert client.post(preview, form()).json() == {"is_valid": True, "is_available": True}

    closed = [
        edit(other),
        reverse("wagtailadmin_explore", args=[course.pk]),
        reverse("wagtailadmin_pages:copy", args=[lesson.pk]),
        reverse("wagtailadmin_pages:delete", args=[lesson.pk]),
        reverse("wagtailadmin_pages:unpublish", args=[lesson.pk]),
        reverse("wagtailadmin_pages:revisions_revert", args=[lesson.pk, revision]),
        reverse("wagtailadmin_pages:add_subpage", args=[course.pk]),
    ]
    assert [client.get(url).status_code for url in closed] == [404] * len(closed)


def test_when_the_review_is_over_the_page_is_closed_to_its_reader(client, cast, course, lesson, in_review):
    recommend_course(course, actor=cast.dieter)
    client.force_login(cast.dieter)
    assert client.get(edit(lesson)).status_code == 404


@pytest.mark.parametrize("action", ["save", "publish", "submit", "cancel-workflow"])
def test_comments_of_a_reader_are_kept_and_change_nothing(client, cast, lesson, in_review, action):
    before = state_of(lesson)
    client.force_login(cast.dieter)
    client.post(edit(lesson), form(title="Neu", comments=["Bitte genauer."], **{f"action-{action}": "1"}))
    assert list(Comment.objects.values_list("page_id", "user__first_name", "text")) == [
        (lesson.pk, "Dieter", "Bitte genauer.")
    ]
    assert state_of(lesson) == before
    assert Page.objects.get(pk=lesson.pk).workflow_in_progress


def test_comments_are_saved_by_themselves_as_well(client, cast, lesson, in_review):
    before = state_of(lesson)
    client.force_login(cast.dieter)
    answer = client.post(edit(lesson), form(title="Neu", comments=["Gut."]), headers={"Accept": "application/json"})
    told = answer.json()
    assert (told["success"], told["revision_id"], told["comments"]["comments"][0]["text"]) == (
        True, lesson.latest_revision_id, "Gut.",
    )  # fmt: skip
    assert told["field_updates"]["comments-0-id"] == str(Comment.objects.get().pk)
    assert state_of(lesson) == before


def test_a_reader_decides_in_the_editor_and_what_was_read_is_what_goes_on(client, cast, course, lesson, in_review):
    before = state_of(lesson)
    client.force_login(cast.dieter)
    page = client.get(edit(lesson)).content.decode()
    for offered in ("Kommentare speichern", "Zur Veröffentlichung empfehlen", "Mit Kommentar zurückgeben"):
        assert offered in page
    for missing in ("action-publish", "action-cancel-workflow", "action-unpublish"):
        assert missing not in page
    decision = {"action-workflow-action": "1", "workflow-action-name": "approve", "workflow-action-extra-data": "{}"}
    client.post(edit(lesson), form(title="Neu", comments=["Fein."], **decision))
    assert (state_of(lesson), Comment.objects.count()) == (before, 1)
    assert Page.objects.get(pk=lesson.pk).current_workflow_task.permission == "courses.release"


def test_comments_are_counted_in_the_workbench_to_which_readers_go_back(client, cast, course, lesson, in_review):
    workbench = reverse("courses:workbench", args=[course.pk])
    client.force_login(cast.dieter)
    assert f'<a href="{workbench}">Zurück zum Kurs</a>' in client.get(edit(lesson)).content.decode()
    client.post(edit(lesson), form(comments=["Fein.", "Welche?"]))
    Comment.objects.create(page=course, user=cast.dieter, text="Warum?", contentpath="summary")
    for person in (cast.dieter, cast.barbara):
        client.force_login(person)
        shown = client.get(workbench).content.decode()
        assert ("1 offener Kommentar" in shown, "2 offene Kommentare" in shown) == (True, True)
    Comment.objects.update(resolved_at=timezone.now())
    assert "offene" not in client.get(workbench).content.decode()


def test_who_sends_a_page_back_says_why(client, cast, lesson, in_review):
    client.force_login(cast.dieter)
    state = lesson.current_workflow_task_state
    send = reverse("wagtailadmin_pages:workflow_action", args=[lesson.pk, "reject", state.pk])
    ajax = {"X-Requested-With": "XMLHttpRequest"}
    assert "Bitte schreiben Sie" in client.post(send, {"comment": " "}, headers=ajax).json()["html"]
    client.post(send, {"comment": "Welche Fristen?"}, headers=ajax)
    found = review_state(lesson.course)
    assert (found.step, Page.objects.get(pk=lesson.pk).current_workflow_state.status) == ("partner", "needs_changes")


def test_authors_look_while_others_read_and_may_take_it_back(client, cast, lesson, in_review):
    before = state_of(lesson)
    client.force_login(cast.barbara)
    page = client.get(edit(lesson)).content.decode()
    assert "Diese Seite wird gerade gelesen" in page
    assert "Zurücknehmen und weiterschreiben" in page
    client.post(edit(lesson), form(title="Neu"))
    assert state_of(lesson) == before
    client.post(edit(lesson), form(title="Neu", **{"action-cancel-workflow": "1"}))
    assert not Page.objects.get(pk=lesson.pk).workflow_in_progress
    client.post(edit(lesson), form(title="Neu"))
    assert state_of(lesson)[1] == "Neu"


def test_the_office_comments_and_releases_without_changing_what_was_read(client, cast, course, lesson, in_review):
    recommend_course(course, actor=cast.dieter)
    before = state_of(lesson)
    client.force_login(cast.hanna)
    client.post(edit(lesson), form(title="Neu", comments=["Danke."], **{"action-publish": "1"}))
    assert (state_of(lesson), Comment.objects.count(), LessonPage.objects.get(pk=lesson.pk).live) == (before, 1, False)
    decision = {"action-workflow-action": "1", "workflow-action-name": "approve", "workflow-action-extra-data": "{}"}
    answer = client.post(edit(lesson), form(title="Neu", **decision), follow=True)
    assert "Freigegeben. Lernende sehen es jetzt" in answer.content.decode()
    assert (LessonPage.objects.get(pk=lesson.pk).live, state_of(lesson)) == (True, before)


@pytest.mark.parametrize("who", ["barbara", "dieter"])
def test_author_and_co_author_comment_and_compare_while_they_write(client, cast, course, lesson, who):
    invite(course, cast.dieter, actor=cast.barbara)
    client.force_login(getattr(cast, who))
    client.post(edit(lesson), form(title="Neu", comments=["Passt das?"]))
    assert (Comment.objects.get().user, state_of(lesson)[1]) == (getattr(cast, who), "Neu")
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[lesson.pk, "earliest", "latest"])
    assert "Neu" in client.get(compare).content.decode()


def test_a_page_handed_in_from_the_editor_is_announced_once(client, cast, lesson):
    client.force_login(cast.barbara)
    client.post(edit(lesson), form(**{"action-submit": "1"}))
    told = [(one.kind, one.recipient.first_name) for one in Notification.objects.order_by("pk")]
    assert told == [("courses/course_to_read", "Dieter"), ("courses/course_to_read", "Sabine")]
