"""The body as rows: the smallest pieces that never break, from paragraphs, lists, tables and the way with its halts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from certificates.content import Facts, Halt, Items, Note, Section, Signature, Table
from certificates.layout import look
from certificates.layout.tagged import Element, Paper
from certificates.layout.text import Style, wrap

Draw = Callable[[Paper, float], None]
HALTS_PER_LINE = 5


@dataclass(frozen=True)
class Row:
    """`keep` ties a row to the next one: no heading stands alone at the foot of a page."""

    height: float
    draw: Draw
    keep: bool = False


def space(height: float) -> Row:
    return Row(height, lambda paper, y: None)


def paragraph(element: Element, text: str, style: Style, *, x: float = look.LEFT, room: float = look.ROOM) -> list[Row]:
    """One row per line; the first two and the last two stay together."""
    lines = wrap(text, style, room)
    return [
        Row(style.leading, _line(element, x, line, style), keep=index in (0, len(lines) - 2) and index < len(lines) - 1)
        for index, line in enumerate(lines)
    ]


def _line(element: Element, x: float, line: str, style: Style) -> Draw:
    def draw(paper: Paper, y: float) -> None:
        with paper.content(element):
            paper.text(x, y + style.size, line, style)

    return draw


def heading(root: Element, title: str) -> list[Row]:
    element = root.add("H2")

    def note(paper: Paper, y: float) -> None:
        paper.bookmark(title, y)

    rows = paragraph(element, title, look.HEADING)
    return [
        replace(space(20), draw=note, keep=True),
        *[replace(row, keep=True) for row in rows],
        replace(space(4), keep=True),
    ]


def section(root: Element, part: Section) -> Iterator[Row]:
    if part.title:
        yield from heading(root, part.title)
    else:
        yield space(12)
    match part:
        case Facts(rows=facts):
            yield from _facts(root, facts)
        case Items(items=items):
            yield from _items(root, items)
        case Table(head=head, rows=rows):
            yield from _table(root, head, rows)
        case Note(text=text):
            for piece in text.split("\n"):
                if piece.strip():
                    yield from paragraph(root.add("P"), piece, look.TEXT)


def _facts(root: Element, facts: Sequence[tuple[str, str]]) -> Iterator[Row]:
    table = root.add("Table")
    for label, value in facts:
        row = table.add("TR")
        cells = [(row.add("TH", scope="Row"), label, look.LABEL), (row.add("TD"), value, look.STRONG)]
        yield from cells_in_lines(cells, [0.28, 0.72])


def _table(root: Element, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Row]:
    table, shares = root.add("Table"), _shares(head, rows)
    titles = table.add("TR")
    lines = cells_in_lines([(titles.add("TH", scope="Column"), title, look.SMALL) for title in head], shares)
    yield from (replace(line, keep=True) for line in lines)
    for row in rows:
        yield replace(_rule(), keep=True)
        body = table.add("TR")
        yield from cells_in_lines([(body.add("TD"), text, look.TEXT) for text in row], shares)


def _shares(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Columns get room by what they hold, but none less than half its equal share."""
    longest = [max(12, *(min(len(row[column]), 60) for row in [head, *rows])) for column in range(len(head))]
    wanted = [max(length / sum(longest), 0.5 / len(head)) for length in longest]
    return [share / sum(wanted) for share in wanted]


def _rule() -> Row:
    def draw(paper: Paper, y: float) -> None:
        with paper.artifact():
            paper.line(look.LEFT, y + 3, look.RIGHT, look.RULE, 0.75)

    return Row(7, draw)


def cells_in_lines(cells: Sequence[tuple[Element, str, Style]], shares: Sequence[float]) -> list[Row]:
    """Cells side by side, cut into rows line by line, so that even a very long cell goes on overleaf."""
    edges = [look.LEFT + look.ROOM * sum(shares[:index]) for index in range(len(shares))]
    broken = [
        [_line(cell, x, line, style) for line in wrap(text, style, look.ROOM * share - 12)]
        for (cell, text, style), x, share in zip(cells, edges, shares, strict=True)
    ]
    height = max(style.leading for _cell, _text, style in cells)
    return side_by_side(broken, height)


