"""The question bank by keyboard alone, and without a script."""

import pytest
from django.urls import reverse

from questions.models import Question
from tests.browser.steps import Keyboard, sign_in
from tests.browser_fixtures import PHONE
from tests.factories.questions import CategoryFactory, QuestionFactory

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db")]


@pytest.fixture
def drawer(cast):
    return CategoryFactory(city=cast.nuremberg, name="Akten")


def test_steps_are_put_in_order_by_keyboard(cast, drawer, page, live_server):
    question = QuestionFactory(category=drawer, kind="ordering")
    sign_in(page, cast.barbara, live_server.url)
    page.goto(reverse("questions:preview", args=[question.pk]))
    keyboard = Keyboard(page)
    for step, place in (("ablegen", "3"), ("lesen", "2"), ("öffnen", "1")):
        keyboard.to(step)
        page.keyboard.press(place)
    keyboard.choose("Antwort prüfen")
    assert "Das ergibt 100 Prozent der Punkte" in page.inner_text("main")


def test_a_question_with_more_rows_is_written_without_a_script(cast, drawer, new_page, live_server):
    phone = new_page(viewport=PHONE, java_script_enabled=False)
    sign_in(phone, cast.barbara, live_server.url)
    phone.goto(reverse("questions:new", args=["multiple"]))
    phone.get_by_label("Frage", exact=True).fill("Was gehört in die Akte?")
    phone.get_by_label("Antwort 1", exact=True).fill("Der Brief")
    phone.get_by_label("Antwort 1 ist richtig").check()
    phone.get_by_role("button", name="Weitere Zeilen").click()
    phone.get_by_label("Antwort 7", exact=True).fill("Das Pausenbrot")
    phone.get_by_label("Kategorie").select_option("Akten")
    phone.get_by_label("Antwort 7", exact=True).press("Enter")  # saves; the button for more rows stands before
    phone.wait_for_selector("text=Die Frage steht in der Fragensammlung")
    choices = Question.objects.get().definition["choices"]
    assert [(one["text"], one["right"]) for one in choices] == [("Der Brief", True), ("Das Pausenbrot", False)]
