"""A film from elsewhere in a real browser: nothing is asked for before the click, one film after it."""

import re

import pytest

from courses.services.enrolling.enrollments import enroll
from tests.browser.steps import sign_in
from tests.factories.courses import CourseFactory, LessonFactory

HOST = "https://www.youtube-nocookie.com"


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
def test_the_film_comes_after_the_click(transactional_db, cast, new_page, live_server, scripts):
    course = CourseFactory(city=cast.nuremberg, lessons=0)
    film = {"type": "embed", "id": "rat", "value": {"title": "Stadtrat", "url": "https://youtu.be/dQw4w9WgXcQ"}}
    lesson = LessonFactory(parent=course, body=[film])
    enroll(course, actor=cast.mina)
    asked = []
    page = new_page(java_script_enabled=scripts)
    page.route(re.compile("youtube"), lambda route: answer(route, asked))
    sign_in(page, cast.mina, live_server.url)
    page.goto(lesson.url)
    assert asked == []
    page.get_by_role("link", name="Film von YouTube laden").press("Enter")
    page.frame_locator("iframe[title=Stadtrat]").get_by_text("Hier läuft der Film").wait_for()
    assert asked == [(f"{HOST}/embed/dQw4w9WgXcQ", f"{live_server.url}/")]


def answer(route, asked):
    asked.append((route.request.url, route.request.headers.get("referer")))
    route.fulfill(content_type="text/html; charset=utf-8", body="<p>Hier läuft der Film</p>")
