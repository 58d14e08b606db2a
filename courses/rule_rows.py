"""A rule of completion as rows, each with its level: so it is written in a form and moved about. Knows no databases.

The first row is the group around everything. What a form cannot show becomes a row that keeps it as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from courses.rule_tree import PAGES, Tree

DEEPEST, MOST_ROWS, MOST_SESSIONS, LONGEST_LABEL = 3, 100, 99, 120
GROUP, EVERY, ATTENDED, CONFIRMED, KEPT = "group", "every", "attended", "confirmed", "kept"


@dataclass(frozen=True)
class Row:
    """`key`: the page, the kind of pages, the confirmation. `number`: of a group how many are needed, of sessions how
    many to attend; None asks for all. `tree`: what is kept as it is.
    """

    level: int
    kind: str
    key: Any = None
    number: Any = None
    label: str = ""
    tree: Tree | None = None


Rows = list[Row]


def rows_of(tree: Tree) -> Rows:
    """A rule that is no group is put into one: that asks for the same."""
    rows = _rows(tree, 0)
    return rows if rows[0].kind == GROUP else [Row(0, GROUP), *_rows(tree, 1)]


def _rows(tree: Tree, level: int) -> Rows:
    parts = _parts(tree)
    if parts is None:
        return [_leaf(tree, level)]
    if level >= DEEPEST:
        return [Row(level, KEPT, tree=tree)]
    return [Row(level, GROUP, number=tree.get("of")), *(row for part in parts for row in _rows(part, level + 1))]


def _parts(tree: Tree) -> list[Tree] | None:
    """Of a group that can be shown; None of everything else."""
    if set(tree) == {"all"} and tree["all"]:
        return list(tree["all"])
    if set(tree) == {"of", "parts"} and _is_number(tree["of"], len(tree["parts"])):
        return list(tree["parts"])
    return None


def _leaf(tree: Tree, level: int) -> Row:
    match tree:
        case {"every": kind} if kind in PAGES and len(tree) == 1:
            return Row(level, EVERY, kind)
        case {"attended": number} if len(tree) == 1 and _is_number(number, MOST_SESSIONS):
            return Row(level, ATTENDED, number=number)
        case {"confirmed": str(key), "label": str(label)} if len(tree) == 2 and _is_label(label):
            return Row(level, CONFIRMED, key, label=label)
    kind, key = next(iter(tree.items()), ("", None))
    if len(tree) == 1 and kind in PAGES and _is_number(key, 10**18):
        return Row(level, kind, key)
    return Row(level, KEPT, tree=tree)


def _is_number(number: Any, most: int) -> bool:
    return type(number) is int and 1 <= number <= most


def _is_label(label: str) -> bool:
    """As it comes back from a field: not empty, no space around it."""
    return 0 < len(label) <= LONGEST_LABEL and label == label.strip() and label.isprintable()


def tree_from(rows: Sequence[Row]) -> Tree:
    return _tree(rows, 0)


def _tree(rows: Sequence[Row], at: int) -> Tree:
    row = rows[at]
    if row.kind == GROUP:
        parts = [_tree(rows, child) for child in children(rows, at)]
        return {"all": parts} if row.number is None else {"of": row.number, "parts": parts}
    if row.kind == KEPT:
        return row.tree or {}
    if row.kind == ATTENDED:
        return {"attended": row.number}
    if row.kind == CONFIRMED:
        return {"confirmed": row.key, "label": row.label}
    return {row.kind: row.key}


def end_of(rows: Sequence[Row], at: int) -> int:
    """Where the row and everything in it ends."""
    return next((n for n in range(at + 1, len(rows)) if rows[n].level <= rows[at].level), len(rows))


def children(rows: Sequence[Row], at: int) -> list[int]:
    return [n for n in range(at + 1, end_of(rows, at)) if rows[n].level == rows[at].level + 1]


def parent_of(rows: Sequence[Row], at: int) -> int:
    return next(n for n in range(at - 1, -1, -1) if rows[n].level < rows[at].level)


def set_straight(rows: Sequence[Row]) -> Rows:
    """Rows that somebody sent, each where it can be: in a group, and no group deeper than there may be."""
    straight: Rows = []
    for row in rows[:MOST_ROWS]:
        if straight:
            above = straight[-1]
            level = min(max(row.level, 1), above.level + (above.kind == GROUP))
        else:
            level = 0
        straight.append(replace(row, level=min(level, DEEPEST)))
    return [one for one in straight if one.kind != GROUP or one.level < DEEPEST]


def steps_of(rows: Sequence[Row], at: int) -> list[str]:
    """What can be done to a row."""
    return [name for name, step in STEPS.items() if step(rows, at) is not None]


def take(rows: Sequence[Row], name: str, at: int) -> tuple[Rows, int]:
    """The rows after a step, and where to look now. What cannot be done changes nothing."""
    step = STEPS.get(name)
    done = step(rows, at) if step and 0 < at < len(rows) else None
    return done or (list(rows), min(max(at, 0), len(rows) - 1))


def add(rows: Sequence[Row], group: int, row: Row) -> tuple[Rows, int]:
    at = end_of(rows, group)
    return [*rows[:at], replace(row, level=rows[group].level + 1), *rows[at:]], at


Step = tuple[Rows, int] | None


def _up(rows: Sequence[Row], at: int) -> Step:
    siblings = children(rows, parent_of(rows, at))
    place = siblings.index(at)
    return _moved(rows, at, siblings[place - 1], 0) if place else None


def _down(rows: Sequence[Row], at: int) -> Step:
    after = end_of(rows, at)
    if after == len(rows) or rows[after].level < rows[at].level:
        return None
    return _moved(rows, at, end_of(rows, after), 0)


def _into(rows: Sequence[Row], at: int) -> Step:
    """To the end of the group before it."""
    siblings = children(rows, parent_of(rows, at))
    place = siblings.index(at)
    if not place or rows[siblings[place - 1]].kind != GROUP or _depth(rows, at) > DEEPEST - 1:
        return None
    return _moved(rows, at, at, 1)


def _out(rows: Sequence[Row], at: int) -> Step:
    """Behind the group it is in."""
    group = parent_of(rows, at)
    return _moved(rows, at, end_of(rows, group), -1) if group else None


def _remove(rows: Sequence[Row], at: int) -> Step:
    return [*rows[:at], *rows[end_of(rows, at) :]], parent_of(rows, at)


def _depth(rows: Sequence[Row], at: int) -> int:
    """The level of the deepest group in it; of a part that is no group, that of the group it would stand in."""
    levels = [row.level if row.kind == GROUP else row.level - 1 for row in rows[at : end_of(rows, at)]]
    return max(levels) + 1


def _moved(rows: Sequence[Row], at: int, to: int, deeper: int) -> tuple[Rows, int]:
    end = end_of(rows, at)
    part = [replace(row, level=row.level + deeper) for row in rows[at:end]]
    rest = [*rows[:at], *rows[end:]]
    to = to if to <= at else to - (end - at)
    return [*rest[:to], *part, *rest[to:]], to


STEPS = {"up": _up, "down": _down, "into": _into, "out": _out, "remove": _remove}
