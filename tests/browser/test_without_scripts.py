"""Everything works without JavaScript; it only adds comfort."""

import pytest

from courses.models import Enrollment, LessonPage
from courses.services.writing import authoring
from lms.demo.build.learning import FILES
from lms.demo.content import COURSES
from tests.browser_fixtures import PHONE
from tests.exchange.stories import a_place, a_round, filled_in
from tests.journeys.drivers import BrowserDriver

pytestmark = pytest.mark.browser
PASSWORD = "ein langer Satz zum Merken"


@pytest.fixture
def walk(transactional_db, cast, new_page, live_server):
    """Mina has typed address and password into a phone that runs no scripts."""
    cast.mina.set_password(PASSWORD)
    cast.mina.save()
    phone = new_page(viewport=PHONE, java_script_enabled=False)
    walk = BrowserDriver(phone, phone, live_server.url)
    walk.visit("/anmelden/")
    walk.fill("E-Mail", cast.mina.email)
    walk.fill("Passwort", PASSWORD)
    walk.press("Anmelden")
    walk.sees("Mina Musterfrau")
    return walk


def test_enroll_and_mark_a_lesson(walk, cast):
    course = authoring.create_course(COURSES[0], actor=None, files=FILES)
    walk.visit("/kurse/")
    walk.follow(course.title)
    walk.press("Anmelden und beginnen")
    walk.visit(LessonPage.objects.child_of(course).order_by("path")[0].url)
    walk.press("Als erledigt markieren")

    assert Enrollment.objects.get(person=cast.mina).lessons_done.count() == 1


def test_move_a_wish(walk, cast):
    spring = a_round(cast)
    places = [a_place(spring, cast.munich, "Chatbot erproben"), a_place(spring, cast.augsburg, "Daten ordnen")]
    application = filled_in(spring, cast.mina, places)
    walk.visit(f"{application.get_absolute_url()}wuensche/")
    walk.press("Nach oben", about="Daten ordnen")

    wishes = application.wishes.order_by("rank").values_list("offer__title", flat=True)
    assert list(wishes) == ["Daten ordnen", "Chatbot erproben"]


def test_a_question_opens_before_the_deed(walk, cast):
    application = filled_in(a_round(cast), cast.mina, [])
    walk.visit(application.get_absolute_url())
    asked = walk.page.get_by_role("button", name="Ja, zurückziehen")
    assert not asked.is_visible()
    walk.page.locator("summary", has_text="Bewerbung zurückziehen").click()
    with walk.page.expect_navigation():
        asked.click()

    application.refresh_from_db()
    assert application.status == "withdrawn"


def test_a_menu_opens_and_changes_the_language(walk):
    walk.page.locator("summary", has_text="Sprache, Farben").click()
    walk.press("English")
    walk.sees("Certificates")
