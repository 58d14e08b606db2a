"""Which questions of the bank a test asks: those it names, and those it draws. Knows nothing of databases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

BANK, DRAW = "bank", "draw"
ANY = ""


@dataclass(frozen=True)
class Place:
    """Where a question of the bank lies, and how hard it is."""

    category: int
    difficulty: str


Pool = Mapping[int, Place]  # what may be asked at all


@dataclass(frozen=True)
class Wish:
    """What one block of a test asks for: one question, or some of a category."""

    block: str
    question: int | None = None
    category: int | None = None
    difficulty: str = ANY
    count: int = 1

    def fits(self, place: Place) -> bool:
        return place.category == self.category and self.difficulty in (ANY, place.difficulty)


@dataclass
class Drawing:
    """The questions of each block, and how many there would have been where that is too few."""

    questions: dict[str, list[int]] = field(default_factory=dict)
    short: dict[str, int] = field(default_factory=dict)

    @property
    def all(self) -> set[int]:
        return {one for picked in self.questions.values() for one in picked}


def wishes_in(raw: Iterable[Mapping[str, Any]]) -> list[Wish]:
    """From the stored blocks of a test; a block that is not filled in asks for nothing."""
    found = []
    for child in raw:
        value = child.get("value") or {}
        if child.get("type") == BANK and value.get("question"):
            found.append(Wish(str(child.get("id")), question=int(value["question"])))
        elif child.get("type") == DRAW and value.get("category") and value.get("count"):
            category, count = int(value["category"]), int(value["count"])
            found.append(Wish(str(child.get("id")), None, category, value.get("difficulty") or ANY, count))
    return found


def drawn(wishes: Iterable[Wish], pool: Pool, order: Random) -> Drawing:
    """No question twice: named ones first, then draws of one difficulty, and of any difficulty from what is left."""
    result, used = Drawing(), set()
    for wish in sorted(wishes, key=lambda wish: (wish.question is None, wish.difficulty == ANY)):
        if wish.question is None:
            fitting = sorted(key for key, place in pool.items() if key not in used and wish.fits(place))
        else:
            fitting = [wish.question] if wish.question in pool and wish.question not in used else []
        if len(fitting) < wish.count:
            result.short[wish.block] = len(fitting)
        picked = order.sample(fitting, min(wish.count, len(fitting)))
        result.questions[wish.block] = picked
        used.update(picked)
    return result
