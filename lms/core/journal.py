"""The one door to the log of what people did: who, what, when, about which record."""

from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import Promise
from wagtail import hooks
from wagtail.log_actions import get_active_log_context, log
from wagtail.models import ModelLogEntry, Page, PageLogEntry

# In whose place somebody acts, by the transaction in which their right was asked for.
_STANDING_IN: ContextVar[dict[tuple[Any, int], int | None]] = ContextVar("standing_in")


def act_for(actor: int, absent: int | None) -> None:
    """What this person records in the transaction at hand is done in the place of `absent`, or by their own right."""
    open_now = transaction.get_connection().atomic_blocks
    if open_now:
        before = _STANDING_IN.get({})
        kept = {key: value for key, value in before.items() if any(key[0] is block for block in open_now)}
        _STANDING_IN.set(kept | {(open_now[-1], actor): absent})


def _in_place_of(actor: Any) -> int | None:
    marks = _STANDING_IN.get({})
    for block in reversed(transaction.get_connection().atomic_blocks):
        if (block, actor.pk) in marks:
            return marks[block, actor.pk]
    return None


def record(instance: models.Model, action: str, *, actor: Any, **facts: object) -> None:
    """Write one entry. `actor` is None when the system acts by time. Facts hold no free text about persons."""
    if actor is not None and (absent := _in_place_of(actor)):
        facts["on_behalf_of"] = absent
    if isinstance(instance, Page):
        log(instance, action, user=actor, data=facts or None)
    else:
        _write(instance, action, actor, facts)


def _write(instance: models.Model, action: str, actor: Any, facts: dict[str, object]) -> None:
    """As Wagtail does, but in one query: it would ask as well whether the person and the kind of record exist."""
    context = get_active_log_context()
    entry = ModelLogEntry(
        content_type=ContentType.objects.get_for_model(instance, for_concrete_model=False),
        object_id=str(instance.pk),
        label=str(instance),
        action=action,
        timestamp=timezone.now(),
        data=facts,
        user=actor or context.user,
        uuid=context.uuid,
    )
    entry.clean()  # refuses what `name_actions` has not named
    ModelLogEntry.objects.bulk_create([entry])


def name_actions(labels: Mapping[str, Promise]) -> None:
    """Say what the log calls the actions <app>.<noun>.<verb> of an app; Wagtail refuses any it has not been told of."""

    @hooks.register("register_log_actions")
    def register(registry: Any) -> None:
        for action, label in labels.items():
            registry.register_action(action, label, label)


def entries(instance: models.Model) -> models.QuerySet[Any]:
    """What happened to this record, oldest first."""
    model = PageLogEntry if isinstance(instance, Page) else ModelLogEntry
    return model.objects.for_instance(instance).select_related("user").order_by("timestamp", "pk")


def on_behalf_of(instance: models.Model, *actions: str) -> dict[tuple[str, int], int]:
    """In whose place somebody took these steps with this record: by (action, actor) the person who was away."""
    found = entries(instance).filter(action__in=actions, data__has_key="on_behalf_of")
    rows = found.values_list("action", "user_id", "data")
    return {(action, actor): data["on_behalf_of"] for action, actor, data in rows}
