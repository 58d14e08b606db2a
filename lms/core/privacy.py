"""Each model says which personal data it holds, why, and how long; export and erasure follow the declarations."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeVar

from django.db import models

DAY = timedelta(days=1)
YEAR = 365 * DAY
STAFF_LAW = "Art. 6 (1) e GDPR, Art. 103 BayBG"
M = TypeVar("M", bound=type[models.Model])


@dataclass(frozen=True)
class Declaration:
    purpose: str
    basis: str
    keep_for: timedelta | None
    subject: str | None
    fields: tuple[str, ...] = field(default=())


DECLARED: dict[type[models.Model], Declaration] = {}


def personal_data(
    *, purpose: str, keep_for: timedelta, subject: str, basis: str = STAFF_LAW, fields: tuple[str, ...] = ()
) -> Callable[[M], M]:
    """Declare a model with personal data: `subject` is the lookup path to the person, `keep_for` counts from the end of the case."""

    def declare(model: M) -> M:
        DECLARED[model] = Declaration(purpose, basis, keep_for, subject, fields)
        return model

    return declare


def no_personal_data(model: M) -> M:
    DECLARED[model] = Declaration("", "", None, None)
    return model
