"""States as tables: which step leads from where to where, taken by compare-and-set."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _

from lms.core.errors import TooLate


class StepNotAllowed(TooLate):
    """The record is not (or no longer) in a state from which this step is possible."""


@dataclass(frozen=True)
class Step:
    name: str
    sources: tuple[str, ...]
    target: str


def step(name: str, sources: Iterable[str], target: str) -> Step:
    return Step(name, tuple(str(source) for source in sources), str(target))


class Lifecycle:
    """All steps of one kind of record. The table is the documentation."""

    def __init__(self, *steps: Step, field: str = "status") -> None:
        self.steps = {step.name: step for step in steps}
        self.field = field

    def open_steps(self, status: str) -> set[str]:
        return {step.name for step in self.steps.values() if status in step.sources}

    def may(self, record: models.Model, name: str) -> bool:
        return getattr(record, self.field) in self.steps[name].sources

    def advance(self, record: models.Model, name: str, **changes: object) -> str:
        """Take a step and return the status left behind.

        Compares and sets in a single UPDATE, so of two people deciding at the
        same moment one wins and the other gets StepNotAllowed.
        """
        chosen = self.steps[name]
        left: str = getattr(record, self.field)
        changes[self.field] = chosen.target
        rows = type(record)._base_manager.filter(pk=record.pk, **{f"{self.field}__in": chosen.sources})
        if rows.update(**changes) != 1:
            raise StepNotAllowed(
                _("Somebody was faster: this has already been decided. You see the new state."), about=record
            )
        for attribute, value in changes.items():
            setattr(record, attribute, value)
        return left
