"""How words are found in texts: folded letters, German endings and compounds, and marks where they were found.

Both databases are asked the same way: what they are given is folded here, as neither knows that „ae“ is „ä“, that
„Fristen“ is asked for with „Frist“, or that „Schutz“ is in „Datenschutz“.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from lms.core.words import fold, spellings_of

SHORTEST_BEGINNING, SHORTEST_PART = 3, 4  # in letters: „KI“ is not looked for in „Kind“ and „Skizze“
ENDING = re.compile(r"(?<=\w{4})(ern|er|en|es|em|e|n|s)$")
AROUND = 90  # letters before and after what was found
SENTENCE_ENDS = ".?!·"


class Match(IntEnum):
    NONE = 0
    PART = 1
    BEGINNING = 2
    WHOLE = 3


@dataclass(frozen=True)
class Term:
    """One word that somebody looks for; with a second spelling if „ae“ may stand for „ä“."""

    spellings: tuple[str, ...]

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return tuple(ENDING.sub("", spelling) for spelling in self.spellings)

    @property
    def has_parts(self) -> bool:
        return len(self.spellings[0]) >= SHORTEST_PART

    def match(self, folded: str) -> Match:
        if self._whole.search(folded):
            return Match.WHOLE
        if len(self.spellings[0]) >= SHORTEST_BEGINNING and self._beginning.search(folded):
            return Match.BEGINNING
        return Match.PART if self.has_parts and any(stem in folded for stem in self.stems) else Match.NONE

    @cached_property
    def pattern(self) -> str:
        """Meets whatever `match` meets."""
        if self.has_parts:
            return "|".join(self.stems)
        beginning = len(self.spellings[0]) >= SHORTEST_BEGINNING
        return "|".join(rf"\b{stem}" for stem in self.stems) if beginning else rf"\b{self.spellings[0]}\b"

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(self.spellings)})\b")

    @cached_property
    def _beginning(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(self.stems)})")


def terms_of(words: str) -> list[Term]:
    return [Term(spellings) for spellings in spellings_of(words)]


def indexed(searched: str, quoted: str) -> str:
    """What the index keeps of a page: one line to compare words with, one to quote from."""
    return f"{fold(' '.join(searched.split()))}\n{' '.join(quoted.split())}"


def read_index(text: str) -> tuple[str, str]:
    searched, _line_end, quoted = text.partition("\n")
    return searched, quoted


def marked(text: str, terms: Sequence[Term]) -> SafeString:
    """The text, escaped, with a mark around each word in which something was found."""
    if not terms:
        return format_html("{}", text)
    found = _any_of(terms)
    pieces = ((piece, found(fold(piece))) for piece in re.split(r"(\w+)", text))
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", piece) if hit else piece,) for piece, hit in pieces)
    )


def snippet(text: str, terms: Sequence[Term]) -> SafeString:
    """What stands around the best place, from the beginning of a sentence if that is near; empty if there is none."""
    place = _best_place(text, terms)
    if place is None:
        return SafeString("")
    first, last = _start(text, place[0]), _end(text, place[1])
    cut = first > 0 and text[first - 2] not in SENTENCE_ENDS
    shown = marked(text[first:last].strip(), terms)
    return format_html("{}{}{}", "… " if cut else "", shown, " …" if last < len(text) else "")


def _start(text: str, place: int) -> int:
    if place <= AROUND:
        return 0
    window = text[place - AROUND : place]
    sentence = max(window.rfind(f"{end} ") for end in SENTENCE_ENDS)
    return place - AROUND + (sentence + 2 if sentence >= 0 else window.find(" ") + 1)


def _end(text: str, place: int) -> int:
    if place + AROUND >= len(text):
        return len(text)
    last = text.rfind(" ", place, place + AROUND)
    return last if last > 0 else place


def _best_place(text: str, terms: Sequence[Term]) -> tuple[int, int] | None:
    found = _any_of(terms)
    words = [word for word in re.finditer(r"\w+", text) if found(fold(word[0]))]
    ranked = [(max(term.match(fold(word[0])) for term in terms), word) for word in words]
    return max(ranked, key=lambda one: one[0])[1].span() if ranked else None


def _any_of(terms: Sequence[Term]) -> Callable[[str], Any]:
    """One look at a word for all terms, as texts have many words."""
    return re.compile("|".join(term.pattern for term in terms)).search
