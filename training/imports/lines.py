"""What people type or paste from a spreadsheet: one block per line."""

from __future__ import annotations

import re

from training.imports.dates import period_in
from training.imports.rows import MOST_LINES, Entry, NotUnderstood, Row, Sort, Unreadable, label_of, shown
from training.imports.words import kind_of

LONGEST_LINE = 300


def read_lines(text: str, kind: str = "school") -> list[Row]:
    """A row for each line with something in it; `kind` is that of blocks whose name tells none."""
    lines = [(number, line) for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1) if line.strip()]
    if not lines:
        raise Unreadable("empty")
    if len(lines) > MOST_LINES:
        raise Unreadable("many_lines", {"most": MOST_LINES})
    return [_row(number, line, kind) for number, line in lines]


def _row(number: int, line: str, usual: str) -> Row:
    cells = " ".join(re.split(r"[\t;|]+", line[:LONGEST_LINE]))
    try:
        period, rest = period_in(cells)
    except NotUnderstood as error:
        return Row(number, shown(line), fault=error.fault)
    sort, kind = kind_of(rest) or (Sort.BLOCK, usual)
    kind = usual if sort == Sort.BLOCK and kind == "school" else kind
    return Row(number, shown(line), Entry(sort, period, label_of(rest), kind))
