"""The frame of a lesson: lines one can read, the index beside it or folded, by keyboard as well."""

import pytest
from django.urls import reverse

from courses.services.enrolling.enrollments import enroll
from tests.browser.steps import sign_in
from tests.factories.courses import CourseFactory, lessons_of

TEXT = "<p>" + "Wer handelt? Ein guter Satz sagt das gleich, und zwar am Anfang. " * 30 + "</p>"
LONGEST_LINE = """() => {
    const text = document.querySelector(".wj-reading .wj-prose p").firstChild, range = document.createRange();
    let top = null, start = 0, longest = 0;
    for (let at = 0; at < text.length; at++) {
        range.setStart(text, at); range.setEnd(text, at + 1);
        const box = range.getBoundingClientRect();
        if (!box.width) continue;
        if (top !== null && box.top > top + 4) { longest = Math.max(longest, at - start); start = at; }
        top = box.top;
    }
    return longest;
}"""


@pytest.fixture
def lesson(transactional_db, cast):
    course = CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=3, test=True)
    enroll(course, actor=cast.mina)
    first = lessons_of(course)[0]
    first.body = [{"type": "text", "id": "t", "value": TEXT}]
    first.save()
    return first


@pytest.mark.parametrize("width", [1280, 1920, 768])
def test_lines_hold_at_most_seventy_letters(lesson, cast, page, live_server, width):
    sign_in(page, cast.mina, live_server.url)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(lesson.url)
    assert 45 <= page.evaluate(LONGEST_LINE) <= 70


def test_the_index_stands_beside_the_lesson_and_is_reached_by_keyboard(lesson, cast, page, live_server):
    sign_in(page, cast.mina, live_server.url)
    page.goto(lesson.url)
    road = page.get_by_role("list", name="Lektionen dieses Kurses")
    assert road.get_by_role("listitem").count() == 4
    assert not page.get_by_text("Alle Lektionen zeigen").is_visible()
    page.get_by_role("link", name="Akten führen").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == lessons_of(lesson.course)[1].title


def test_on_phones_the_index_unfolds(lesson, cast, phone, live_server):
    sign_in(phone, cast.mina, live_server.url)
    phone.goto(lesson.url)
    road = phone.get_by_role("list", name="Lektionen dieses Kurses")
    assert not road.is_visible()
    phone.get_by_text("Alle Lektionen zeigen").click()
    assert road.is_visible()


def test_a_visitor_finds_a_course_signs_in_and_begins(lesson, cast, page, live_server):
    cast.zoe.set_password("ein langer Satz")
    cast.zoe.save()
    page.goto(reverse("courses:catalogue"))
    page.get_by_label("Was möchten Sie lernen?").fill("Satz")
    page.get_by_role("button", name="Kurse suchen").click()
    page.get_by_role("link", name="Akten führen").click()
    page.get_by_role("link", name="Anmelden, um den Kurs zu machen").click()
    page.get_by_label("E-Mail").fill(cast.zoe.email)
    page.get_by_label("Passwort", exact=True).fill("ein langer Satz")
    page.get_by_role("main").get_by_role("button", name="Anmelden").click()
    page.get_by_role("button", name="Anmelden und beginnen").click()
    assert page.get_by_text("Lektion 1 von 3").is_visible()
