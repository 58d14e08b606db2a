"""Learning paths may hold other paths, and never themselves. Knows keys only."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def way_back(parts: Mapping[Key, Sequence[Key]], path: Key, part: Key) -> list[Key]:
    """The circle that would close if `path` held `part`: path, part, …, path. Empty if there is none.

    `parts` says which paths each path holds so far. The shortest circle is the one people understand.
    """
    reached: dict[Key, Key | None] = {part: None}
    waiting = [part]
    for here in waiting:  # which grows while it is walked
        if here == path:
            return [path, *reversed(_steps(reached, here))]
        for further in parts.get(here, ()):
            if further not in reached:
                reached[further] = here
                waiting.append(further)
    return []


def _steps(reached: Mapping[Key, Key | None], last: Key) -> list[Key]:
    """From the last key back to the first."""
    steps: list[Key] = []
    here: Key | None = last
    while here is not None:
        steps.append(here)
        here = reached[here]
    return steps
