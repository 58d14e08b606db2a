"""Letters: the embedded fonts, how wide a line is, and where to break it."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from threading import Lock

import fontpkg_fira_sans
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FILES = Path(fontpkg_fira_sans.ROOT) / "files"
REGULAR, MEDIUM, BOLD = "FiraSans-Regular", "FiraSans-Medium", "FiraSans-SemiBold"
FONTS = Lock()  # ReportLab reads a font through one shared cursor: two files embedding it at once spoil each other
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
PIECES = re.compile(r"[^ \-/–]*[ \-/–]|[^ \-/–]+$")  # a line may end after a space, a hyphen, a slash, a dash


@dataclass(frozen=True)
class Style:
    font: str
    size: float
    leading: float
    color: str

    def sized(self, size: float) -> "Style":
        return replace(self, size=size, leading=self.leading * size / self.size)

    def width(self, text: str) -> float:
        return float(pdfmetrics.stringWidth(text, self.font, self.size))


@cache
def register_fonts() -> frozenset[int]:
    """Make the fonts known to ReportLab; return the characters they have."""
    with FONTS:
        for name in {REGULAR, MEDIUM, BOLD}.difference(pdfmetrics.getRegisteredFontNames()):
            pdfmetrics.registerFont(TTFont(name, FILES / f"{name}.ttf"))
    return frozenset(pdfmetrics.getFont(REGULAR).face.charToGlyph)


def printable(text: str) -> str:
    """The text in characters the font has: other alphabets fall back to base letters, then to a question mark."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(_printable(character) for character in re.sub(r"[ \t\r\n\f\v]+", " ", composed)).strip()


def _printable(character: str) -> str:
    known = register_fonts()
    if (ord(character) in known and character.isprintable()) or character == "\N{NO-BREAK SPACE}":
        return character
    if unicodedata.category(character).startswith(("C", "M")):
        return ""
    base = "".join(part for part in unicodedata.normalize("NFKD", character) if ord(part) in known)
    return base or "?"


def wrap(text: str, style: Style, room: float) -> list[str]:
    """Lines not wider than `room`. Each keeps the space it ended with, so that copied text keeps its words apart."""
    lines, line = [], ""
    for piece in PIECES.findall(printable(text)):
        if line and style.width((line + piece).rstrip(" ")) > room:
            lines.append(line)
            line = ""
        while style.width(piece.rstrip(" ")) > room:
            cut = _fitting(piece, style, room)
            lines.append(piece[:cut] + SOFT_HYPHEN)
            piece = piece[cut:]
        line += piece
    return [*lines, line] if line else lines


def _fitting(piece: str, style: Style, room: float) -> int:
    """How many characters of a word that is too long fit, with a hyphen."""
    cut = len(piece) - 1
    while cut > 1 and style.width(piece[:cut] + "-") > room:
        cut -= 1
    return max(cut, 1)


def shrunk(text: str, style: Style, room: float, *, lines: int, least: float) -> Style:
    """The style in the largest size in which the text takes at most so many lines and no word is cut."""
    size = style.size
    while size > least:
        candidate = style.sized(size)
        broken = wrap(text, candidate, room)
        if len(broken) <= lines and not any(line.endswith(SOFT_HYPHEN) for line in broken):
            break
        size -= 1
    return style.sized(size)
