"""Course runs without a mouse, and on a phone."""

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.models import Enrollment
from courses.services.enrolling.enrollments import enroll_person
from tests.browser.steps import Keyboard, sign_in
from tests.browser_fixtures import PHONE
from tests.courses.running import a_run, a_session
from tests.factories.people import UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db")]


def test_a_learner_joins_the_waiting_list_and_leaves_it(cast, new_page, live_server):
    run = a_run(cast.nuremberg, seats=1)
    enroll_person(run.course, UserFactory(apprentice_in=cast.nuremberg), actor=cast.barbara, source="office", run=run)
    phone = new_page(viewport=PHONE)
    keyboard = Keyboard(phone)
    sign_in(phone, cast.mina, live_server.url)
    phone.goto(run.course.url)
    keyboard.choose("Auf die Warteliste: Herbst")
    assert phone.get_by_text("Platz 1 auf der Warteliste").is_visible()
    keyboard.choose("Abmelden")
    assert Enrollment.objects.of(cast.mina).get().status == "withdrawn"


def test_a_trainer_notes_attendance_on_a_phone(cast, new_page, live_server):
    run = a_run(cast.nuremberg, starts_in=0)
    session = a_session(run, starts_at=timezone.now())
    people = [cast.mina, UserFactory(apprentice_in=cast.nuremberg)]
    for person in people:
        enroll_person(run.course, person, actor=cast.barbara, source="office", run=run)
    phone = new_page(viewport=PHONE)
    keyboard = Keyboard(phone)
    sign_in(phone, cast.barbara, live_server.url)
    phone.goto(reverse("courses:attendance", args=[run.pk, session.pk]))
    keyboard.to("nicht vermerkt")
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("ArrowDown")
    keyboard.choose("Speichern, alle anderen waren da")
    noted = {one.enrollment.person: one.presence for one in session.attendances.all()}
    assert sorted(noted.values()) == ["absent", "present"]


def test_a_trainer_enrolls_a_cohort(cast, page, live_server):
    run = a_run(cast.nuremberg)
    keyboard = Keyboard(page)
    sign_in(page, cast.barbara, live_server.url)
    page.goto(reverse("courses:run", args=[run.pk]))
    keyboard.choose("Personen anmelden")
    keyboard.choose("Ein Jahrgang")
    keyboard.choose("Zeigen, wer das ist")
    assert page.get_by_label("Mina Musterfrau").is_checked()
    keyboard.choose("In „Herbst“ anmelden")
    assert Enrollment.objects.get().person == cast.mina