def side_by_side(columns: Sequence[Sequence[Draw]], height: float) -> list[Row]:
    return [Row(height, _together([part for part in parts if part])) for parts in zip_longest(*columns)]


def _together(parts: Sequence[Draw]) -> Draw:
    def draw(paper: Paper, y: float) -> None:
        for part in parts:
            part(paper, y)

    return draw


def _items(root: Element, items: Sequence[str]) -> Iterator[Row]:
    listing = root.add("L")
    for item in items:
        entry = listing.add("LI")
        label, body = entry.add("Lbl"), entry.add("LBody")
        first, *rest = paragraph(body, item, look.TEXT, x=look.LEFT + 15, room=look.ROOM - 15) or [space(0)]
        yield replace(first, draw=_together([_bullet(label), first.draw]))
        yield from rest
        yield space(2)


def _bullet(label: Element) -> Draw:
    style = replace(look.TEXT, color=look.ROAD)

    def draw(paper: Paper, y: float) -> None:
        with paper.content(label):
            paper.text(look.LEFT + 2, y + style.size, "•", style)

    return draw


def way(root: Element, halts: Sequence[Halt]) -> Iterator[Row]:
    """The Strecke: a line with halts, all of them reached."""
    listing = root.add("L")
    for start in range(0, len(halts), HALTS_PER_LINE):
        part = halts[start : start + HALTS_PER_LINE]
        ends = start + len(part) == len(halts)
        yield space(20)
        yield _stretch(listing, part, look.ROOM / min(len(halts), HALTS_PER_LINE), ends)


def _stretch(listing: Element, halts: Sequence[Halt], step: float, ends: bool) -> Row:
    texts = []
    for index, halt in enumerate(halts):
        body, x = listing.add("LI").add("LBody"), look.LEFT + index * step
        names = [(body, x, line, look.SMALL_STRONG) for line in wrap(halt.name, look.SMALL_STRONG, step - 10)]
        notes = [(body, x, line, look.SMALL) for line in wrap(halt.note, look.SMALL, step - 10)]
        texts.append(names + notes)

    def draw(paper: Paper, y: float) -> None:
        with paper.artifact():
            _picture(paper, y, len(halts), step, ends)
        for lines in texts:
            for number, (body, x, line, style) in enumerate(lines):
                _line(body, x, line, style)(paper, y + 22 + number * look.SMALL.leading)

    return Row(24 + max(map(len, texts)) * look.SMALL.leading, draw)


def _picture(paper: Paper, y: float, count: int, step: float, ends: bool) -> None:
    x = look.LEFT + 6
    last = x + (count - 1) * step
    paper.line(x, y + 7, last if ends else look.RIGHT, look.ROAD, 2.2)
    for index in range(count):
        arrived = ends and index == count - 1
        paper.circle(
            x + index * step, y + 7, 6 if arrived else 5,
            ground=look.LAMP if arrived else look.ROAD, edge=look.ROAD, width=2.2,
        )  # fmt: skip


def signatures(root: Element, title: str, people: Sequence[Signature]) -> Iterator[Row]:
    yield from heading(root, title)
    for start in range(0, len(people), 2):
        pair = people[start : start + 2]
        edges = (look.LEFT, look.LEFT + look.ROOM / 2)
        columns = [_signature(root.add("P"), person, x) for person, x in zip(pair, edges, strict=False)]
        yield from (replace(row, keep=True) for row in side_by_side(columns, look.TEXT.leading))
        yield space(6)


def _signature(element: Element, person: Signature, x: float) -> list[Draw]:
    room = look.ROOM / 2 - 14
    lines = [(line, look.STRONG) for line in wrap(person.name, look.STRONG, room)]
    lines += [(line, look.LABEL) for text in (person.function, person.on) for line in wrap(text, look.LABEL, room)]
    return [_line(element, x, f"{line.rstrip()} ", style) for line, style in lines]
