from dataclasses import dataclass
from datetime import date

from certificates.content import Content


@dataclass(frozen=True)
class Issuer:
    """A city: its name, and the slug that says which accent it has."""

    name: str
    slug: str


@dataclass(frozen=True)
class Sheet:
    """All that is drawn. The same sheet always gives the same bytes."""

    kind: str
    number: str
    code: str
    check_url: str
    recipient: str
    title: str
    content: Content
    issued_on: date
    issuer: Issuer
    partner: Issuer | None = None
    replaces: str = ""
    language: str = "de"
