"""What a rule found, and how rules are written down."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from courses.readiness.drafts import Draft

BLOCKER = "blocker"
ADVICE = "advice"


@dataclass(frozen=True)
class Spot:
    """Something to be done, at a block or a field of the page."""

    sentence: str
    block_id: str = ""
    field: str = ""


@dataclass(frozen=True)
class Finding:
    level: str
    code: str
    sentence: str
    block_id: str = ""
    field: str = ""

    @property
    def is_blocker(self) -> bool:
        return self.level == BLOCKER

    @property
    def anchor(self) -> str:
        """Where Wagtail's editor shows the block or the field."""
        if self.block_id:
            return f"#block-{self.block_id}-section"
        return f"#{STREAMS.get(self.field, f'id_{self.field}')}" if self.field else ""


STREAMS = {name: name for name in ("goals", "body", "questions")}
Look = Callable[[Draft], Iterator[Spot]]


@dataclass(frozen=True)
class Rule:
    """`kinds` are the types of page it looks at."""

    level: str
    kinds: tuple[type[Any], ...]
    look: Look
