"""Which tests ask a question of the bank, for those who are about to change it."""

import pytest
from django.urls import reverse

from courses.queries.assessing.question_uses import uses_in_tests
from tests.factories.courses import CourseFactory, TestPageFactory
from tests.factories.questions import CategoryFactory, QuestionFactory
from tests.queries import queries_in


@pytest.fixture
def question(cast):
    drawer = CategoryFactory(city=cast.nuremberg)
    return QuestionFactory(category=drawer, difficulty="easy", is_shared=True)


def by_name(question):
    return {"type": "bank", "id": "b", "value": {"question": question.pk, "lesson": None}}


def drawing(question, difficulty=""):
    value = {"category": question.category_id, "count": 1, "difficulty": difficulty, "lesson": None}
    return {"type": "draw", "id": "d", "value": value}


def a_test(city, *blocks, course="Akten führen", live=True):
    page = CourseFactory(city=city, title=course, lessons=0)
    return TestPageFactory(parent=page, questions=list(blocks), live=live, title="Test")


def named(question, reader):
    return [(use.title, use.note) for use in uses_in_tests(question, reader).seen]


def test_tests_that_name_it_and_tests_that_draw_it(cast, question):
    a_test(cast.nuremberg, by_name(question))
    a_test(cast.nuremberg, drawing(question, "easy"), course="Bescheide")
    a_test(cast.nuremberg, drawing(question, "hard"), by_name(QuestionFactory(category=question.category)))
    assert named(question, cast.barbara) == [
        ("Test – Akten führen", "stellt genau diese Frage"),
        ("Test – Bescheide", "zieht aus ihrer Kategorie"),
    ]


def test_what_is_saved_but_not_published_counts_as_well(cast, question):
    test = a_test(cast.nuremberg)
    test.questions = [("bank", {"question": question, "lesson": None})]
    test.save_revision()
    assert named(question, cast.barbara) == [("Test – Akten führen", "stellt genau diese Frage")]
    assert uses_in_tests(question, cast.dieter).unseen == 1


def test_unpublished_tests_of_other_cities_are_only_counted(cast, question):
    a_test(cast.munich, by_name(question), course="Geheim", live=False)
    a_test(cast.munich, drawing(question), course="Offen")
    found = uses_in_tests(question, cast.barbara)
    assert ([use.title for use in found.seen], found.unseen, found.by_name) == (["Test – Offen"], 1, True)


def test_of_a_city_that_cannot_ask_it_nothing_is_said(cast, question):
    a_test(cast.munich, by_name(question))
    question.is_shared = False
    assert not uses_in_tests(question, cast.barbara)


def test_what_is_no_longer_asked_is_not_drawn_but_still_named(cast, question):
    a_test(cast.nuremberg, drawing(question))
    a_test(cast.nuremberg, by_name(question), course="Bescheide")
    question.is_retired = True
    assert [title for title, _note in named(question, cast.barbara)] == ["Test – Bescheide"]


def test_before_it_is_put_aside_its_page_says_what_that_stops(cast, client, question):
    a_test(cast.nuremberg, by_name(question))
    client.force_login(cast.barbara)
    page = client.get(reverse("questions:question", args=[question.pk])).content.decode()
    assert page.count("Test – Akten führen") == 2
    assert "können ohne sie nicht begonnen werden" in page


def test_many_tests_ask_the_database_as_often_as_one(cast, question):
    def asked():
        return queries_in(lambda: uses_in_tests(question, cast.barbara))

    a_test(cast.nuremberg, by_name(question))
    once = asked()
    for city in (cast.nuremberg, cast.munich):
        a_test(city, drawing(question)).save_revision()
    assert asked() == once
