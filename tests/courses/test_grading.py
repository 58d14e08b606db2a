from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses import grading

KEYS = st.frozensets(st.sampled_from("abcdef"))


@pytest.mark.parametrize(
    ("right", "picked", "points"),
    [("a", "a", 1), ("a", "b", 0), ("a", "", 0), ("a", "ab", 0)],
)
def test_single_choice_is_all_or_nothing(right, picked, points):
    assert grading.points("single", right, picked) == points


@pytest.mark.parametrize(
    ("right", "picked", "points"),
    [
        ("ab", "ab", 1),
        ("ab", "a", Fraction(1, 2)),
        ("ab", "ac", 0),
        ("ab", "abc", Fraction(1, 2)),
        ("abc", "ab", Fraction(2, 3)),
        ("ab", "abcd", 0),
        ("ab", "cd", 0),
        ("ab", "", 0),
    ],
)
def test_multiple_choice_gives_a_share_and_takes_one_for_each_wrong_pick(right, picked, points):
    assert grading.points("multiple", right, picked) == points


@given(right=KEYS, picked=KEYS, kind=st.sampled_from(["single", "multiple"]))
def test_a_question_is_worth_between_nothing_and_one_point(right, picked, kind):
    assert 0 <= grading.points(kind, right, picked) <= 1


@given(right=KEYS.filter(bool), extra=KEYS)
def test_ticking_more_never_beats_the_right_answer(right, extra):
    assert grading.points("multiple", right, right | extra) <= grading.points("multiple", right, right) == 1


def test_the_percentage_is_rounded_down_so_that_nearly_is_not_enough():
    earned = [Fraction(1), Fraction(1), Fraction(0)]
    assert grading.percent(earned) == 66
    assert grading.percent([]) == 0
    assert not grading.passed(66, 67)
    assert grading.passed(66, 66)


def test_what_is_not_answered_earns_nothing():
    choices = [{"key": "a", "text": "ja", "right": True}, {"key": "b", "text": "nein", "right": False}]
    questions = [{"key": "1", "kind": "single", "choices": choices}, {"key": "2", "kind": "single", "choices": choices}]
    assert grading.earned(questions, {"1": ["a"]}) == [1, 0]
