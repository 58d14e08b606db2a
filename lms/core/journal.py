"""The one door to the log of what people did: who, what, when, about which record."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.functional import Promise
from wagtail import hooks
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Page, PageLogEntry


def record(instance: models.Model, action: str, *, actor: Any, **facts: object) -> None:
    """Write one entry. `actor` is None when the system acts by time. Facts hold no free text about persons."""
    log(instance, action, user=actor, data=facts or None)


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
