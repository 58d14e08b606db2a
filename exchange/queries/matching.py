"""A run of the matching as the coordination reads it, and its reasons as the people concerned read them."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext, ngettext

from exchange.explanations import reason_sentence
from exchange.matching import Code
from exchange.models import Application, ExchangeRound, HostOffer, MatchRun, Pin, Placement, Wish
from exchange.states import ApplicationStatus, PlacementStatus, RunStatus
from people.models import City

A = ApplicationStatus
SMALLEST_GROUP = 5
RULES = (
    Code.OWN_CITY, Code.INELIGIBLE_OCCUPATION, Code.INELIGIBLE_YEAR, Code.INELIGIBLE_AGE, Code.INELIGIBLE_SKILL
)  # fmt: skip
GROUPS: dict[str, str] = {
    **dict.fromkeys(RULES, "rules"),
    Code.CLASH: "weeks",
    Code.MAX_OUT: "balance",
    Code.RECIPROCITY_OUT: "balance",
    Code.RECIPROCITY_IN: "balance",
}
# how many of those who wished for a place that stays free, and what became of them
WHY: dict[str, Callable[[int], str]] = {
    "better": lambda n: ngettext("%(n)s person got a better wish.", "%(n)s people got a better wish.", n),
    "rules": lambda n: ngettext("It does not fit %(n)s person.", "It does not fit %(n)s people.", n),
    "weeks": lambda n: ngettext(
        "%(n)s person has other dates in these weeks.", "%(n)s people have other dates in these weeks.", n
    ),
    "balance": lambda n: ngettext(
        "For %(n)s person the balance of the cities stood against it.",
        "For %(n)s people the balance of the cities stood against it.",
        n,
    ),
    "all": lambda n: ngettext(
        "For %(n)s person it would have cost others more.", "For %(n)s people it would have cost others more.", n
    ),
}
TOLD = [A.OFFERED, A.ACCEPTED, A.DECLINED, A.EXPIRED, A.UNMATCHED]


def explanation_of(application: Application) -> list[tuple[Wish, str]]:
    """Why better wishes were not met, best wish first; empty before the places are published."""
    if application.status not in TOLD:
        return []
    wishes = application.wishes.exclude(outcome="").select_related("offer__city", "offer__department").order_by("rank")
    return [(one, reason_sentence(one.outcome, one.own_value, one.cutoff, {"basis": one.basis})) for one in wishes]


def rank_of(placement: Placement) -> int | None:
    """Which wish came true."""
    wish = Wish.objects.filter(application=placement.application_id, offer=placement.offer_id).first()
    return wish.rank if wish else None


@dataclass(frozen=True)
class Unmet:
    rank: int
    title: str
    sentence: str


@dataclass(frozen=True)
class Row:
    """One person of the run, known by the number of the application only."""

    number: str
    city: City
    occupation: str
    offer: HostOffer | None
    rank: int | None
    fixed: bool
    by_hand: Pin | None
    draw: int
    unmet: list[Unmet]
    placement: Placement | None


@dataclass(frozen=True)
class Seats:
    offer: HostOffer
    seats: int
    given: int
    why: list[str]  # seats stay free

    @property
    def free(self) -> int:
        return self.seats - self.given


@dataclass(frozen=True)
class Balance:
    """Guests of a city and its own people away; the rest places its bar in a picture of 360 units."""

    city: City
    incoming: int
    outgoing: int
    x: float
    width: float
    y: int

    @property
    def text_y(self) -> int:
        return self.y + 18

    @property
    def letter(self) -> str:
        """Ends the name of the bar's class: n, a or m."""
        return self.city.letter.lower()

    @property
    def number_x(self) -> float:
        return self.x + self.width + 8 if self.net >= 0 else self.x - 8

    @property
    def anchor(self) -> str:
        return "start" if self.net >= 0 else "end"

    @property
    def net(self) -> int:
        return self.incoming - self.outgoing

    @property
    def signed(self) -> str:
        return f"{self.net:+d}".replace("-", "−") if self.net else "0"


