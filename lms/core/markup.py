"""HTML from people and files, reduced to what our editor itself writes. Nothing else reaches a page."""

import re
from functools import cache, lru_cache

import nh3

# what Wagtail's editor stores for each feature we switch on, see PROSE and NOTE in courses/blocks
TAGS = {
    "h2": {"h2"},
    "h3": {"h3"},
    "bold": {"b", "strong"},
    "italic": {"i", "em"},
    "ol": {"ol", "li"},
    "ul": {"ul", "li"},
    "link": {"a"},
    "document-link": {"a"},
}
LINK_TYPES = {"link": "page", "document-link": "document"}
SCHEMES = {"http", "https", "mailto", "tel"}
LINK = re.compile(r'<a(?: [a-z]+="[^"]*")*>')  # as nh3 writes it
ID = re.compile(r"[0-9]{1,9}")
KEY = re.compile(r"[A-Za-z0-9-]{1,40}")  # where the editor hangs its comments


@lru_cache(maxsize=512)  # a lesson is read much more often than it is written
def cleaned(html: str, features: tuple[str, ...]) -> str:
    readable = html.replace("\ufeff", "").encode("utf-8", "replace").decode()
    return LINK.sub(_without_stray_id, _cleaner(features).clean(readable)).replace("<br>", "<br/>")


@cache
def _cleaner(features: tuple[str, ...]) -> nh3.Cleaner:
    tags = {"p", "br"}.union(*(TAGS[feature] for feature in features))
    blocks = tags & {"p", "h2", "h3", "li"}
    inside = {LINK_TYPES[feature] for feature in features if feature in LINK_TYPES}
    return nh3.Cleaner(
        tags=tags,
        attributes={"a": {"href", "id"}} | {tag: {"data-block-key"} for tag in blocks},
        tag_attribute_values={"a": {"linktype": inside}} if inside else {},
        attribute_filter=_attribute,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "id":
        return value if ID.fullmatch(value) else None
    if name == "data-block-key":
        return value if KEY.fullmatch(value) else None
    return value


def _without_stray_id(link: re.Match[str]) -> str:
    """The id of a link is the key of a page or document; without its kind it would be a second id in the page."""
    return link[0] if " linktype=" in link[0] else re.sub(r' id="\d*"', "", link[0])
