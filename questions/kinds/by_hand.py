"""What a trainer reads and marks."""

from fractions import Fraction
from typing import Any

from questions.kinds.base import Answer, Definition, Simple, plain

LONGEST = 20_000
LARGEST_MB = 20


class ByHand(Simple):
    """`rubric`: [{"key", "text", "points"}], what trainers look at; learners see it with the result."""

    by_hand = True

    def faults(self, definition: Definition) -> list[tuple[str, str]]:
        if any(not isinstance(one["points"], int) or one["points"] < 1 for one in definition["rubric"]):
            return [("points", "no_points")]
        return [] if definition["rubric"] else [("rubric", "too_few")]

    def points(self, definition: Definition, answer: Answer) -> Fraction:
        """Nothing by itself: the mark of the trainer counts."""
        return Fraction(0)

    def right_told(self, definition: Definition) -> list[str]:
        return [f"{one['text']} ({one['points']})" for one in definition["rubric"]]


class FreeText(ByHand):
    """The answer is a text."""

    name = "free_text"

    def kept(self, definition: Definition, sent: Answer) -> Answer:
        return plain(sent, LONGEST) or None


class Upload(ByHand):
    """`endings`: ["pdf"]; `max_mb`. The answer is {"file": where it is kept, "name": what it was called}.

    Whoever stores the file makes this answer; what browsers send under these names is no answer.
    """

    name = "upload"

    def faults(self, definition: Definition) -> list[tuple[str, str]]:
        found = super().faults(definition)
        if not definition["endings"]:
            found.append(("endings", "too_few"))
        if not 1 <= definition["max_mb"] <= LARGEST_MB:
            found.append(("max_mb", "out_of_range"))
        return found

    def kept(self, definition: Definition, sent: Answer) -> Answer:
        if not isinstance(sent, dict) or type(sent.get("file")) not in (int, str) or not sent["file"]:
            return None
        name = plain(sent.get("name"), 200)
        return {"file": sent["file"], "name": name} if fits(name, definition["endings"]) else None

    def asked(self, definition: Definition) -> Definition:
        return super().asked(definition) | {"endings": definition["endings"], "max_mb": definition["max_mb"]}

    def told(self, definition: Definition, answer: Any) -> list[str]:
        return [answer["name"]] if answer else []


def fits(name: str, endings: list[str]) -> bool:
    return name.lower().rpartition(".")[2] in endings and "." in name
