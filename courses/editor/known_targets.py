"""What a page leads to and shows must be known to whoever writes it.

An editor sends numbers. Anybody can send the number of a draft of another city, and would be shown its title, its
address or its picture. What stood in the page before stays, whoever put it there: adaptations bring pictures along.
"""

from collections import defaultdict
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

Target = tuple[type[models.Model], int]
UNKNOWN = _(
    "This page leads to something, or shows something, that does not exist or is not yours to use. Please choose it "
    "anew from the list."
)


class KnownTargets:
    """For forms of pages."""

    def _post_clean(self: Any) -> None:
        before = self._targets(self.initial)
        super()._post_clean()  # type: ignore[misc]
        if self.for_user and not self.for_user.is_superuser:
            after = {name: getattr(self.instance, name, None) for name in self.fields}
            if _unknown(self._targets(after) - before, self.for_user):
                self.add_error(None, UNKNOWN)

    def _targets(self: Any, values: dict[str, Any]) -> set[Target]:
        """What the fields of the form, and the blocks in them, point to."""
        found: set[Target] = set()
        for field in self.instance._meta.fields:
            value = values.get(field.name) if field.name in self.fields else None
            if value and hasattr(field, "extract_references"):
                references = field.extract_references(value)
                found |= {(model, int(pk)) for model, pk, *_where in references if not _is_asked_by_its_list(model)}
            elif value and field.is_relation:
                found.add((field.remote_field.model, int(getattr(value, "pk", value))))
        return found


def _is_asked_by_its_list(model: type[models.Model]) -> bool:
    """Questions and categories come from a list that takes nothing else."""
    return model._meta.app_label == "questions"


def _unknown(targets: set[Target], user: Any) -> bool:
    from courses.queries.writing.editing import known_to, usable_by

    wanted: dict[type[models.Model], set[int]] = defaultdict(set)
    for model, pk in targets:
        wanted[Page if issubclass(model, Page) else model].add(pk)
    for model, keys in wanted.items():
        known = known_to(user) if model is Page else usable_by(user, model, "choose", "change")
        if known.filter(pk__in=keys).count() < len(keys):
            return True
    return False
