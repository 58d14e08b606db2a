"""The one door to the log of what people did: who, what, when, about which record."""

from typing import Any

from django.db import models
from wagtail.log_actions import log, registry
from wagtail.models import ModelLogEntry, Page, PageLogEntry


def record(instance: models.Model, action: str, *, actor: Any, **facts: object) -> None:
    """Write one entry. `actor` is None when the system acts by time. Facts hold no free text about persons."""
    _make_known(action)
    log(instance, action, user=actor, data=facts or None)


def _make_known(action: str) -> None:
    """Wagtail refuses actions it has not been told of; ours are named <app>.<noun>.<verb>."""
    registry.scan_for_actions()
    if not registry.action_exists(action):
        words = action.replace("_", " ").split(".")
        registry.register_action(action, " ".join(words[1:]), " ".join(words[1:]))


def entries(instance: models.Model) -> models.QuerySet[Any]:
    """What happened to this record, oldest first."""
    model = PageLogEntry if isinstance(instance, Page) else ModelLogEntry
    return model.objects.for_instance(instance).select_related("user").order_by("timestamp", "pk")
