"""The pages on which cities adapt, compare and add: what people see, press and are told."""

import re

import pytest
from django.urls import reverse

from courses.models import AnnexPage, CoursePage
from courses.queries.reviewing.review import waiting_for
from courses.services.reviewing.review import decide
from courses.services.sharing.annexes import start_annex
from courses.services.writing.authoring import set_up_shelf
from courses.services.writing.co_authors import invite
from tests.courses.sharing import a_course, adapted, content, draft, fresh, keys, lesson, publish, release, text
from tests.factories.courses import BODY, CourseFactory
from tests.queries import queries_of


@pytest.fixture
def course(cast):
    return a_course(cast)


@pytest.fixture
def copy(course, cast):
    return adapted(course, cast)


def shown(client, who, address):
    client.force_login(who)
    return client.get(address).content.decode()


def sent(client, who, name, page, **data):
    client.force_login(who)
    return client.post(reverse(f"courses:{name}", args=[page.pk]), data, follow=True).content.decode()


def test_from_the_course_to_a_version_of_ones_own(client, course, cast):
    page = shown(client, cast.dieter, course.url)
    assert "Für unsere Stadt anpassen" in page
    page = sent(client, cast.dieter, "adapt", course, city="augsburg")
    assert "Das ist Ihre Fassung, noch als Entwurf." in page
    assert "Angepasst von Augsburg nach" in page
    page = sent(client, cast.anton, "adapt", course)
    assert "Ihre Stadt hat diesen Kurs schon angepasst." in page
    assert CoursePage.objects.count() == 2
    page = shown(client, cast.anton, course.url)
    assert "Für unsere Stadt anpassen" not in page
    assert "Zu Ihrer Fassung" in page


@pytest.mark.parametrize("who", ["kilian", "otto", "konrad"])
def test_who_writes_no_courses_is_not_asked_to(client, course, cast, who):
    page = shown(client, getattr(cast, who), course.url)
    assert [words in page for words in ("anpassen", "ergänzen")] == [False, False]


def test_nobody_adapts_for_a_city_that_is_not_theirs(client, course, cast):
    client.force_login(cast.dieter)
    address = reverse("courses:adapt", args=[course.pk])
    assert client.post(address, {"city": "muenchen"}).status_code == 404
    client.force_login(cast.barbara)
    assert "Dieser Kurs gehört Ihrer eigenen Stadt." in client.post(address).content.decode()


def test_the_course_page_tells_origin_and_use(client, course, copy, cast):
    copy = release(copy)
    page = shown(client, cast.kilian, copy.url)
    assert "Angepasst von Augsburg nach" in page
    assert f'<a href="{course.url}">„Akten führen“</a>' in page
    assert "der Stadt Nürnberg, CC BY-SA 4.0" in page
    page = shown(client, cast.mina, course.url)
    assert f'<a href="{copy.url}">Fassung von Augsburg</a>' in page
    fresh(course).delete()
    page = shown(client, cast.kilian, copy.url)
    assert "„Akten führen“" in page
    assert ">„Akten führen“</a>" not in page


def original(copy):
    return reverse("courses:original", args=[copy.pk])


def test_changes_are_read_word_by_word_also_by_those_who_hear_them(client, course, copy, cast):
    publish(lesson(course, "Ordnen"), body=[text("text", "Akten erzählen einen ganzen Fall."), *BODY[1:]])
    page = " ".join(shown(client, cast.dieter, original(copy)).split())
    hidden = '<span class="kern-sr-only">{} </span>{}<span class="kern-sr-only"> (Ende) </span>'
    assert f"<del>{hidden.format('gestrichen:', 'Vorgang')}</del>" in page
    assert f"<ins>{hidden.format('hinzugefügt:', 'ganzen Fall')}</ins>" in page
    assert "1 Änderung wartet auf Ihre Entscheidung" in page
    assert "1 Änderung wartet auf Ihre Entscheidung." in shown(
        client, cast.dieter, reverse("courses:workbench", args=[copy.pk])
    )


