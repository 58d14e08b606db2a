"""The gate before everything that makes a page visible to learners: nothing with a blocker passes, whoever asks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from courses.readiness import Finding, obstacles
from lms.core.errors import Refused

Unready = tuple[Any, Sequence[Finding]]
SHOWN = 5


@dataclass(frozen=True)
class InEditor:
    """Where the page "not possible now" leads to."""

    page: Any

    def get_absolute_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])


class NotReady(Refused):
    """A page, or several of a course, cannot be published. `pages` says for each of them why."""

    def __init__(self, pages: Iterable[Unready]) -> None:
        self.pages = list(pages)
        super().__init__(" ".join(_told(self.pages)), about=InEditor(self.pages[0][0]))


def let_pass(page: Any, revision: Any) -> None:
    """Stop this version of the page if something in it shuts people out."""
    if found := obstacles(page, revision.content):
        raise NotReady([(page, found)])


def _told(pages: list[Unready]) -> list[str]:
    told = []
    for page, found in pages[:SHOWN]:
        told.append(_("“%(title)s” cannot be published yet:") % {"title": page.draft_title or page.title})
        told += [finding.sentence for finding in found[:SHOWN]]
        told += _and_more(len(found))
    return told + _and_more(len(pages))


def _and_more(count: int) -> list[str]:
    return [_("And %(count)s more.") % {"count": count - SHOWN}] if count > SHOWN else []
