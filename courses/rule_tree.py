"""What completing a course asks for, as a tree of plain data.

    {"all": [node, …]}                        each of them
    {"of": 2, "parts": [node, …]}             two of them, whichever
    {"every": "lesson"}                       each lesson (test, assignment) that the course has now
    {"lesson": 12}, {"test": 7}, {"assignment": 9}
    {"attended": 2}                           two sessions of the course run
    {"confirmed": "call", "label": "…"}       a trainer says so

Parts whose page is gone are left out, and fewer are asked for where fewer are left. A rule of which nothing is left
asks for everything in the course: never for nothing, and never for what nobody can do.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Tree = dict[str, Any]
Key = tuple[str, Any]

PAGES = ("lesson", "test", "assignment")
EVERYTHING: Tree = {"all": [{"every": "lesson"}, {"every": "test"}, {"every": "assignment"}]}
SCORED, CONFIRMED, ATTENDED, REPORTED = "scored", "confirmed", "attended", "reported"
GRADES = (REPORTED, ATTENDED, CONFIRMED, SCORED)  # from the weakest to the strongest
GRADE_OF = {
    "lesson": REPORTED, "test": SCORED, "assignment": CONFIRMED, "attended": ATTENDED, "confirmed": CONFIRMED,
}  # fmt: skip


@dataclass(frozen=True)
class Facts:
    """What the course has, and what somebody has done of it."""

    pages: tuple[Key, ...] = ()  # ("lesson", 12), in the order of the course
    done: frozenset[Key] = frozenset()
    confirmed: frozenset[str] = frozenset()
    attended: int = 0
    held: int | None = None  # sessions of the run once it is over: more can no longer be attended
    titles: Mapping[Key, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Node:
    """A place in the tree with what was done there: `count` of `needed`."""

    kind: str  # all, of, every; lesson, test, assignment, attended, confirmed
    key: Any = None  # of a leaf: the page, the key of the confirmation; of "every": which kind
    label: str = ""  # the title of a page, what a trainer confirms
    count: int = 0
    needed: int = 1
    parts: tuple["Node", ...] = ()

    @property
    def done(self) -> bool:
        return self.count >= self.needed

    @property
    def is_leaf(self) -> bool:
        return not self.parts

    def leaves(self) -> Iterator["Node"]:
        if self.is_leaf:
            yield self
        for part in self.parts:
            yield from part.leaves()


def evaluate(tree: Tree, facts: Facts) -> Node | None:
    """The tree with what is done and what is open. None if a course has nothing one could do."""
    return _node(tree, facts) or _node(EVERYTHING, facts)


def _node(tree: Tree, facts: Facts) -> Node | None:
    if "all" in tree:
        return _group("all", tree["all"], None, facts)
    if "of" in tree:
        return _group("of", tree["parts"], tree["of"], facts)
    if "every" in tree:
        wanted = [{kind: key} for kind, key in facts.pages if kind == tree["every"]]
        return _group("every", wanted, None, facts, key=tree["every"])
    return _leaf(tree, facts)


def _group(kind: str, trees: list[Tree], most: int | None, facts: Facts, key: Any = None) -> Node | None:
    parts = tuple(node for tree in trees if (node := _node(tree, facts)))
    if not parts:
        return None
    needed = len(parts) if most is None else max(1, min(most, len(parts)))
    return Node(kind, key, count=sum(part.done for part in parts), needed=needed, parts=parts)


def _leaf(tree: Tree, facts: Facts) -> Node | None:
    if "confirmed" in tree:
        key = tree["confirmed"]
        return Node("confirmed", key, tree.get("label", ""), count=int(key in facts.confirmed))
    if "attended" in tree:
        needed = tree["attended"] if facts.held is None else min(tree["attended"], facts.held)
        return Node("attended", count=facts.attended, needed=needed) if needed > 0 else None
    page = next(iter(tree.items()))
    if page not in facts.pages:
        return None
    return Node(*page, facts.titles.get(page, ""), count=int(page in facts.done))


def missing(node: Node) -> list[Node]:
    """The leaves that can still be done towards it, in the order of the rule."""
    if node.done:
        return []
    return [node] if node.is_leaf else [leaf for part in node.parts for leaf in missing(part)]


def unavoidable(node: Node) -> list[Node]:
    """The open leaves without which it cannot be fulfilled any more: where there is a choice, none of the choices."""
    if node.done:
        return []
    if node.is_leaf:
        return [node]
    still_open = [part for part in node.parts if not part.done]
    if len(still_open) > node.needed - node.count:
        return []
    return [leaf for part in still_open for leaf in unavoidable(part)]


def shortest(node: Node) -> list[Node]:
    """The open leaves in the order of the rule, and of a choice no more than are needed: what is left to do."""
    if node.done:
        return []
    if node.is_leaf:
        return [node]
    still_open = [part for part in node.parts if not part.done]
    return [leaf for part in still_open[: node.needed - node.count] for leaf in shortest(part)]


def uses(tree: Tree, kind: str) -> bool:
    """Whether the rule asks for anything of a kind, such as "confirmed"."""
    return kind in tree or any(uses(part, kind) for part in tree.get("all", tree.get("parts", ())))


def confirmations(tree: Tree) -> dict[str, str]:
    """What trainers are asked to confirm: label by key."""
    if "confirmed" in tree:
        return {tree["confirmed"]: tree.get("label", "")}
    parts = tree.get("all", tree.get("parts", ()))
    return {key: label for part in parts for key, label in confirmations(part).items()}


def grade(node: Node) -> str:
    """How sure one can be that it was fulfilled: the weakest proof among those it rests on.

    Lessons marked as done prove nothing beside a test, a session or a trainer's word, and take nothing from them.
    They decide where there is nothing else.
    """
    proofs = [GRADE_OF[leaf.kind] for leaf in used(node) if leaf.kind != "lesson"]
    return min(proofs, key=GRADES.index, default=REPORTED)


def used(node: Node) -> list[Node]:
    """The leaves it rests on; of a choice the strongest that were done, as many as were needed."""
    if node.is_leaf:
        return [node] if node.done else []
    done = [part for part in node.parts if part.done]
    strongest = sorted(done, key=lambda part: -GRADES.index(grade(part)))
    return [leaf for part in strongest[: node.needed] for leaf in used(part)]


def to_data(node: Node) -> dict[str, Any]:
    """For keeping as JSON what was fulfilled, and how."""
    data = {"kind": node.kind, "key": node.key, "label": node.label, "count": node.count, "needed": node.needed}
    return data | {"parts": [to_data(part) for part in node.parts]}


def from_data(data: dict[str, Any]) -> Node:
    return Node(**{**data, "parts": tuple(from_data(part) for part in data["parts"])})
