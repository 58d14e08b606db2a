"""How answers become points, points a percentage, a percentage a pass. Knows nothing of databases."""

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction

SINGLE, MULTIPLE = "single", "multiple"


def points(kind: str, right: Collection[str], picked: Collection[str]) -> Fraction:
    """Return the share of one point.

    Single choice: all or nothing. Multiple choice: each right pick earns a share, each
    wrong pick costs one, so that ticking everything earns nothing.
    """
    hits, misses = set(picked) & set(right), set(picked) - set(right)
    if kind == SINGLE:
        return Fraction(int(len(hits) == 1 and not misses))
    return max(Fraction(len(hits) - len(misses), len(right) or 1), Fraction(0))


def percent(earned: Sequence[Fraction]) -> int:
    """Round down: 69.6 percent are not 70."""
    return int(sum(earned, Fraction(0)) * 100 / len(earned)) if earned else 0


def passed(score: int, pass_mark: int) -> bool:
    return score >= pass_mark


def right_choices(question: dict) -> list[str]:
    return [choice["key"] for choice in question["choices"] if choice["right"]]


def earned(questions: Iterable[dict], answers: dict[str, list[str]]) -> list[Fraction]:
    """Points per question, in the order of the questions; what is not answered earns nothing."""
    return [points(one["kind"], right_choices(one), answers.get(one["key"], [])) for one in questions]
