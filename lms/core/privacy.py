"""Each model says which personal data it holds, why, and how long; export and erasure follow the declarations."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeVar

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DAY = timedelta(days=1)
YEAR = 365 * DAY
STAFF_LAW = _("Art. 6 (1) e GDPR, Art. 103 BayBG")
M = TypeVar("M", bound=type[models.Model])


@dataclass(frozen=True)
class Declaration:
    purpose: str | Promise
    basis: str | Promise
    keep_for: timedelta | None
    subjects: tuple[str, ...]
    fields: tuple[str, ...] = field(default=())
    name: str | Promise = ""  # where the model of a package has none for people

    @property
    def months(self) -> int:
        return round(self.keep_for / YEAR * 12) if self.keep_for else 0


DECLARED: dict[type[models.Model], Declaration] = {}


def personal_data(
    *,
    purpose: str | Promise,
    keep_for: timedelta,
    subject: str | tuple[str, ...],
    basis: str | Promise = STAFF_LAW,
    fields: tuple[str, ...] = (),
    name: str | Promise = "",
) -> Callable[[M], M]:
    """Declare a model with personal data: whose it is, and how long it is kept.

    `subject` is the lookup path to the person, or several where it is about more than one; `keep_for` counts from the
    end of the case.
    """

    def declare(model: M) -> M:
        subjects = (subject,) if isinstance(subject, str) else subject
        DECLARED[model] = Declaration(purpose, basis, keep_for, subjects, fields, name)
        return model

    return declare


def no_personal_data(model: M) -> M:
    DECLARED[model] = Declaration("", "", None, ())
    return model
