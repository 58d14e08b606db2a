"""A course on its way to learners: its authors hand it in, a partner city reads it, the own office releases it."""

import importlib
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection
from wagtail.models import GroupApprovalTask, Page, PageLogEntry, Task, Workflow, WorkflowPage, WorkflowTask

from courses.models import AnnexPage, CoursePage, readers_of
from courses.queries.reviewing.review import pages_to_submit, review_options, review_state, review_steps, waiting_for
from courses.readiness.gate import NotReady
from courses.services.reviewing.review import (
    decide,
    recommend_course,
    release_course,
    return_course,
    submit_course,
    withdraw_submission,
)
from courses.services.writing.authoring import set_up_shelf
from courses.services.writing.co_authors import invite
from exchange.queries.inbox import inbox, inbox_count
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.notifications.models import Notification
from people.policies import allowed
from tests.factories.courses import BODY, CourseFactory, InTreeFactory, LessonFactory, lessons_of
from tests.factories.courses import TestPageFactory as ATestFactory
from tests.factories.people import UserFactory
from tests.queries import queries_in

PEOPLE = ("barbara", "hanna", "dieter", "anton", "sabine", "marlene", "mina", "rita", "konrad")
GOALS = [{"type": "goal", "id": "goal", "value": "Akten finden."}]
EMPTY = [{"type": "text", "id": "empty", "value": ""}]


class AnnexFactory(InTreeFactory):
    class Meta:
        model = AnnexPage

    body = BODY[:1]


@pytest.fixture
def shelves(cast):
    return [set_up_shelf(city) for city in (cast.nuremberg, cast.augsburg, cast.munich)]


@pytest.fixture
def course(cast, shelves):
    """Written by Barbara of Nürnberg, seen by nobody yet: a course, a lesson, a test."""
    told = {"goals": GOALS, "contact": "barbara@example.org", "owner": cast.barbara, "live": False}
    course = CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=0, **told)
    LessonFactory(parent=course, title="Fristen", owner=cast.barbara, live=False)
    ATestFactory(parent=course, owner=cast.barbara, live=False)
    for page in course.get_descendants(inclusive=True).specific():
        page.save_revision(user=cast.barbara)
    return now(course)


def now(course):
    return CoursePage.objects.get(pk=course.pk)


def change(lesson, author):
    lesson.body = BODY
    lesson.save_revision(user=author)


def messages():
    """What was told since this was asked last: (kind, names)."""
    found = Notification.objects.order_by("pk").values_list("kind", "recipient__first_name")
    told = {}
    for kind, name in found:
        told.setdefault(kind.removeprefix("courses/"), []).append(name)
    Notification.objects.all().delete()
    return told


def journal_of(course):
    entries = PageLogEntry.objects.filter(page_id=course.pk, action__startswith="courses.").order_by("pk")
    return [(entry.action.removeprefix("courses.course."), entry.user.first_name) for entry in entries]


def live(course):
    return [page.live for page in course.get_descendants(inclusive=True)]


def test_a_course_is_read_by_a_partner_city_and_released_by_its_own_office(cast, course, mailoutbox):
    assert submit_course(course, actor=cast.barbara, comment="Bitte bis Freitag.") == 3
    state = review_state(course)
    assert (state.step, state.by, state.comment, len(state.pages)) == ("partner", cast.barbara, "Bitte bis Freitag.", 3)
    assert messages() == {"course_to_read": ["Dieter", "Sabine"]}

    recommend_course(course, actor=cast.dieter, comment="Sehr gut.")
    assert (review_state(course).step, live(course)) == ("release", [False] * 3)
    assert messages() == {"course_to_release": ["Hanna"], "course_recommended": ["Barbara"]}

    release_course(course, actor=cast.hanna)
    assert (review_state(course).step, live(course)) == ("", [True] * 3)
    assert messages() == {"course_released": ["Barbara"]}
    assert journal_of(course) == [("submit", "Barbara"), ("recommend", "Dieter"), ("release", "Hanna")]
    published = PageLogEntry.objects.filter(action="wagtail.publish").order_by("pk").values_list("label", flat=True)
    assert list(published) == ["Fristen", "Abschlusstest", "Akten führen"]
    assert mailoutbox == []  # Wagtail would have written for each page


