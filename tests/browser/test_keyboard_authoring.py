"""A course from the first word to the release, without a mouse. `test_sharing` adapts it in the same way."""

import pytest
from django.urls import reverse

from courses.models import CoursePage
from courses.queries.reviewing.review import review_state
from courses.services.reviewing.review import submit_course
from courses.services.writing.authoring import set_up_shelf
from tests.browser.steps import Keyboard, sign_in
from tests.courses.stories import a_ready_draft

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db")]
NEW = {
    "Titel des Kurses": "Akten führen",
    "Was können die Teilnehmenden danach?": "Akten wiederfinden",
    "Lektionen": "Finden\nOrdnen",
}
WRITES = "document.activeElement.isContentEditable && document.activeElement.innerText.trim() === ''"


@pytest.fixture
def keyboard(page):
    return Keyboard(page)


def test_a_course_is_begun_put_in_order_written_and_handed_in(cast, page, keyboard, live_server):
    for city in (cast.nuremberg, cast.augsburg):
        set_up_shelf(city)
    sign_in(page, cast.barbara, live_server.url)
    page.goto(reverse("courses:teaching"))
    keyboard.choose("Kurs in 10 Minuten")
    fill(keyboard, NEW)
    keyboard.to("Mit Abschlusstest")
    page.keyboard.press("Space")
    keyboard.choose("Entwurf anlegen")
    keyboard.choose("Nach unten: Finden")
    for text in ("Jede Akte hat ihren Platz.", "Das Zeichen führt hin."):
        keyboard.choose("Lektion schreiben")
        write(keyboard, text)
        keep(keyboard)
    keyboard.choose("Angaben bearbeiten")
    fill(keyboard, {"Zusammenfassung": "Wiederfinden, was man abgelegt hat."})
    keyboard.to("Weitere Einstellungen")
    page.keyboard.press("Enter")
    fill(keyboard, {"Kontakt": "akten@example.org"})
    keep(keyboard)
    keyboard.choose("Einreichen")

    course = CoursePage.objects.get(draft_title="Akten führen")
    order = [part.title for part in course.get_children()]
    assert (order, review_state(course).step) == (["Ordnen", "Finden"], "partner")


def test_a_course_is_sent_back_handed_in_again_recommended_and_published(cast, page, keyboard, live_server):
    for city in (cast.nuremberg, cast.augsburg):
        set_up_shelf(city)
    course = a_ready_draft(cast.nuremberg, cast.barbara)
    submit_course(course, actor=cast.barbara)
    open_as(cast.dieter, keyboard, live_server)
    fill(keyboard, {"Ihre Anmerkung": "Welche Fristen?"})
    keyboard.choose("Mit der Anmerkung zurückgeben")
    for person, step in (
        (cast.barbara, "Wieder einreichen"),
        (cast.dieter, "Zur Veröffentlichung empfehlen"),
        (cast.hanna, "Veröffentlichen"),
    ):
        open_as(person, keyboard, live_server)
        keyboard.choose(step)

    published = CoursePage.objects.get(pk=course.pk)
    assert [page.live for page in (published, *published.get_children())] == [True, True]


def open_as(person, keyboard, live_server):
    sign_in(keyboard.page, person, live_server.url)
    keyboard.page.goto(reverse("courses:teaching"))
    keyboard.choose("Akten führen")


def fill(keyboard, fields):
    for label, text in fields.items():
        keyboard.to(label)
        if keyboard.page.evaluate("document.activeElement.tagName") == "A":  # the editor links each field to itself
            keyboard.to(label)
        keyboard.page.keyboard.type(text)


def write(keyboard, text):
    """Into the first text of a lesson that is still empty."""
    keyboard.to("Inhalt")
    for _stop in range(keyboard.FAR):
        keyboard.page.keyboard.press("Tab")
        keyboard.focus()
        if keyboard.page.evaluate(WRITES):
            break
    keyboard.page.keyboard.type(text)


def keep(keyboard):
    """Save the draft and go back to the workbench."""
    keyboard.choose("Entwurf speichern")
    keyboard.choose("Zurück zum Kurs")
