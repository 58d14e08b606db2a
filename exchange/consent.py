"""What applicants agree to: who sees what, when. A change of the text is a new version, and asks again."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CONSENT_VERSION = "2026-11"
CONSENT_LAW = _("Art. 108 BayBG, Art. 6 (1) a and Art. 7 GDPR")


@dataclass(frozen=True)
class Audience:
    """Who sees something, what, and what they never see."""

    who: str | Promise
    sees: list[str | Promise]


CONSENT = [
    Audience(
        _("Your trainer and your training office, from the day you hand in"),
        [_("your whole application: details, mission, reasons, wishes in their order")],
    ),
    Audience(
        _("The host city, before a place is offered to you"),
        [
            _("a card without your name: occupation, year of training and home city"),
            _("neither your reasons nor your other wishes"),
        ],
    ),
    Audience(
        _("The host city, as soon as both cities have confirmed a place for you"),
        [
            _("your name and your service e-mail address"),
            _("your occupation, your year of training and the dates of the stay"),
            _("neither your reasons nor your other wishes"),
        ],
    ),
]

# What an agreement may let a host city see, once both cities have confirmed a place: nothing beyond the text above.
SHAREABLE = {
    "name": _("your name"),
    "dates": _("the dates of your stay"),
    "email": _("your service e-mail address"),
    "occupation": _("your occupation"),
    "year": _("your year of training"),
}
ALWAYS_SHARED = ["name", "dates"]  # nobody can be welcomed without


def every_shareable() -> list[str]:
    return list(SHAREABLE)


TEXTS: dict[str, list[Audience]] = {CONSENT_VERSION: CONSENT}
"""Every version that somebody may have agreed to: a new one is added, none is changed or removed."""
