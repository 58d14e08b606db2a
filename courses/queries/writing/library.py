"""Pictures, files, films and sound that somebody may choose from, by title."""

from collections.abc import Iterable
from typing import Any

from wagtail.permissions import policy_registry

from people.models import User

Item = tuple[str, str]  # title, kind


class Library:
    """What can stand in place of what a course shows: two queries for each kind of thing."""

    def __init__(self, user: User, keys: Iterable[tuple[Any, Any]]) -> None:
        self._known: dict[Any, dict[int, Item]] = {}
        self._usable: dict[Any, dict[int, Item]] = {}
        wanted: dict[Any, set[Any]] = {}
        for model, key in keys:
            wanted.setdefault(model, set()).add(key)
        for model, some in wanted.items():
            policy = policy_registry.get_by_type(model)
            self._known[model] = _items(model, model.objects.filter(pk__in=some))
            self._usable[model] = _items(
                model, policy.instances_user_has_any_permission_for(user, {"change", "choose"})
            )

    def title(self, model: Any, key: Any) -> str:
        return self._known[model].get(key, ("", ""))[0]

    def like(self, model: Any, key: Any) -> list[tuple[int, str]]:
        """Films for a film, sound for sound."""
        kind = self._known[model].get(key, ("", ""))[1]
        return [(pk, title) for pk, (title, one) in self._usable[model].items() if one == kind]


def _items(model: Any, found: Any) -> dict[int, Item]:
    kind = "type" if hasattr(model, "type") else ""
    rows = found.order_by("title", "pk").values_list(*(["pk", "title", kind] if kind else ["pk", "title"]))
    return {row[0]: (row[1], row[2] if kind else "") for row in rows}
