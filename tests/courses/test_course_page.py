"""The page of a course, for visitors, for those who could learn here, and for those who do."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.cache import caches
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from courses.models import Adaptation, AnnexPage
from courses.services.enrolling.enrollments import enroll
from tests.courses.stories import learn
from tests.factories.courses import CourseFactory, lessons_of, shelf_of
from tests.factories.courses import test_of as the_test_of
from tests.queries import queries_of

CONTACT = "fragen@stadt.example"


@pytest.fixture
def course(cast):
    goals = [{"type": "goal", "value": "Sie führen Akten."}]
    return CourseFactory(
        city=cast.nuremberg, title="Akten führen", lessons=2, test=True, goals=goals, contact=CONTACT, audience="Alle"
    )


def page_of(client, page):
    return BeautifulSoup(client.get(page.url).content, "html.parser")


def words(node):
    return " ".join(node.get_text(" ", strip=True).split())


def facts(page):
    return {words(term): words(term.find_next("dd")) for term in page.select("aside dt")}


def test_visitors_read_what_a_course_is_about_and_sign_in_to_take_it(client, course):
    page = page_of(client, course)
    assert "Sie führen Akten." in words(page)
    assert [words(halt) for halt in page.select(".wj-halt__name")] == [one.title for one in lessons_of(course)] + [
        "Abschlusstest"
    ]
    [button] = page.select(".kern-btn--primary")
    assert (words(button), button["href"]) == (
        "Anmelden, um den Kurs zu machen",
        f"{reverse('account_login')}?{urlencode({'next': course.url})}",
    )


def test_visitors_neither_open_lessons_nor_read_addresses_of_people(client, cast, course):
    page = page_of(client, course)
    assert CONTACT not in str(page)
    assert page.select("main .wj-halt a, main form") == []
    assert facts(page)["Fragen"] == "Nach dem Anmelden sehen Sie, wen Sie fragen können."


def test_signing_in_leads_back_to_the_course(client, cast, course):
    cast.mina.set_password("ein-langes-passwort")
    cast.mina.save()
    way_in = page_of(client, course).select_one("main .kern-btn--primary")["href"]
    answer = client.post(way_in, {"login": cast.mina.email, "password": "ein-langes-passwort", "next": course.url})
    assert answer.url == course.url
    assert "Anmelden und beginnen" in words(page_of(client, course))


def test_visitors_who_ask_for_lessons_tests_or_additions_are_asked_to_sign_in(client, cast, course):
    annex = AnnexPage(title="Nur hier", course=course, body=[{"type": "text", "value": "<p>Zimmer 12</p>"}])
    shelf_of(cast.nuremberg).add_child(instance=annex)
    for page in (lessons_of(course)[0], the_test_of(course), annex):
        assert client.get(page.url).url == f"{reverse('account_login')}?next={page.url}"


def test_drafts_and_made_up_addresses_do_not_exist_for_visitors(client, cast):
    draft = CourseFactory(city=cast.nuremberg, live=False)
    for address in (f"/kurse/nuernberg/{draft.slug}/", "/kurse/paris/x/"):
        assert client.get(address).status_code == 404


def test_facts_for_those_who_are_signed_in(client, cast, course):
    client.force_login(cast.mina)
    assert facts(page_of(client, course)) == {
        "Dauer": "20 Minuten",
        "Für wen": "Alle",
        "Niveau": "Grundlagen",
        "Thema": "Verwaltung und Arbeit",
        "Sprache": "Deutsch",
        "Fragen": "E-Mail schreiben",
        "Lizenz": "CC BY-SA 4.0",
    }


def test_without_a_contact_the_office_of_the_city_answers(client, cast, course):
    course.contact = ""
    course.save()
    client.force_login(cast.mina)
    assert facts(page_of(client, course))["Fragen"] == "Die Ausbildungsabteilung der Stadt Nürnberg"


def test_other_languages_of_a_course_are_named(client, cast, course):
    english = CourseFactory(city=cast.nuremberg, title="Keeping files", language="en")
    english.translation_key = course.translation_key
    english.save()
    page = page_of(client, course)
    assert page.find("a", hreflang="en")["href"] == english.url
    assert page_of(client, english).find("a", hreflang="de")["href"] == course.url


def test_a_closed_course_stays_open_to_those_who_learn_there(client, cast, course):
    enroll(course, actor=cast.mina)
    type(course).objects.filter(pk=course.pk).update(closed_on=timezone.localdate() - timedelta(days=1))
    client.force_login(cast.mina)
    assert client.get(lessons_of(course)[0].url).status_code == 200
    assert "Hier geht es für Sie weiter" in words(page_of(client, course))
    client.force_login(cast.zoe)
    assert "nimmt niemanden mehr neu auf" in words(page_of(client, course)).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("count", [1, 12])
@pytest.mark.parametrize(
    ("reader", "state", "asked"),
    [
        (None, "new", 3),
        ("mina", "new", 10),
        ("mina", "learning", 11),
        ("mina", "completed", 11),
        ("barbara", "new", 11),
        ("hanna", "new", 11),
    ],
)
def test_a_course_asks_as_often_with_one_lesson_as_with_many(client, cast, count, reader, state, asked):
    course = CourseFactory(city=cast.nuremberg, lessons=count)
    if state == "learning":
        enroll(course, actor=cast.mina)
    if state == "completed":
        learn(cast.mina, course)
    if reader:
        client.force_login(getattr(cast, reader))
    assert queries_of(client, f"{course.url}?x=1") == asked  # an address that is not kept for visitors


@pytest.mark.parametrize(("reader", "asked"), [("mina", 13), ("barbara", 13)])
def test_an_adapted_and_translated_course_asks_little_more(client, cast, reader, asked):
    original, course = CourseFactory(city=cast.munich), CourseFactory(city=cast.nuremberg)
    CourseFactory(city=cast.nuremberg, language="en", translation_key=course.translation_key)
    Adaptation.objects.create(
        page=course, source=original, source_title="Original", source_city=cast.munich, city=cast.nuremberg,
        source_licence="CC0 1.0", seen={"page": original.pk},
    )  # fmt: skip
    learn(cast.mina, course)
    client.force_login(getattr(cast, reader))
    assert queries_of(client, course.url) == asked


def test_the_page_for_visitors_is_kept(client, course):
    client.get(course.url)
    assert len(caches["pages"]._cache) == 2  # with the version