def test_readers_are_trainers_of_partner_cities_who_had_no_hand_in_it(cast, course):
    def readers():
        found = {name for name in PEOPLE if allowed("courses.recommend", getattr(cast, name), now(course))}
        assert {person.first_name.lower() for person in readers_of(course)} == found
        assert {name for name in PEOPLE if waiting_for(getattr(cast, name))} == found
        return found

    submit_course(course, actor=cast.barbara)
    assert readers() == {"dieter", "sabine"}
    invite(course, cast.dieter, actor=cast.barbara)
    assert readers() == {"sabine"}
    lesson = lessons_of(course)[0]
    Page.objects.filter(pk=lesson.pk).update(owner=cast.sabine)
    assert readers() == set()


def test_who_changed_it_last_or_trains_in_both_cities_does_not_read_it(cast, course):
    both = UserFactory(trainer_in=cast.augsburg, hr_in=cast.nuremberg)
    lessons_of(course)[0].save_revision(user=cast.sabine)
    submit_course(course, actor=cast.barbara)
    assert [allowed("courses.recommend", one, course) for one in (both, cast.sabine, cast.dieter)] == [
        False, False, True,
    ]  # fmt: skip


def test_only_the_own_office_releases(cast, course):
    submit_course(course, actor=cast.barbara)
    recommend_course(course, actor=cast.dieter)
    assert [name for name in PEOPLE if allowed("courses.release", getattr(cast, name), course)] == ["hanna"]
    assert [name for name in PEOPLE if waiting_for(getattr(cast, name))] == ["hanna"]
    for stranger in (cast.anton, cast.dieter, cast.barbara):
        with pytest.raises(NotAllowed):
            release_course(course, actor=stranger)


@pytest.mark.parametrize(
    ("act", "who"),
    [(submit_course, "dieter"), (recommend_course, "hanna"), (withdraw_submission, "anton"), (return_course, "mina")],
)
def test_nobody_else_takes_a_step(cast, course, act, who):
    submit_course(course, actor=cast.barbara)
    more = {"comment": "Nein."} if act is return_course else {}
    with pytest.raises(NotAllowed):
        act(course, actor=getattr(cast, who), **more)


def test_a_course_that_shuts_people_out_is_not_handed_in(cast, course):
    LessonFactory(parent=course, title="Leer", body=EMPTY, live=False)
    with pytest.raises(NotReady, match="„Leer“ kann noch nicht veröffentlicht werden") as refused:
        submit_course(course, actor=cast.barbara)
    assert [page.title for page, _found in refused.value.pages] == ["Leer"]
    assert (review_state(course).step, messages()) == ("", {})


def test_nothing_is_published_if_one_page_became_unpublishable_on_the_way(cast, course):
    submit_course(course, actor=cast.barbara)
    recommend_course(course, actor=cast.dieter)
    revision = lessons_of(course)[0].latest_revision
    revision.content["body"] = "[]"
    revision.save()
    with pytest.raises(NotReady, match="Fristen"):
        release_course(course, actor=cast.hanna)
    assert (live(course), review_state(course).step) == ([False] * 3, "release")


def test_either_reader_sends_back_with_a_comment(cast, course):
    submit_course(course, actor=cast.barbara)
    with pytest.raises(Refused, match="Bitte schreiben Sie"):
        return_course(course, actor=cast.sabine, comment=" ")
    messages()
    return_course(course, actor=cast.sabine, comment="Frist prüfen.")
    state = review_state(course)
    assert (state.step, state.by, state.comment) == ("returned", cast.sabine, "Frist prüfen.")
    assert (messages(), waiting_for(cast.dieter)) == ({"course_returned": ["Barbara"]}, [])

    submit_course(course, actor=cast.barbara)
    recommend_course(course, actor=cast.dieter)
    return_course(course, actor=cast.hanna, comment="Kontakt fehlt.")
    assert (review_state(course).step, review_state(course).by) == ("returned", cast.hanna)


def test_what_was_changed_after_it_came_back_is_read_again_and_the_rest_is_not(cast, course):
    submit_course(course, actor=cast.barbara)
    recommend_course(course, actor=cast.dieter)
    return_course(course, actor=cast.hanna, comment="Fristen prüfen.")
    change(lessons_of(course)[0], cast.barbara)
    submit_course(course, actor=cast.barbara)
    assert [page.title for page in review_state(course).pages] == ["Fristen"]
    recommend_course(course, actor=cast.sabine)
    release_course(course, actor=cast.hanna)
    assert live(course) == [True] * 3


def test_what_is_decided_about_is_what_was_handed_in(cast, course):
    submit_course(course, actor=cast.barbara)
    change(lessons_of(course)[0], cast.barbara)
    with pytest.raises(Refused, match="„Fristen“ wurde geändert, seit es eingereicht wurde"):
        recommend_course(course, actor=cast.dieter)


