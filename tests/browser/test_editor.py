"""The editor as trainers meet it: on a desk and on a phone, alone and two at once."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from courses.services.writing.authoring import set_up_shelf
from tests.browser.steps import sign_in
from tests.browser_fixtures import DESKTOP
from tests.factories.courses import CourseFactory, lessons_of

pytestmark = pytest.mark.browser
SMALL = {"width": 375, "height": 812}


@pytest.fixture
def lesson(transactional_db, cast):
    set_up_shelf(cast.nuremberg)
    return lessons_of(CourseFactory(city=cast.nuremberg, title="Akten führen"))[0]


def editor_of(lesson):
    return reverse("wagtailadmin_pages:edit", args=[lesson.pk])


@pytest.mark.parametrize(("size", "colours"), [(DESKTOP, "light"), (SMALL, "dark")], ids=["desk, light", "phone, dark"])
def test_a_trainer_writes_looks_and_goes_back(cast, new_page, live_server, lesson, size, colours):
    page, elsewhere = new_page(viewport=size, color_scheme=colours), []
    page.on("request", lambda sent: elsewhere.append(sent.url) if not sent.url.startswith(live_server.url) else None)
    sign_in(page, cast.barbara, live_server.url)
    page.goto(editor_of(lesson))
    write(page, "Ein Vorgang hat einen Anfang.")
    saved_by_itself(page)
    page.locator('[data-side-panel-toggle="preview"]').first.click()
    preview = page.frame_locator("#w-preview-iframe")
    preview.get_by_text("Ein Vorgang hat einen Anfang.").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.get_by_role("link", name="Zurück zum Kurs").locator("visible=true").click()
    page.get_by_role("heading", name="Akten führen", level=1).wait_for()
    assert [url for url in elsewhere if not url.startswith(("data:", "blob:"))] == []


def test_two_who_write_at_once_are_told_before_anything_is_replaced(cast, new_page, live_server, lesson):
    barbara, hanna = new_page(), new_page()
    for page, person in ((barbara, cast.barbara), (hanna, cast.hanna)):
        sign_in(page, person, live_server.url)
        page.goto(editor_of(lesson))
    write(hanna, "Von Hanna geschrieben.")
    saved_by_itself(hanna)
    write(barbara, "Von Barbara geschrieben.")
    barbara.get_by_text("Automatisches Speichern ist pausiert").first.wait_for()
    assert "Von Hanna" in newest(lesson)

    barbara.get_by_role("button", name="Entwurf speichern").first.click()
    dialog = barbara.get_by_role("dialog", name="Hanna Hypothese hat eine neue Version gespeichert")
    dialog.wait_for()
    assert "Von Hanna" in newest(lesson)
    dialog.get_by_role("button", name="Entwurf speichern").click()
    barbara.get_by_text("wurde aktualisiert").wait_for()
    assert "Von Barbara" in newest(lesson)


def write(page, words):
    """As slowly as people do: what is typed while Wagtail still takes stock of the form counts as its beginning."""
    page.locator(".public-DraftEditor-content").first.click()
    page.keyboard.type(words, delay=150)


def saved_by_itself(page):
    page.locator("#w-autosave-indicator[data-w-autosave-state-value=saved]").wait_for(state="attached")


def newest(lesson):
    return str(Page.objects.get(pk=lesson.pk).get_latest_revision_as_object().body.get_prep_value())
