"""Filter chips of the places: links that keep the state in the address."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.http import QueryDict
from django.template.defaultfilters import date as formatted
from django.utils.translation import gettext as _

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
        step_free=query.get("stufenfrei") == "1",
        fitting=fitting and query.get("passt") == "1",
    )


def explore_chips(query: QueryDict, offers: Collection[HostOffer], *, personal: bool) -> list[dict[str, Any]]:
    chips = [filter_chip(query, "passt", "1", _("Suits me"))] if personal else []
    cities: set[City] = {offer.city for offer in offers}
    chips += [filter_chip(query, "stadt", city.slug, city.name) for city in sorted(cities, key=lambda city: city.name)]
    months = sorted({month for offer in offers for month in months_of(offer)})
    chips += [filter_chip(query, "monat", month, _month_name(month)) for month in months]
    if any(offer.step_free for offer in offers):
        chips.append(filter_chip(query, "stufenfrei", "1", _("Step-free workplace")))
    if not personal:
        chips += [filter_chip(query, "beruf", one.short, one.short) for one in occupations_in(offers)]
    return chips


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
