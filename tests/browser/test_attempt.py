"""A test that saves itself: while somebody answers, without a connection, in two windows, on another device."""

import json
import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from courses.models import Attempt, TestPage
from courses.services.assessing.assessment import save_answers, start_attempt
from tests.browser.steps import sign_in
from tests.courses.stories import learn
from tests.factories.courses import CourseFactory, questions
from tests.factories.courses import test_of as the_test_of
from tests.factories.questions import CategoryFactory, QuestionFactory

SAVED = re.compile(r"gespeichert um \d\d:\d\d")


@pytest.fixture
def attempt(transactional_db, cast):
    """Of Mina, who has an hour: one answer, several answers, words of her own."""
    drawer = CategoryFactory(city=cast.nuremberg)
    asked = QuestionFactory(category=drawer, kind="free_text")
    enrollment = learn(cast.mina, CourseFactory(city=cast.nuremberg, title="Akten führen", test=True))
    test = the_test_of(enrollment.course)
    blocks = [*questions(), {"type": "bank", "id": "bank", "value": {"question": asked.pk, "lesson": None}}]
    test.questions = json.dumps(blocks)
    test.shuffle, test.minutes_limit = False, 60
    test.save()
    return start_attempt(enrollment, TestPage.objects.get(pk=test.pk), actor=cast.mina)


@pytest.fixture
def mina(cast, live_server):
    def opens(page, attempt, number=1):
        sign_in(page, cast.mina, live_server.url)
        page.goto(f"{attempt.get_absolute_url()}?frage={number}")
        return page

    return opens


def saved(page):
    expect(page.locator("[data-saved]")).to_have_text(SAVED)


def answers(attempt):
    return Attempt.objects.get(pk=attempt.pk).answers


def test_an_answer_is_saved_while_one_looks_at_it(attempt, mina, page):
    mina(page, attempt)
    page.get_by_label("nein").check()
    saved(page)
    assert answers(attempt) == {"one": ["nein-1"]}
    step = page.get_by_role("button", name="Frage 1 beantwortet")
    expect(step).to_be_visible()
    page.get_by_label("ja", exact=True).check()
    saved(page)
    page.get_by_role("button", name="Speichern und weiter").click()
    expect(page.get_by_role("heading", name="Frage 2 von 3")).to_be_visible()
    assert answers(attempt) == {"one": ["ja-0"]}


def test_what_was_typed_a_moment_before_leaving_is_saved(attempt, mina, page):
    mina(page, attempt, 3)
    page.get_by_label("Frage free_text?").fill("Weil es im Gesetz steht.")
    page.goto(reverse("courses:my_learning"))
    for _ in range(50):
        if answers(attempt):
            break
        page.wait_for_timeout(100)
    page.goto(f"{attempt.get_absolute_url()}?frage=3")
    expect(page.get_by_label("Frage free_text?")).to_have_value("Weil es im Gesetz steht.")


def test_a_lost_network_loses_nothing(attempt, mina, page):
    mina(page, attempt, 3)
    page.context.set_offline(True)
    page.get_by_label("Frage free_text?").fill("Ohne Netz geschrieben.")
    expect(page.get_by_text("Es gibt keine Verbindung.")).to_be_visible()
    page.get_by_role("button", name="Speichern und prüfen").click()  # nothing leads away from what is not saved
    expect(page.get_by_label("Frage free_text?")).to_have_value("Ohne Netz geschrieben.")
    assert answers(attempt) == {}
    page.context.set_offline(False)
    saved(page)
    expect(page.get_by_text("Es gibt keine Verbindung.")).to_be_hidden()
    assert list(answers(attempt).values()) == ["Ohne Netz geschrieben."]
    page.get_by_role("button", name="Speichern und prüfen").click()
    expect(page.get_by_text("Ohne Netz geschrieben.")).to_be_visible()


def test_after_a_crash_without_network_the_page_brings_the_answer_back(attempt, mina, page):
    mina(page, attempt, 3)
    page.route("**/speichern/**", lambda route: route.abort())
    page.get_by_label("Frage free_text?").fill("Vor dem Absturz.")
    expect(page.get_by_text("Es gibt keine Verbindung.")).to_be_visible()
    page.unroute("**/speichern/**")
    page.evaluate("navigator.sendBeacon = () => false")
    page.reload()
    expect(page.get_by_label("Frage free_text?")).to_have_value("Vor dem Absturz.")
    saved(page)
    assert list(answers(attempt).values()) == ["Vor dem Absturz."]


