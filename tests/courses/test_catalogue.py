import pytest
from django.urls import reverse

from courses.queries.catalogue import Filters, courses_found, to_drop
from courses.services.enrollments import enroll
from tests.factories.courses import CourseFactory
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
        ),
    ]


def found(cast, **filters):
    return [course.title for course in courses_found(cast.mina, Filters(**filters))]


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
        ({"city": "muenchen", "minutes": "60"}, []),
    ],
)
def test_filters_narrow_the_catalogue(cast, three, filters, titles):
    assert found(cast, **filters) == titles


@pytest.mark.parametrize("words", ["Datenschutz", "datensch", "schutz", "akten", "Amt Datenschutz"])
def test_words_beginnings_and_parts_of_words_find_a_course(cast, three, words):
    assert found(cast, q=words) == ["Datenschutz im Amt"]


def test_no_search_breaks_the_page(client, cast, three):
    client.force_login(cast.mina)
    for words in ['"', "*", "AND", "(", "a OR", "-", "'; --", "%", "_", "ß" * 100, "NEAR(", "\\", "{a}:b", "^x"]:
        assert client.get(CATALOGUE, {"q": words}).status_code == 200


def test_what_the_catalogue_does_not_know_is_left_out(client, cast, three):
    client.force_login(cast.mina)
    for query in ["q=%00", "city=paris", "minutes=abc", "page=-1", "page=zz", "level=%27", "topic="]:
        assert "3 Kurse" in client.get(f"{CATALOGUE}?{query}").content.decode()


def test_an_empty_result_says_which_filter_to_drop(client, cast, three):
    filters = Filters(q="Netzwerke", city="nuernberg", level="advanced")
    assert to_drop(cast.mina, Filters(q="Netzwerke", city="nuernberg")) == [("q", 1), ("city", 1)]
    assert to_drop(cast.mina, filters) == [("city", 1)]
    client.force_login(cast.mina)
    page = client.get(CATALOGUE, filters.active).content.decode()
    assert "ohne Nürnberg: 1 Kurs" in page


def test_drafts_are_not_in_the_catalogue(cast):
    CourseFactory(city=cast.nuremberg, title="Halbfertig", live=False)
    assert found(cast) == found(cast, q="Halbfertig") == []


def test_a_card_says_that_one_is_learning(client, cast, three):
    enroll(three[0], actor=cast.mina)
    client.force_login(cast.mina)
    assert client.get(CATALOGUE).content.decode().count("Sie lernen gerade") == 1


def test_the_tree_leads_to_the_catalogue(client, cast, three):
    client.force_login(cast.mina)
    shelf = three[0].get_parent()
    assert client.get(shelf.url).url == f"{CATALOGUE}?city=nuernberg"
    assert client.get("/kurse/nuernberg/gibt-es-nicht/").status_code == 404


@pytest.mark.parametrize("count", [1, 50])
def test_the_catalogue_asks_the_same_number_of_questions_for_any_size(client, cast, count):
    for _ in range(count):
        CourseFactory(city=cast.nuremberg, lessons=1)
    client.force_login(cast.mina)
    assert queries_of(client, CATALOGUE) == 10
