"""Questions to oneself inside a lesson: scored on the server, shown once, kept nowhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from courses.models import AnnexPage, LessonPage
from questions.kinds import KINDS


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


def answered(page: LessonPage | AnnexPage, key: str, picked: Sequence[str]) -> Answered | None:
    """What to say to an answer; None if neither the page nor what cities added to it holds such a question."""
    block = next((one for one in _blocks(page) if one.id == key and one.block_type == "self_check"), None)
    if block is None:
        return None
    choices = block.value["choices"].bound_blocks
    definition = {"choices": [{"key": choice.id, "right": choice.value["right"]} for choice in choices]}
    known = [choice.id for choice in choices if choice.id in picked]
    picks = {
        choice.id: ExplainedPick(
            choice.id, choice.id in known, bool(choice.value["right"]), choice.value["feedback"] or ""
        )
        for choice in choices
    }
    return Answered(key, not known, KINDS[block.value["kind"]].points(definition, known) == 1, picks)


def _blocks(page: LessonPage | AnnexPage) -> Iterator[Any]:
    yield from page.body
    if isinstance(page, LessonPage):
        for annex in page.annexes.live():
            yield from annex.body
