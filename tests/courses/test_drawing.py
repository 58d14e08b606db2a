"""Questions of the bank in tests: named, drawn, and never more than there are."""

import json
from random import Random

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from courses.drawing import Place, Wish, drawn, wishes_in
from courses.models import TestPage
from courses.queries.writing.readiness import readiness_of
from courses.services.assessing.assessment import start_attempt, submit_attempt
from courses.services.sharing.adapting import adapt_course
from courses.services.translating.translating import start_translation
from courses.services.writing.authoring import set_up_shelf
from lms.core.errors import Refused
from tests.courses.sharing import fresh
from tests.courses.stories import learn
from tests.factories.courses import CourseFactory, questions
from tests.factories.courses import test_of as the_test_of
from tests.factories.questions import RIGHT, CategoryFactory, QuestionFactory

CATEGORIES, LEVELS = st.integers(1, 3), st.sampled_from(["easy", "medium", "hard"])
POOLS = st.dictionaries(st.integers(1, 30), st.builds(Place, CATEGORIES, LEVELS))
DRAWS = st.builds(
    Wish,
    block=st.uuids().map(str),
    category=CATEGORIES,
    difficulty=st.one_of(st.just(""), LEVELS),
    count=st.integers(1, 5),
)
NAMED = st.builds(Wish, block=st.uuids().map(str), question=st.integers(1, 35))
WISHES = st.lists(st.one_of(DRAWS, NAMED), max_size=6, unique_by=lambda wish: wish.block)


@given(WISHES, POOLS, st.randoms())
def test_no_question_comes_twice_and_each_fits_its_wish(wishes, pool, order):
    result = drawn(wishes, pool, order)
    picked = [key for keys in result.questions.values() for key in keys]
    assert len(picked) == len(set(picked)) == len(result.all)
    for wish in wishes:
        keys = result.questions[wish.block]
        assert len(keys) == wish.count or wish.block in result.short
        assert all(key == wish.question if wish.question else wish.fits(pool[key]) for key in keys)


@given(WISHES, POOLS, st.integers(), st.integers())
def test_whether_there_are_enough_does_not_depend_on_luck(wishes, pool, one, other):
    assert drawn(wishes, pool, Random(one)).short == drawn(wishes, pool, Random(other)).short


def test_a_draw_of_one_difficulty_is_served_before_one_of_any():
    pool = {1: Place(1, "easy"), 2: Place(1, "hard")}
    wishes = [Wish("any", category=1), Wish("easy", category=1, difficulty="easy")]
    assert all(not drawn(wishes, pool, Random(seed)).short for seed in range(20))


def test_blocks_that_are_not_filled_in_wish_for_nothing():
    assert wishes_in([{"type": "bank", "id": "a", "value": {"question": None}}, {"type": "single", "value": {}},
                      {"type": "draw", "id": "b", "value": {"category": 1, "count": None}}]) == []  # fmt: skip


def draw(category, count, difficulty="", key="draw"):
    value = {"category": category.pk, "difficulty": difficulty, "count": count, "lesson": None}
    return {"type": "draw", "id": key, "value": value}


def named(question, key="bank"):
    return {"type": "bank", "id": key, "value": {"question": question.pk, "lesson": None}}


@pytest.fixture
def drawer(cast):
    return CategoryFactory(city=cast.nuremberg, name="Datenschutz")


@pytest.fixture
def course(cast):
    set_up_shelf(cast.nuremberg)
    return CourseFactory(city=cast.nuremberg, test=True, contact="akten@example.org")


def asking(course, *blocks):
    """The course, with a test of these blocks."""
    test = the_test_of(course)
    test.questions = json.dumps(blocks)
    test.save()
    return course


def asked(person, course):
    enrollment = learn(person, course)
    return start_attempt(enrollment, the_test_of(course), actor=person)


