"""A note that saves itself: while somebody writes, without a connection, in two windows."""

import re

import pytest
from playwright.sync_api import expect

from courses.models import LessonNote
from courses.services.enrolling.enrollments import enroll
from tests.browser.steps import sign_in
from tests.factories.courses import CourseFactory, lessons_of

SAVED = re.compile(r"gespeichert um \d\d:\d\d")


@pytest.fixture
def open_lesson(transactional_db, cast, live_server):
    course = CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=1)
    enroll(course, actor=cast.mina)
    [lesson] = lessons_of(course)

    def opens(page):
        if not page.context.cookies():
            sign_in(page, cast.mina, live_server.url)
        page.goto(lesson.url)
        page.locator("summary", has_text=re.compile("Notiz")).click()
        return page.get_by_label("Ihre Notiz")

    return opens


def saved(page):
    expect(page.locator("[data-saved]")).to_have_text(SAVED)


def test_of_two_windows_neither_loses_what_was_written(open_lesson, page):
    other = page.context.new_page()
    left, right = open_lesson(page), open_lesson(other)
    left.fill("Fristen")
    saved(page)
    with page.expect_response("**/notiz/") as reply:  # its own save is no other window
        left.fill("Fristen, links")
    assert reply.value.status == 200

    right.fill("Rechts")
    expect(other.locator("[data-other]")).to_have_text("Fristen, links")
    assert LessonNote.objects.get().text == "Fristen, links"
    expect(right).to_have_value("Rechts")
    other.get_by_role("button", name="Notiz speichern").click()
    expect(other.get_by_text("Ihre Notiz ist gespeichert.")).to_be_visible()
    assert LessonNote.objects.get().text == "Rechts"


def test_a_lost_reply_is_not_taken_for_another_window(open_lesson, page):
    note = open_lesson(page)

    def lose(route):
        route.fetch()  # the server has it
        route.abort()

    page.route("**/notiz/", lose, times=1)
    note.fill("Fristen")
    expect(page.get_by_text("Es gibt keine Verbindung.")).to_be_visible()
    note.fill("Fristen und Akten")
    saved(page)
    expect(page.locator("[data-newer]")).to_be_hidden()
    assert LessonNote.objects.get().text == "Fristen und Akten"
