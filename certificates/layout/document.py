"""The certificate on A4: who, what, when; below, how a stranger checks it. As many pages as it needs."""

from collections.abc import Iterator

from certificates.layout import look, rows, structure
from certificates.layout.panel import panel
from certificates.layout.rows import Row
from certificates.layout.sheet import Issuer, Sheet
from certificates.layout.tagged import HEIGHT, WIDTH, Element, Paper
from certificates.layout.text import printable, shrunk, wrap
from certificates.layout.words import IN, Words


def draw(sheet: Sheet) -> bytes:
    """The finished PDF/UA-1 and PDF/A-2a file."""
    words = IN[sheet.language]
    paper = Paper(sheet.language)
    pages = paginate(list(_body(sheet, words, paper.root)), panel(sheet, words, paper.root))
    for number, page in enumerate(pages):
        if number:
            paper.next_page()
        _furniture(paper, sheet, words, number, len(pages))
        for y, row in page:
            row.draw(paper, y)
    about = structure.About(
        title=f"{words.kinds[sheet.kind]} {sheet.number}",
        author=words.city.format(name=sheet.issuer.name),
        language=sheet.language,
        day=sheet.issued_on,
    )
    return structure.finish(paper.finish(), paper.root, about)


def paginate(body: list[Row], check: Row) -> list[list[tuple[float, Row]]]:
    """Put rows on pages, those tied together on the same one; the check stands at the foot of the first."""
    floor = look.BOTTOM - check.height
    pages: list[list[tuple[float, Row]]] = [[(floor, check)]]
    y, end = look.TOP_FIRST, floor - look.GAP
    for group in _tied(body):
        if y + sum(row.height for row in group) > end:
            pages.append([])
            y, end = look.TOP, look.BOTTOM
        for row in group:
            if y + row.height > end:
                pages.append([])
                y = look.TOP
            pages[-1].append((y, row))
            y += row.height
    return pages


def _tied(body: list[Row]) -> Iterator[list[Row]]:
    group: list[Row] = []
    for row in body:
        group.append(row)
        if not row.keep:
            yield group
            group = []
    if group:
        yield group


def _body(sheet: Sheet, words: Words, root: Element) -> Iterator[Row]:
    kind = words.kinds[sheet.kind]
    yield from rows.paragraph(root.add("H1"), kind, look.KIND)
    yield rows.space(10)
    name = shrunk(sheet.recipient, look.NAME, look.ROOM, lines=2, least=18)
    yield from rows.paragraph(root.add("P"), sheet.recipient, name)
    yield rows.space(8)
    if sheet.content.lead:
        yield from rows.paragraph(root.add("P"), sheet.content.lead, look.LEAD)
        yield rows.space(5)
    title = shrunk(sheet.title, look.TITLE, look.ROOM, lines=3, least=13)
    yield from rows.paragraph(root.add("P"), sheet.title, title)
    if sheet.content.way:
        yield from rows.way(root, sheet.content.way)
    for part in sheet.content.sections:
        yield from rows.section(root, part)
    if sheet.content.signatures:
        yield from rows.signatures(root, words.confirmed, sheet.content.signatures)
    yield rows.space(14)
    issuer = words.city.format(name=sheet.issuer.name)
    issued = words.issued.format(date=words.date(sheet.issued_on), issuer=issuer)
    replaces = f" {words.replaces.format(number=sheet.replaces)}" if sheet.replaces else ""
    yield from rows.paragraph(root.add("P"), f"{issued}{replaces} {words.electronic}", look.TEXT)


def _furniture(paper: Paper, sheet: Sheet, words: Words, number: int, total: int) -> None:
    """Head and foot of each page: the colors of the cities, the brand, number and page."""
    issuer, partner = sheet.issuer, sheet.partner or sheet.issuer
    with paper.artifact(furniture=True):
        paper.rectangle(0, 0, WIDTH / 2, 6, look.accent(issuer.slug))
        paper.rectangle(WIDTH / 2, 0, WIDTH / 2, 6, look.accent(partner.slug))
        logo(paper, look.LEFT, 42)
        paper.text(look.LEFT + 36, 62, "Wanderjahr", look.BRAND)
        paper.line(look.LEFT, 790, look.RIGHT, look.RULE, 0.75)
        _foot(paper, sheet, words, words.page.format(page=number + 1, pages=total))
    if number == 0:
        _cities(paper, sheet, words)


def _foot(paper: Paper, sheet: Sheet, words: Words, page: str) -> None:
    """Kind and number, and the name where there is room, so that single leaves find together again."""
    short = f"{words.kinds[sheet.kind]} {sheet.number}"
    long = f"{short} · {printable(sheet.recipient)}"
    room = look.ROOM - look.SMALL.width(page) - 20
    paper.text(look.LEFT, 806, long if look.SMALL.width(long) <= room else short, look.SMALL)
    paper.text(look.RIGHT, 806, page, look.SMALL, right=True)


def _cities(paper: Paper, sheet: Sheet, words: Words) -> None:
    element = Element("P")
    paper.root.kids.insert(0, element)
    cities = [sheet.issuer, sheet.partner] if sheet.partner else [sheet.issuer]
    for position, city in enumerate(cities):
        _city(paper, element, city, words, 56 + position * 16 - (len(cities) - 1) * 8)


def _city(paper: Paper, element: Element, city: Issuer, words: Words, y: float) -> None:
    room = look.ROOM - 140
    text = words.city.format(name=city.name)
    name = shrunk(text, look.STRONG, room, lines=1, least=7)
    line = wrap(text, name, room)[0].rstrip()
    width = name.width(line)
    with paper.artifact():
        color = look.accent(city.slug)
        paper.circle(look.RIGHT - width - 10, y - 0.5, 3, ground=color, edge=color, width=1)
    with paper.content(element):
        paper.text(look.RIGHT - width, y + 3, f"{line} ", name)


def logo(paper: Paper, x: float, y: float) -> None:
    """The W of the road with its three halts, drawn on a field of 48 by 48."""
    scale = 28 / 48
    corners = ((7, 11), (15, 35), (24, 15), (33, 35), (41, 11))
    points = [(x + across * scale, y + down * scale) for across, down in corners]
    paper.stroke(look.ROAD, 4.5 * scale)
    paper.canvas.setLineCap(1)
    paper.canvas.setLineJoin(1)
    path = paper.canvas.beginPath()
    path.moveTo(points[0][0], HEIGHT - points[0][1])
    for across, down in points[1:]:
        path.lineTo(across, HEIGHT - down)
    paper.canvas.drawPath(path)
    for place, ground, radius in ((0, look.WHITE, 4.6), (2, look.WHITE, 4.6), (4, look.LAMP, 5.6)):
        across, down = points[place]
        paper.circle(across, down, radius * scale, ground=ground, edge=look.ROAD, width=3 * scale)
