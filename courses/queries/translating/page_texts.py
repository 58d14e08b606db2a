"""One translated page as its translators see it: text by text, in the order and with the names of the editor."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    TemplateSegment,
    Translation,
)
from wagtail_localize.strings import StringValue

from courses.texts.marked_text import links_in, to_html, to_marks
from courses.texts.places import Places, Spot

ALIKE = 0.5  # below, an older text is another text


@dataclass(eq=False)
class Text:
    context: int
    string: int
    spot: Spot
    is_rich: bool
    source: str  # the stored HTML
    said: StringTranslation | None = None
    earlier: StringTranslation | None = None

    @property
    def name(self) -> str:
        """The same as long as the original says the same at this place."""
        return f"t{self.context}-{self.string}"

    @property
    def key(self) -> tuple[int, int]:
        return self.context, self.string

    @property
    def original(self) -> str:
        return self.typed(self.source)

    @property
    def value(self) -> str:
        return self.typed(self.said.data) if self.said else ""

    @property
    def before(self) -> str:
        """How an older wording of this text was translated."""
        return self.typed(self.earlier.data) if self.earlier and not self.said else ""

    @property
    def mark(self) -> str:
        """Tells whether somebody has translated it anew since it was shown."""
        return _mark(self.value)

    def typed(self, stored: str) -> str:
        return to_marks(stored) if self.is_rich else StringValue(stored).render_text()

    def stored(self, typed: str) -> str:
        told = _tidy(typed)
        value = StringValue.from_translated_html(to_html(told)) if self.is_rich else StringValue.from_plaintext(told)
        return str(value.data)

    def is_changed(self, typed: str, seen: Mapping[str, str]) -> bool:
        return _mark(typed) != seen.get(self.name, self.mark)

    def clashes(self, typed: str, seen: Mapping[str, str]) -> bool:
        return seen.get(self.name, self.mark) != self.mark != _mark(typed)

    def fault_of(self, typed: str) -> str:
        """What has to be put right before it can be stored, in a sentence."""
        length, limit = len(_tidy(typed)), self.spot.limit
        if limit and length > limit:
            facts = {"length": length, "limit": limit}
            return _("This text is too long: %(length)s characters. There is room for %(limit)s.") % facts
        if not self.is_rich:
            return ""
        if stray := sorted(links_in(to_html(typed)) - links_in(self.source)):
            return _("The original has no link with the number %(number)s.") % {"number": stray[0]}
        return ""


def _tidy(typed: str) -> str:
    return "\n".join(line.rstrip() for line in typed.strip().splitlines())


def _mark(typed: str) -> str:
    return sha256(_tidy(typed).encode()).hexdigest()[:12] if typed.strip() else ""


@dataclass
class Chosen:
    """Something that follows the original unless the translation has one of its own: a picture, a film, a link."""

    context: int
    spot: Spot
    original: Any
    own: SegmentOverride | None = None

    @property
    def name(self) -> str:
        return f"o{self.context}"

    @property
    def value(self) -> Any:
        return self.own.data if self.own else None

    @property
    def is_gone(self) -> bool:
        model = self.spot.model
        return model is not None and not model.objects.filter(pk=self.value).exists()


@dataclass
class PageTexts:
    texts: list[Text] = field(default_factory=list)
    chosen: list[Chosen] = field(default_factory=list)

    @property
    def missing(self) -> list[Text]:
        return [text for text in self.texts if not text.said]


def texts_of(translation: Translation) -> PageTexts:
    """All texts of a page, with a constant number of queries."""
    places = Places(translation.source.as_instance())
    segments = StringSegment.objects.filter(source=translation.source).select_related("string", "context")
    rich = set(TemplateSegment.objects.filter(source=translation.source).values_list("context_id", flat=True))
    said, older = _said(translation)
    found: dict[str, Text] = {}
    for one in segments.order_by("order"):
        text = Text(
            one.context_id, one.string_id, places.spot(one.context.path), one.context_id in rich, one.string.data,
            said.get((one.context_id, one.string_id)),
        )  # fmt: skip
        found.setdefault(text.name, text)
    texts = list(found.values())
    _remember_earlier(texts, older)
    return PageTexts(texts, list(_chosen(translation, places)))


Said = dict[tuple[int, int], StringTranslation]


def _said(translation: Translation) -> tuple[Said, list[StringTranslation]]:
    rows = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale_id=translation.target_locale_id, has_error=False
    )
    rows = list(rows.select_related("translation_of", "last_translated_by").order_by("updated_at", "pk"))
    return {(row.context_id, row.translation_of_id): row for row in rows}, rows


def _remember_earlier(texts: list[Text], rows: list[StringTranslation]) -> None:
    """Where the original was reworded, what the older wording was translated as; the likest of the same place."""
    current = {(text.context, text.string) for text in texts}
    older: dict[int, dict[str, StringTranslation]] = {}
    for row in rows:
        if (row.context_id, row.translation_of_id) not in current:
            older.setdefault(row.context_id, {})[row.translation_of.data] = row
    for text in texts:
        known = older.get(text.context, {})
        if not text.said and known:
            likest = get_close_matches(text.source, known, n=1, cutoff=ALIKE)
            text.earlier = known[likest[0]] if likest else None


def _chosen(translation: Translation, places: Places) -> Iterator[Chosen]:
    segments = OverridableSegment.objects.filter(source=translation.source).select_related("context").order_by("order")
    contexts = [one.context_id for one in segments]
    own = SegmentOverride.objects.filter(context__in=contexts, locale_id=translation.target_locale_id, has_error=False)
    by_context = {one.context_id: one for one in own}
    for one in segments:
        yield Chosen(
            one.context_id, places.spot(one.context.path), json.loads(one.data_json), by_context.get(one.context_id)
        )
