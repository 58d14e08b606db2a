"""Who could swap places in the clearing: what a person may choose, which pairs fit, what stands against each."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from exchange.models import ExchangeRound, HostOffer, Placement, Swap, SwapConfirmation, SwapWish
from exchange.queries.cards import told_to_host, unsuitable_in
from exchange.queries.conflicts import Folder, load, span_of
from exchange.states import PLACEMENT, PlacementStatus, RoundStatus, SwapStatus
from people.models import City, Role, User
from people.policies import allowed
from people.queries import cities_where
from training.conflicts import Finding
from training.models import Override
from training.notices import Notice, open_warnings

SWAPPABLE = PLACEMENT.steps["swap"].sources


@dataclass(frozen=True)
class SwapChoice:
    """A place that somebody else has, as it would suit one person. Nobody is named."""

    offer: HostOffer
    notices: list[Notice]
    wished: bool

    @property
    def warnings(self) -> list[str]:
        return [notice.sentence for notice in self.notices if notice.is_in_the_way]


@dataclass(frozen=True)
class Move:
    """One half of a swap: whose place it is, and which they would have instead."""

    placement: Placement
    to: Placement
    notices: list[Notice]
    is_own: bool  # the reader's office is the home office

    @property
    def who(self) -> str:
        """The name is for the own office, others know the number."""
        return self.placement.apprentice.full_name if self.is_own else self.placement.application.number

    @property
    def is_possible(self) -> bool:
        return not any(notice.is_hard for notice in self.notices)

    @property
    def warnings(self) -> list[str]:
        """Other offices learn what concerns the weeks at the host, and no more."""
        if not self.is_own:
            return told_to_host(self.notices)
        return [notice.sentence for notice in self.notices if notice.is_in_the_way]

    def to_decide(self, user: User) -> list[Finding]:
        """The warnings that still need a reason, and this reader is the one to give it."""
        return [
            one for one in open_warnings(self.notices) if allowed("training.override_warning", user, self._for(one))
        ]

    def _for(self, finding: Finding) -> Override:
        return Override(apprentice=self.placement.apprentice, host_city=self.to.host_city, code=finding.code)


@dataclass(frozen=True)
class Pair:
    """Two people who would each have the other's place."""

    moves: tuple[Move, Move]

    @property
    def own(self) -> Move | None:
        """The half from whose page the reader's office proposes it."""
        return next((move for move in self.moves if move.is_own), None)


@dataclass(frozen=True)
class SwapDesk:
    pairs: list[Pair]
    proposed: list[Swap]


@dataclass(frozen=True)
class CityTurn:
    """Where one of the cities stands with a swap."""

    city: City
    confirmation: SwapConfirmation | None


def may_swap(placement: Placement) -> bool:
    return placement.round.status == RoundStatus.CLEARING and placement.status in SWAPPABLE


def swap_choices(placement: Placement) -> list[SwapChoice]:
    """What others have and this person could take instead, best first; in a fixed number of queries."""
    others = [one for one in swappable(placement.round) if one.apprentice_id != placement.apprentice_id]
    ruled_out = _ruled_out(placement.round)
    wished = set(SwapWish.objects.filter(placement=placement).values_list("offer_id", flat=True))
    folder = load({placement.apprentice_id}, span_of([placement.offer, *(one.offer for one in others)]))
    found: dict[int, SwapChoice] = {}
    for other in others:
        notices = _notices(folder, placement, other) if _could_want(placement, other, ruled_out) else None
        if notices is None or any(notice.is_hard for notice in notices):
            continue
        choice = SwapChoice(other.offer, notices, other.offer_id in wished)
        before = found.get(other.offer_id)
        if before is None or len(choice.warnings) < len(before.warnings):
            found[other.offer_id] = choice
    return sorted(found.values(), key=lambda choice: (len(choice.warnings), choice.offer.starts_on, choice.offer.pk))


def swap_desk(round_: ExchangeRound, user: User) -> SwapDesk:
    """Offices see pairs with people of their own, the coordination those of all; who wished in vain stays unknown."""
    mine = set(cities_where(user, Role.HR).values_list("pk", flat=True))
    proposed = Swap.objects.visible_to(user).standing().filter(round=round_).select_related(*_OF_A_SWAP)
    pairs = _pairs(round_, mine)
    if mine:
        pairs = [pair for pair in pairs if pair.own]
    return SwapDesk(pairs, list(proposed.prefetch_related("confirmations").order_by("pk")))


def pair_of(first: Placement, second: Placement) -> tuple[Move, Move]:
    """Both halves with what stands against them now."""
    return _moves(first, second, _folder_of([first, second]), set())


def moves_of(swap: Swap, user: User) -> tuple[Move, Move]:
    mine = set(cities_where(user, Role.HR).values_list("pk", flat=True))
    if swap.status == SwapStatus.PROPOSED:
        return _moves(swap.first, swap.second, _folder_of(swap.places), mine)
    first, second = swap.places
    return _move(first, second, [], mine), _move(second, first, [], mine)


def city_turns(swap: Swap) -> list[CityTurn]:
    confirmed = {one.city_id: one for one in swap.confirmations.all()}
    return [CityTurn(city, confirmed.get(city.pk)) for city in swap.cities]


