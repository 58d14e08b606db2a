"""What every kind of question can do. Pure: definitions and answers in, points and words out.

A definition is a dict that JSON can hold:

    {"kind": "single", "text": "…", "feedback": "…", …what the kind needs}

Choices, gaps, pairs and steps carry a `key` that stays the same from version to version, so that an answer given to an
old version can be scored anew. Keys are drawn by chance (`new_key`): counted ones would tell the right order. An answer
is what JSON can hold, too; None means not answered.
"""

import secrets
import unicodedata
from fractions import Fraction
from random import Random
from typing import Any, Protocol

Definition = dict[str, Any]
Answer = Any


class Kind(Protocol):
    name: str
    by_hand: bool  # whether a trainer marks it

    def faults(self, definition: Definition) -> list[tuple[str, str]]:
        """What keeps it from being asked: pairs of the part and a code, which forms put into words."""
        ...

    def kept(self, definition: Definition, sent: Answer) -> Answer:
        """Of what was sent, what can be an answer to this question; None if nothing."""
        ...

    def points(self, definition: Definition, answer: Answer) -> Fraction:
        """The share of one point, from 0 to 1. What is not answered earns nothing."""
        ...

    def shuffled(self, definition: Definition, order: Random) -> Definition:
        """A copy with everything that may stand in any order in a new one."""
        ...

    def asked(self, definition: Definition) -> Definition:
        """A copy without anything that tells the right answer or part of it, for those who answer."""
        ...

    def told(self, definition: Definition, answer: Answer) -> list[str]:
        """What was answered, line by line; nothing if nothing was."""
        ...

    def right_told(self, definition: Definition) -> list[str]:
        """What would have been right, or what is looked at where a trainer marks, line by line."""
        ...


class Simple:
    """Nothing to mix, nothing to hide but what is not named here."""

    name: str
    by_hand = False

    def shuffled(self, definition: Definition, order: Random) -> Definition:
        return dict(definition)

    def asked(self, definition: Definition) -> Definition:
        return {"kind": self.name, "text": definition["text"]}

    def told(self, definition: Definition, answer: Answer) -> list[str]:
        return [str(answer)] if answer else []


def new_key() -> str:
    return secrets.token_hex(4)


def plain(sent: Answer, longest: int) -> str:
    """Text that every database keeps: no control characters, no halves of characters."""
    if not isinstance(sent, str):
        return ""
    readable = "".join(one for one in sent if one in "\n\t" or unicodedata.category(one) not in ("Cc", "Cs"))
    return readable.strip()[:longest].strip() if any(one.isprintable() for one in readable) else ""


def text_of(parts: list[dict[str, Any]], key: Any) -> str:
    return next((one["text"] for one in parts if one["key"] == key), "–")


def by_text(parts: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Keys and texts alone, in the order of the alphabet, each text once: an order that tells nothing."""
    named = [{"key": one["key"], "text": one["text"]} for one in parts]
    alphabetical = sorted(named, key=lambda one: (one["text"].casefold(), one["text"], one["key"]))
    return [one for at, one in enumerate(alphabetical) if not at or one["text"] != alphabetical[at - 1]["text"]]


def picks(sent: Answer, offered: dict[str, list[str]]) -> dict[str, str] | None:
    """Of what was sent as {key: pick}, what was offered under that key."""
    if not isinstance(sent, dict):
        return None
    return {key: sent[key] for key, options in offered.items() if sent.get(key) in options} or None
