"""A plain paper with the same look and tags as a certificate, which proves nothing: a receipt, for example."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from certificates.content import Section
from certificates.layout import look, rows, structure
from certificates.layout.document import logo, paginate
from certificates.layout.rows import Row
from certificates.layout.sheet import Issuer
from certificates.layout.tagged import WIDTH, Element, Paper
from certificates.layout.text import printable
from certificates.layout.words import IN


@dataclass(frozen=True)
class Letter:
    """`title` stands on top, `foot` on every page."""

    title: str
    lead: str
    sections: tuple[Section, ...]
    foot: str
    issuer: Issuer
    made_on: date
    language: str = "de"


def draw_letter(letter: Letter) -> bytes:
    words = IN[letter.language]
    paper = Paper(letter.language)
    pages = paginate(list(_body(letter, paper.root)), rows.space(0))
    for number, page in enumerate(pages):
        if number:
            paper.next_page()
        _furniture(paper, letter, words.page.format(page=number + 1, pages=len(pages)))
        for y, row in page:
            row.draw(paper, y)
    about = structure.About(
        title=letter.title,
        author=words.city.format(name=letter.issuer.name),
        language=letter.language,
        day=letter.made_on,
    )
    return structure.finish(paper.finish(), paper.root, about)


def _body(letter: Letter, root: Element) -> Iterator[Row]:
    yield from rows.paragraph(root.add("H1"), letter.title, look.TITLE)
    yield rows.space(6)
    yield from rows.paragraph(root.add("P"), letter.lead, look.LEAD)
    for part in letter.sections:
        yield from rows.section(root, part)


def _furniture(paper: Paper, letter: Letter, page: str) -> None:
    with paper.artifact(furniture=True):
        paper.rectangle(0, 0, WIDTH, 6, look.accent(letter.issuer.slug))
        logo(paper, look.LEFT, 42)
        paper.text(look.LEFT + 36, 62, "Wanderjahr", look.BRAND)
        paper.line(look.LEFT, 790, look.RIGHT, look.RULE, 0.75)
        paper.text(look.LEFT, 806, printable(letter.foot), look.SMALL)
        paper.text(look.RIGHT, 806, page, look.SMALL, right=True)
