"""Choosing from answers: one, several, or true and false."""

from collections.abc import Collection
from fractions import Fraction
from random import Random
from typing import Any

from questions.kinds.base import Answer, Definition


class Choosing:
    """`choices`: [{"key", "text", "right"}]; the answer is a list of keys."""

    name: str
    by_hand = False
    keeps_order = False

    def right(self, definition: Definition) -> list[str]:
        return [choice["key"] for choice in definition["choices"] if choice["right"]]

    def faults(self, definition: Definition) -> list[tuple[str, str]]:
        found = []
        texts = [choice["text"].strip().casefold() for choice in definition["choices"]]
        if len(texts) < 2:
            found.append(("choices", "too_few"))
        if len(set(texts)) < len(texts):
            found.append(("choices", "same_text"))
        if not self.right(definition):
            found.append(("choices", "nothing_right"))
        return found

    def kept(self, definition: Definition, sent: Answer) -> Answer:
        if isinstance(sent, str):
            sent = [sent]
        if not isinstance(sent, list):
            return None
        return [choice["key"] for choice in definition["choices"] if choice["key"] in sent] or None

    def points(self, definition: Definition, answer: Answer) -> Fraction:
        """What an older version offered, and this one does not, neither earns nor costs."""
        offered = {choice["key"] for choice in definition["choices"]}
        return self.share(self.right(definition), [key for key in answer or [] if key in offered])

    def share(self, right: Collection[str], picked: Collection[str]) -> Fraction:
        raise NotImplementedError

    def shuffled(self, definition: Definition, order: Random) -> Definition:
        choices = list(definition["choices"])
        if not self.keeps_order:
            order.shuffle(choices)
        return definition | {"choices": choices}

    def asked(self, definition: Definition) -> Definition:
        choices: list[dict[str, Any]] = [{"key": one["key"], "text": one["text"]} for one in definition["choices"]]
        return {"kind": self.name, "text": definition["text"], "choices": choices}

    def told(self, definition: Definition, answer: Answer) -> list[str]:
        return [choice["text"] for choice in definition["choices"] if choice["key"] in (answer or [])]

    def right_told(self, definition: Definition) -> list[str]:
        return [choice["text"] for choice in definition["choices"] if choice["right"]]


class Single(Choosing):
    """All or nothing."""

    name = "single"

    def faults(self, definition: Definition) -> list[tuple[str, str]]:
        found = super().faults(definition)
        return [*found, ("choices", "several_right")] if len(self.right(definition)) > 1 else found

    def kept(self, definition: Definition, sent: Answer) -> Answer:
        picked = super().kept(definition, sent)
        return picked[:1] if picked else None

    def share(self, right: Collection[str], picked: Collection[str]) -> Fraction:
        return Fraction(int(len(picked) == 1 and set(picked) <= set(right)))


class TrueFalse(Single):
    """Two choices with the keys "true" and "false", in this order."""

    name = "true_false"
    keeps_order = True


class Multiple(Choosing):
    """Each right pick earns a share, each wrong pick costs one, so that ticking everything earns nothing."""

    name = "multiple"

    def faults(self, definition: Definition) -> list[tuple[str, str]]:
        found = super().faults(definition)
        all_right = len(self.right(definition)) == len(definition["choices"]) > 0
        return [*found, ("choices", "all_right")] if all_right else found

    def share(self, right: Collection[str], picked: Collection[str]) -> Fraction:
        hits, misses = set(picked) & set(right), set(picked) - set(right)
        return max(Fraction(len(hits) - len(misses), len(right) or 1), Fraction(0))
