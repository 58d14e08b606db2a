"""What the editor shows beside the text: is it ready to be published?"""

import json

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from courses.services.writing.authoring import set_up_shelf
from tests.factories.courses import CourseFactory, LessonFactory
from tests.queries import queries_of

JUMP = [{"type": "text", "id": "jump", "value": "<h3>Zu klein</h3><p>Text.</p>"}]
SENTENCE = "Machen Sie „Zu klein“ zu einer Überschrift der Stufe 2: davor ist eine Stufe übersprungen."


@pytest.fixture
def course(cast):
    set_up_shelf(cast.nuremberg)
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=0, live=False)


def edit(client, page, **more):
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]), **more).content.decode()


def test_the_panel_leads_to_each_block_and_counts_what_has_to_be_done(client, cast, course):
    lesson = LessonFactory(parent=course, body=JUMP, minutes_given=30, live=False)
    client.force_login(cast.barbara)
    page = edit(client, lesson)
    must, may = page.split("Das muss vorher noch sein")[1].split("Ratschläge: Sie entscheiden")
    assert f'<a href="#block-jump-section">{SENTENCE}</a>' in must
    assert '<a href="#id_minutes_given">Diese Lektion dauert 30 Minuten.' in may
    toggle = page.split('data-side-panel-toggle="readiness"')[1].split("</button>")[0]
    assert 'data-side-panel-toggle-counter class="w-side-panel-toggle__counter w-bg-critical-200" >' in toggle
    assert "Der Veröffentlichung steht nichts im Weg" not in page


def test_a_course_names_its_parts(client, cast, course):
    client.force_login(cast.barbara)
    assert "Der Kurs hat noch keine Lektion." in edit(client, course)
    lesson = LessonFactory(parent=course, title="Fristen", body=JUMP, live=False)
    page = edit(client, course)
    assert f'<a href="/cms/pages/{lesson.pk}/edit/">Fristen</a>' in page
    assert "1 Punkt muss noch erledigt werden" in page


def test_a_page_that_is_ready_says_so_and_a_new_one_waits_for_text(client, cast, course):
    client.force_login(cast.barbara)
    assert "Der Veröffentlichung steht nichts im Weg" in edit(client, LessonFactory(parent=course, live=False))
    add = reverse("wagtailadmin_pages:add", args=["courses", "lessonpage", course.pk])
    assert "Sobald etwas geschrieben ist" in client.get(add).content.decode()


def test_the_panel_follows_what_wagtail_saves_by_itself(client, cast, course):
    lesson = LessonFactory(parent=course, title="Fristen", live=False)
    client.force_login(cast.barbara)
    heading = {"text": "Zu klein", "type": "header-three", "key": "a"}
    body = streamfield([("text", json.dumps({"blocks": [heading], "entityMap": {}}))])
    none = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""}
    sent = nested_form_data({"title": "Fristen", "slug": "fristen", "body": body, "comments": none})
    url = reverse("wagtailadmin_pages:edit", args=[lesson.pk])
    answer = client.post(url, sent, headers={"Accept": "application/json"}).json()
    panel = answer["html"].split("[data-side-panel='readiness']")[1].split("</template>")[0]
    assert SENTENCE in panel
    counter = answer["html"].split("[data-side-panel-toggle='readiness']")[1].split("</template>")[0]
    assert 'class="w-side-panel-toggle__counter w-bg-critical-200">1</div>' in counter


def test_the_panel_costs_few_queries_and_as_many_for_one_lesson_as_for_ten(client, cast, course):
    client.force_login(cast.barbara)
    LessonFactory(parent=course, live=False)
    url = reverse("wagtailadmin_pages:edit", args=[course.pk])
    before = queries_of(client, url)
    for _n in range(9):
        LessonFactory(parent=course, live=False)
    assert queries_of(client, url) == before
