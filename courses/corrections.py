"""Corrected questions: whether an attempt holds an older one, and what it would earn anew. Knows nothing of databases.

An attempt keeps the text it was asked with. Beside it stands the corrected definition (`corrected`), which counts.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from courses import grading
from questions.kinds import Answer, Definition, kind_of

PLACE = ("key", "lesson", "question", "version")
SILENT = {*PLACE, "feedback", "shown", "corrected"}  # what changes no score
ANY_ORDER = {"choices", "pairs", "others"}


def in_effect(question: Definition) -> Definition:
    """The definition that counts for a question of an attempt."""
    place = {name: question.get(name) for name in PLACE}
    return question["corrected"] | place if "corrected" in question else question


def told(definition: Definition) -> str:
    """The same for two definitions that mean the same, however they are mixed."""
    kept = {name: _in_order(name, value) for name, value in definition.items() if name not in SILENT}
    return json.dumps(kept, sort_keys=True, ensure_ascii=False)


def _in_order(name: str, value: Any) -> Any:
    return sorted(value, key=lambda one: str(one.get("key"))) if name in ANY_ORDER else value


def is_older(question: Definition, current: Definition) -> bool:
    """Of another kind it is another question; what a trainer marked stays as it was marked."""
    if question["kind"] != current["kind"] or kind_of(current).by_hand:
        return False
    return told(in_effect(question)) != told(current)


def corrected(questions: Sequence[Definition], key: str, current: Definition) -> list[Definition]:
    bare = {name: value for name, value in current.items() if name not in {*PLACE, "corrected"}}
    return [one | {"corrected": bare} if one["key"] == key else one for one in questions]


@dataclass(frozen=True)
class Outcome:
    """Before and after. Whoever has passed keeps score and pass where the new score would take it away."""

    before: int
    after: int
    passed_before: bool
    passed_after: bool
    keeps: bool

    @property
    def changes(self) -> bool:
        return self.before != self.after

    @property
    def now_passes(self) -> bool:
        return self.passed_after and not self.passed_before


def outcome(
    questions: Sequence[Definition],
    answers: Mapping[str, Answer],
    marks: Mapping[str, int],
    *,
    score: int,
    passed: bool,
    pass_mark: int,
) -> Outcome:
    anew = grading.score([in_effect(one) for one in questions], answers, marks)
    keeps = passed and not grading.passed(anew, pass_mark)
    after = score if keeps else anew
    return Outcome(score, after, passed, passed or grading.passed(anew, pass_mark), keeps)
