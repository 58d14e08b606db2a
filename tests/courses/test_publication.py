"""Nothing that shuts people out becomes visible to learners, whichever way somebody tries."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from courses.jobs import publish_scheduled
from courses.models import CoursePage, LessonPage
from courses.readiness.gate import NotReady, let_pass
from courses.services.writing.authoring import set_up_shelf
from lms.notifications.models import Notification
from tests.factories.courses import BODY, CourseFactory, LessonFactory, lessons_of
from tests.factories.people import UserFactory
from tests.queries import queries_in

JUMP = [{"type": "text", "id": "jump", "value": "<h3>Zu klein</h3><p>Text.</p>"}]
SENTENCE = "Machen Sie „Zu klein“ zu einer Überschrift der Stufe 2: davor ist eine Stufe übersprungen."


@pytest.fixture
def course(cast):
    set_up_shelf(cast.nuremberg)
    goals = [{"type": "goal", "id": "goal", "value": "Akten finden."}]
    return CourseFactory(city=cast.nuremberg, title="Akten führen", goals=goals, contact="barbara@example.org")


@pytest.fixture
def draft(course):
    lesson = LessonFactory(parent=course, title="Fristen", body=JUMP, live=False)
    lesson.save_revision()
    return LessonPage.objects.get(pk=lesson.pk)


def form(**more):
    heading = {"text": "Zu klein", "type": "header-three", "key": "a"}
    body = streamfield([("text", json.dumps({"blocks": [heading], "entityMap": {}}))])
    comments = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""}
    return nested_form_data({"title": "Fristen", "slug": "fristen", "body": body, "comments": comments, **more})


def is_live(page):
    return Page.objects.get(pk=page.pk).live


@pytest.mark.parametrize(
    ("who", "action"),
    [
        ("hanna", {"action-publish": "1"}),
        ("hanna", {"action-publish": "1", "go_live_at": "2099-01-01 08:00"}),
        ("barbara", {"action-submit": "1"}),
    ],
)
def test_the_editor_says_what_is_missing_and_keeps_what_was_typed(client, cast, draft, who, action):
    client.force_login(getattr(cast, who))
    page = client.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), form(title="Neue Fristen", **action))
    key = page.context["form"].instance.body[0].id
    assert f'<a href="#block-{key}-section">{SENTENCE}</a>' in page.content.decode()
    assert 'value="Neue Fristen"' in page.content.decode()
    draft.refresh_from_db()
    assert (draft.live, draft.title, draft.workflow_in_progress, draft.scheduled_revision) == (
        False, "Fristen", False, None,
    )  # fmt: skip


def test_a_new_page_is_asked_the_same_and_a_draft_may_have_gaps(client, cast, course):
    client.force_login(cast.hanna)
    add = reverse("wagtailadmin_pages:add", args=["courses", "lessonpage", course.pk])
    assert SENTENCE in client.post(add, form(**{"action-publish": "1"})).content.decode()
    assert not LessonPage.objects.filter(title="Fristen").exists()
    client.post(add, form())
    assert not LessonPage.objects.get(title="Fristen").live


def test_no_code_publishes_past_the_gate(cast, draft):
    with pytest.raises(NotReady) as refused:
        draft.latest_revision.publish(user=cast.hanna)
    assert str(refused.value) == f"„Fristen“ kann noch nicht veröffentlicht werden: {SENTENCE}"
    assert [(page.pk, [one.code for one in found]) for page, found in refused.value.pages] == [
        (draft.pk, ["heading_jump"])
    ]
    assert not is_live(draft)


def test_a_course_is_published_after_its_first_lesson(cast):
    goals = [{"type": "goal", "id": "goal", "value": "Akten finden."}]
    told = {"title": "Neu", "goals": goals, "contact": "barbara@example.org", "live": False}
    course = CourseFactory(city=cast.nuremberg, lessons=0, **told)
    lesson = LessonFactory(parent=course, live=False)
    with pytest.raises(NotReady, match="Veröffentlichen Sie zuerst eine Lektion"):
        course.save_revision().publish()
    lesson.save_revision().publish()
    CoursePage.objects.get(pk=course.pk).latest_revision.publish()
    assert is_live(course)


def test_what_lies_ready_since_before_the_rule_is_stopped_at_the_gate(cast, course, draft):
    draft.go_live_at = timezone.now() + timedelta(days=1)
    with pytest.raises(NotReady):
        draft.save_revision(approved_go_live_at=draft.go_live_at).publish(user=cast.hanna)
    assert not is_live(draft)


def test_a_copy_begins_as_a_draft(client, cast, course):
    client.force_login(cast.hanna)
    copy = reverse("wagtailadmin_pages:copy", args=[course.pk])
    assert "publish_copies" not in client.get(copy).content.decode()
    told = {"new_title": "Kopie", "new_slug": "kopie", "new_parent_page": course.get_parent().pk}
    client.post(copy, told | {"copy_subpages": "on", "publish_copies": "on", "alias": "on"})
    copied = CoursePage.objects.get(title="Kopie")
    assert (copied.live, copied.alias_of, [lesson.live for lesson in lessons_of(copied)]) == (False, None, [False] * 2)


def test_the_gate_asks_of_a_text_only_whether_it_is_a_translation(course):
    lesson = lessons_of(course)[0]
    revision = lesson.save_revision()
    assert queries_in(lambda: let_pass(lesson, revision)) == 1


def schedule(lesson, body, author):
    """As it looks on the day: the time has come, the text was handed over a week ago."""
    lesson.body, lesson.go_live_at = body, timezone.now() - timedelta(minutes=1)
    lesson.save_revision(user=author, approved_go_live_at=lesson.go_live_at)


def test_what_is_due_is_published_and_what_is_blocked_goes_back_to_its_author(cast, course):
    blocked, fine = (LessonFactory(parent=course, live=False) for _n in range(2))
    schedule(blocked, JUMP, cast.barbara)
    schedule(fine, BODY, cast.barbara)
    assert [publish_scheduled(), publish_scheduled()] == [1, 0]
    assert [is_live(blocked), is_live(fine)] == [False, True]
    assert not Page.objects.get(pk=blocked.pk).approved_schedule
    [message] = Notification.objects.all()
    assert (message.recipient, message.kind, message.facts["title"], message.url) == (
        cast.barbara, "courses/schedule_skipped", blocked.title, f"/cms/pages/{blocked.pk}/edit/",
    )  # fmt: skip


@pytest.mark.parametrize("action", ["publish", "copy"])
def test_not_even_the_superuser_publishes_through_the_interface_of_the_editor(client, course, draft, action):
    client.force_login(UserFactory(is_superuser=True))
    url = reverse("wagtailadmin_api:pages:action", args=[draft.pk, action])
    assert client.post(url, {"keep_published_status": True}, content_type="application/json").status_code == 404
    assert LessonPage.objects.filter(title="Fristen", live=True).count() == 0