def test_an_attempt_asks_what_is_written_named_and_drawn(cast, drawer, course):
    one = QuestionFactory(category=drawer, number=3)
    for _ in range(4):
        QuestionFactory(category=drawer, difficulty="hard")
    attempt = asked(cast.mina, asking(course, questions()[0], named(one), draw(drawer, 2, "hard")))
    assert len(attempt.questions) == 4
    chosen = next(question for question in attempt.questions if question["key"] == f"q{one.pk}")
    assert (chosen["question"], chosen["version"], chosen["lesson"]) == (one.pk, 3, None)
    assert {"one", f"q{one.pk}"} < {question["key"] for question in attempt.questions}


def test_a_drawn_question_is_scored_like_any_other(cast, drawer, course):
    found = [QuestionFactory(category=drawer, kind=kind) for kind in RIGHT]
    attempt = asked(cast.mina, asking(course, draw(drawer, len(RIGHT))))
    answers = {f"q{question.pk}": RIGHT[question.kind] for question in found}
    assert submit_attempt(attempt, answers, actor=cast.mina).score == 100


def test_people_are_asked_in_different_orders_but_unmixed_tests_keep_theirs(cast, drawer, course):
    for _ in range(8):
        QuestionFactory(category=drawer)
    asking(course, questions()[0], questions()[1], draw(drawer, 1))
    TestPage.objects.filter(pk=the_test_of(course).pk).update(shuffle=False)
    for person in (cast.mina, cast.zoe):
        attempt = asked(person, course)
        assert [one["key"] for one in attempt.questions][:2] == ["one", "more"]
        assert [one["text"] for one in attempt.questions[1]["choices"]] == ["rot", "blau", "grün"]


def test_what_is_retired_or_belongs_to_another_city_is_never_drawn(cast, drawer, course):
    QuestionFactory(category=drawer, is_retired=True)
    theirs = CategoryFactory(city=cast.munich, is_shared=True)
    QuestionFactory(category=theirs)
    shared = QuestionFactory(category=theirs, is_shared=True)
    own = QuestionFactory(category=drawer)
    attempt = asked(cast.mina, asking(course, draw(drawer, 1), draw(theirs, 1, key="theirs")))
    assert {question["question"] for question in attempt.questions} == {own.pk, shared.pk}


def test_a_drawer_that_has_shrunk_is_a_friendly_refusal(cast, drawer, course):
    QuestionFactory(category=drawer)
    with pytest.raises(Refused, match=r"akten@example\.org"):
        asked(cast.mina, asking(course, draw(drawer, 2)))


def spots(course):
    ready = readiness_of(course)
    return [finding for page in ready.pages for finding in page.findings if finding.code == "too_few_questions"]


def test_the_list_of_what_is_missing_names_the_draw(cast, drawer, course):
    QuestionFactory(category=drawer)
    asking(course, draw(drawer, 2))
    (found,) = spots(course)
    assert (found.block_id, found.is_blocker) == ("draw", True)
    assert "nur noch 1 solche Frage" in found.sentence
    QuestionFactory(category=drawer)
    assert not spots(course)


def test_the_list_names_a_question_that_is_asked_twice_or_no_longer(cast, drawer, course):
    one, gone = QuestionFactory(category=drawer), QuestionFactory(category=drawer, is_retired=True)
    asking(course, named(one), named(one, "again"), named(gone, "gone"))
    assert [found.block_id for found in spots(course)] == ["again", "gone"]


def test_an_adapted_or_translated_test_keeps_its_blocks(cast, drawer, course):
    question = QuestionFactory(category=drawer, is_shared=True)
    asking(course, named(question), draw(drawer, 1))
    copy, _is_new = adapt_course(fresh(course), cast.munich, actor=cast.marlene)
    english = start_translation(course, "en", actor=cast.barbara)
    for other in (copy, english):
        raw = the_test_of(fresh(other)).get_latest_revision_as_object().questions.get_prep_value()
        assert [(one["type"], one["value"].get("question") or one["value"]["category"]) for one in raw] == [
            ("bank", question.pk),
            ("draw", drawer.pk),
        ]
    assert [found.block_id for found in spots(copy)] == ["draw"]  # München may use the shared one alone


