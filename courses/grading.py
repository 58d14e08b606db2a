"""How answers become points, points a percentage, a percentage a pass. Knows nothing of databases."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from questions.kinds import Answer, Definition, kind_of

Questions = Sequence[Definition]
Marks = Mapping[str, int]  # what a trainer gave, in percent, by the key of the question


def score(questions: Questions, answers: Mapping[str, Answer], marks: Marks) -> int:
    """The percentage of all points, rounded down: 69.6 percent are not 70."""
    return percent(earned(questions, answers, marks))


def unmarked(questions: Questions, answers: Mapping[str, Answer], marks: Marks) -> list[str]:
    """The keys of what a trainer has still to mark. What was not answered earns nothing and needs nobody."""
    by_hand = [one["key"] for one in questions if kind_of(one).by_hand]
    return [key for key in by_hand if answers.get(key) is not None and key not in marks]


def earned(questions: Iterable[Definition], answers: Mapping[str, Answer], marks: Marks) -> list[Fraction]:
    """Points per question, from 0 to 1, in the order of the questions."""
    return [_points(one, answers.get(one["key"]), marks.get(one["key"], 0)) for one in questions]


def _points(question: Definition, answer: Any, mark: int) -> Fraction:
    if answer is None:
        return Fraction(0)
    kind = kind_of(question)
    return Fraction(mark, 100) if kind.by_hand else kind.points(question, answer)


def percent(points: Sequence[Fraction]) -> int:
    return int(sum(points, Fraction(0)) * 100 / len(points)) if points else 0


def passed(score: int, pass_mark: int) -> bool:
    return score >= pass_mark
