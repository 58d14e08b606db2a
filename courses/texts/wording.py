"""Old and new words side by side, marked word by word. Knows nothing of databases."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

SAME, OLD, NEW, GAP = "same", "old", "new", "gap"
WORDS = re.compile(r"\n|[^\S\n]+|\w+|[^\w\s]")
TOO_DIFFERENT = 0.35  # below, marks word by word are confetti
Mark = tuple[str, str]


def marked(before: str, now: str) -> list[Mark]:
    """The text as pieces that stayed, went or came; read without the old ones it is the new text."""
    old, new = WORDS.findall(before), WORDS.findall(now)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < TOO_DIFFERENT:
        return _joined([(OLD, before), (NEW, now)])
    pieces: list[Mark] = []
    for kind, i, j, m, n in matcher.get_opcodes():
        if kind == "equal":
            pieces.append((SAME, "".join(old[i:j])))
        else:
            pieces += [(OLD, "".join(old[i:j])), (NEW, "".join(new[m:n]))]
    return _joined(_without_lonely_spaces(pieces))


def _without_lonely_spaces(pieces: list[Mark]) -> list[Mark]:
    """A space between two marked words is marked with them: one phrase, not three."""
    smooth: list[Mark] = []
    for at, (kind, text) in enumerate(pieces):
        lonely = kind == SAME and text.isspace() and "\n" not in text and 0 < at < len(pieces) - 1
        smooth += [(OLD, text), (NEW, text)] if lonely else [(kind, text)]
    return smooth


def _joined(pieces: list[Mark]) -> list[Mark]:
    """Neighbours of one kind as one piece; between two pieces that stayed, old words come before new ones."""
    joined: list[Mark] = []
    for is_same, run in groupby((piece for piece in pieces if piece[1]), key=lambda piece: piece[0] == SAME):
        together = list(run)
        for kind in [SAME] if is_same else [OLD, NEW]:
            if text := "".join(text for one, text in together if one == kind):
                joined.append((kind, text))
    return joined


def compared(before: Sequence[str], now: Sequence[str], around: int = 1) -> list[list[Mark]]:
    """Lines with their marks; of long unchanged stretches only the first line, those next to a change, and a gap."""
    lines: list[list[Mark]] = []
    matcher = SequenceMatcher(None, before, now, autojunk=False)
    blocks = matcher.get_opcodes()
    for at, (kind, i, j, m, n) in enumerate(blocks):
        if kind == "equal" and len(blocks) == 1:
            lines += [[(SAME, line)] for line in before]
        elif kind == "equal":
            lines += _shortened(list(before[i:j]), around, around if at < len(blocks) - 1 else 0)
        else:
            lines += _split(marked("\n".join(before[i:j]), "\n".join(now[m:n])))
    return lines


def _shortened(same: list[str], head: int, tail: int) -> Iterator[list[Mark]]:
    if len(same) <= head + tail + 1:
        yield from ([(SAME, line)] for line in same)
        return
    yield from ([(SAME, line)] for line in same[:head])
    yield [(GAP, "")]
    yield from ([(SAME, line)] for line in same[len(same) - tail :])


def _split(pieces: list[Mark]) -> list[list[Mark]]:
    lines: list[list[Mark]] = [[]]
    for kind, text in pieces:
        first, *more = text.split("\n")
        lines[-1].append((kind, first))
        lines += [[(kind, line)] for line in more]
    return [marks for marks in ([mark for mark in line if mark[1]] for line in lines) if marks]
