"""Captions for films in the format that browsers read: a header, then cues with a beginning, an end and words."""

import re
from dataclasses import dataclass

TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
TIMING = re.compile(rf"{TIME}[ \t]+-->[ \t]+{TIME}(?:[ \t].*)?")
HEADER = re.compile(r"WEBVTT(?:[ \t].*)?")


class NotWebVTT(ValueError):
    """`line` is where reading stopped, counted from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


@dataclass(frozen=True)
class Cue:
    start: float
    end: float
    text: str


def read(text: str) -> list[Cue]:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not HEADER.fullmatch(lines[0]):
        raise NotWebVTT(1)
    blocks = _blocks(lines)
    return [cue for first, block in blocks[1:] if (cue := _cue(first, block))]


def _blocks(lines: list[str]) -> list[tuple[int, list[str]]]:
    """What stands between empty lines, with the number of its first line."""
    found: list[tuple[int, list[str]]] = []
    is_open = False
    for number, line in enumerate(lines, start=1):
        if line and not is_open:
            found.append((number, []))
        if line:
            found[-1][1].append(line)
        is_open = bool(line)
    return found


def _cue(first: int, block: list[str]) -> Cue | None:
    """None for notes, styles and regions, which have no timing."""
    at = next((n for n, line in enumerate(block[:2]) if "-->" in line), None)
    if at is None:
        return None
    timing = TIMING.fullmatch(block[at].strip())
    words = "\n".join(block[at + 1 :]).strip()
    if not timing:
        raise NotWebVTT(first + at)
    start, end = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
    if start >= end or not words:
        raise NotWebVTT(first + at)
    return Cue(start, end, words)


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
