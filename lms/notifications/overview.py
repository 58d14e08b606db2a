"""The matrix in words."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, cast

from django.template import engines
from django.template.loader import get_template

from lms.notifications.matrix import MATRIX, Event, Group, Urgency
from people.models import Role


@dataclass(frozen=True)
class Row:
    event: Event
    what: str

    @property
    def who(self) -> list[str]:
        return [str(who.label) for who in self.event.who]

    @property
    def is_urgent(self) -> bool:
        return self.event.urgency == Urgency.NOW


def who_hears_what(group: Group) -> list[Row]:
    return [Row(event, subject_of(event.kind)) for event in MATRIX.values() if event.group == group]


def subject_of(kind: str) -> str:
    """The subject of a kind of message, with an ellipsis for each fact."""
    line = cast(Any, get_template(f"mail/{kind}.txt")).template.source.partition("\n")[0]
    plain = re.sub(r"\|\w+", "", line)  # days are ellipses, too
    facts = dict.fromkeys(re.findall(r"\w+", plain), "…") | {"count": 2}
    return engines["django"].from_string(plain + "{% endautoescape %}").render(facts).strip()


def groups_for(roles: Collection[str]) -> list[Group]:
    """What concerns somebody with these roles; apprentices alone do not write courses."""
    if set(roles) <= {Role.APPRENTICE}:
        return [group for group in Group if group not in {Group.TEACHING}]
    return list(Group)
