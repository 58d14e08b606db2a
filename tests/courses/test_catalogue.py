from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from courses.models import Adaptation
from courses.queries.reading.catalogue import Catalogue, Filters, shelves
from courses.services.enrolling.enrollments import enroll
from tests.factories.courses import CourseFactory, LessonFactory
from tests.queries import queries_of

CATALOGUE = reverse("courses:catalogue")


@pytest.fixture
def three(cast):
    """Three courses: privacy (N, 20 min), writing (A, 40 min, in English), networks (M, 90 min)."""
    return [
        CourseFactory(city=cast.nuremberg, title="Datenschutz im Amt", summary="Akten schützen."),
        CourseFactory(
            city=cast.augsburg, title="Plain writing", summary="Letters.", topic="citizens", language="en", lessons=4
        ),
        CourseFactory(
            city=cast.munich,
            title="Netzwerke",
            summary="Kabel und Funk.",
            topic="infrastructure",
            level="advanced",
            minutes=90,
            is_mandatory=True,
        ),
    ]


def found(cast, **filters):
    catalogue = Catalogue(cast.mina, Filters(**filters), shelves())
    return [course.title for course in catalogue.cards(catalogue.keys)]


@pytest.mark.parametrize(
    ("filters", "titles"),
    [
        ({}, ["Datenschutz im Amt", "Netzwerke", "Plain writing"]),
        ({"city": "nuernberg"}, ["Datenschutz im Amt"]),
        ({"topic": "citizens"}, ["Plain writing"]),
        ({"level": "advanced"}, ["Netzwerke"]),
        ({"language": "en"}, ["Plain writing"]),
        ({"minutes": "30"}, ["Datenschutz im Amt"]),
        ({"minutes": "60"}, ["Datenschutz im Amt", "Plain writing"]),
        ({"mandatory": "1"}, ["Netzwerke"]),
        ({"city": "muenchen", "minutes": "60"}, []),
    ],
)
def test_filters_narrow_the_catalogue(cast, three, filters, titles):
    assert found(cast, **filters) == titles


@pytest.mark.parametrize("words", ["Datenschutz", "datensch", "schutz", "schützen", "schuetzen", "Amt Datenschutz"])
def test_words_beginnings_and_parts_of_words_find_a_course(cast, three, words):
    assert found(cast, q=words) == ["Datenschutz im Amt"]


def lesson_on(course, title, text):
    return LessonFactory(parent=course, title=title, body=[{"type": "text", "id": "t", "value": f"<p>{text}</p>"}])


def test_titles_count_more_than_goals_and_those_more_than_lessons(cast, three):
    _privacy, _writing, networks = three
    lesson_on(networks, "Kabel", "Eine Frist, noch eine Frist und noch eine Frist: überall Fristen.")
    goals = [{"type": "goal", "value": "Sie halten jede Frist ein."}]
    CourseFactory(city=cast.augsburg, title="Bescheide", summary="Kurz.", goals=goals)
    CourseFactory(city=cast.augsburg, title="Rund um Fristen", summary="Kurz.")
    assert found(cast, q="Frist") == ["Rund um Fristen", "Bescheide", "Netzwerke"]


def test_words_may_stand_in_different_places_of_a_course(cast, three):
    lesson_on(three[0], "Am Telefon", "Wie Sie Auskunft geben.")
    assert found(cast, q="datenschutz auskunft") == ["Datenschutz im Amt"]
    assert found(cast, q="datenschutz kabel") == []


def shown(client, **query):
    page = BeautifulSoup(client.get(CATALOGUE, query).content, "html.parser")
    return [" ".join(card.get_text(" ", strip=True).split()) for card in page.select(".wj-card")], page


def test_a_card_shows_in_which_lesson_the_word_stands(client, cast, three):
    lesson_on(three[0], "Fristen", "Wer <b>Auskunft</b> will, bekommt sie. " + "Das dauert. " * 60 + "Bald & gut.")
    client.force_login(cast.mina)
    [card], page = shown(client, q="auskunft")
    assert "In Lektion „Fristen“: Wer Auskunft will, bekommt sie. Das dauert." in card
    assert card.count("Das dauert.") < 12
    assert [mark.get_text() for mark in page.select("mark")] == ["Auskunft"]


def test_what_is_quoted_is_escaped(client, cast):
    course = CourseFactory(city=cast.nuremberg, title="Zeichen <script>", lessons=0)
    lesson_on(course, "Klammern <i>", "Man schreibt &lt;script&gt;alert(1)&lt;/script&gt; nie.")
    client.force_login(cast.mina)
    for words in ("alert", "script", "klammern"):
        answer = client.get(CATALOGUE, {"q": words}).content.decode()
        assert "<mark>" in answer
        assert "<script>alert" not in answer
        assert "Klammern <i>" not in answer


def test_visitors_read_in_which_lesson_it_stands_but_not_the_lesson(client, cast, three):
    lesson_on(three[0], "Fristen", "Wer Auskunft will, bekommt sie.")
    [card], _page = shown(client, q="auskunft")
    assert "In Lektion „Fristen“" in card
    assert "bekommt sie" not in card


def test_answers_to_a_question_to_oneself_are_not_found(cast, three):
    assert found(cast, q="Eine Sammlung") == []


