"""Texts to translate as people type them: **bold**, _slanted_, [a link](1), and back to the HTML that is stored.

The number of a link says which link of the original it is; where that leads is not typed. Knows nothing of databases.
"""

import html
import re
from html.parser import HTMLParser

MARKS = {"b": "**", "strong": "**", "i": "_", "em": "_"}
LINK = re.compile(r"\[([^\[\]]+)\]\((\d{1,3})\)")
BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
SLANTED = re.compile(r"(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)")
SPACE = re.compile(r"[ \t\r\n]+")
LINK_ID = re.compile(r'<a id="a(\d+)">')


def to_marks(stored: str) -> str:
    """The HTML of a text, which has nothing but formats, links and line breaks, as it can be typed."""
    reader = _Reader()
    reader.feed(stored)
    reader.close()
    return "".join(reader.pieces)


def to_html(typed: str) -> str:
    lines = [html.escape(line, quote=False) for line in typed.strip().splitlines()]
    text = "<br/>".join(lines)
    text = LINK.sub(r'<a id="a\2">\1</a>', text)
    return SLANTED.sub(r"<i>\1</i>", BOLD.sub(r"<b>\1</b>", text))


def links_in(stored: str) -> set[int]:
    return {int(number) for number in LINK_ID.findall(stored)}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._links.append((dict(attrs).get("id") or "a").removeprefix("a"))
            self.pieces.append("[")
        elif tag == "br":
            self.pieces.append("\n")
        else:
            self.pieces.append(MARKS.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links:
            self.pieces.append(f"]({self._links.pop()})")
        else:
            self.pieces.append(MARKS.get(tag, ""))

    def handle_data(self, data: str) -> None:
        self.pieces.append(SPACE.sub(" ", data))  # in HTML a line break of the file is a space
