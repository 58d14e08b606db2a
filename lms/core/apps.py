from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save
from django.urls import register_converter

from lms.core.converters import KeyConverter


class CoreConfig(AppConfig):
    name = "lms.core"
    label = "core"

    def ready(self) -> None:
        """What is done to pages stands in Wagtail's log, in the same transaction; an upgrade brings other templates."""
        from lms.core.visitors import purge_after_commit

        register_converter(KeyConverter, "key")
        post_save.connect(_forget_pages, sender="wagtailcore.PageLogEntry", dispatch_uid="visitors")
        post_migrate.connect(purge_after_commit, sender=self, dispatch_uid="visitors")


def _forget_pages(instance: Any, **_signal: Any) -> None:
    from lms.core.visitors import purge_after_commit

    if instance.action != "wagtail.edit":  # a draft, which visitors do not see
        purge_after_commit()