def test_one_of_two_changes_is_taken_over_the_other_stays_offered(client, course, copy, cast):
    publish(lesson(course, "Ordnen"), title="Sortieren", body=[text("text", "Neu."), *BODY[1:]])
    [title, words] = keys(copy)
    page = sent(client, cast.dieter, "original", copy, change=words, take="1")
    assert "1 Änderung steht in Ihren Entwürfen. Lernende sehen es nach der Freigabe." in page
    assert content(lesson(copy, "Ordnen"))["text"] == "<p>Neu.</p>"
    page = sent(client, cast.dieter, "original", copy, change=title, leave="1")
    assert "Ihre Fassung bleibt." in page
    assert "Nichts zu entscheiden" in page
    assert fresh(lesson(copy, "Ordnen")).draft_title == "Ordnen"


def test_who_ticks_nothing_is_told_so(client, course, copy, cast):
    publish(lesson(course, "Ordnen"), title="Sortieren")
    page = sent(client, cast.dieter, "original", copy, take="1")
    assert "Bitte wählen Sie mindestens eine Änderung aus" in page
    assert "Sortieren" in page


def test_who_is_late_sees_how_it_is_now(client, course, copy, cast):
    publish(lesson(course, "Ordnen"), title="Sortieren")
    [key] = keys(copy)
    sent(client, cast.dieter, "original", copy, change=key, take="1")
    client.force_login(cast.anton)
    answer = client.post(original(copy), {"change": key, "leave": "1"})
    assert (answer.status_code, original(copy) in answer.content.decode()) == (409, True)


def test_all_changes_can_be_ticked_at_once(client, course, copy, cast):
    for title in ("Ordnen", "Finden"):
        publish(lesson(course, title), title=f"{title} lernen", minutes_given=30)
    page = shown(client, cast.dieter, original(copy))
    assert ("Alle Änderungen auswählen" in page, page.count(" checked>")) == (True, 0)
    assert shown(client, cast.dieter, f"{original(copy)}?alle=1").count(" checked>") == 4


def test_our_own_text_is_shown_beside(client, course, copy, cast):
    draft(lesson(copy, "Ordnen"), body=[text("text", "Bei uns im Keller."), BODY[2]])
    changed = {**BODY[1], "value": {"tone": "info", "title": "Achtung", "text": "<p>Kurz.</p>"}}
    publish(lesson(course, "Ordnen"), body=[text("text", "Im Archiv."), changed, BODY[2]])
    page = shown(client, cast.dieter, original(copy))
    assert "Das haben Sie auch geändert" in page
    assert "<p>Bei uns im Keller.</p>" in page
    assert "Das haben Sie herausgenommen" in page


def test_markup_in_a_change_is_shown_as_text(client, course, copy, cast):
    publish(lesson(course, "Ordnen"), title="<script>alert(1)</script>")
    page = shown(client, cast.dieter, original(copy))
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(("who", "status"), [("dieter", 200), ("anton", 200), ("barbara", 404), ("kilian", 404)])
def test_only_those_who_write_the_version_see_its_changes(client, course, copy, cast, who, status):
    client.force_login(getattr(cast, who))
    assert client.get(original(copy)).status_code == status


def test_a_co_author_decides_along(client, course, copy, cast):
    invite(copy, cast.sabine, actor=cast.dieter)
    publish(lesson(course, "Ordnen"), title="Sortieren")
    sent(client, cast.sabine, "original", copy, change=keys(copy), take="1")
    assert fresh(lesson(copy, "Ordnen")).draft_title == "Sortieren"


def test_a_course_that_came_from_nowhere_has_no_such_page(client, course, cast):
    client.force_login(cast.barbara)
    assert client.get(original(course)).status_code == 404


def test_the_page_of_changes_asks_as_often_for_many_as_for_few(client, course, copy, cast):
    client.force_login(cast.dieter)
    publish(lesson(course, "Finden"), body=BODY)
    few = queries_of(client, original(copy))
    for title in ("Ordnen", "Finden"):
        publish(lesson(course, title), title=f"{title} lernen", minutes_given=30, body=BODY[1:])
    assert queries_of(client, original(copy)) == few


