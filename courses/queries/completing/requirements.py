"""What completing a course asks for, in words and with ticks."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.queries.reading.outline import Item, Outline
from courses.rule_tree import Key, Node, missing

FEW = 3  # so many open lessons are named; the road beside shows all


@dataclass(frozen=True)
class Requirement:
    sentence: str
    done: bool
    url: str = ""
    note: str = ""
    parts: list["Requirement"] = field(default_factory=list)


def requirements(road: Outline) -> list[Requirement]:
    """The rule of a course as somebody stands with it."""
    return in_words(road.rule, road.items) if road.rule else []


def in_words(rule: Node, items: Iterable[Item] = (), *, named: bool = True) -> list[Requirement]:
    """A rule as a list, with links where the pages are. What a choice offers stands below it, and if `named` the first
    open ones of "all lessons" as well.
    """
    pages = {item.key: item for item in items}
    nodes = rule.parts if rule.kind == "all" else (rule,)
    return [_requirement(node, pages, named) for node in nodes]


def still_open(road: Outline) -> list[Requirement]:
    """The lessons, tests and other things that can still be done towards it, in the order of the rule."""
    pages = {item.key: item for item in road.items}
    return [_requirement(leaf, pages) for leaf in missing(road.rule)] if road.rule else []


def _requirement(node: Node, pages: dict[Key, Item], named: bool = True) -> Requirement:
    if node.is_leaf:
        page = pages.get((node.kind, node.key))
        url = page.url if page and not page.blocked else ""
        return Requirement(sentence_of(node), node.done, url, _count(node) if node.needed > 1 else "")
    parts = [_requirement(part, pages, named) for part in node.parts]
    if node.kind == "every" and len(parts) == 1:
        return parts[0]
    if node.kind == "every":
        parts = [part for part in parts if not part.done][: FEW if named else 0]
    return Requirement(sentence_of(node), node.done, "", _count(node), parts)


def _count(node: Node) -> str:
    return _("%(done)s of %(total)s") % {"done": min(node.count, node.needed), "total": node.needed}


def sentence_of(node: Node) -> str:
    """One place of the rule as a request."""
    if node.kind == "every":
        return _every(node)
    if node.kind == "of":
        facts = {"n": node.needed, "all": len(node.parts)}
        return ngettext("%(n)s of these %(all)s parts", "%(n)s of these %(all)s parts", node.needed) % facts
    if node.kind == "all":
        return _("All of these parts")
    if node.kind == "attended":
        return ngettext("Attend %(n)s session", "Attend %(n)s sessions", node.needed) % {"n": node.needed}
    if node.kind == "confirmed":
        return _("A trainer confirms: %(label)s") % {"label": node.label}
    return PAGES[node.kind]() % {"title": node.label}


def _every(node: Node) -> str:
    n = len(node.parts)
    if node.key == "test":
        text = ngettext("Pass the test", "Pass all %(n)s tests", n)
    elif node.key == "assignment":
        text = ngettext("Have the assignment accepted", "Have all %(n)s assignments accepted", n)
    else:
        text = ngettext("Finish the lesson", "Finish all %(n)s lessons", n)
    return text % {"n": n}


PAGES = {
    "lesson": lambda: _("Finish the lesson “%(title)s”"),
    "test": lambda: _("Pass the test “%(title)s”"),
    "assignment": lambda: _("Have the assignment “%(title)s” accepted"),
}
