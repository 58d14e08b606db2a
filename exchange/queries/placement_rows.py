"""The list of stays: filters in the address, rows with their hint, and the same rows as a plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from exchange.models import Placement
from exchange.plan import Bar, Plan, draw
from exchange.queries.chips import filter_chip
from exchange.queries.guests import Guest, guests_of
from exchange.queries.placements import GROUPS, placement_list
from exchange.states import FALLEN_THROUGH, PLACEMENT, PlacementStatus
from lms.core.periods import Period
from people.models import City, Role, User
from people.queries import cities_where

P = PlacementStatus
AHEAD = [*PLACEMENT.steps["cancel"].sources, P.ACTIVE]


@dataclass(frozen=True)
class Row:
    placement: Placement
    guest: Guest
    school: tuple[Period, ...]

    @property
    def has_conflict(self) -> bool:
        return bool(self.school)


def listed(user: User, query: QueryDict) -> QuerySet[Placement]:
    direction = query.get("richtung", "")
    cities = [city.pk for city in cities_where(user, Role.HR)] if direction else []
    found = placement_list(user, group=query.get("stand", ""), direction=direction, cities=cities)
    return found.prefetch_related("apprentice__apprenticeship__school_calendar__blocks")


def rows_of(placements: Iterable[Placement], user: User, today: date) -> list[Row]:
    found = list(placements)
    guests = guests_of(found, user, today)
    return [Row(placement, guests[placement.pk], _school(placement)) for placement in found]


def _school(placement: Placement) -> tuple[Period, ...]:
    """Block weeks within a stay that is not over."""
    calendar = placement.apprentice.apprenticeship.school_calendar
    if calendar is None or placement.status not in AHEAD or not placement.is_known:
        return ()
    parts = (Period(one.starts_on, one.ends_on).intersection(placement.period) for one in calendar.blocks.all())
    return tuple(part for part in parts if part)


def plan_of(rows: Iterable[Row], today: date) -> Plan | None:
    return draw([_bar(row) for row in rows if row.placement.status not in FALLEN_THROUGH], today)


def _bar(row: Row) -> Bar:
    city: City = row.placement.host_city
    return Bar(row.placement.who, city.name, city.letter, row.placement.period, row.school)


def chips_for(user: User, query: QueryDict) -> list[dict[str, Any]]:
    offices = list(cities_where(user, Role.HR))
    groups = [group for group in GROUPS if group != "bestaetigen" or offices]
    labels = {
        "bestaetigen": _("To be confirmed"),
        "kommend": _("Coming up"),
        "laufend": _("Running now"),
        "beendet": _("Already over"),
    }
    chips = [filter_chip(query, "stand", "", _("All stays"), stays=True)]
    chips += [filter_chip(query, "stand", group, labels[group], stays=True) for group in groups]
    if offices:
        name = offices[0].name if len(offices) == 1 else _("our cities")
        chips.append(filter_chip(query, "richtung", "aus", _("From %(city)s") % {"city": name}))
        chips.append(filter_chip(query, "richtung", "in", _("To %(city)s") % {"city": name}))
    return chips
