"""The editor with every kind of block in a real browser."""

import json
import re

import pytest

from courses.services.writing.authoring import set_up_shelf
from tests.browser.steps import sign_in
from tests.courses.every_block import lesson_of_everything
from tests.courses.running import fresh
from tests.factories.courses import CourseFactory
from tests.factories.courses import test_of as the_test_of
from tests.factories.questions import CategoryFactory, QuestionFactory


@pytest.mark.browser
def test_the_editor_gives_back_what_it_was_given(transactional_db, cast, page, live_server):
    set_up_shelf(cast.nuremberg)
    lesson = lesson_of_everything(CourseFactory(city=cast.nuremberg))
    sign_in(page, cast.hanna, live_server.url)
    page.goto(f"/cms/pages/{lesson.pk}/edit/")
    page.get_by_role("button", name="Entwurf speichern").first.click()
    page.get_by_text("wurde aktualisiert").wait_for()
    saved = lesson.get_latest_revision_as_object().body.get_prep_value()
    assert without_marks(saved) == without_marks(lesson.body.get_prep_value())


@pytest.mark.browser
def test_questions_are_drawn_in_the_editor(transactional_db, cast, page, live_server):
    set_up_shelf(cast.nuremberg)
    drawer = CategoryFactory(city=cast.nuremberg, name="Schublade")
    questions = [QuestionFactory(category=drawer) for _ in range(2)]
    test = the_test_of(CourseFactory(city=cast.nuremberg, test=True))
    test.questions = json.dumps([{"type": "bank", "value": {"question": questions[0].pk, "lesson": None}}])
    test.save_revision(clean=False)
    sign_in(page, cast.hanna, live_server.url)
    page.goto(f"/cms/pages/{test.pk}/edit/")
    page.locator(".c-sf-add-button").last.click()
    page.get_by_role("option", name="Fragen, gezogen aus einer Kategorie").click()
    page.locator("#questions-1-value-category").select_option(label="Schublade (Nürnberg)")
    page.locator("#questions-1-value-count").fill("1")
    page.get_by_role("button", name="Entwurf speichern").first.click()
    page.get_by_text("wurde aktualisiert").wait_for()
    named, draw = fresh(test).get_latest_revision_as_object().questions.get_prep_value()
    assert named["value"]["question"] == questions[0].pk
    assert (draw["value"]["category"], draw["value"]["count"]) == (drawer.pk, 1)


def without_marks(body):
    """Where the editor hangs its comments is its own affair."""
    return json.loads(re.sub(r' data-block-key=\\"[a-z0-9]+\\"', "", json.dumps(body)))
