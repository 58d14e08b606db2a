from fractions import Fraction
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses import grading
from questions.kinds import KINDS

PERCENT = st.integers(0, 100)


def question(key, kind="multiple", right="ab", choices="abcdef"):
    offered = [{"key": one, "text": one, "right": one in right} for one in choices]
    return {"key": key, "kind": kind, "text": key, "choices": offered}


@pytest.fixture
def essay(monkeypatch):
    monkeypatch.setitem(KINDS, "essay", SimpleNamespace(name="essay", by_hand=True))
    return {"key": "essay", "kind": "essay", "text": "Warum?"}


def test_what_is_not_answered_earns_nothing():
    two = [question("1", "single", "a"), question("2", "single", "a")]
    assert grading.earned(two, {"1": ["a"]}, {}) == [1, 0]
    assert grading.score(two, {"1": ["a"]}, {}) == 50


def test_the_percentage_is_rounded_down_so_that_nearly_is_not_enough():
    assert grading.percent([Fraction(1), Fraction(1), Fraction(0)]) == 66
    assert grading.percent([]) == grading.score([], {}, {}) == 0
    assert not grading.passed(66, 67)
    assert grading.passed(66, 66)


def test_what_a_trainer_marks_waits_for_the_mark(essay):
    asked = [question("1"), essay]
    answers = {"1": ["a", "b"], "essay": "Darum."}
    assert grading.unmarked(asked, answers, {}) == ["essay"]
    assert grading.unmarked(asked, answers, {"essay": 40}) == []
    assert grading.score(asked, answers, {"essay": 40}) == 70


def test_a_question_for_the_trainer_that_nobody_answered_needs_no_mark(essay):
    assert grading.unmarked([essay], {}, {}) == []
    assert grading.score([essay], {}, {"essay": 100}) == 0


@st.composite
def papers(draw):
    asked = [question(str(n), draw(st.sampled_from(["single", "multiple"])), draw(st.sampled_from(["a", "b"])))
             for n in range(draw(st.integers(1, 6)))]  # fmt: skip
    picks = st.one_of(st.none(), st.lists(st.sampled_from("abcdef"), unique=True))
    return asked, {one["key"]: draw(picks) for one in asked}


@given(papers())
def test_a_score_is_between_0_and_100(paper):
    asked, answers = paper
    assert 0 <= grading.score(asked, answers, {}) <= 100


@given(papers(), st.randoms())
def test_the_order_of_questions_and_answers_does_not_count(paper, order):
    asked, answers = paper
    mixed = order.sample(asked, len(asked))
    turned = {key: picked and order.sample(picked, len(picked)) for key, picked in answers.items()}
    assert grading.score(mixed, turned, {}) == grading.score(asked, answers, {})


@given(papers())
def test_one_more_right_answer_never_costs_anything(paper):
    asked, answers = paper
    for one in asked:
        better = answers | {one["key"]: [choice["key"] for choice in one["choices"] if choice["right"]]}
        assert grading.score(asked, better, {}) >= grading.score(asked, answers, {})


@given(papers(), PERCENT, PERCENT)
def test_a_better_mark_never_lowers_the_score(paper, less, more):
    asked, answers = paper
    less, more = sorted([less, more])
    KINDS["essay"] = SimpleNamespace(name="essay", by_hand=True)
    try:
        asked, answers = [*asked, {"key": "essay", "kind": "essay"}], answers | {"essay": "Darum."}
        assert grading.score(asked, answers, {"essay": less}) <= grading.score(asked, answers, {"essay": more})
    finally:
        del KINDS["essay"]