def test_a_lost_reply_is_not_taken_for_another_window(attempt, mina, page):
    mina(page, attempt)

    def lose(route):
        route.fetch()  # the server has it
        route.abort()

    page.route("**/speichern/**", lose, times=1)
    page.get_by_label("nein").check()
    expect(page.get_by_text("Es gibt keine Verbindung.")).to_be_visible()
    assert answers(attempt) == {"one": ["nein-1"]}
    page.get_by_label("ja", exact=True).check()
    saved(page)
    assert answers(attempt) == {"one": ["ja-0"]}


def test_she_goes_on_at_another_device(attempt, mina, page, phone):
    mina(page, attempt)
    page.get_by_label("nein").check()
    saved(page)
    mina(phone, attempt)
    expect(phone.get_by_label("nein")).to_be_checked()


def test_the_same_question_in_two_windows_asks_which_answer_counts(attempt, mina, page, phone):
    mina(page, attempt)
    mina(phone, attempt)
    page.get_by_label("nein").check()
    saved(page)
    phone.get_by_label("ja", exact=True).check()
    expect(phone.get_by_text("in einem anderen Fenster beantwortet")).to_be_visible()
    assert answers(attempt) == {"one": ["nein-1"]}
    phone.get_by_role("button", name="Speichern und weiter").click()
    expect(phone.get_by_text("Es gibt zwei Antworten auf diese Frage")).to_be_visible()
    expect(phone.get_by_label("ja", exact=True)).to_be_checked()
    phone.get_by_role("button", name="Speichern und weiter").click()
    expect(phone.get_by_role("heading", name="Frage 2 von 3")).to_be_visible()
    assert answers(attempt) == {"one": ["ja-0"]}


def test_the_clock_warns_and_the_end_is_said(attempt, mina, page):
    page.clock.install()
    mina(page, attempt)
    left = page.locator("[data-left]")
    expect(left).to_have_text(re.compile(r"Noch (59|60) Minuten"))
    page.clock.run_for(55 * 60 * 1000)
    expect(page.locator("[data-warn]")).to_have_text("Noch fünf Minuten.")
    page.clock.run_for(4 * 60 * 1000)
    expect(page.locator("[data-warn]")).to_contain_text("Noch eine Minute.")
    page.clock.run_for(65 * 1000)
    expect(left).to_contain_text("Die Zeit ist um.")


def test_everything_works_without_scripts(attempt, mina, new_page, cast):
    page = mina(new_page(java_script_enabled=False), attempt)
    page.get_by_label("ja", exact=True).check()
    page.get_by_role("button", name="Speichern und weiter").click()
    page.get_by_label("rot").check()
    page.get_by_role("button", name="Frage 1 beantwortet").click()
    expect(page.get_by_label("ja", exact=True)).to_be_checked()
    page.get_by_role("button", name="Prüfen und abgeben").click()
    expect(page.get_by_text("1 Frage ist noch offen.")).to_be_visible()
    page.get_by_role("button", name="Test abgeben").click()
    expect(page.get_by_role("heading", name="Noch nicht bestanden")).to_be_visible()


def test_a_signed_out_page_keeps_what_was_typed(attempt, mina, page):
    mina(page, attempt, 3)
    page.context.clear_cookies()
    page.get_by_label("Frage free_text?").fill("Nach dem Abmelden.")
    expect(page.get_by_text("Sie wurden abgemeldet.")).to_be_visible()
    mina(page, attempt, 3)
    saved(page)
    assert list(answers(attempt).values()) == ["Nach dem Abmelden."]


def test_a_save_that_somebody_else_makes_meanwhile_is_told_at_once(attempt, mina, page, cast):
    mina(page, attempt)
    save_answers(attempt, {"one": ["nein-1"]}, actor=cast.mina)
    page.get_by_label("ja", exact=True).check()
    expect(page.get_by_text("in einem anderen Fenster beantwortet")).to_be_visible()
