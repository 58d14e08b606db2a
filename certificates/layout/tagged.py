"""A canvas that notes what each mark on the page is, so that a screen reader can follow it (PDF/UA).

ReportLab has no notion of tags: here content is put between BDC and EMC, and the tree of elements is kept aside;
`structure` writes it into the finished file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from certificates.layout.text import FONTS, REGULAR, Style, register_fonts

WIDTH, HEIGHT = A4
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Mark:
    """A piece of marked content on a page."""

    page: int
    mcid: int


@dataclass(frozen=True)
class Target:
    """A link on a page, by its place among the links of that page."""

    page: int
    position: int
    description: str


@dataclass
class Element:
    tag: str
    kids: list[Element | Mark | Target] = field(default_factory=list)
    alt: str = ""
    box: Box | None = None
    scope: str = ""

    def add(self, tag: str, *, alt: str = "", scope: str = "") -> Element:
        kid = Element(tag, alt=alt, scope=scope)
        self.kids.append(kid)
        return kid


class Paper:
    """Pages to draw on. Everything drawn lies inside `content` or `artifact`; y is measured from the top."""

    def __init__(self, language: str) -> None:
        register_fonts()
        self.buffer = BytesIO()
        self.canvas = Canvas(
            self.buffer, pagesize=A4, invariant=1, pageCompression=1, lang=language, initialFontName=REGULAR
        )
        self.root = Element("Document")
        self.page = 0
        self._mcid = 0
        self._links = 0

    def next_page(self) -> None:
        self.canvas.showPage()
        self.page += 1
        self._mcid = self._links = 0

    def finish(self) -> bytes:
        self.canvas.showPage()
        with FONTS:
            self.canvas.save()
        return self.buffer.getvalue()

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        self.canvas.addLiteral(f"/{element.tag} <</MCID {self._mcid}>> BDC")
        element.kids.append(Mark(self.page, self._mcid))
        self._mcid += 1
        yield
        self.canvas.addLiteral("EMC")

    @contextmanager
    def artifact(self, *, furniture: bool = False) -> Iterator[None]:
        """Lines and grounds; `furniture` repeats on every page (head, foot, page number)."""
        kind = "Pagination" if furniture else "Layout"
        self.canvas.addLiteral(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self.canvas.addLiteral("EMC")

    def text(self, x: float, y: float, text: str, style: Style, *, right: bool = False, spread: float = 0) -> None:
        self.fill(style.color)
        self.canvas.setFont(style.font, style.size)
        draw = self.canvas.drawRightString if right else self.canvas.drawString
        draw(x, HEIGHT - y, text, charSpace=spread)

    def link(self, element: Element, url: str, box: Box, description: str) -> None:
        left, top, right, bottom = box
        self.canvas.linkURL(url, (left, HEIGHT - bottom, right, HEIGHT - top), relative=0)
        element.kids.append(Target(self.page, self._links, description))
        self._links += 1

    def bookmark(self, title: str, y: float) -> None:
        key = f"{self.page}-{round(y)}"
        self.canvas.bookmarkHorizontal(key, 0, HEIGHT - y)
        self.canvas.addOutlineEntry(title, key)

    def fill(self, color: str) -> None:
        self.canvas.setFillColor(HexColor(color))

    def stroke(self, color: str, width: float = 1) -> None:
        self.canvas.setStrokeColor(HexColor(color))
        self.canvas.setLineWidth(width)

    def rectangle(self, x: float, y: float, width: float, height: float, color: str) -> None:
        self.fill(color)
        self.canvas.rect(x, HEIGHT - y - height, width, height, stroke=0, fill=1)

    def line(self, x: float, y: float, to_x: float, color: str, width: float = 1) -> None:
        self.stroke(color, width)
        self.canvas.line(x, HEIGHT - y, to_x, HEIGHT - y)

    def circle(self, x: float, y: float, radius: float, *, ground: str, edge: str, width: float) -> None:
        self.fill(ground)
        self.stroke(edge, width)
        self.canvas.circle(x, HEIGHT - y, radius, stroke=1, fill=1)
