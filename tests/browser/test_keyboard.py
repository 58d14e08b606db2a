"""The main tasks without a mouse."""

import pytest
from django.urls import reverse

from courses.models import CoursePage
from courses.services.writing.authoring import set_up_shelf
from tests.browser.steps import Keyboard, sign_in
from tests.browser_fixtures import PHONE
from tests.exchange.stories import a_place, a_round, filled_in
from tests.factories.exchange import ApplicationFactory, RoundFactory

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db")]


@pytest.fixture
def keyboard(page):
    return Keyboard(page)


@pytest.fixture
def application(cast):
    """Mina has chosen two places and looked at everything but the order and the consent."""
    spring = a_round(cast)
    places = [a_place(spring, cast.munich, "Chatbot erproben"), a_place(spring, cast.augsburg, "Daten ordnen")]
    application = filled_in(spring, cast.mina, places)
    type(application).objects.filter(pk=application.pk).update(consented_at=None, consent_version="")
    return application


@pytest.fixture
def case(cast):
    """Barbara has endorsed Mina; Hanna decides."""
    review = RoundFactory(status="review", agreement__cities=[cast.nuremberg, cast.munich])
    offer = a_place(review, cast.munich, "Chatbot erproben")
    return ApplicationFactory(
        round=review, apprentice=cast.mina, home_city=cast.nuremberg, endorsed=True, wishes=[offer]
    )


def test_an_apprentice_puts_wishes_in_order_consents_and_hands_in(application, cast, new_page, live_server):
    phone = new_page(viewport=PHONE)
    keyboard = Keyboard(phone)
    sign_in(phone, cast.mina, live_server.url)
    phone.goto(application.get_absolute_url())
    keyboard.choose("Wunschplätze ordnen")
    keyboard.choose("Nach oben: Daten ordnen", key="Space")
    keyboard.choose("Reihenfolge übernehmen und weiter")
    keyboard.to("Ich bin einverstanden")
    phone.keyboard.press("Space")
    keyboard.choose("Speichern und weiter")
    phone.goto(application.get_absolute_url())
    keyboard.choose("Prüfen und absenden")
    keyboard.choose("Bewerbung absenden")

    application.refresh_from_db()
    wishes = application.wishes.order_by("rank").values_list("offer__title", flat=True)
    assert (application.status, list(wishes)) == ("submitted", ["Daten ordnen", "Chatbot erproben"])


def test_an_officer_approves_from_the_inbox(case, cast, page, keyboard, live_server):
    sign_in(page, cast.hanna, live_server.url)
    page.goto("/")
    keyboard.choose("Zu entscheiden")
    keyboard.choose("Mina Musterfrau")
    keyboard.choose("Freigeben")

    case.refresh_from_db()
    assert case.status == "approved"


def test_an_officer_rejects_with_a_reason(case, cast, page, keyboard, live_server):
    sign_in(page, cast.hanna, live_server.url)
    page.goto(case.get_absolute_url())
    keyboard.to("Ablehnen")
    page.keyboard.press("Enter")
    keyboard.to("Grund")
    page.keyboard.press("ArrowDown")
    keyboard.to("Was würde helfen?")
    page.keyboard.type("Im Juni ist Abschlussprüfung.")
    keyboard.choose("Bewerbung ablehnen")

    case.refresh_from_db()
    assert (case.status, case.decision_note) == ("rejected", "Im Juni ist Abschlussprüfung.")


def test_after_an_error_the_focus_is_on_the_summary_and_leads_to_the_field(
    application, cast, page, keyboard, live_server
):
    sign_in(page, cast.mina, live_server.url)
    page.goto(f"{application.get_absolute_url()}einverstaendnis/")
    keyboard.choose("Speichern und weiter")

    assert "Bitte prüfen Sie" in keyboard.focus()["words"]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "Ich bin einverstanden" in keyboard.focus()["words"]


@pytest.mark.parametrize("menu", ["Sprache, Farben", "Konto"])
def test_escape_closes_a_menu_and_the_focus_returns(cast, page, keyboard, live_server, menu):
    sign_in(page, cast.mina, live_server.url)
    page.goto("/")
    keyboard.to(menu)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("details[open]").count() == 1
    page.keyboard.press("Escape")
    assert (page.locator("details[open]").count(), menu in keyboard.focus()["words"]) == (0, True)


def test_the_first_stop_skips_to_the_content(cast, page, keyboard, live_server):
    sign_in(page, cast.mina, live_server.url)
    page.goto("/")
    page.keyboard.press("Tab")
    assert keyboard.focus()["words"] == "Zum Inhalt springen"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhalt"


def test_no_page_holds_the_focus(application, cast, page, keyboard, live_server):
    """Tab goes through everything to the last link, and the focus is seen on the whole way."""
    sign_in(page, cast.mina, live_server.url)
    for address in ["/", "/kurse/", "/austausch/plaetze/", application.get_absolute_url(), "/profil/"]:
        page.goto(address)
        keyboard.to("Impressum")


def test_a_trainer_begins_a_course_and_puts_it_in_order(cast, page, keyboard, live_server):
    set_up_shelf(cast.nuremberg)
    sign_in(page, cast.barbara, live_server.url)
    page.goto(reverse("courses:teaching"))
    keyboard.choose("Kurs in 10 Minuten")
    for label, text in (("Titel des Kurses", "Akten führen"), ("Lektionen", "Finden\nOrdnen")):
        keyboard.to(label)
        page.keyboard.type(text)
    keyboard.choose("Entwurf anlegen")
    keyboard.choose("Nach unten: Finden")
    keyboard.choose("Mehr: Ordnen")
    keyboard.choose("Darunter hinzufügen: Ordnen")
    keyboard.to("Titel")
    page.keyboard.type("Beschriften")
    page.keyboard.press("Enter")
    page.wait_for_url("**#teil-*")

    course = CoursePage.objects.get(title="Akten führen")
    parts = [part.title for part in course.get_children()]
    assert parts == ["Ordnen", "Beschriften", "Finden", "Abschlusstest"]
