"""Questions to oneself inside a lesson: scored on the server, shown once, kept nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from courses.grading import points
from courses.models import LessonPage


@dataclass(frozen=True)
class ExplainedPick:
    key: str
    picked: bool
    right: bool
    feedback: str


@dataclass(frozen=True)
class Answered:
    key: str
    is_empty: bool
    is_right: bool
    picks: dict[str, ExplainedPick]


def answered(lesson: LessonPage, key: str, picked: Sequence[str]) -> Answered | None:
    """What to say to an answer; None if the lesson holds no such question."""
    block = next((one for one in lesson.body if one.id == key and one.block_type == "self_check"), None)
    if block is None:
        return None
    choices = block.value["choices"].bound_blocks
    right = [choice.id for choice in choices if choice.value["right"]]
    known = [choice.id for choice in choices if choice.id in picked]
    picks = {
        choice.id: ExplainedPick(
            choice.id, choice.id in known, bool(choice.value["right"]), choice.value["feedback"] or ""
        )
        for choice in choices
    }
    return Answered(key, not known, points(block.value["kind"], right, known) == 1, picks)
