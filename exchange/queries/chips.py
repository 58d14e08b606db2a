"""Filter chips of the places: links that keep the state in the address."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.http import QueryDict
from django.template.defaultfilters import date as formatted
from django.utils.translation import gettext as _

from courses.models import Topic
from exchange.models import HostOffer
from exchange.queries.exploring import MOST_COMPARED, Filters, months_of, occupations_in
from lms.core.addresses import number
from people.models import City


def filters_from(query: QueryDict, *, fitting: bool) -> Filters:
    """Whatever somebody types into the address gives a list, at worst an empty one."""
    return Filters(
        city=query.get("stadt", ""),
        month=query.get("monat", ""),
        occupation=query.get("beruf", ""),
        topic=query.get("thema", ""),
        remote=query.get("mobil") == "1",
        step_free=query.get("stufenfrei") == "1",
        fitting=fitting and query.get("passt") == "1",
    )


def choices_in(offers: Collection[HostOffer]) -> dict[str, list[tuple[str, str]]]:
    """What the places of the round can be narrowed by."""
    cities: set[City] = {offer.city for offer in offers}
    topics = {offer.topic for offer in offers}
    return {
        "stadt": [(city.slug, city.name) for city in sorted(cities, key=lambda city: city.name)],
        "thema": [(value, str(label)) for value, label in Topic.choices if value in topics],
        "beruf": [(one.short, one.name) for one in occupations_in(offers)],
        "monat": [(month, _month_name(month)) for month in sorted({m for offer in offers for m in months_of(offer)})],
    }


def active_chips(query: QueryDict, choices: dict[str, list[tuple[str, str]]]) -> list[dict[str, Any]]:
    """The filters that are on; each link takes one away."""
    ticks = {
        "passt": _("Suits me"),
        "mobil": _("With mobile work"),
        "stufenfrei": _("Step-free workplace"),
    }
    chips = []
    for name, values in choices.items():
        value = query.get(name, "")
        if value:
            chips.append(filter_chip(query, name, value, dict(values).get(value, value)))
    chips += [filter_chip(query, name, "1", label) for name, label in ticks.items() if query.get(name) == "1"]
    return [{**chip, "label": _("%(filter)s: remove") % {"filter": chip["label"]}} for chip in chips]


def compared_in(query: QueryDict) -> list[int]:
    """The places chosen for the comparison, in their order, at most three."""
    keys = dict.fromkeys(number(text) for text in query.getlist("platz"))
    return [key for key in keys if key][:MOST_COMPARED]


def compare_url(query: QueryDict, compared: Sequence[int], key: int) -> str:
    """The address of this list with the place in the comparison, or out of it; a fourth pushes out the first."""
    keys = [one for one in compared if one != key] if key in compared else [*compared, key][-MOST_COMPARED:]
    changed = query.copy()
    changed.setlist("platz", [str(one) for one in keys])
    return f"?{changed.urlencode()}"


def filter_chip(query: QueryDict, name: str, value: str, label: str, *, stays: bool = False) -> dict[str, Any]:
    """Of one kind only one is on; the chosen one switches itself off again, unless it `stays`."""
    current = query.get(name, "") == value
    changed = query.copy()
    changed.pop("page", None)
    changed.pop(name, None)
    if value and (stays or not current):
        changed[name] = value
    return {"label": label, "url": f"?{changed.urlencode()}", "current": current}


def _month_name(month: str) -> str:
    year, number = month.split("-")
    return str(formatted(date(int(year), int(number), 1), "F Y"))
