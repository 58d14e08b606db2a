"""Stored data of blocks, walked along their definitions: told in lines for people, with links led elsewhere."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.models import Page

Raw = Any
Names = Mapping[tuple[str, int], str]
LINK = re.compile(r"<a [^>]*>")
LINKED_PAGE = re.compile(r'(?<=\sid=")\d+(?=")')
NAMED_LINK = re.compile(r"<a ([^>]*)>(.*?)</a>", re.DOTALL)
END_OF_LINE = re.compile(r"</(?:p|li|h[1-6])>|<br\s*/?>")
REFERENCE = re.compile("\ue000([\\w.]+):(\\d+)\ue001")  # stands for a title until all titles are fetched at once


def mapped(block: blocks.Block, raw: Raw, leaf: Callable[[blocks.Block, Raw], Raw]) -> Raw:
    """The same data with `leaf(block, value)` in place of each value that holds no further blocks."""
    if isinstance(block, blocks.StructBlock) and isinstance(raw, dict):
        inner = block.child_blocks
        return {name: mapped(inner[name], one, leaf) if name in inner else one for name, one in raw.items()}
    if isinstance(block, blocks.ListBlock) and isinstance(raw, list):
        return [_item_mapped(block.child_block, one, leaf) for one in raw]
    return leaf(block, raw)


def _item_mapped(block: blocks.Block, item: Raw, leaf: Callable[[blocks.Block, Raw], Raw]) -> Raw:
    if isinstance(item, dict) and item.get("type") == "item":
        return item | {"value": mapped(block, item["value"], leaf)}
    return mapped(block, item, leaf)


def relinked(block: blocks.Block, raw: Raw, pages: Mapping[int, int]) -> Raw:
    """Links to pages that have a counterpart lead there."""

    def leaf(block: blocks.Block, value: Raw) -> Raw:
        if isinstance(block, blocks.PageChooserBlock):
            return pages.get(value, value)
        if isinstance(block, blocks.RichTextBlock) and isinstance(value, str):
            return LINK.sub(lambda link: _led(link[0], pages), value)
        return value

    return mapped(block, raw, leaf)


def _led(link: str, pages: Mapping[int, int]) -> str:
    if 'linktype="page"' not in link:
        return link
    return LINKED_PAGE.sub(lambda key: str(pages.get(int(key[0]), int(key[0]))), link)


def told(block: blocks.Block, raw: Raw) -> list[str]:
    """What a block says, line by line; titles of pages, images and files are put in by `with_names`."""
    return [line for line in _told(block, raw) if line.strip()]


def _told(block: blocks.Block, raw: Raw) -> Iterator[str]:
    if raw in (None, "", False):
        return
    if isinstance(block, blocks.StructBlock) and isinstance(raw, dict):
        for name, child in block.child_blocks.items():
            yield from _labelled(child, raw.get(name))
    elif isinstance(block, blocks.ListBlock) and isinstance(raw, list):
        for item in raw:
            inner = item["value"] if isinstance(item, dict) and item.get("type") == "item" else item
            yield " · ".join(told(block.child_block, inner))
    elif isinstance(block, blocks.RichTextBlock):
        yield from lines_of(str(raw))
    else:
        yield from _plain(block, raw)


def _labelled(block: blocks.Block, raw: Raw) -> Iterator[str]:
    lines = told(block, raw)
    if isinstance(block, blocks.BooleanBlock):
        yield from [str(block.label)] if raw else []
    elif len(lines) == 1 and not isinstance(block, blocks.StructBlock | blocks.ListBlock | blocks.RichTextBlock):
        yield f"{block.label}: {lines[0]}"
    else:
        yield from lines


def _plain(block: blocks.Block, raw: Raw) -> Iterator[str]:
    if isinstance(block, blocks.ChooserBlock):
        yield reference(block.model_class, raw)
    elif isinstance(block, blocks.ChoiceBlock):
        yield str(dict(block.field.choices).get(raw, raw))
    elif isinstance(raw, dict | list):  # a table, or a block that does not exist any more
        yield from _rows(raw)
    else:
        yield from str(raw).splitlines()


def _rows(raw: Raw) -> Iterator[str]:
    if isinstance(raw, dict) and {"columns", "rows"} <= raw.keys():
        yield str(raw.get("caption") or "")
        yield " | ".join(str(column.get("heading") or "") for column in raw["columns"])
        yield from (" | ".join(str(cell or "") for cell in row["values"]) for row in raw["rows"])
        return
    for one in raw.values() if isinstance(raw, dict) else raw:
        yield from _rows(one) if isinstance(one, dict | list) else [str(one)]


def gist(block: blocks.Block, raw: Raw) -> str:
    """The words by which people recognise a block: the first that somebody has written."""
    if isinstance(block, blocks.StructBlock) and isinstance(raw, dict):
        return next(filter(None, (gist(child, raw.get(name)) for name, child in block.child_blocks.items())), "")
    if isinstance(block, blocks.ListBlock) and isinstance(raw, list) and raw:
        return gist(block.child_block, raw[0].get("value", raw[0]) if isinstance(raw[0], dict) else raw[0])
    if isinstance(block, blocks.CharBlock | blocks.TextBlock | blocks.RichTextBlock) and raw:
        return next(iter(lines_of(str(raw))), "")
    return ""


def lines_of(rich_text: str) -> list[str]:
    """Rich text as plain lines; a link says where it leads, since nothing else would show that it changed."""
    text = END_OF_LINE.sub("\n", NAMED_LINK.sub(_named_link, rich_text))
    return [line.strip() for line in html.unescape(strip_tags(text)).split("\n") if line.strip()]


def _named_link(link: re.Match[str]) -> str:
    told = dict(re.findall(r'(\w+)="([^"]*)"', link[1]))
    if told.get("linktype") == "page" and told.get("id", "").isdigit():
        where = reference(Page, told["id"])
    else:
        where = told.get("href") or told.get("id", "")
    return f"{link[2]} ({where})"


def reference(model: Any, key: Any) -> str:
    model = Page if issubclass(model, Page) else model  # one query for pages of all kinds
    return f"\ue000{model._meta.label_lower}:{int(key)}\ue001"


def references(lines: Iterable[str]) -> set[tuple[str, int]]:
    return {(model, int(key)) for line in lines for model, key in REFERENCE.findall(line)}


def with_names(lines: Iterable[str], names: Names, gone: str) -> list[str]:
    """`gone` stands for what was deleted."""
    return [REFERENCE.sub(lambda found: names.get((found[1], int(found[2])), gone), line) for line in lines]
