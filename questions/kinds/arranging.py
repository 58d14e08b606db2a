"""Finding out what belongs together, and what comes first."""

from fractions import Fraction
from itertools import combinations
from random import Random
from typing import Any

from questions.kinds.base import Answer, Definition, Simple, by_text, picks, text_of


class Matching(Simple):
    """`pairs`: [{"key", "left", "right_key", "right"}]; `others`: [{"key", "text"}] belong to nothing.

    The answer is {key of the pair: key of what was picked}. Each pair earns its share. Right sides of the same text
    are the same thing, so that several left ones can belong to one.
    """

    name = "matching"

    def faults(self, definition: Definition) -> list[tuple[str, str]]:
        pairs = definition["pairs"]
        left, right = ([pair[side].strip().casefold() for pair in pairs] for side in ("left", "right"))
        found = []
        if len(pairs) < 2:
            found.append(("pairs", "too_few"))
        if not all([*left, *right]):
            found.append(("pairs", "half"))
        if len(set(left)) < len(left):
            found.append(("pairs", "same_text"))
        if len(pairs) >= 2 and len(_offered(definition)) < 2:
            found.append(("pairs", "all_the_same"))
        if {one["text"].strip().casefold() for one in definition["others"]} & set(right):
            found.append(("others", "is_right"))
        return found

    def kept(self, definition: Definition, sent: Answer) -> Answer:
        keys = [one["key"] for one in _right_sides(definition)]
        return picks(sent, {pair["key"]: keys for pair in definition["pairs"]})

    def points(self, definition: Definition, answer: Answer) -> Fraction:
        picked, sides = self.kept(definition, answer) or {}, _right_sides(definition)
        pairs = definition["pairs"]
        right = [pair["key"] in picked and text_of(sides, picked[pair["key"]]) == pair["right"] for pair in pairs]
        return Fraction(sum(right), len(right) or 1)

    def shuffled(self, definition: Definition, order: Random) -> Definition:
        pairs = list(definition["pairs"])
        order.shuffle(pairs)
        return definition | {"pairs": pairs}

    def asked(self, definition: Definition) -> Definition:
        left = [{"key": pair["key"], "text": pair["left"]} for pair in definition["pairs"]]
        return super().asked(definition) | {"left": left, "options": _offered(definition)}

    def told(self, definition: Definition, answer: Answer) -> list[str]:
        sides = _right_sides(definition)
        lines = [f"{pair['left']}: {text_of(sides, (answer or {}).get(pair['key']))}" for pair in definition["pairs"]]
        return lines if answer else []

    def right_told(self, definition: Definition) -> list[str]:
        return [f"{pair['left']}: {pair['right']}" for pair in definition["pairs"]]


def _right_sides(definition: Definition) -> list[dict[str, Any]]:
    return [{"key": pair["right_key"], "text": pair["right"]} for pair in definition["pairs"]] + definition["others"]


def _offered(definition: Definition) -> list[dict[str, str]]:
    return by_text(_right_sides(definition))


class Ordering(Simple):
    """`steps`: [{"key", "text"}] in the right order; `shown`: the keys in the order in which they are asked.

    The answer is {key of the step: place, from 1}. Each two steps in the right order earn, each two in the wrong order
    cost the same, so that guessing earns nothing (Kendall's tau, never below zero).
    """

    name = "ordering"

    def faults(self, definition: Definition) -> list[tuple[str, str]]:
        texts = [step["text"].strip().casefold() for step in definition["steps"]]
        found = [("steps", "too_few")] if len(texts) < 2 else []
        return [*found, ("steps", "same_text")] if len(set(texts)) < len(texts) else found

    def kept(self, definition: Definition, sent: Answer) -> Answer:
        if not isinstance(sent, dict):
            return None
        places = range(1, len(definition["steps"]) + 1)
        given = {step["key"]: _place(sent.get(step["key"])) for step in definition["steps"]}
        return {key: place for key, place in given.items() if place in places} or None

    def points(self, definition: Definition, answer: Answer) -> Fraction:
        given = answer if isinstance(answer, dict) else {}
        pairs = list(combinations([given.get(step["key"]) for step in definition["steps"]], 2))
        known = [(first, second) for first, second in pairs if first is not None and second is not None]
        balance = sum((first < second) - (first > second) for first, second in known)
        return max(Fraction(balance, len(pairs) or 1), Fraction(0))

    def shuffled(self, definition: Definition, order: Random) -> Definition:
        shown = [step["key"] for step in definition["steps"]]
        order.shuffle(shown)
        return definition | {"shown": shown}

    def asked(self, definition: Definition) -> Definition:
        steps = by_text(definition["steps"])
        if shown := definition.get("shown"):
            steps.sort(key=lambda step: shown.index(step["key"]))
        return super().asked(definition) | {"steps": steps}

    def told(self, definition: Definition, answer: Answer) -> list[str]:
        placed = [(place, text_of(definition["steps"], key)) for key, place in (answer or {}).items()]
        return [f"{place}. {text}" for place, text in sorted(placed)]

    def right_told(self, definition: Definition) -> list[str]:
        return [f"{place}. {step['text']}" for place, step in enumerate(definition["steps"], start=1)]


def _place(sent: Any) -> int | None:
    if isinstance(sent, str) and sent.isascii() and sent.isdigit() and len(sent) < 4:
        return int(sent)
    return sent if type(sent) is int else None
