"""What somebody could do next, as the start page shows it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class NextStep:
    """One thing to do; the start page shows the most urgent one large. Smaller `order` comes first."""

    title: str
    sentence: str
    url: str
    button: str
    order: int = 50
    due: date | None = None
    minutes: int | None = None


@dataclass(frozen=True)
class Halt:
    """A station on a Strecke: done, current, ahead or blocked."""

    state: str
    name: str
    note: str = ""
    word: str = ""
