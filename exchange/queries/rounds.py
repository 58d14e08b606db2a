"""Rounds as the screens show them: phases, numbers per city, what the coordination has to do."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.models import ExchangeRound, Question, RoundAssent, RoundVote
from exchange.queries.round_blockers import UNDECIDED, blockers
from exchange.states import FALLEN_THROUGH, ROUND, SEAT_HELD, ApplicationStatus, OfferStatus, RoundStatus
from lms.core.periods import Period, next_monday
from lms.core.steps import Halt, NextStep
from lms.core.templatetags.wanderjahr import date_range, day
from people.models import City, Role, User
from people.queries import holds, keys_of_cities_where

R = RoundStatus
A = ApplicationStatus
# steps that also come by time, see exchange.services.round_clock
BY_ITSELF = {"open_offers", "open_applications", "close_applications", "close_clearing", "start", "evaluate"}
TONES: dict[str, str] = {R.DRAFT: "", R.AGREED: "ok", R.CLOSED: "", R.CANCELED: "stop"}


def round_list(user: User) -> QuerySet[ExchangeRound]:
    return (
        ExchangeRound.objects.visible_to(user)
        .select_related("agreement")
        .annotate(places=Count("offers", filter=Q(offers__status=OfferStatus.PUBLISHED)))
        .order_by("-stays_from", "-pk")
    )


def suggested_dates(today: date) -> dict[str, date]:
    """Dates for a round prepared today, each phase with time enough; stays begin on a Monday."""
    opens = next_monday(today + timedelta(weeks=4))
    until = opens + timedelta(days=25)
    starts = next_monday(opens + timedelta(weeks=16))
    return {
        "offers_from": today,
        "applications_from": opens,
        "applications_until": until,
        "review_until": until + timedelta(weeks=2),
        "matching_on": until + timedelta(days=17),
        "confirm_until": until + timedelta(weeks=4),
        "accept_until": until + timedelta(weeks=6),
        "stays_from": starts,
        "stays_until": Period.of_weeks(starts, 26).end,
    }


def halts(round_: ExchangeRound) -> list[Halt]:
    """The phases of a round as stations."""
    one_day = timedelta(days=1)
    phases = [
        (R.OFFERS_OPEN, _("Offers"), date_range(round_.offers_from, round_.applications_from - one_day)),
        (R.APPLICATIONS_OPEN, _("Applications"), date_range(round_.applications_from, round_.applications_until)),
        (R.REVIEW, _("Review"), _until(round_.review_until)),
        (R.MATCHING, _("Assignment"), day(round_.matching_on)),
        (R.CONFIRMATION, _("Confirmation"), _until(round_.confirm_until)),
        (R.PUBLISHED, _("Answers"), _until(round_.accept_until)),
        (R.RUNNING, _("Stays"), date_range(round_.stays_from, round_.stays_until)),
        (R.EVALUATION, _("Records"), _("from %(day)s") % {"day": day(round_.stays_until)}),
    ]
    if round_.status in (R.DRAFT, R.AGREED):
        phases.insert(0, (R.AGREED, _("Assent of the cities"), _until(round_.offers_from)))
    if round_.status == R.CLEARING:
        phases.insert(-2, (R.CLEARING, _("Clearing"), _until(round_.accept_until)))
    order = [phase for phase, _name, _note in phases]
    here = len(order) if round_.status == R.CLOSED else -1
    if round_.status in order:
        here = order.index(R(round_.status))
    elif round_.status == R.DRAFT:
        here = 0
    words = {R.CANCELED: _("Does not take place")}
    return [
        Halt(
            "done" if place < here else "current" if place == here else "ahead",
            name,
            note,
            _("Now") if place == here else words.get(R(round_.status), "") if place > here else "",
        )
        for place, (_phase, name, note) in enumerate(phases)
    ]


def _until(value: date) -> str:
    return _("until %(day)s") % {"day": day(value)}


@dataclass(frozen=True)
class CityNumbers:
    """How a round stands in one city; people appear as counts only."""

    city: City
    offers: int
    in_review: int
    seats: int
    undecided: int
    approved: int
    turned_down: int
    withdrawn: int
    confirmed: int
    leaving: int
    coming: int
    target: int | None  # seats the agreement asks of each city
    states: tuple[tuple[str, int], ...]  # applications handed in, by state


def numbers(round_: ExchangeRound) -> list[CityNumbers]:
    """One row per partner city, in three queries whatever the size of the round."""
    rows: QuerySet[Any, Any] = round_.offers.order_by().values("city_id", "status")
    offers = {(row["city_id"], row["status"]): row for row in rows.annotate(count=Count("pk"), sum=Sum("seats"))}
    applications = _counts(round_.applications.all(), "home_city_id", "status")
    standing = round_.placements.exclude(status__in=FALLEN_THROUGH)
    stays = _counts(standing, "home_city_id", "host_city_id", "status")

    def of(city: City, *statuses: ApplicationStatus) -> int:
        return sum(applications[city.pk, str(status)] for status in statuses)

    def offered(city: City, status: OfferStatus, what: str) -> int:
        return int(offers.get((city.pk, str(status)), {}).get(what) or 0)

    return [
        CityNumbers(
            city,
            offers=offered(city, OfferStatus.PUBLISHED, "count") + offered(city, OfferStatus.CLOSED, "count"),
            in_review=offered(city, OfferStatus.SUBMITTED, "count"),
            seats=offered(city, OfferStatus.PUBLISHED, "sum") + offered(city, OfferStatus.CLOSED, "sum"),
            undecided=of(city, *UNDECIDED),
            approved=of(city, A.APPROVED, A.IN_MATCHING, A.OFFERED, A.ACCEPTED, A.DECLINED, A.EXPIRED, A.UNMATCHED),
            turned_down=of(city, A.RETURNED, A.REJECTED),
            withdrawn=of(city, A.WITHDRAWN),
            confirmed=sum(
                count for (_home, host, status), count in stays.items() if host == city.pk and status in SEAT_HELD
            ),
            target=round_.agreement.seats_per_round,
            states=tuple(
                (str(status.label), of(city, status)) for status in A if status != A.DRAFT and of(city, status)
            ),
            leaving=sum(count for (home, _host, _status), count in stays.items() if home == city.pk),
            coming=sum(count for (_home, host, _status), count in stays.items() if host == city.pk),
        )
        for city in round_.agreement.cities.all()
    ]


def _counts(rows: QuerySet[Any], *names: str) -> Counter[tuple[Any, ...]]:
    found = rows.order_by().values_list(*names).annotate(count=Count("pk"))
    return Counter({tuple(row[:-1]): row[-1] for row in found})


@dataclass(frozen=True)
class CityWord:
    """What a city has said about a round; `may` when the reader can say it for the city."""

    city: City
    assent: RoundAssent | None
    may: bool


def city_words(round_: ExchangeRound, user: User) -> list[CityWord]:
    """Each partner city with its assent to the round as it stands now."""
    now = round_.content_hash
    given = {assent.city_id: assent for assent in round_.assents.select_related("person") if assent.content_hash == now}
    mine = keys_of_cities_where(user, Role.HR)
    said = any(assent.person_id == user.pk for assent in given.values())
    draft = round_.status == R.DRAFT
    return [
        CityWord(city, given.get(city.pk), draft and city.pk in mine and city.pk not in given and not said)
        for city in round_.agreement.cities.all()
    ]


@dataclass(frozen=True)
class Ballot:
    """One question to the cities: who has voted, and for which cities the reader can."""

    question: str
    votes: list[RoundVote]
    needed: int
    cities: list[City]
    mine: set[int]


def ballots(round_: ExchangeRound, user: User) -> dict[str, Ballot]:
    """The questions that are open in this phase, for training offices and the coordination."""
    open_ones = [Question.EXTEND] if round_.status == R.APPLICATIONS_OPEN else []
    if ROUND.may(round_, "cancel"):
        open_ones.append(Question.CANCEL)
    if not open_ones:
        return {}
    mine = keys_of_cities_where(user, Role.HR)
    standing = list(round_.votes.filter(carried_at__isnull=True).select_related("city", "person"))
    cities = list(round_.agreement.cities.all())
    found = {}
    for question in open_ones:
        votes = [vote for vote in standing if vote.question == question]
        voted = {vote.city_id for vote in votes}
        said = any(vote.person_id == user.pk for vote in votes)
        free = [city for city in cities if city.pk in mine - voted and not said]
        found[str(question)] = Ballot(str(question), votes, len(cities) // 2 + 1, free, mine)
    return found


# by status: the step the coordination takes next, and by when
NEXT: dict[str, tuple[str, str]] = {
    R.DRAFT: ("agree", "offers_from"),
    R.AGREED: ("open_offers", "offers_from"),
    R.OFFERS_OPEN: ("open_applications", "applications_from"),
    R.APPLICATIONS_OPEN: ("close_applications", "applications_until"),
    R.REVIEW: ("start_matching", "matching_on"),
    R.MATCHING: ("adopt_proposal", "matching_on"),
    R.CONFIRMATION: ("publish", "confirm_until"),
    R.PUBLISHED: ("start", "stays_from"),
    R.CLEARING: ("close_clearing", "accept_until"),
    R.RUNNING: ("evaluate", "stays_until"),
    R.EVALUATION: ("close", "stays_until"),
}


def round_steps(user: User, today: date | None = None) -> list[NextStep]:
    """What the coordination has to do for its rounds, for the start page."""
    today = today or timezone.localdate()
    if not holds(user, Role.COORDINATOR):
        return []
    open_rounds = round_list(user).filter(status__in=NEXT).order_by("stays_from", "pk")
    return [_step(round_, today) for round_ in open_rounds]


def _step(round_: ExchangeRound, today: date) -> NextStep:
    name, due = NEXT[round_.status]
    against = blockers(round_, name, today)
    when = getattr(round_, due)
    if against:
        sentence = " ".join(against)
    elif name in BY_ITSELF:
        sentence = _("The next phase begins by itself on %(day)s.") % {"day": day(when)}
    else:
        sentence = _("Everything is ready for the next phase.")
    return NextStep(
        title=_("%(round)s: %(status)s") % {"round": round_.name, "status": round_.get_status_display()},
        sentence=sentence,
        url=reverse("exchange:round", args=[round_.pk]),
        button=_("Look at the round"),
        order=60 if name in BY_ITSELF and not against else 40,
        due=when,
    )
