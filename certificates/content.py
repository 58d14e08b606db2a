"""What a certificate says, frozen on the day it is issued: pure data that goes to JSON and comes back."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any


class Part:
    @property
    def kind(self) -> str:
        return type(self).__name__.lower()


@dataclass(frozen=True)
class Facts(Part):
    """Lines of label and value."""

    title: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Items(Part):
    title: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Table(Part):
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def cells(self) -> list[list[tuple[str, str]]]:
        """Each row with the title of its column beside each cell, as phones show it."""
        return [list(zip(self.head, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class Note(Part):
    title: str
    text: str


Section = Facts | Items | Table | Note
KINDS: dict[str, type[Section]] = {kind.__name__.lower(): kind for kind in (Facts, Items, Table, Note)}


@dataclass(frozen=True)
class Halt:
    """A station of the way that is drawn as a line: a name, and below it when or how long."""

    name: str
    note: str = ""


@dataclass(frozen=True)
class Signature:
    """Who confirmed this, as what: "Hanna Hypothese", "Ausbildungsleitung, Stadt Nürnberg"."""

    name: str
    function: str
    on: str = ""


@dataclass(frozen=True)
class Content:
    """`lead` stands between the name and the title: "hat an diesem Kurs teilgenommen:"."""

    lead: str = ""
    way: tuple[Halt, ...] = ()
    sections: tuple[Section, ...] = ()
    signatures: tuple[Signature, ...] = ()

    def to_json(self) -> dict[str, Any]:
        sections = [{"kind": section.kind, **asdict(section)} for section in self.sections]
        return {**asdict(self), "sections": sections}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Content:
        return cls(
            lead=data["lead"],
            way=tuple(Halt(**halt) for halt in data["way"]),
            sections=tuple(_section(section) for section in data["sections"]),
            signatures=tuple(Signature(**signature) for signature in data["signatures"]),
        )


def _section(data: dict[str, Any]) -> Section:
    kind = KINDS[data["kind"]]
    return kind(**{field.name: _frozen(data[field.name]) for field in fields(kind)})


def _frozen(value: Any) -> Any:
    return tuple(_frozen(part) for part in value) if isinstance(value, list | tuple) else value
