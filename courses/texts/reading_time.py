"""What there is to read in a lesson, and how long it takes."""

import re
from typing import Any

WORDS_PER_MINUTE = 180  # Brysbaert (2019): adults read German non-fiction silently at about 180 to 260
SECONDS = {"image": 15, "self_check": 60, "file": 30, "table": 30}


def minutes_for(body: Any) -> int:
    """At least one minute; films and sound take as long as they last, tasks what their author says."""
    return max(1, round(sum(_seconds(block) for block in body) / 60))


def _seconds(block: Any) -> float:
    if block.block_type in ("video", "audio"):
        film = block.value.get(block.block_type)
        return float(film.duration or 0) if film else 0
    seconds: float = SECONDS.get(block.block_type, 0)
    if block.block_type == "task":
        seconds += 60 * (block.value.get("minutes") or 0)
    return seconds + len(words_of(block)) / WORDS_PER_MINUTE * 60


def words_of(block: Any) -> list[str]:
    """What there is to read in a block."""
    return re.findall(r"\w+", _text_in(block))


def text_of(body: Any) -> str:
    """What there is to read in a lesson, in one line. What questions say to an answer is no part of it."""
    texts = (_text_in(block) for block in body if block.block_type != "self_check")
    return " ".join(" · ".join(text for text in texts if text).split())


def _text_in(block: Any) -> str:
    return " · ".join(str(text) for text in block.block.get_searchable_content(block.value) if text)
