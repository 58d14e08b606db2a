"""What the rules want to know of formatted text: headings, links, paragraphs."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

HEADINGS = {f"h{level}": level for level in range(1, 7)}
PARAGRAPHS = {"p", "li", *HEADINGS}
NAMELESS = {
    "", "hier", "da", "dort", "link", "dieser link", "diesen link", "mehr", "mehr dazu", "mehr erfahren", "mehr infos",
    "mehr informationen", "weiter", "weiterlesen", "weitere informationen", "diese seite", "download", "herunterladen",
    "website", "webseite", "klicken sie hier", "klick hier", "hier klicken", "bitte hier klicken", "siehe hier", "pdf",
    "here", "more", "read more", "learn more", "click here", "this link", "this page", "see here", "details",
}  # fmt: skip
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True)
class Prose:
    headings: tuple[Heading, ...] = ()
    links: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()

    @classmethod
    def read(cls, html: object) -> "Prose":
        if not html or not isinstance(html, str):
            return cls()
        reader = _Reader()
        reader.feed(html)
        reader.close()
        reader.end_paragraph()
        return cls(tuple(reader.headings), tuple(reader.links), tuple(reader.paragraphs))

    @property
    def is_empty(self) -> bool:
        return not self.paragraphs and not any(heading.text for heading in self.headings)


def says_nothing(link_text: str) -> bool:
    """Whether a link's text does not tell where it leads when it is read on its own, as screen readers do."""
    words = re.sub(r"[^\w\s:/.-]", " ", link_text).strip(" .:-").casefold()
    return " ".join(words.split()) in NAMELESS or bool(ADDRESS.fullmatch(link_text.strip()))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.headings: list[Heading] = []
        self.links: list[str] = []
        self.paragraphs: list[str] = []
        self._text: list[str] = []
        self._link: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in PARAGRAPHS:
            self.end_paragraph()
        elif tag == "a":
            self._link = []
        elif tag == "br":
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in HEADINGS:
            self.headings.append(Heading(HEADINGS[tag], self._taken()))
        elif tag in PARAGRAPHS:
            self.end_paragraph()
        elif tag == "a" and self._link is not None:
            self.links.append(_plain(self._link))
            self._link = None

    def handle_data(self, data: str) -> None:
        self._text.append(data)
        if self._link is not None:
            self._link.append(data)

    def end_paragraph(self) -> None:
        if text := self._taken():
            self.paragraphs.append(text)

    def _taken(self) -> str:
        text, self._text = _plain(self._text), []
        return text


def _plain(parts: list[str]) -> str:
    return " ".join("".join(parts).split())