def city_to_confirm(swap: Swap, user: User) -> City | None:
    """For which city this person may confirm now, if for any."""
    if swap.status != SwapStatus.PROPOSED:
        return None
    return next(
        (
            city
            for city in swap.open_cities()
            if allowed("exchange.confirm_swap", user, SwapConfirmation(swap=swap, city=city))
        ),
        None,
    )


def want_each_other(first: Placement, second: Placement) -> bool:
    wishes = SwapWish.objects.filter(placement=first, offer=second.offer_id)
    return wishes.exists() and SwapWish.objects.filter(placement=second, offer=first.offer_id).exists()


def swaps_for(user: User) -> QuerySet[Swap]:
    found = Swap.objects.visible_to(user).select_related(*_OF_A_SWAP)
    return found.prefetch_related("confirmations__person", "confirmations__city", *_OCCUPATIONS)


def swappable(round_: ExchangeRound) -> list[Placement]:
    """The places of a round that somebody has and has not begun yet."""
    found = Placement.objects.filter(round=round_, status__in=SWAPPABLE)
    return list(found.select_related(*_OF_A_PLACE).prefetch_related("offer__occupations").order_by("pk"))


_OF_A_PLACE = (
    "application", "apprentice__apprenticeship", "home_city", "host_city", "round", "offer__city", "offer__round",
    "offer__department",
)  # fmt: skip
_OF_A_SWAP = ("round", *(f"{place}__{path}" for place in ("first", "second") for path in _OF_A_PLACE))
_OCCUPATIONS = ("first__offer__occupations", "second__offer__occupations")


def _pairs(round_: ExchangeRound, mine: Collection[int]) -> list[Pair]:
    wanted: dict[int, set[int]] = defaultdict(set)
    for placement, offer in SwapWish.objects.filter(placement__round=round_).values_list("placement_id", "offer_id"):
        wanted[placement].add(offer)
    taken, refused = _settled(round_)
    places = [one for one in swappable(round_) if one.pk in wanted and one.pk not in taken] if wanted else []
    fitting = [
        (first, second)
        for number, first in enumerate(places)
        for second in places[number + 1 :]
        if second.offer_id in wanted[first.pk]
        and first.offer_id in wanted[second.pk]
        and (first.pk, second.pk) not in refused
    ]
    folder = _folder_of({place for pair in fitting for place in pair})
    found = [Pair(_moves(first, second, folder, mine)) for first, second in fitting]
    return [pair for pair in found if all(move.is_possible for move in pair.moves)]


def _settled(round_: ExchangeRound) -> tuple[set[int], set[tuple[int, int]]]:
    """Places in a swap that is being decided, and pairs that a city refused: they are not proposed again."""
    taken: set[int] = set()
    refused: set[tuple[int, int]] = set()
    for status, first, second in Swap.objects.filter(round=round_).values_list("status", "first_id", "second_id"):
        if status == SwapStatus.PROPOSED:
            taken |= {first, second}
        elif status == SwapStatus.REFUSED:
            refused.add((first, second))
    return taken, refused


def _moves(first: Placement, second: Placement, folder: Folder, mine: Collection[int]) -> tuple[Move, Move]:
    there, back = _notices(folder, first, second), _notices(folder, second, first)
    return _move(first, second, there, mine), _move(second, first, back, mine)


def _move(placement: Placement, to: Placement, notices: list[Notice], mine: Collection[int]) -> Move:
    return Move(placement, to, notices, placement.home_city_id in mine)


def _folder_of(places: Iterable[Placement]) -> Folder:
    found = list(places)
    return load({one.apprentice_id for one in found}, span_of([one.offer for one in found]))


def _notices(folder: Folder, mine: Placement, other: Placement) -> list[Notice]:
    """What stands against having the other place: its seat and its days, and one's own place is given up for it."""
    as_if = Placement(pk=mine.pk, starts_on=other.starts_on, ends_on=other.ends_on)
    consent = bool(mine.application.consented_at)
    return _swapped(folder, mine, other).notices(mine.apprentice_id, other.offer, stay=as_if, consent=consent)


def _swapped(folder: Folder, mine: Placement, other: Placement) -> Folder:
    """The facts with the other person already where they would go."""
    leaves, comes = other.offer.supervisor_id, mine.offer.supervisor_id
    guests = dict(folder.hosts.guests)
    guests[leaves] = [one for one in guests.get(leaves, ()) if one != (other.apprentice_id, other.period)]
    guests[comes] = [*guests.get(comes, ()), (other.apprentice_id, mine.period)]
    held = folder.hosts.held | {(mine.apprentice_id, other.offer_id)}
    return replace(folder, hosts=replace(folder.hosts, guests=guests, held=held))


def _could_want(placement: Placement, other: Placement, ruled_out: Collection[tuple[int, int]]) -> bool:
    return (
        other.offer_id != placement.offer_id
        and other.host_city_id != placement.home_city_id
        and (placement.application_id, other.offer_id) not in ruled_out
    )


def _ruled_out(round_: ExchangeRound) -> set[tuple[int, int]]:
    """What a city refused, or a host found unsuitable with a countersignature, is not asked for again."""
    refused = Placement.objects.filter(round=round_, status=PlacementStatus.REFUSED).order_by()
    return set(refused.values_list("application_id", "offer_id")) | set(unsuitable_in(round_))
