"""What trainers see of a test: which questions measure, and never who answered what."""

import pytest
from django.urls import reverse

from courses.queries.assessing.analysis import Wrong, analysis_of
from tests.factories.courses import AttemptFactory, CourseFactory, EnrollmentFactory, a_free_text, a_single
from tests.factories.courses import test_of as the_test_of
from tests.queries import queries_of

QUESTIONS = [a_single("one"), a_single("two", text="Was noch?")]


@pytest.fixture
def course(cast):
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=0, test=True)


def taken(course, one, two, **changes):
    """Somebody takes the test; `one` and `two` are what they pick."""
    answers = {"one": [one], "two": [two]}
    return AttemptFactory(enrollment__course=course, questions=QUESTIONS, answers=answers, scored=50, **changes)


def rows(course):
    return {row.text: row for row in analysis_of(the_test_of(course)).rows}


def address(course):
    return reverse("courses:analysis", args=[the_test_of(course).pk])


def test_below_five_people_nothing_is_said(client, cast, course):
    for _ in range(4):
        taken(course, "ja", "ja")
    found = analysis_of(the_test_of(course))
    assert (found.rows, found.count) == ([], 0)
    client.force_login(cast.barbara)
    assert "Noch zu wenige Versuche" in client.get(address(course)).content.decode()


def test_further_attempts_of_the_same_person_do_not_count(course):
    mine = EnrollmentFactory(course=course)
    for number in range(1, 8):
        AttemptFactory(enrollment=mine, number=number, questions=QUESTIONS, answers={"one": ["ja"]}, scored=50)
    assert analysis_of(the_test_of(course)).count == 0


def test_how_hard_a_question_is_and_what_it_tells(course):
    for one, two in [("ja", "ja")] * 4 + [("nein", "nein")] * 2:
        taken(course, one, two)
    row = rows(course)["Was gilt?"]
    assert (row.solved, row.how_hard, row.tells_apart, row.count) == (67, "mittel", "gut", 6)


def test_a_question_that_misleads_is_named_with_what_to_do(course):
    for one, two in [("ja", "nein")] * 3 + [("nein", "ja")] * 3:
        taken(course, one, two)
    row = rows(course)["Was gilt?"]
    assert row.tells_apart == "verkehrt herum"
    assert "Ist die richtige Antwort wirklich richtig" in row.advice


@pytest.mark.parametrize(("wrong", "said"), [(4, None), (5, 50), (6, 60)])
def test_how_often_a_wrong_answer_was_chosen_is_said_from_five_on(course, wrong, said):
    for number in range(10):
        taken(course, "nein" if number < wrong else "ja", "ja")
    assert rows(course)["Was gilt?"].wrong == Wrong("nein", said)


def test_answers_in_own_words_are_never_shown(client, cast, course):
    for _ in range(6):
        AttemptFactory(enrollment__course=course, questions=[a_free_text(), a_single()], scored=50)
    client.force_login(cast.barbara)
    page = client.get(address(course)).content.decode()
    assert "Warum?" in page
    assert "Weil Akten erzählen." not in page


def test_questions_that_few_met_are_only_counted(client, cast, course):
    for _ in range(5):
        taken(course, "ja", "nein")
    AttemptFactory(enrollment__course=course, questions=[a_single("rare", text="Selten?")], answers={}, scored=0)
    client.force_login(cast.barbara)
    page = client.get(address(course)).content.decode()
    assert "Selten?" not in page
    assert "1 weitere Frage" in page


def test_those_who_look_after_the_course_see_it_and_nobody_else(client, cast, course):
    for person, status in ((cast.barbara, 200), (cast.hanna, 200), (cast.dieter, 404), (cast.mina, 404)):
        client.force_login(person)
        assert client.get(address(course)).status_code == status


def test_it_costs_the_same_for_few_and_many(client, cast, course):
    client.force_login(cast.barbara)
    for _ in range(5):
        taken(course, "ja", "nein")
    few = queries_of(client, address(course))
    for _ in range(15):
        taken(course, "nein", "ja")
    assert queries_of(client, address(course)) == few
