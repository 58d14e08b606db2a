"""Rules for a page that is the translation of another, and for texts that have outgrown their place."""

from collections.abc import Iterator

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import blocks

from courses.readiness.drafts import Draft
from courses.readiness.findings import Spot


def texts_missing(draft: Draft) -> Iterator[Spot]:
    texts = draft.known.texts
    if texts and texts.missing:
        sentence = ngettext("%(n)s text is not translated yet.", "%(n)s texts are not translated yet.", texts.missing)
        yield Spot(sentence % {"n": texts.missing})


def original_not_published(draft: Draft) -> Iterator[Spot]:
    if draft.known.texts and not draft.known.original:
        yield Spot(_("The original of this page is not published. A translation is published after its original."))


def too_long(draft: Draft) -> Iterator[Spot]:
    """Wagtail looks at lengths in its forms alone; translations and copies do not pass through them."""
    for one in draft.page._meta.get_fields():
        limit = one.max_length if isinstance(one, models.CharField | models.TextField) and one.editable else None
        if limit and len(draft.text(one.name)) > limit:
            yield Spot(_told(one.verbose_name, len(draft.text(one.name)), limit), field=one.name)
    for piece in draft.of(blocks.CharBlock, blocks.TextBlock):
        limit = getattr(piece.block.field, "max_length", None)
        if limit and len(str(piece.value or "")) > limit:
            yield Spot(_told(piece.block.label, len(str(piece.value)), limit), piece.block_id)


def _told(name: object, length: int, limit: int) -> str:
    facts = {"field": name, "length": length, "limit": limit}
    return _("“%(field)s” is too long: %(length)s characters. There is room for %(limit)s.") % facts
