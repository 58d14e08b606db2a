"""Difficulty, discrimination and distractors."""

from fractions import Fraction
from statistics import StatisticsError, correlation

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from questions.analysis import FEWEST, analyse

SHARES = st.fractions(min_value=0, max_value=1, max_denominator=12)
ATTEMPTS = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(SHARES, min_size=width, max_size=width), min_size=FEWEST, max_size=15)
)


def taken(rows):
    return [({}, {f"q{at}": share for at, share in enumerate(row)}) for row in rows]


@given(rows=ATTEMPTS)
def test_difficulty_and_discrimination_stay_within_their_bounds(rows):
    for item in analyse(taken(rows)).values():
        assert 0 <= item.difficulty <= 1
        assert item.discrimination is None or -1 <= item.discrimination <= 1
        assert item.count == len(rows)


@given(rows=ATTEMPTS, data=st.data())
def test_the_order_of_attempts_and_questions_changes_nothing(rows, data):
    mixed = data.draw(st.permutations(taken(rows)))
    turned = [(answers, dict(reversed(shares.items()))) for answers, shares in mixed]
    assert analyse(turned) == analyse(taken(rows))


@given(rows=ATTEMPTS)
def test_discrimination_is_the_correlation_with_the_mean_of_the_others(rows):
    own = [float(row[0]) for row in rows]
    others = [float(sum(row[1:]) / (len(row) - 1)) for row in rows]
    try:
        expected = correlation(own, others)
    except StatisticsError:
        assume(False)
    assert analyse(taken(rows))["q0"].discrimination == pytest.approx(expected, abs=1e-6)


@given(rows=ATTEMPTS)
def test_turning_every_share_of_a_question_round_turns_its_discrimination_round(rows):
    turned = [[1 - row[0], *row[1:]] for row in rows]
    before, after = analyse(taken(rows))["q0"], analyse(taken(turned))["q0"]
    assert after.difficulty == pytest.approx(1 - before.difficulty)
    if before.discrimination is None:
        assert after.discrimination is None
    else:
        assert after.discrimination == pytest.approx(-before.discrimination)


@given(rows=st.lists(st.lists(SHARES, min_size=2, max_size=2), max_size=FEWEST - 1))
def test_below_five_attempts_nothing_is_said(rows):
    assert analyse(taken(rows)) is None


def test_a_question_that_few_have_drawn_stays_silent():
    attempts = [({}, {"old": Fraction(1), "all": Fraction(n % 2)}) for n in range(4)]
    attempts += [({}, {"all": Fraction(1)})] * 3
    found = analyse(attempts)
    assert found["old"] is None
    assert found["all"].count == 7
    assert found["all"].discrimination is None


def test_a_question_that_the_better_ones_know_discriminates():
    rows = [[Fraction(n > 2), Fraction(n, 5)] for n in range(6)]
    assert analyse(taken(rows))["q0"].discrimination == pytest.approx(0.878, abs=0.001)


def test_distractors_are_counted_and_texts_are_not():
    answers = [
        {"a": ["x"], "b": {"1": "u"}, "c": "ich"},
        {"a": ["x", "y"]},
        {"a": ["y"], "d": {"file": 1, "name": "n"}},
    ]
    attempts = [(answers[n % 3], dict.fromkeys("abcd", Fraction(n % 2))) for n in range(6)]
    found = analyse(attempts)
    assert [found[key].picks for key in "abcd"] == [{"x": 4, "y": 4}, {"1:u": 2}, {}, {}]
