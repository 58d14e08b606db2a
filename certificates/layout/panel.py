"""The field at the foot of the first page: all a stranger needs to check the paper."""

from collections.abc import Iterator

from certificates.codes import grouped
from certificates.layout import look, qr, rows
from certificates.layout.rows import Row
from certificates.layout.sheet import Sheet
from certificates.layout.tagged import HEIGHT, Element, Paper
from certificates.layout.text import wrap
from certificates.layout.words import Words

QR_SIZE, PADDING = 96.0, 16.0
TEXT_LEFT = look.LEFT + PADDING + QR_SIZE + 20
TEXT_ROOM = look.RIGHT - PADDING - TEXT_LEFT


def panel(sheet: Sheet, words: Words, root: Element) -> Row:
    section = root.add("Sect")
    title = list(rows.paragraph(section.add("H2"), words.check, look.HEADING, x=TEXT_LEFT, room=TEXT_ROOM))
    figure = section.add("Figure", alt=words.qr.format(url=sheet.check_url))
    text = [*title, *_text(sheet, words, section)]
    height = max(sum(row.height for row in text), QR_SIZE) + 2 * PADDING

    def draw(paper: Paper, y: float) -> None:
        with paper.artifact():
            _ground(paper, y, height)
        line = y + PADDING - 2
        for row in text:
            row.draw(paper, line)
            line += row.height
        _code(paper, figure, sheet.check_url, y + PADDING)

    return Row(height, draw)


def _text(sheet: Sheet, words: Words, section: Element) -> Iterator[Row]:
    yield from rows.paragraph(section.add("P"), words.how, look.SMALL, x=TEXT_LEFT, room=TEXT_ROOM)
    yield rows.space(4)
    yield from _address(sheet.check_url, words, section)
    yield rows.space(4)
    facts = section.add("P")
    for label, value in ((words.number, sheet.number), (words.code, grouped(sheet.code))):
        yield from rows.paragraph(facts, f"{label}: {value} ", look.SMALL_STRONG, x=TEXT_LEFT, room=TEXT_ROOM)
    yield rows.space(4)
    law = words.not_a_reference[sheet.kind]
    yield from rows.paragraph(section.add("P"), law, look.SMALL, x=TEXT_LEFT, room=TEXT_ROOM)


def _address(url: str, words: Words, section: Element) -> Iterator[Row]:
    link = section.add("P").add("Link")
    for line in wrap(url.split("://", 1)[-1], look.LINK, TEXT_ROOM):
        yield Row(look.LINK.leading, _link_line(link, line, url, words.link.format(url=url)))


def _link_line(element: Element, line: str, url: str, description: str) -> rows.Draw:
    width = look.LINK.width(line)

    def draw(paper: Paper, y: float) -> None:
        with paper.content(element):
            paper.text(TEXT_LEFT, y + look.LINK.size, line, look.LINK)
        with paper.artifact():
            paper.line(TEXT_LEFT, y + look.LINK.size + 2, TEXT_LEFT + width, look.ROAD, 0.6)
        paper.link(element, url, (TEXT_LEFT, y, TEXT_LEFT + width, y + look.LINK.leading), description)

    return draw


def _ground(paper: Paper, y: float, height: float) -> None:
    paper.fill(look.GROUND)
    paper.stroke(look.RULE, 0.75)
    paper.canvas.roundRect(look.LEFT, HEIGHT - y - height, look.ROOM, height, 9, stroke=1, fill=1)


def _code(paper: Paper, figure: Element, url: str, y: float) -> None:
    left, bottom = look.LEFT + PADDING, HEIGHT - y - QR_SIZE
    figure.box = (left, bottom, left + QR_SIZE, bottom + QR_SIZE)
    modules, bars = qr.bars(url)
    unit = QR_SIZE / (modules + 4)  # a quiet zone of two, the ground around it is as light
    with paper.content(figure):
        paper.fill(look.WHITE)
        paper.canvas.rect(left, bottom, QR_SIZE, QR_SIZE, stroke=0, fill=1)
        paper.fill("#000000")
        path = paper.canvas.beginPath()
        for column, row, width in bars:
            path.rect(left + (column + 2) * unit, bottom + QR_SIZE - (row + 3) * unit, width * unit, unit)
        paper.canvas.drawPath(path, stroke=0, fill=1)
