"""The ways to assign places as people choose and read them; how each works is in `exchange/matching/mechanisms`."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from exchange.matching import Mode


@dataclass(frozen=True)
class Procedure:
    """`honest`: what may truthfully be said about the order of one's wishes (matching theory, ADR 0053)."""

    mode: Mode
    name: Promise
    short: Promise
    how: tuple[Promise, ...]
    honest: Promise
    asks_hosts: bool = False  # ranks and points of the hosts count
    warns: bool = False  # rewards whoever names a safe place first
    honest_with_limit: Promise | None = None  # where a limit to the balance weakens it

    def sentences(self, tolerance: int | None) -> list[Promise]:
        """How it works in a round whose cities tolerate this difference (None is no limit)."""
        return [_NO_LIMIT if one is _BALANCE and tolerance is None else one for one in self.how]

    def advice(self, tolerance: int | None) -> Promise:
        return self.honest if tolerance is None else self.honest_with_limit or self.honest

    @property
    def is_for_comparison(self) -> bool:
        return self.mode == Mode.FIRSTCOME


_ALL_AT_ONCE = _("All wishes are weighed against each other at once; handing in early gives no advantage.")
_POSSIBLE = _("Only places count that fit your occupation, your year, your age and your weeks, in another city.")
_DRAW = _(
    "Everybody has one number of one draw. It was sealed before the first wish came in, so nobody could choose it."
)
_BALANCE = _("No city may send many more people than it takes in; how many, the cities agreed before.")
_NO_LIMIT = _("The cities set no limit to how many people each of them sends and takes in.")
_CITIES = _("The result is a proposal: both cities confirm each place, two different people for each city.")
_TOGETHER = _("Everybody hears of it at the same moment.")
_WHY = _("For each better wish you read why it could not be.")
_CHECKED = _("A second program checks the result. Anybody may compute it again.")
_NEVER_HELPS = _(
    "Name all places you would accept, in your honest order. Another order can never get you a better place."
)
_HARDLY_HELPS = _("Name all places you would accept, in your honest order. Another order will hardly ever help you.")

_SERIAL_MAX = Procedure(
    Mode.SERIAL_MAX,
    _("Balanced draw"),
    _("As many people as possible get a place; between them the draw decides."),
    (
        _ALL_AT_ONCE,
        _POSSIBLE,
        _BALANCE,
        _("Within these limits as many people as possible get a place; that comes first."),
        _DRAW,
        _("In the order of the draw everybody gets the best wish that is still possible without taking a place away."),
        _WHY,
        _CHECKED,
        _CITIES,
        _TOGETHER,
    ),
    _NEVER_HELPS,
)
_STABLE = Procedure(
    Mode.STABLE,
    _("Priority of the hosts"),
    _("Whoever a host ranked first comes first; nobody loses a place to somebody ranked behind."),
    (
        _ALL_AT_ONCE,
        _POSSIBLE,
        _("Hosts may rank the applications by their tasks; they see no names."),
        _("Everybody asks down the own list; each place keeps those who come first and sends on the others."),
        _DRAW,
        _BALANCE,
        _WHY,
        _CHECKED,
        _CITIES,
        _TOGETHER,
    ),
    _NEVER_HELPS,
    asks_hosts=True,
    honest_with_limit=_HARDLY_HELPS,
)
_CYCLES = Procedure(
    Mode.CYCLES,
    _("Exchange in rings"),
    _("People change places in rings of cities: each city sends exactly as many as it takes in."),
    (
        _ALL_AT_ONCE,
        _POSSIBLE,
        _("Each city names its next person in the order of the draw, and that person the best place that is left."),
        _("Where this closes a ring of cities, all people of the ring get their place."),
        _("A city that has nobody left to send takes nobody in any more."),
        _DRAW,
        _WHY,
        _CHECKED,
        _CITIES,
        _TOGETHER,
    ),
    _NEVER_HELPS,
)
_CYCLES_TOLERANCE = Procedure(
    Mode.CYCLES_TOLERANCE,
    _("Exchange in rings with a margin"),
    _("First rings, then single places in the order of the draw, as far as the agreed balance allows."),
    (
        *_CYCLES.how[:5],
        _("Afterwards single places are given in the order of the draw, as far as the agreed balance allows."),
        *_CYCLES.how[5:],
    ),
    _HARDLY_HELPS,
)
_OPTIMUM = (
    _ALL_AT_ONCE,
    _POSSIBLE,
    _BALANCE,
    _("Within these limits as many people as possible get a place; that comes first."),
    _("Among such results the one counts in which the wishes of all together come true best."),
    _DRAW,
    _WHY,
    _CHECKED,
    _CITIES,
    _TOGETHER,
)
_MAY_HELP = _("Here another order of wishes can change the result. Please name the places in your honest order anyway.")
PROCEDURES = {
    one.mode: one
    for one in (
        _SERIAL_MAX,
        _STABLE,
        _CYCLES,
        _CYCLES_TOLERANCE,
        Procedure(
            Mode.OPTIMUM_GENEROUS,
            _("Best wishes, few last ones"),
            _("As many people as possible get a place, and as few as possible one of their last wishes."),
            _OPTIMUM,
            _MAY_HELP,
            asks_hosts=True,
            warns=True,
        ),
        Procedure(
            Mode.OPTIMUM_GREEDY,
            _("Best wishes, many first ones"),
            _("As many people as possible get a place, and as many as possible their first wish."),
            _OPTIMUM,
            _MAY_HELP,
            asks_hosts=True,
            warns=True,
        ),
        Procedure(
            Mode.OPTIMUM_RANK_SUM,
            _("Best wishes on average"),
            _("As many people as possible get a place, with the best average wish."),
            _OPTIMUM,
            _MAY_HELP,
            asks_hosts=True,
            warns=True,
        ),
        Procedure(
            Mode.FIRSTCOME,
            _("First come, first served"),
            _("Only to compare with: whoever stands further up the list is served first."),
            (),
            _("To compare with only."),
        ),
    )
}
CHOICES = [(mode.value, one.name) for mode, one in PROCEDURES.items() if not one.is_for_comparison]


def procedure(mode: str) -> Procedure:
    return PROCEDURES[Mode(mode)]
