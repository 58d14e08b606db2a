"""A word or two, compared with what is accepted."""

import unicodedata
from fractions import Fraction

from questions.kinds.base import Answer, Definition, Simple, plain

LONGEST = 200
LONG_WORD = 5  # shorter ones with another letter are other words


class ShortText(Simple):
    """`accepted`: [text]; `typos`: whether one slip in each long word is forgiven. The answer is a text."""

    name = "short_text"

    def faults(self, definition: Definition) -> list[tuple[str, str]]:
        return [] if any(folded(text) for text in definition["accepted"]) else [("accepted", "nothing_right")]

    def kept(self, definition: Definition, sent: Answer) -> Answer:
        return " ".join(plain(sent, LONGEST).split()) or None

    def points(self, definition: Definition, answer: Answer) -> Fraction:
        given = folded(plain(answer, LONGEST))
        same = reads_as if definition.get("typos") else str.__eq__
        return Fraction(int(bool(given) and any(same(folded(text), given) for text in definition["accepted"])))

    def right_told(self, definition: Definition) -> list[str]:
        return list(definition["accepted"])


def folded(text: str) -> str:
    """Without what nobody means by it: capitals, spaces more than one, letters put together in another way."""
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).split())


def reads_as(meant: str, given: str) -> bool:
    """Word by word the same, but for one slip in each long word."""
    pairs = list(zip(meant.split(), given.split(), strict=False))
    if len(meant.split()) != len(given.split()):
        return False
    return all(a == b or (len(a) >= LONG_WORD and a.isalpha() and one_slip(a, b)) for a, b in pairs)


def one_slip(meant: str, given: str) -> bool:
    """One letter missing, too many or wrong, or two neighbours swapped."""
    if len(meant) > len(given):
        meant, given = given, meant
    at = next((i for i, (a, b) in enumerate(zip(meant, given, strict=False)) if a != b), len(meant))
    rest, other = meant[at:], given[at:]
    if len(meant) < len(given):
        return rest == other[1:]
    return rest[1:] == other[1:] or (rest[:2] == other[1::-1] and rest[2:] == other[2:])
