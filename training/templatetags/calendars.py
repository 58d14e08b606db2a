"""The row of tabs above all pages about calendars."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from people.models import Role
from training.models.calendars import STAFF

register = template.Library()


@dataclass(frozen=True)
class Tab:
    route: str
    label: Promise
    readers: tuple[Role, ...]


OFFICE = (Role.HR,)
TABS = (
    Tab("training:calendar", _("Your calendar"), (Role.APPRENTICE,)),
    Tab("training:classes", _("Classes"), tuple(STAFF)),
    Tab("training:cities", _("Cities"), (Role.APPRENTICE, *STAFF)),
    Tab("training:calendar", _("Persons"), (Role.TRAINER, Role.SUPERVISOR, Role.HR)),
    Tab("training:absence_overview", _("Absences"), (Role.TRAINER, Role.HR)),
    Tab("training:rules", _("Rules"), OFFICE),
    Tab("training:suitability", _("Suitability"), OFFICE),
)


@register.simple_tag(takes_context=True)
def calendar_tabs(context: template.Context) -> list[dict[str, Any]]:
    """Those the reader may open in one of their roles; nothing where there is no choice."""
    request = context["request"]
    roles = {membership.role for membership in getattr(request, "memberships", [])}
    shown = [(tab, _address(tab.route)) for tab in TABS if roles & set(tab.readers)]
    tabs = [
        {"label": tab.label, "url": url, "current": request.path.startswith(url)}
        for tab, url in shown
        if url is not None
    ]
    return tabs if len(tabs) > 1 else []


def _address(route: str) -> str | None:
    try:
        return reverse(route)
    except NoReverseMatch:
        return None
