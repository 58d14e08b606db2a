"""A page as its rules read it: plain values, of a draft or of what a form holds, without a query."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock

from courses.drawing import Pool
from courses.readiness.prose import Prose


@dataclass(frozen=True)
class Known:
    """What the rules ask about, and does not stand on the page itself."""

    films: Mapping[int, Any] = field(default_factory=dict)
    bank: Pool = field(default_factory=dict)  # what the city of the course may ask
    adaptation: Any = None
    lessons: int = 0
    live_lessons: int = 0
    tests: int = 0
    self_checks: int = 0
    texts: Any = None  # of a translation: how many there are, how many are translated
    original: bool = False  # whether that is published


@dataclass(frozen=True)
class Piece:
    """One value in a stream, at any depth, with the block that defines it and the id where the editor shows it."""

    block: blocks.Block
    value: Any
    block_id: str
    kind: str  # of the block that the author added
    label: str

    @property
    def struct(self) -> dict[str, Any]:
        return self.value if isinstance(self.value, dict) else {}

    @cached_property
    def prose(self) -> Prose:
        return Prose.read(self.value if isinstance(self.block, blocks.RichTextBlock) else "")


class Draft:
    """One state of a page."""

    def __init__(self, page: Any, values: Mapping[str, Any] | None = None, known: Known | None = None) -> None:
        self.page, self.known = page, known or Known()
        self._values = values

    @classmethod
    def newest(cls, page: Any, known: Known | None = None) -> "Draft":
        """As somebody saved it last. The revision is read as it lies there: to make a page of it costs two queries."""
        revision = page.latest_revision if page.has_unpublished_changes else None
        return cls(page, revision.content if revision else None, known)

    def value(self, name: str) -> Any:
        if self._values is None:
            return getattr(self.page, self._meta.get_field(name).attname)
        return self._values.get(name)

    def text(self, name: str) -> str:
        return str(self.value(name) or "").strip()

    def stream(self, name: str) -> list[dict[str, Any]]:
        if self._values is None:
            found = getattr(self.page, name).get_prep_value()
        else:
            found = json.loads(self._values.get(name) or "[]")
        return [child for child in found if isinstance(child, dict)]

    @property
    def streams(self) -> list[StreamField]:
        return [one for one in self._meta.get_fields() if isinstance(one, StreamField)]

    @property
    def _meta(self) -> Any:
        return self.page._meta

    @property
    def language(self) -> str:
        return str(self.page.locale.language_code)

    @cached_property
    def pieces(self) -> list[Piece]:
        return [piece for one in self.streams for piece in _pieces_of(one.stream_block, self.stream(one.name))]

    def of(self, *kinds: type[blocks.Block]) -> Iterator[Piece]:
        return (piece for piece in self.pieces if isinstance(piece.block, kinds))

    @cached_property
    def minutes(self) -> int:
        return int(self.value("minutes_given") or self.value("minutes") or 0)


def _pieces_of(stream: blocks.StreamBlock, raw: list[dict[str, Any]]) -> Iterator[Piece]:
    for child in raw:
        if block := stream.child_blocks.get(child.get("type")):
            top = Piece(block, child.get("value"), str(child.get("id") or ""), str(child["type"]), str(block.label))
            yield from _inside(block, child.get("value"), top.block_id, top)


def _inside(block: blocks.Block, value: Any, block_id: str, top: Piece) -> Iterator[Piece]:
    if isinstance(block, ImageBlock) and not isinstance(value, dict):
        value = {"image": value, "alt_text": "", "decorative": False}
    yield Piece(block, value, block_id, top.kind, top.label)
    if isinstance(block, blocks.ListBlock):
        for item in value if isinstance(value, list) else []:
            wrapped = isinstance(item, dict) and item.get("type") == "item"
            inner, key = (item.get("value"), item.get("id")) if wrapped else (item, None)
            yield from _inside(block.child_block, inner, str(key or block_id), top)
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from _inside(child, value.get(name) if isinstance(value, dict) else None, block_id, top)
