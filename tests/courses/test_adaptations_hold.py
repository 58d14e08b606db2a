"""Whatever happens to an original, nobody's version and nobody's progress changes by itself."""

import json
import re

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from courses.models import LessonPage
from courses.queries.reading.outline import outline
from courses.queries.sharing.adaptations import changes_of, draft_of, state_of
from courses.queries.sharing.sharing import origin_of
from courses.services.sharing.taking_over import dismiss, take_over
from courses.services.writing.authoring import set_up_shelf
from tests.courses.sharing import a_course, adapted, draft, fresh, keys, lesson, parts, publish, release, text
from tests.courses.stories import learn, take_test
from tests.factories.courses import RIGHT, LessonFactory, shelf_of
from tests.factories.people import UserFactory

WORDS = st.sampled_from(["Akte", "Vorgang", "Frist"])
DEEDS = ["write", "insert", "remove", "reverse", "rename", "new lesson", "move lesson", "unpublish", "delete", "draft"]
EDITS = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 5), WORDS), min_size=1, max_size=5)


@pytest.fixture
def course(cast):
    return a_course(cast)


def everything(course):
    """All there is of a course: what is published and what is drafted, in its order."""
    pages = [fresh(course), *parts(course)]
    return [(page.pk, page.live, page.url_path, state_of(page), draft_of(page)) for page in pages]


def edit(course, deed, place, word):
    """Somebody of the other city does something to one of their lessons."""
    lessons = list(LessonPage.objects.live().child_of(fresh(course)).order_by("path"))
    if deed == "new lesson" or not lessons:
        LessonFactory(parent=course, title=f"{word} {place}")
        return
    one = lessons[place % len(lessons)]
    body = list(one.body.raw_data)
    at = place % len(body) if body else 0
    if deed == "write" and body:
        body[at] = {**body[at], "type": "text", "value": f"<p>{word} {place}</p>"}
    elif deed == "insert":
        body.insert(at, text(f"{one.pk}-{len(body)}-{word}", word))
    elif deed == "remove" and len(body) > 1:
        body.pop(at)
    elif deed == "reverse":
        body.reverse()
    if deed in ("write", "insert", "remove", "reverse"):
        publish(one, body=body)
    elif deed == "rename":
        publish(one, title=f"{word} {place}")
    elif deed == "draft":
        draft(one, title="Noch geheim", body=[text("secret", "Noch geheim")])
    elif deed == "move lesson":
        one.move(lessons[0], pos="left") if one != lessons[0] else None
    elif deed == "unpublish":
        one.unpublish()
    else:
        Page.objects.get(pk=one.pk).specific.delete()


def one_history(test):
    """The database as it was, for each history anew."""
    hypothesis = given(edits=EDITS, ours=EDITS)
    few = settings(
        max_examples=max(8, settings().max_examples // 50), database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip

    def rolled_back(course, cast, edits, ours):
        with transaction.atomic():
            test(course, cast, edits, ours)
            transaction.set_rollback(True)

    rolled_back.__name__ = test.__name__
    return few(hypothesis(rolled_back))


@one_history
def test_no_version_changes_without_consent(course, cast, edits, ours):
    copy = release(adapted(course, cast))
    before = everything(copy)
    for deed in edits:
        edit(course, *deed)
    assert everything(copy) == before
    dismiss(copy, keys(copy), actor=cast.dieter) if keys(copy) else None
    assert everything(copy) == before
    assert keys(copy) == []


@one_history
def test_who_takes_everything_is_equal_where_they_left_things_alone(course, cast, edits, ours):
    copy = adapted(course, cast)
    for deed in edits:
        edit(course, *deed)
    if chosen := keys(copy):
        take_over(copy, chosen, actor=cast.anton)
    theirs = [page for page in parts(course) if page.live]
    assert [page.adaptation.source_id for page in parts(copy)] == [page.pk for page in theirs]
    comparison = changes_of(copy)
    assert [without_lost_links(pair.ours) for pair in comparison.pairs[1:]] == [
        without_lost_links(pair.now) for pair in comparison.pairs[1:]
    ]
    assert comparison.open == {}


def without_lost_links(state):
    """A link to a lesson that has gone leads nowhere here as there, but names another page."""
    return re.sub(r'(id=\\"|"lesson": )\d+', r"\1", json.dumps(state.data(), sort_keys=True))


@one_history
def test_learners_keep_their_progress_through_every_change(course, cast, edits, ours):
    copy = release(adapted(course, cast))
    here, there = learn(cast.kilian, copy), learn(cast.mina, course)
    attempt = take_test(here, RIGHT)
    done = set(here.lessons_done.values_list("lesson_id", flat=True))
    for deed in edits:
        if deed[0] != "delete":  # what people have learned on cannot be deleted
            edit(course, *deed)
    for deed in ours:
        if deed[0] not in ("delete", "unpublish"):
            edit(copy, *deed)
    if chosen := keys(copy):
        take_over(copy, chosen, actor=cast.anton)
    here.refresh_from_db()
    assert (here.is_completed, set(here.lessons_done.values_list("lesson_id", flat=True))) == (True, done)
    assert (attempt.questions, there.lessons_done.count()) == (type(attempt).objects.get().questions, 2)
    assert {item.page.pk for item in outline(copy, here).lessons if item.done} <= done


def forget(course, how, client):
    """What editors can do to an original, in the editor itself."""
    addresses = {
        "delete": reverse("wagtailadmin_pages:delete", args=[course.pk]),
        "unpublish": reverse("wagtailadmin_pages:unpublish", args=[course.pk]),
    }
    client.post(addresses[how])


@pytest.mark.parametrize("how", ["delete", "unpublish"])
def test_an_original_that_goes_takes_nothing_along(client, course, cast, how):
    set_up_shelf(cast.nuremberg)
    copy = release(adapted(course, cast))
    enrollment = learn(cast.kilian, copy)
    before = everything(copy)
    client.force_login(UserFactory(is_superuser=True))
    forget(course, how, client)
    assert not type(course).objects.live().filter(pk=course.pk).exists()
    assert everything(copy) == before
    assert (keys(copy), changes_of(copy).source) == ([], None)
    assert [(one.title, one.url) for one in origin_of(copy).originals] == [("Akten führen", "")]
    client.force_login(cast.kilian)
    assert [client.get(page.url).status_code for page in (copy, lesson(copy, "Ordnen"))] == [200, 200]
    assert outline(copy, enrollment).done == 2
    client.force_login(cast.dieter)
    page = client.get(reverse("courses:original", args=[copy.pk])).content.decode()
    assert "Das Original ist zurzeit nicht öffentlich" in page


def test_an_original_that_comes_back_is_compared_again(course, cast):
    copy = adapted(course, cast)
    course.unpublish()
    assert keys(copy) == []
    publish(lesson(course, "Ordnen"), title="Sortieren")
    publish(course)
    assert len(keys(copy)) == 1


def test_moving_and_renaming_keep_the_link(course, cast):
    copy = adapted(course, cast)
    publish(course, title="Register führen", slug="register")
    fresh(course).move(shelf_of(cast.munich), pos="last-child")
    [nearest] = origin_of(copy).originals
    assert (nearest.title, nearest.city) == ("Akten führen", "Nürnberg")  # as it was when it was adapted
    assert nearest.url.endswith("/kurse/muenchen/register/")
    assert [change.place for _pair, change in changes_of(copy).open.values()] == ["title"]
