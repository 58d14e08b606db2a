"""How well the questions of a test measure, from what was answered. Knows nothing of persons and databases."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import sqrt
from typing import Any

FEWEST = 5  # attempts, below which nothing is said: it would be chance, and tell of single persons
Taken = tuple[Mapping[str, Any], Mapping[str, Fraction]]  # answers and shares of an attempt, by question


@dataclass(frozen=True)
class Item:
    count: int
    difficulty: float  # mean share: 1 is what everybody knows
    discrimination: float | None  # from -1 to 1; None where all did equally well
    picks: dict[str, int] = field(default_factory=dict)  # how often each was chosen; gaps and pairs as "gap:option"


def analyse(attempts: Sequence[Taken]) -> dict[str, Item | None] | None:
    """What each question shows; None for those that fewer than five met, and for all below five attempts.

    Difficulty is the mean share of the points (p-value). Discrimination is the corrected item-total correlation: the
    Pearson correlation of the share with the mean of the other shares in the same attempt, so that a question is not
    compared with itself (S. Henrysson, Correction of item-total correlations in item analysis, Psychometrika 28, 1963,
    pp. 211-218). The mean stands for the total because attempts may have drawn different questions.
    """
    if len(attempts) < FEWEST:
        return None
    keys = dict.fromkeys(key for _answers, shares in attempts for key in shares)
    return {key: _item(key, [one for one in attempts if key in one[1]]) for key in keys}


def _item(key: str, attempts: Sequence[Taken]) -> Item | None:
    if len(attempts) < FEWEST:
        return None
    own = [shares[key] for _answers, shares in attempts]
    pairs = [(shares[key], _mean_of_others(key, shares)) for _answers, shares in attempts if len(shares) > 1]
    picked = Counter(pick for answers, _shares in attempts for pick in _picks(answers.get(key)))
    return Item(len(own), float(sum(own, Fraction(0)) / len(own)), correlation(pairs), dict(sorted(picked.items())))


def _mean_of_others(key: str, shares: Mapping[str, Fraction]) -> Fraction:
    return sum((share for other, share in shares.items() if other != key), Fraction(0)) / (len(shares) - 1)


def _picks(answer: Any) -> list[str]:
    """Texts are left out: somebody could be known by their words."""
    if isinstance(answer, list):
        return [str(one) for one in answer]
    if isinstance(answer, dict) and "file" not in answer:
        return [f"{gap}:{option}" for gap, option in answer.items()]
    return []


def correlation(pairs: Sequence[tuple[Fraction, Fraction]]) -> float | None:
    """Pearson's r; None if one side is always the same."""
    if len(pairs) < FEWEST:
        return None
    count = len(pairs)
    mean_x, mean_y = sum(x for x, _y in pairs) / count, sum(y for _x, y in pairs) / count
    both = sum((x - mean_x) * (y - mean_y) for x, y in pairs)
    spread = sum((x - mean_x) ** 2 for x, _y in pairs) * sum((y - mean_y) ** 2 for _x, y in pairs)
    if not spread:
        return None
    return max(-1.0, min(1.0, float(both) / sqrt(spread)))