def test_an_addition_is_begun_with_two_answers(client, course, cast):
    address = reverse("courses:annex_start", args=[course.pk])
    page = shown(client, cast.dieter, address)
    assert "Nur Menschen Ihrer Stadt sehen es." in page
    place = lesson(course, "Finden")
    client.force_login(cast.dieter)
    answer = client.post(address, {"title": "Ihre Ansprechpersonen", "place": place.pk})
    annex = AnnexPage.objects.get()
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[annex.pk])
    assert (annex.title, annex.lesson, annex.city) == ("Ihre Ansprechpersonen", place, cast.augsburg)
    page = shown(client, cast.anton, address)
    assert "Am Ende der Lektion „Finden“" in page
    assert "Entwurf" in page
    page = sent(client, cast.anton, "annex_remove", annex)
    assert "„Ihre Ansprechpersonen“ ist entfernt." in page
    assert not AnnexPage.objects.exists()


def test_an_addition_is_handed_in_from_the_list(client, course, cast):
    set_up_shelf(cast.augsburg)
    annex = start_annex(course, cast.augsburg, title="Kontakt", actor=cast.dieter)
    client.force_login(cast.dieter)
    handed_in = reverse("courses:annex_submit", args=[annex.pk])
    refused = client.post(handed_in)
    assert (refused.status_code, "kann noch nicht veröffentlicht werden" in refused.content.decode()) == (400, True)

    draft(annex, body=BODY[:1])
    page = sent(client, cast.dieter, "annex_submit", annex)
    assert "Eingereicht. Ihre Ausbildungsleitung hat eine Nachricht" in page
    assert "wird geprüft" in page
    assert handed_in not in page
    assert [one.title for one in waiting_for(cast.anton)] == ["Kontakt"]
    assert client.post(handed_in).status_code == 409

    decide(fresh(annex).current_workflow_task_state, "reject", actor=cast.anton, comment="Bitte mit Telefon.")
    page = shown(client, cast.dieter, reverse("courses:annex_start", args=[course.pk]))
    assert "zurückgegeben" in page
    assert handed_in in page


def test_the_place_can_come_along_with_the_link(client, course, cast):
    place = lesson(course, "Finden")
    page = shown(client, cast.dieter, f"{reverse('courses:annex_start', args=[course.pk])}?lektion={place.pk}")
    assert re.findall(r'<input[^>]*value="(\w+)"[^>]*checked', page) == [str(place.pk)]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"title": "", "place": "end"}, "Bitte füllen Sie dieses Feld aus."),
        ({"title": "Kontakt", "place": "999999"}, "999999"),
        ({"title": "x" * 121, "place": "end"}, "120"),
    ],
)
def test_what_cannot_be_begun_is_said_and_kept(client, course, cast, data, sentence):
    page = sent(client, cast.dieter, "annex_start", course, **data)
    assert sentence in page
    assert data["title"] in page
    assert not AnnexPage.objects.exists()


def test_nobody_removes_what_another_city_added(client, course, cast):
    annex = start_annex(course, cast.augsburg, title="Kontakt", actor=cast.dieter)
    client.force_login(cast.barbara)
    assert client.post(reverse("courses:annex_remove", args=[annex.pk])).status_code == 404
    assert AnnexPage.objects.exists()


def test_the_page_of_additions_asks_as_often_for_many_as_for_one(client, course, cast):
    client.force_login(cast.dieter)
    address = reverse("courses:annex_start", args=[course.pk])
    start_annex(course, cast.augsburg, title="Kontakt", lesson=lesson(course, "Ordnen"), actor=cast.dieter)
    before = queries_of(client, address)
    for number in range(4):
        start_annex(course, cast.augsburg, title=f"Kontakt {number}", actor=cast.dieter)
        CourseFactory(city=cast.munich)
    assert queries_of(client, address) == before