def fields(test, *blocks):
    comments = {f"comments-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")}
    sent = {**comments, "title": test.title, "slug": test.slug, "intro": "", "pass_mark": "70", "max_attempts": "2",
            "wait_hours": "0", "minutes_limit": "", "feedback": "after_last", "closes_on": "", "shuffle": "on",
            "questions-count": str(len(blocks))}  # fmt: skip
    for at, (kind, values) in enumerate(blocks):
        sent |= {f"questions-{at}-type": kind, f"questions-{at}-order": str(at), f"questions-{at}-deleted": "",
                 f"questions-{at}-id": f"block-{at}"}  # fmt: skip
        sent |= {f"questions-{at}-value-{name}": str(value) for name, value in values.items()}
    return sent


def edit(client, test, *blocks, **more):
    return client.post(reverse("wagtailadmin_pages:edit", args=[test.pk]), fields(test, *blocks) | more)


@pytest.fixture
def barbara(client, cast):
    client.force_login(cast.barbara)
    return client


def saved(test):
    return fresh(test).get_latest_revision_as_object().questions.get_prep_value()


def test_the_editor_offers_what_the_city_may_use(barbara, cast, drawer, course):
    QuestionFactory(category=drawer, definition={"text": "Eigene?"})
    theirs = CategoryFactory(city=cast.munich, name="Fremde")
    QuestionFactory(category=theirs, definition={"text": "Fremde?"})
    QuestionFactory(category=theirs, is_shared=True, definition={"text": "Geteilte?"})
    QuestionFactory(category=drawer, is_retired=True, definition={"text": "Alte?"})
    page = barbara.get(reverse("wagtailadmin_pages:edit", args=[the_test_of(course).pk])).content.decode()
    told = json.dumps(json.loads(BeautifulSoup(page, "html.parser").find(id="questions")["data-w-block-data-value"]))
    assert "Eigene?" in told
    assert "Geteilte?" in told
    assert "Alte?" not in told
    assert "Fremde?" not in told


def test_the_editor_keeps_a_draw_and_a_named_question(barbara, drawer, course):
    one = QuestionFactory(category=drawer)
    QuestionFactory(category=drawer)
    test = the_test_of(course)
    blocks = [("bank", {"question": one.pk, "lesson": ""}),
              ("draw", {"category": drawer.pk, "difficulty": "", "count": 1, "lesson": ""})]  # fmt: skip
    assert edit(barbara, test, *blocks).status_code == 302
    assert [block["type"] for block in saved(test)] == ["bank", "draw"]
    page = barbara.get(reverse("wagtailadmin_pages:edit", args=[test.pk])).content
    told = json.loads(BeautifulSoup(page, "html.parser").find(id="questions")["data-w-block-arguments-value"])
    chosen = [block["value"].get("question") or block["value"].get("category") for block in told[0]]
    assert chosen == [[str(one.pk)], [str(drawer.pk)]]  # lists, as scripts of the editor fill selects


@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}])
def test_the_editor_refuses_to_draw_more_than_there_are(barbara, drawer, course, action):
    QuestionFactory(category=drawer)
    test = the_test_of(course)
    before = test.latest_revision_id
    answer = edit(
        barbara, test, ("draw", {"category": drawer.pk, "difficulty": "", "count": 5, "lesson": ""}), **action
    )
    assert answer.status_code == 200
    errors = json.loads(
        BeautifulSoup(answer.content, "html.parser").find(id="questions")["data-w-block-arguments-value"]
    )
    assert "nur noch 1 solche Frage" in json.dumps(errors, ensure_ascii=False)
    assert errors[0][0]["value"]["count"] == "5"  # what was typed stays
    test.refresh_from_db()
    assert test.latest_revision_id == before


@pytest.mark.parametrize("choice", ["theirs", "x", "9" * 30, "-1"])
def test_the_editor_takes_no_question_of_another_city(barbara, cast, course, choice):
    theirs = QuestionFactory(category=CategoryFactory(city=cast.munich))
    test = the_test_of(course)
    value = theirs.pk if choice == "theirs" else choice
    edit(barbara, test, ("bank", {"question": value, "lesson": ""}))
    assert all(block["type"] != "bank" or block["value"]["question"] is None for block in saved(test))
