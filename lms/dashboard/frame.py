"""What surrounds every page: who is acting for which city, where one can go, how it looks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.http import urlencode
from django.utils.translation import get_language, get_language_info, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from lms.core.display import theme_of
from lms.dashboard.counts import open_decisions, unread_messages
from people.models import Membership, Role

Label = str | Promise


@dataclass(frozen=True)
class NavItem:
    """One place to go; `wide` places are reached through the profile on phones."""

    url: str
    label: Label
    icon: str
    current: bool
    short_label: Label
    count: int
    wide: bool


@dataclass(frozen=True)
class Place:
    route: str
    label: Label
    icon: str
    short_label: Label = ""
    count: Callable[[HttpRequest], int] | None = None
    wide: bool = False
    also: tuple[str, ...] = ()

    def covers(self, path: str, url: str) -> int:
        """How much of the address this place accounts for, in characters; 0 if it is elsewhere."""
        return max((len(start) for start in (url, *self.also) if path.startswith(start)), default=0)


START = Place("home", _("Start"), "home")
LEARN = Place("courses:my_learning", _("Learning"), "book", also=("/kurse/",))
CATALOGUE = Place("courses:catalogue", pgettext_lazy("navigation", "Courses"), "book", also=("/lernen/",))
TEACHING = Place("courses:teaching", pgettext_lazy("navigation", "Courses"), "book", also=("/kurse/",))
EXCHANGE = Place("exchange:home", _("Exchange"), "road")
OWN_CERTIFICATES = Place("certificates:list", _("Certificates"), "seal")
MESSAGES = Place("notifications:list", _("Messages"), "mail", _("Mail"), unread_messages)
PROFILE = Place("profile", _("Profile"), "person", wide=True)
INBOX = Place("exchange:inbox", _("To decide"), "inbox", _("Open"), open_decisions)
OFFERS = Place("exchange:offer_desk", _("Our places"), "signpost", _("Places"), also=("/austausch/kandidaten/",))
PLACEMENTS = Place("exchange:placement_list", _("Stays"), "calendar")
ROUNDS = Place("exchange:round_list", _("Rounds"), "road")
AGREEMENTS = Place("exchange:agreement_list", _("Agreements"), "paper", _("Contracts"))
CERTIFICATES = Place("certificates:list", _("Certificates"), "seal", wide=True)
CALENDARS = Place(
    "training:classes",
    _("Calendar"),
    "calendar",
    wide=True,
    also=tuple(f"/ausbildung/{part}/" for part in ("staedte", "kalender", "abwesenheiten", "regeln", "eignung")),
)

PLACES = {
    Role.APPRENTICE: [START, LEARN, EXCHANGE, OWN_CERTIFICATES, MESSAGES, PROFILE],
    Role.TRAINER: [START, INBOX, TEACHING, PLACEMENTS, MESSAGES, CALENDARS, PROFILE],
    Role.SUPERVISOR: [START, OFFERS, PLACEMENTS, CATALOGUE, MESSAGES, PROFILE],
    Role.HR: [START, INBOX, PLACEMENTS, OFFERS, ROUNDS, replace(TEACHING, wide=True), CERTIFICATES, CALENDARS],
    Role.COORDINATOR: [START, INBOX, ROUNDS, AGREEMENTS, replace(CATALOGUE, wide=True), MESSAGES, PROFILE],
    Role.ADMIN: [START, CATALOGUE, ROUNDS, MESSAGES, PROFILE],
}
DECIDING = {Role.TRAINER, Role.HR}  # whoever stands in for them finds what waits
CATALOGUE_ASIDE = replace(CATALOGUE, wide=True)  # on phones there is room for five
FOOTER = [
    ("certificates:verify", _("Check that a certificate is genuine")),
    ("accessibility", _("Accessibility")),
    ("privacy", _("Data protection")),
    ("who_sees_what", _("Who sees what?")),
    ("help", _("Help")),
    ("imprint", _("Imprint")),
]


class Frame:
    """Asked by the templates; each answer is worked out only when a page needs it."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @property
    def acting(self) -> Membership | None:
        return getattr(self.request, "acting", None) or None

    @property
    def standing_in(self) -> list[Membership]:
        """The roles of others in which somebody acts today; each knows `lent_until`."""
        return list(getattr(self.request, "standing_in", None) or [])

    @property
    def roles(self) -> list[Membership]:
        acting = self.acting
        return [one for one in getattr(self.request, "memberships", []) if acting and one.pk != acting.pk]

    @property
    def signed_in(self) -> bool:
        return hasattr(self.request, "user") and self.request.user.is_authenticated

    @property
    def nav(self) -> list[NavItem]:
        if not self.signed_in:
            return []
        return list(self._items(self._places))

    @property
    def _places(self) -> list[Place]:
        places = PLACES[Role(self.acting.role)] if self.acting else [START, CATALOGUE, PROFILE]
        if OFFERS not in places and any(one.role == Role.SUPERVISOR for one in self.standing_in):
            places = [*places, replace(OFFERS, wide=True)]
        if INBOX in places or not any(one.role in DECIDING for one in self.standing_in):
            return places
        return [START, INBOX, *(CATALOGUE_ASIDE if one is CATALOGUE else one for one in places[1:])]

    def _items(self, places: list[Place]) -> Iterator[NavItem]:
        path = self.request.path
        urls = [reverse(place.route) for place in places]
        covered = [
            place.covers(path, url) if url != "/" else int(path == "/") for place, url in zip(places, urls, strict=True)
        ]
        for place, url, part in zip(places, urls, covered, strict=True):
            is_current = part > 0 and part == max(covered)
            count = place.count(self.request) if place.count else 0
            yield NavItem(url, place.label, place.icon, is_current, place.short_label or place.label, count, place.wide)

    @property
    def theme(self) -> str:
        return theme_of(self.request)

    @property
    def languages(self) -> list[dict[str, Any]]:
        return [
            {"code": code, "name": get_language_info(code)["name_local"], "current": code == get_language()}
            for code, _name in settings.LANGUAGES
        ]

    @property
    def footer(self) -> list[dict[str, Any]]:
        return [{"url": reverse(route), "label": label} for route, label in FOOTER]

    @property
    def unread(self) -> int:
        return unread_messages(self.request)

    @property
    def hidden_unread(self) -> int:
        """Unread messages of those whose navigation has no room for them: the menu says so while it is closed."""
        return 0 if MESSAGES in self._places else self.unread

    @property
    def kept(self) -> bool:
        return bool(getattr(self.request, "kept", None))

    @property
    def demo(self) -> bool:
        return settings.PROFILE == "demo"

    @property
    def sign_in_url(self) -> str:
        """For visitors: the way in, and back to where they are."""
        match = self.request.resolver_match
        if match is None or str(match.url_name).startswith(("home", "account_")):
            return reverse("account_login")
        return f"{reverse('account_login')}?{urlencode({'next': self.request.get_full_path()})}"

    home_url = property(lambda self: reverse("home"))
    search_url = property(lambda self: reverse("search"))


def frame(request: HttpRequest) -> dict[str, Any]:
    return {"frame": SimpleLazyObject(lambda: Frame(request))}
