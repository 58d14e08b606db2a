"""A second city adapts a course, takes over one of two changes and adds something: without a mouse."""

import pytest

from courses.models import AnnexPage, CoursePage
from courses.services.sharing.annexes import start_annex
from courses.services.writing.authoring import set_up_shelf
from tests.browser.steps import Keyboard, sign_in
from tests.browser_fixtures import PHONE
from tests.courses.sharing import a_course, content, lesson, open_changes, publish, text
from tests.courses.stories import learn
from tests.factories.courses import BODY

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db")]


def test_a_city_adapts_and_takes_over_one_of_two_changes(cast, page, live_server):
    course = a_course(cast)
    keyboard = Keyboard(page)
    sign_in(page, cast.dieter, live_server.url)
    page.goto(course.url)
    keyboard.to("Für unsere Stadt anpassen")
    page.keyboard.press("Enter")
    keyboard.choose("Ja, kopieren und anpassen")
    page.get_by_text("Das ist Ihre Fassung, noch als Entwurf.").wait_for()

    publish(lesson(course, "Ordnen"), title="Sortieren", body=[text("text", "Akten erzählen einen Fall."), *BODY[1:]])
    page.reload()
    keyboard.choose("Änderungen ansehen")
    keyboard.to("Text: geändert")
    page.keyboard.press("Space")
    keyboard.choose("Ausgewähltes übernehmen")
    page.get_by_text("1 Änderung steht in Ihren Entwürfen.").wait_for()

    copy = CoursePage.objects.get(adaptation__source=course)
    assert content(lesson(copy, "Ordnen"))["text"] == "<p>Akten erzählen einen Fall.</p>"
    assert open_changes(copy) == [("Ordnen", "field", "title", "")]


def test_a_city_adds_something_that_only_its_people_see(cast, page, new_page, live_server):
    course = a_course(cast)
    set_up_shelf(cast.augsburg)
    keyboard = Keyboard(page)
    sign_in(page, cast.dieter, live_server.url)
    page.goto(course.url)
    keyboard.choose("Für unsere Stadt ergänzen")
    keyboard.to("Titel")
    page.keyboard.type("Ihre Ansprechpersonen")
    keyboard.choose("Mit dem Schreiben beginnen")
    page.get_by_text("Das ergänzt den Kurs „Akten führen“.").wait_for()

    publish(AnnexPage.objects.get(), body=BODY[:1])
    for person, sees in ((cast.kilian, True), (cast.mina, False)):
        learn(person, course)
        phone = new_page(viewport=PHONE)
        sign_in(phone, person, live_server.url)
        phone.goto(course.url)
        assert phone.get_by_text("Ihre Ansprechpersonen").is_visible() is sees


def test_every_button_works_without_scripts(cast, new_page, live_server):
    course = a_course(cast)
    plain = new_page(java_script_enabled=False)
    sign_in(plain, cast.dieter, live_server.url)
    start_annex(course, cast.augsburg, title="Kontakt", actor=cast.dieter)
    plain.goto(f"/kurse/{course.pk}/ergaenzen/")
    plain.get_by_text("Entfernen: Kontakt").click()
    plain.get_by_role("button", name="Ja, entfernen").click()
    assert not AnnexPage.objects.exists()
