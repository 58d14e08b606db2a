"""Stays that apps above plan for apprentices: they say which, so that school and absences are checked against them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from lms.core.periods import Period
from training.conflicts import HostFacts


@dataclass(frozen=True)
class PlannedStay:
    """`title` and `url` name it for those who may see it; `key` is the same in every answer about the same stay.

    `is_announced`: apprentices and trainers know of it; until then only the training offices do.
    `hosts`: who looks after the guest, by key of the person.
    """

    key: tuple[str, int]
    apprentice_id: int
    period: Period
    host: HostFacts
    title: str
    url: str
    is_announced: bool = True
    hosts: tuple[int, ...] = ()


# Each is asked for the stays of these people that touch the time (None: any time), in a fixed number of queries.
SOURCES: list[Callable[[Collection[int], Period | None], list[PlannedStay]]] = []


def planned_stays(people: Collection[int], within: Period | None = None) -> list[PlannedStay]:
    """Every stay that is planned or under way, by start."""
    found = [stay for source in SOURCES for stay in source(people, within)] if people else []
    return sorted(found, key=lambda stay: (stay.period, stay.key))