def test_authors_take_back_what_they_handed_in(cast, course):
    submit_course(course, actor=cast.barbara)
    withdraw_submission(course, actor=cast.hanna)
    assert (review_state(course).step, waiting_for(cast.dieter)) == ("", [])
    with pytest.raises(TooLate):
        recommend_course(course, actor=cast.dieter)
    with pytest.raises(TooLate):
        withdraw_submission(course, actor=cast.barbara)
    assert submit_course(course, actor=cast.barbara) == 3


def test_of_two_who_decide_at_once_the_first_counts(cast, course):
    submit_course(course, actor=cast.barbara)
    with pytest.raises(TooLate):
        submit_course(course, actor=cast.hanna)
    stale = course.get_children()[0].current_workflow_task_state
    recommend_course(course, actor=cast.dieter)
    for late in (
        lambda: recommend_course(course, actor=cast.sabine),
        lambda: return_course(course, actor=cast.sabine, comment="Nein."),
        lambda: decide(stale, "reject", actor=cast.sabine, comment="Nein."),
    ):
        with pytest.raises(TooLate):
            late()
    assert review_state(course).step == "release"


def test_a_lesson_of_a_published_course_goes_its_way_alone(cast, course):
    for act, who in ((submit_course, cast.barbara), (recommend_course, cast.dieter), (release_course, cast.hanna)):
        act(course, actor=who)
    assert pages_to_submit(course) == []
    lesson = lessons_of(course)[0]
    lesson.title = "Fristen und Akten"
    lesson.save_revision(user=cast.barbara)
    assert submit_course(course, actor=cast.barbara) == 1
    recommend_course(course, actor=cast.sabine)
    assert lessons_of(course)[0].title == "Fristen"
    release_course(course, actor=cast.hanna)
    assert lessons_of(course)[0].title == "Fristen und Akten"


def test_without_a_partner_city_the_office_releases_at_once(cast, course):
    cast.dieter.memberships.all().delete()
    invite(course, cast.sabine, actor=cast.barbara)
    submit_course(course, actor=cast.barbara)
    assert review_state(course).step == "release"
    assert messages() == {"co_author_invited": ["Sabine"], "course_to_release": ["Hanna"]}
    release_course(course, actor=cast.hanna)
    assert (live(course), messages()) == ([True] * 3, {"course_released": ["Barbara", "Sabine"]})


def test_what_a_city_adds_needs_its_own_office_alone(cast, course, shelves):
    annex = AnnexFactory(parent=shelves[1], course=course, title="Ansprechpersonen", live=False, owner=cast.dieter)
    annex.save_revision(user=cast.dieter)
    annex.get_workflow().start(annex, cast.dieter)
    [waiting] = waiting_for(cast.anton)
    assert (waiting.step, waiting.title, waiting.url) == (
        "release", "Ansprechpersonen", f"/cms/pages/{annex.pk}/edit/",
    )  # fmt: skip
    assert [name for name in PEOPLE if waiting_for(getattr(cast, name))] == ["anton"]
    decide(annex.current_workflow_task_state, "approve", actor=cast.anton)
    assert AnnexPage.objects.get(pk=annex.pk).live
    assert messages() == {"course_released": ["Dieter"]}


def test_page_by_page_in_the_editor_tells_as_often_as_a_whole_course(cast, course):
    submit_course(course, actor=cast.barbara)
    messages()
    pages = list(course.get_descendants(inclusive=True))
    for page in pages:
        decide(page.current_workflow_task_state, "approve", actor=cast.dieter)
    assert messages() == {"course_to_release": ["Hanna"], "course_recommended": ["Barbara"]}
    for page in reversed(pages):
        decide(page.current_workflow_task_state, "approve", actor=cast.hanna)
    assert (live(course), messages()) == ([True] * 3, {"course_released": ["Barbara"]})


def test_whose_buttons_make_sense_when(cast, course):
    def offered():
        state = review_state(course)
        options = {name: review_options(getattr(cast, name), course, state) for name in ("barbara", "dieter", "hanna")}
        return {
            name: [step for step in ("submit", "withdraw", "recommend", "release", "send_back") if getattr(one, step)]
            for name, one in options.items()
        }

    assert offered() == {"barbara": ["submit"], "dieter": [], "hanna": ["submit"]}
    submit_course(course, actor=cast.barbara)
    assert offered() == {"barbara": ["withdraw"], "dieter": ["recommend", "send_back"], "hanna": ["withdraw"]}
    recommend_course(course, actor=cast.dieter)
    assert offered() == {"barbara": ["withdraw"], "dieter": [], "hanna": ["withdraw", "release", "send_back"]}


