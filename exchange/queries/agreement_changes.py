"""What differs between two contents of an agreement, in words; both are plain data as kept with each assent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from exchange.consent import SHAREABLE
from exchange.models.agreements import AgreementKind, Payer
from lms.core.templatetags.wanderjahr import day
from people.models import City

LABELS: dict[str, Promise] = {
    "kind": gettext_lazy("Kind"),
    "parent": gettext_lazy("Memorandum"),
    "title": gettext_lazy("Title"),
    "version": gettext_lazy("Version"),
    "cities": gettext_lazy("Partner cities"),
    "starts_on": gettext_lazy("Valid from"),
    "ends_on": gettext_lazy("Valid until"),
    "text": gettext_lazy("Text"),
    "fields_of_cooperation": gettext_lazy("Fields of cooperation"),
    "seats_per_round": gettext_lazy("Seats of each city in a round"),
    "balance_weeks": gettext_lazy("Tolerated difference in person-weeks"),
    "fares_by": gettext_lazy("Fares"),
    "lodging_by": gettext_lazy("Lodging"),
    "meals_by": gettext_lazy("Meals"),
    "settled_by_account": gettext_lazy("Settled through the exchange account"),
    "cost_note": gettext_lazy("More about costs"),
    "annex_text": gettext_lazy("Annex on data protection"),
    "shared_fields": gettext_lazy("What a host city may see"),
    "documents": gettext_lazy("Documents"),
}
PROSE = ["text", "cost_note", "annex_text"]


@dataclass(frozen=True)
class Change:
    label: str | Promise
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """What stands in one and not in the other, part by part; of long texts the paragraphs concerned."""
    cities = dict(City.objects.values_list("slug", "name"))
    return [
        _change(name, label, before.get(name), after.get(name), cities)
        for name, label in LABELS.items()
        if before.get(name) != after.get(name)
    ]


def _change(name: str, label: Promise, before: Any, after: Any, cities: Mapping[str, str]) -> Change:
    if name in PROSE:
        return Change(label, *_paragraphs(before or "", after or ""))
    old, new = _words(name, before, cities), _words(name, after, cities)
    if isinstance(before, list) and isinstance(after, list):  # what stays need not be read again
        return Change(label, [one for one in old if one not in new], [one for one in new if one not in old])
    return Change(label, old, new)


def _paragraphs(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = ([line for line in text.splitlines() if line.strip()] for text in (before, after))
    gone: list[str] = []
    come: list[str] = []
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += old[first:last]
            come += new[start:end]
    return gone, come


def _words(name: str, value: Any, cities: Mapping[str, str]) -> list[str]:
    if value is None or value in ("", []):
        return []
    if name == "documents":
        return [f"{title} ({sha[:12]})" for title, sha in value]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_word(name, one, cities) for one in value]
    return [_word(name, value, cities)]


def _word(name: str, value: Any, cities: Mapping[str, str]) -> str:
    if name == "cities":
        return cities.get(value, value)
    if name in ("starts_on", "ends_on"):
        return day(date.fromisoformat(value))
    if name == "shared_fields":
        return str(SHAREABLE.get(value, value))
    if name.endswith("_by"):
        return str(Payer(value).label)
    if name == "kind":
        return str(AgreementKind(value).label)
    if name == "parent":
        return str(value)[:12]
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value)