def test_no_search_breaks_the_page(client, cast, three):
    client.force_login(cast.mina)
    for words in ['"', "*", "AND", "(", "a OR", "-", "'; --", "%", "_", "ß" * 100, "NEAR(", "\\", "{a}:b", "^x"]:
        assert client.get(CATALOGUE, {"q": words}).status_code == 200


def test_what_the_catalogue_does_not_know_is_left_out(client, cast, three):
    client.force_login(cast.mina)
    for query in ["q=%00", "city=paris", "minutes=abc", "page=-1", "page=zz", "level=%27", "topic="]:
        assert "3 Kurse" in client.get(f"{CATALOGUE}?{query}").content.decode()


def to_drop(cast, **filters):
    return Catalogue(cast.mina, Filters(**filters), shelves()).to_drop()


def test_an_empty_result_says_which_filter_to_drop(client, cast, three):
    filters = Filters(q="Netzwerke", city="nuernberg", level="advanced")
    assert to_drop(cast, q="Netzwerke", city="nuernberg") == [("q", 1), ("city", 1)]
    assert to_drop(cast, **filters.active) == [("city", 1)]
    client.force_login(cast.mina)
    page = client.get(CATALOGUE, filters.active).content.decode()
    assert "ohne Nürnberg: 1 Kurs" in page


def test_drafts_closed_and_expired_courses_are_not_in_the_catalogue(cast):
    today = timezone.localdate()
    CourseFactory(city=cast.nuremberg, title="Halbfertig", live=False)
    CourseFactory(city=cast.nuremberg, title="Geschlossen", closed_on=today)
    CourseFactory(city=cast.nuremberg, title="Abgelaufen", valid_until=today - timedelta(days=1))
    CourseFactory(city=cast.nuremberg, title="Noch heute", valid_until=today)
    assert found(cast) == ["Noch heute"]
    assert [found(cast, q=word) for word in ("Halbfertig", "Geschlossen", "Abgelaufen")] == [[], [], []]


def test_a_card_says_what_sets_a_course_apart(client, cast):
    original = CourseFactory(city=cast.munich, title="Original")
    CourseFactory(city=cast.nuremberg, title="Einfach", minutes=35, level="advanced")
    copy = CourseFactory(city=cast.augsburg, title="Adapted", is_mandatory=True, language="en")
    Adaptation.objects.create(page=copy, source=original, source_title="Original", source_city=cast.munich)
    client.force_login(cast.mina)
    cards, _page = shown(client)
    assert cards == [
        "A Kurs aus Augsburg Adapted Akten führen, die man wiederfindet. 2 Lektionen 20 Minuten Grundlagen "
        "! Pflicht auf Englisch angepasst aus München",
        "N Kurs aus Nürnberg Einfach Akten führen, die man wiederfindet. 2 Lektionen 35 Minuten Für Fortgeschrittene",
        "M Kurs aus München Original Akten führen, die man wiederfindet. 2 Lektionen 20 Minuten Grundlagen",
    ]


def test_pages_of_the_catalogue_keep_the_filters(client, cast):
    for number in range(25):
        CourseFactory(city=cast.nuremberg, title=f"Kurs {number:02}", lessons=0)
    client.force_login(cast.mina)
    cards, page = shown(client, city="nuernberg", page=2)
    assert len(cards) == 1
    assert page.find("a", rel="prev")["href"] == "?city=nuernberg&page=1"


def test_a_card_says_that_one_is_learning(client, cast, three):
    enroll(three[0], actor=cast.mina)
    client.force_login(cast.mina)
    assert client.get(CATALOGUE).content.decode().count("Sie lernen gerade") == 1


def test_the_tree_leads_to_the_catalogue(client, cast, three):
    client.force_login(cast.mina)
    shelf = three[0].get_parent()
    assert client.get(shelf.url).url == f"{CATALOGUE}?city=nuernberg"
    assert client.get("/kurse/nuernberg/gibt-es-nicht/").status_code == 404


@pytest.mark.parametrize("count", [1, 12])
@pytest.mark.parametrize(
    ("reader", "query", "asked"),
    [
        (None, "?page=1", 4),  # an address that is not kept, see tests/core/test_visitors.py
        ("mina", "", 8),
        ("mina", "?q=akten", 10),
        ("mina", "?q=vorgang&city=nuernberg", 10),
        ("mina", "?q=unsinn&city=nuernberg", 8),
        ("barbara", "?q=vorgang", 11),
    ],
)
def test_the_catalogue_asks_as_often_for_one_lesson_as_for_many(client, cast, count, reader, query, asked):
    CourseFactory(city=cast.nuremberg, lessons=count)
    if reader:
        client.force_login(getattr(cast, reader))
    assert queries_of(client, CATALOGUE + query) == asked


@pytest.mark.parametrize("count", [1, 12])
def test_the_catalogue_asks_as_often_for_one_course_as_for_many(client, cast, count):
    for _ in range(count):
        CourseFactory(city=cast.nuremberg, lessons=1)
    client.force_login(cast.mina)
    assert (queries_of(client, CATALOGUE), queries_of(client, f"{CATALOGUE}?q=vorgang")) == (8, 10)