def test_what_waits_is_found_with_as_many_queries_for_many_courses(cast, course):
    submit_course(course, actor=cast.barbara)
    before = queries_in(lambda: waiting_for(cast.dieter)), queries_in(lambda: review_state(course))
    for number in range(3):
        more = CourseFactory(city=cast.munich, lessons=3, title=f"Kurs {number}", goals=GOALS, contact="a@example.org")
        for lesson in lessons_of(more):
            lesson.save_revision(user=cast.sabine)
        submit_course(more, actor=cast.sabine)
        if not number:
            LessonFactory(parent=course, title="Neu", live=False)
    submit_course(course, actor=cast.barbara)
    assert [(row.title, row.pages) for row in waiting_for(cast.dieter)] == [
        ("Akten führen", 4), ("Kurs 0", 3), ("Kurs 1", 3), ("Kurs 2", 3),
    ]  # fmt: skip
    after = queries_in(lambda: waiting_for(cast.dieter)), queries_in(lambda: review_state(course))
    assert after == before
    assert [step.title for step in review_steps(cast.dieter)] == ["Akten führen", "Kurs 0", "Kurs 1", "Kurs 2"]


def test_one_way_serves_all_cities(cast, shelves):
    ways = {shelf.get_workflow() for shelf in (*shelves, set_up_shelf(cast.nuremberg))}
    [workflow] = Workflow.objects.filter(active=True, name="Durchsicht und Freigabe")
    assert ways == {workflow}
    assert [task.name for task in workflow.tasks] == [
        "Durchsicht durch eine Partnerstadt", "Freigabe durch die Ausbildungsleitung",
    ]  # fmt: skip


def test_the_workflow_of_before_makes_room_and_what_waited_can_be_handed_in_again(cast, course, shelves):
    new = shelves[0].get_workflow()
    old = Workflow.objects.create(name="Freigabe Nürnberg")
    task = GroupApprovalTask.objects.create(name="Freigabe Nürnberg")
    task.groups.set([Group.objects.get(name="hr@nuernberg")])
    WorkflowTask.objects.create(workflow=old, task=task)
    WorkflowPage.objects.filter(page=shelves[0]).update(workflow=old)
    old.start(course, cast.barbara)
    WorkflowPage.objects.exclude(page=shelves[0]).delete()
    Task.objects.exclude(pk=task.pk).delete()
    new.delete()

    importlib.import_module("courses.migrations.0005_review_by_partner_cities").replace_workflows(apps, None)
    assert [(one.name, one.active) for one in Workflow.objects.order_by("pk") if one.name.startswith(("F", "Du"))] == [
        ("Freigabe Nürnberg", False), ("Durchsicht und Freigabe", True),
    ]  # fmt: skip
    assert not now(course).workflow_in_progress
    submit_course(course, actor=cast.barbara)
    assert review_state(course).step == "partner"


def test_the_inbox_holds_what_waits_and_counts_it_with_one_query(cast, course, django_assert_num_queries):
    def cases(person):
        return [(task.key, task.sentence) for task in inbox(person)]

    submit_course(course, actor=cast.barbara)
    assert cases(cast.dieter) == [
        (f"course-{course.pk}", "Lesen Sie ihn für Nürnberg gegen: Stimmt alles, und ist es verständlich?")
    ]
    with django_assert_num_queries(1):
        assert inbox_count(cast.dieter) == 1
    assert [inbox_count(person) for person in (cast.hanna, cast.barbara, cast.mina)] == [0, 0, 0]
    recommend_course(course, actor=cast.dieter)
    assert [sentence for _key, sentence in cases(cast.hanna)] == [
        "Geben Sie ihn für Nürnberg frei: Dann sehen ihn die Lernenden."
    ]
    assert [inbox_count(person) for person in (cast.hanna, cast.dieter, cast.anton)] == [1, 0, 0]


@pytest.mark.django_db(transaction=True)
def test_two_readers_at_the_same_moment_leave_one_decision(cast, course):
    submit_course(course, actor=cast.barbara)
    together = Barrier(2)

    def decide_at_once(act):
        together.wait()
        try:
            act()
        except TooLate:
            return "too late"
        finally:
            connection.close()
        return "decided"

    acts = [
        lambda: recommend_course(now(course), actor=cast.dieter),
        lambda: return_course(now(course), actor=cast.sabine, comment="Nein."),
    ]
    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(decide_at_once, acts)) == ["decided", "too late"]
    assert len(journal_of(course)) == 2
    assert review_state(course).step in ("release", "returned")
