"""Where the texts of a page stand, in the words of the editor: read from the definitions of its fields and blocks."""

import re
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import StreamField

CELL = re.compile(r"(?:r(\d+))?c(\d+)")


@dataclass(frozen=True)
class Spot:
    """Where a text stands: in which field or block, what it is called there, how long it may be."""

    group: str
    title: str
    label: str
    limit: int | None = None
    model: Any = None  # of what is chosen from a library
    kind: str = ""  # of an address


class Places:
    """Names for the places of texts, read from the definitions of fields and blocks."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self._kinds: dict[str, dict[str, str]] = {}

    def spot(self, path: str) -> Spot:
        name, _dot, inside = path.partition(".")
        one = self.page._meta.get_field(name)
        if not isinstance(one, StreamField):
            title = capfirst(str(one.verbose_name))
            return Spot(name, title, title, one.max_length, one.related_model, "mail")
        key, _dot, inside = inside.partition(".")
        block = one.stream_block.child_blocks[self._kind_of(name, key)]
        leaf = _leaf(block, inside)
        return Spot(f"{name}.{key}", str(block.label), _label(leaf, inside), _limit(leaf), _model(leaf), _kind(inside))

    def _kind_of(self, name: str, key: str) -> str:
        if name not in self._kinds:
            self._kinds[name] = {raw["id"]: raw["type"] for raw in getattr(self.page, name).raw_data}
        return self._kinds[name][key]


def _leaf(block: blocks.Block, inside: str) -> blocks.Block:
    """The block of a text inside of others; addresses of links stand in quotes and may hold dots."""
    while inside and not inside.startswith("'"):
        name, _dot, inside = inside.partition(".")
        if isinstance(block, blocks.StructBlock):
            block = block.child_blocks[name]
        elif isinstance(block, blocks.ListBlock):
            block = block.child_block
    return block


def _label(leaf: blocks.Block, inside: str) -> str:
    if inside.endswith("'"):
        return _("Address of a link")
    if not isinstance(leaf, TypedTableBlock):
        return str(leaf.label)
    place = CELL.fullmatch(inside)
    if not place:
        return _("What the table shows")
    row, column = place[1], int(place[2]) + 1
    if row is None:
        return _("Heading of column %(column)s") % {"column": column}
    return _("Row %(row)s, column %(column)s") % {"row": int(row) + 1, "column": column}


def _limit(block: blocks.Block) -> int | None:
    limit: int | None = getattr(getattr(block, "field", None), "max_length", None)
    return limit


def _model(block: blocks.Block) -> Any:
    return block.model_class if isinstance(block, blocks.ChooserBlock) else None


def _kind(inside: str) -> str:
    return "link" if inside.endswith("'") else "web"
