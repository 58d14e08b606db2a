"""A text with gaps, each filled from a list."""

import re
from fractions import Fraction

from questions.kinds.base import Answer, Definition, Simple, by_text, picks, text_of

MARK = re.compile(r"\{(\d{1,2})\}")


class Cloze(Simple):
    """`gapped`: the text with {1}, {2}; `gaps`: [{"key": "1", "options": [{"key", "text", "right"}]}].

    The answer is {gap: option}. Each gap earns its share. Options stand in the order of the alphabet.
    """

    name = "cloze"

    def faults(self, definition: Definition) -> list[tuple[str, str]]:
        marked, gaps = MARK.findall(definition["gapped"]), [gap["key"] for gap in definition["gaps"]]
        found = []
        if not marked:
            found.append(("gapped", "no_gap"))
        elif len(set(marked)) < len(marked):
            found.append(("gapped", "same_gap"))
        elif set(marked) != set(gaps):
            found.append(("gaps", "gaps_differ"))
        for gap in definition["gaps"]:
            found += [(f"gap-{gap['key']}", code) for code in _gap_faults(gap["options"])]
        return found

    def kept(self, definition: Definition, sent: Answer) -> Answer:
        return picks(sent, {gap["key"]: [one["key"] for one in gap["options"]] for gap in definition["gaps"]})

    def points(self, definition: Definition, answer: Answer) -> Fraction:
        picked = self.kept(definition, answer) or {}
        right = [picked.get(gap["key"]) in _right(gap["options"]) for gap in definition["gaps"]]
        return Fraction(sum(right), len(right) or 1)

    def asked(self, definition: Definition) -> Definition:
        gaps = [
            {
                "key": gap["key"],
                "options": by_text([{"key": one["key"], "text": one["text"]} for one in gap["options"]]),
            }
            for gap in definition["gaps"]
        ]
        return super().asked(definition) | {"gapped": definition["gapped"], "gaps": gaps}

    def told(self, definition: Definition, answer: Answer) -> list[str]:
        return self._filled(definition, answer) if answer else []

    def right_told(self, definition: Definition) -> list[str]:
        return self._filled(definition, {gap["key"]: _right(gap["options"])[0] for gap in definition["gaps"]})

    def _filled(self, definition: Definition, answer: dict[str, str]) -> list[str]:
        words = {gap["key"]: text_of(gap["options"], answer.get(gap["key"])) for gap in definition["gaps"]}
        return [MARK.sub(lambda mark: f"[{words.get(mark[1], '–')}]", definition["gapped"])]


def _right(options: list[dict]) -> list[str]:
    return [one["key"] for one in options if one["right"]]


def _gap_faults(options: list[dict]) -> list[str]:
    texts = [one["text"].casefold() for one in options]
    codes = ["too_few"] if len(texts) < 2 else []
    if len(set(texts)) < len(texts):
        codes.append("same_text")
    if len(_right(options)) != 1:
        codes.append("one_right")
    return codes
