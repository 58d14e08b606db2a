"""Filter chips of the places: links that keep the state in the address."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.http import QueryDict
from django.template.defaultfilters import date as formatted
from django.utils.translation import gettext as _

from exchange.models import HostOffer
from exchange.queries.exploring import Filters, months_of, occupations_in
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
    chips = [_chip(query, "passt", "1", _("Suits me"))] if personal else []
    cities: set[City] = {offer.city for offer in offers}
    chips += [_chip(query, "stadt", city.slug, city.name) for city in sorted(cities, key=lambda city: city.name)]
    months = sorted({month for offer in offers for month in months_of(offer)})
    chips += [_chip(query, "monat", month, _month_name(month)) for month in months]
    if any(offer.step_free for offer in offers):
        chips.append(_chip(query, "stufenfrei", "1", _("Step-free workplace")))
    if not personal:
        chips += [_chip(query, "beruf", one.short, one.short) for one in occupations_in(offers)]
    return chips


def _chip(query: QueryDict, name: str, value: str, label: str) -> dict[str, Any]:
    """Switches itself on and off; of one kind only one is on."""
    current = query.get(name) == value
    changed = query.copy()
    changed.pop("seite", None)
    changed.pop("page", None)
    changed.pop(name, None)
    if not current:
        changed[name] = value
    return {"label": label, "url": f"?{changed.urlencode()}", "current": current, "count": None}


def _month_name(month: str) -> str:
    year, number = month.split("-")
    return str(formatted(date(int(year), int(number), 1), "F Y"))
