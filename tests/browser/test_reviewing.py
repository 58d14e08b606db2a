"""The editor in a browser: the way from a finding to its block, and reading a page without changing it."""

import pytest
from django.urls import reverse
from wagtail.models import Comment

from courses.services.reviewing.review import submit_course
from courses.services.writing.authoring import set_up_shelf
from tests.browser.steps import sign_in
from tests.factories.courses import CourseFactory, LessonFactory

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db")]
KEY, FAR = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
GOALS = [{"type": "goal", "id": "goal", "value": "Akten finden."}]
LONG = f'<p data-block-key="a1">{"Akten haben Fristen. " * 300}</p>'
IN_SIGHT = "id => { const box = document.getElementById(id).getBoundingClientRect();"
IN_SIGHT += " return box.height > 0 && box.top < innerHeight && box.bottom > 0 }"


def text(html, key):
    return {"type": "text", "id": key, "value": html}


@pytest.fixture
def course(cast):
    for city in (cast.nuremberg, cast.augsburg):
        set_up_shelf(city)
    told = {"goals": GOALS, "contact": "barbara@example.org", "owner": cast.barbara, "live": False}
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=0, **told)


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_each_finding_leads_to_its_block_also_from_elsewhere_and_into_what_is_folded(course, cast, page, live_server):
    body = [text(LONG, KEY), text('<h3 data-block-key="b1">Zu klein</h3><p data-block-key="b2">Text.</p>', FAR)]
    lesson = LessonFactory(parent=course, body=body, minutes_given=30, live=False)
    sign_in(page, cast.hanna, live_server.url)
    page.goto(edit(lesson))
    page.locator("[data-side-panel-toggle=readiness]").click()
    page.get_by_role("link", name="Machen Sie „Zu klein“").click()
    page.wait_for_function(IN_SIGHT, arg=f"block-{FAR}-section")

    counter = page.locator("[data-side-panel-toggle=readiness] [data-side-panel-toggle-counter]")
    assert counter.inner_text() == "1"
    page.locator(f"#block-{FAR}-section [contenteditable=true] h3 [data-text]").dblclick()
    page.locator(f"#block-{FAR}-section button[name=header-two]").click()
    counter.wait_for(state="hidden")
    page.get_by_text("Der Veröffentlichung steht nichts im Weg.").wait_for()

    for anchor in (f"block-{FAR}-section", "id_minutes_given"):
        page.goto("about:blank")
        page.goto(f"{edit(lesson)}#{anchor}")
        page.wait_for_function(IN_SIGHT, arg=anchor)


def test_on_a_phone_the_list_makes_room_for_the_block(course, cast, phone, live_server):
    body = [text(LONG, KEY), text("<h3>Zu klein</h3><p>Text.</p>", FAR)]
    lesson = LessonFactory(parent=course, body=body, live=False)
    sign_in(phone, cast.barbara, live_server.url)
    phone.goto(edit(lesson))
    phone.locator("[data-side-panel-toggle=readiness]").click()
    phone.get_by_role("link", name="Machen Sie „Zu klein“").click()
    phone.wait_for_function(IN_SIGHT, arg=f"block-{FAR}-section")
    phone.locator(".wj-ready").wait_for(state="hidden")


def test_a_reader_marks_words_and_comments_and_cannot_write(course, cast, page, live_server):
    body = [text('<p data-block-key="a1">Akten haben Fristen.</p>', KEY)]
    lesson = LessonFactory(parent=course, title="Fristen", body=body, live=False)
    for one in (course, lesson):
        one.save_revision(user=cast.barbara)
    submit_course(course, actor=cast.barbara)
    sign_in(page, cast.dieter, live_server.url)
    page.goto(edit(lesson))
    written = page.locator(f"#block-{KEY}-section [contenteditable=true]")
    for field in (page.locator("#id_title"), written):
        field.click()
        for key in ("x", "Delete", "Enter", "Control+b"):
            page.keyboard.press(key)
    assert (page.locator("#id_title").input_value(), written.inner_text()) == ("Fristen", "Akten haben Fristen.")

    written.locator("[data-text]").dblclick()
    page.locator("button[name=comment]").click()
    page.locator("#comments textarea").fill("Welche?")
    page.get_by_role("button", name="Kommentar", exact=True).click()
    page.get_by_text("Gespeichert", exact=True).wait_for()
    comment = Comment.objects.get()
    assert (comment.user, comment.text, comment.contentpath, lesson.revisions.count()) == (
        cast.dieter, "Welche?", f"body.{KEY}", 1,
    )  # fmt: skip