@dataclass(frozen=True)
class WishesMet:
    """How many people of a group got their first wish, their second one …"""

    name: str
    people: int
    by_rank: list[int]

    @property
    def without(self) -> int:
        return self.people - sum(self.by_rank)


class Report:
    """Everything the page of a run says; numbers come from the stored run, names of places from the database."""

    def __init__(self, match_run: MatchRun) -> None:
        self.run = match_run
        self.result: dict[str, Any] = match_run.result
        self.stored: dict[str, Any] = match_run.market

    @cached_property
    def people(self) -> int:
        return len(self.result["assignment"])

    @cached_property
    def placed(self) -> int:
        return sum(received is not None for received in self.result["assignment"].values())

    @cached_property
    def left_over(self) -> int:
        return self.people - self.placed

    @cached_property
    def first_choices(self) -> int:
        return int(self.result["metrics"]["first_choice"])

    @cached_property
    def free_seats(self) -> int:
        return sum(row.free for row in self.seats)

    @cached_property
    def complaints(self) -> list[str]:
        """Every claim of the result that an independent program found to be false."""
        return list(self.run.verdict)

    @cached_property
    def chain_is_whole(self) -> bool:
        """No record up to this run was changed or left out since it was made."""
        previous = ""
        earlier = self.run.round.runs.filter(number__lte=self.run.number).exclude(record_hash="")
        for one in earlier.select_related("round").order_by("number"):
            if one.sealed(previous) != one.record_hash:
                return False
            previous = one.record_hash
        return True

    @cached_property
    def seed(self) -> str:
        return str(self.stored["lottery"]["seed"])

    @cached_property
    def seal_is_whole(self) -> bool:
        """The draw that was used is the one sealed before the matching."""
        sealed = self.run.round.lottery_commitment
        return not sealed or sealed == self.result["commitment"]

    @cached_property
    def offers(self) -> dict[str, HostOffer]:
        rows = HostOffer.objects.filter(round=self.run.round_id).select_related("city", "department")
        return {str(offer.pk): offer for offer in rows}

    @cached_property
    def cities(self) -> dict[str, City]:
        return City.objects.in_bulk([one["id"] for one in self.stored["cities"]], field_name="slug")

    @cached_property
    def rows(self) -> list[Row]:
        standing = {
            placement.application.number: placement
            for placement in self.run.round.placements.exclude(
                status__in=[PlacementStatus.CANCELED, PlacementStatus.SWAPPED]
            )
            .select_related("application", "home_confirmed_by", "host_confirmed_by")
            .order_by("pk")
        }
        pins = Pin.objects.standing().filter(application__round=self.run.round_id).select_related("application")
        by_hand = {pin.application.number: pin for pin in pins if self.run.status != RunStatus.DISCARDED}
        found = [self._row(one, standing.get(one["id"]), by_hand.get(one["id"])) for one in self.stored["applicants"]]
        return sorted(found, key=lambda row: (row.offer is not None, row.number))

    def _row(self, person: Mapping[str, Any], placement: Placement | None, pin: Pin | None) -> Row:
        number = person["id"]
        received = self.result["assignment"][number]
        prefs = person["prefs"]
        return Row(
            number=number,
            city=self.cities[person["city"]],
            occupation=person["occupation"],
            offer=self.offers[received] if received else None,
            rank=prefs.index(received) + 1 if received else None,
            fixed=number in self.stored["pinned"],
            by_hand=pin if number in self.stored["pinned"] else None,
            draw=self.result["draw"][number],
            unmet=[self._unmet(prefs, reason) for reason in self.result["reasons"].get(number, [])],
            placement=placement,
        )

    def _unmet(self, prefs: list[str], reason: Mapping[str, Any]) -> Unmet:
        offer = self.offers.get(reason["offer"])
        sentence = reason_sentence(reason["code"], reason["own"], reason["cutoff"], {"basis": reason["basis"]})
        return Unmet(prefs.index(reason["offer"]) + 1, offer.title if offer else "", sentence)

    @cached_property
    def seats(self) -> list[Seats]:
        given = Counter(self.result["assignment"].values())
        rows = []
        for one in self.stored["offers"]:
            key, capacity = one["id"], one["capacity"]
            why = self._why_free(key) if given[key] < capacity else []
            rows.append(Seats(self.offers[key], capacity, given[key], why))
        return sorted(rows, key=lambda row: (-row.free, row.offer.title))

    def _why_free(self, offer: str) -> list[str]:
        """What became of those who had wished for it and are not there."""
        wished, counted = self._wished.get(offer, []), Counter[str]()
        for number in wished:
            received = self.result["assignment"][number]
            if received == offer:
                continue
            code = self._codes.get((number, offer))
            counted["better" if code is None else GROUPS.get(code, "all")] += 1
        if not wished:
            return [gettext("Nobody wished for it.")]
        return [
            str(sentence(counted[group]) % {"n": counted[group]}) for group, sentence in WHY.items() if counted[group]
        ]

    @cached_property
    def _wished(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for person in self.stored["applicants"]:
            for offer in person["prefs"]:
                found.setdefault(offer, []).append(person["id"])
        return found

    @cached_property
    def _codes(self) -> dict[tuple[str, str], str]:
        reasons = self.result["reasons"]
        return {(number, one["offer"]): one["code"] for number, listed in reasons.items() for one in listed}

    @cached_property
    def most_wishes(self) -> range:
        """The ranks that somebody got."""
        return range(1, max((row.rank or 0 for row in self.rows), default=0) + 1)

    @cached_property
    def wishes_met(self) -> list[WishesMet]:
        return [one for one in self._groups if one.people >= SMALLEST_GROUP]

    @cached_property
    def hidden_groups(self) -> int:
        return len(self._groups) - len(self.wishes_met)

    @cached_property
    def _groups(self) -> list[WishesMet]:
        """Which wish came true, by home city and by occupation."""
        groups: dict[tuple[bool, str], list[Row]] = {}
        for row in self.rows:
            groups.setdefault((False, row.city.name), []).append(row)
            groups.setdefault((True, row.occupation), []).append(row)
        return [
            WishesMet(name, len(rows), [sum(row.rank == rank for row in rows) for rank in self.most_wishes])
            for (_is_occupation, name), rows in sorted(groups.items())
        ]

    @cached_property
    def balance(self) -> list[Balance]:
        homes = {one["id"]: one["city"] for one in self.stored["applicants"]}
        pairs = [
            (homes[number], self.offers[received].city.slug)
            for number, received in self.result["assignment"].items()
            if received
        ]
        outgoing, incoming = Counter(home for home, _host in pairs), Counter(host for _home, host in pairs)
        widest = max((abs(incoming[slug] - outgoing[slug]) for slug in self.cities), default=0) or 1
        return [
            self._balance(city, incoming[slug], outgoing[slug], widest, 8 + 38 * number)
            for number, (slug, city) in enumerate(sorted(self.cities.items(), key=lambda pair: pair[1].name))
        ]

    def _balance(self, city: City, incoming: int, outgoing: int, widest: int, y: int) -> Balance:
        """The line of "balanced" stands at 200; bars reach 80 units to either side."""
        width = 80 * abs(incoming - outgoing) / widest
        return Balance(city, incoming, outgoing, 200 if incoming >= outgoing else 200 - width, width, y)

    @cached_property
    def balance_height(self) -> int:
        return 16 + 38 * len(self.balance)

    @cached_property
    def widest(self) -> Balance | None:
        return max(self.balance, key=lambda one: abs(one.net), default=None)

    @cached_property
    def waiting(self) -> int:
        return sum(row.placement is not None and row.placement.status in WAITING for row in self.rows)

    @cached_property
    def refused(self) -> int:
        return sum(row.placement is not None and row.placement.status == PlacementStatus.REFUSED for row in self.rows)


WAITING = [PlacementStatus.PROPOSED, PlacementStatus.HOME_CONFIRMED, PlacementStatus.HOST_CONFIRMED]


def latest_run(round: ExchangeRound) -> MatchRun | None:
    """The run that counts: the newest that nobody discarded."""
    return round.runs.exclude(status=RunStatus.DISCARDED).order_by("-number").first()
