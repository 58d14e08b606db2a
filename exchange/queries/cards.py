"""Candidates as hosts see them before both cities have confirmed: no name, no city, no text of the person."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from courses.models import Enrollment
from exchange.models import Application, ExchangeRound, HostOffer, HostVerdict, Wish
from exchange.pseudonyms import pseudonym
from exchange.queries.conflicts import load, span_of
from exchange.states import ApplicationStatus, OfferStatus, RoundStatus, Unsuitable, VerdictStatus
from lms.core.steps import NextStep
from people.models import Role, User
from people.queries import acting_as, cities_where, keys_acting_as, roles_of
from training.findings import PROTECTED_HOURS, written
from training.notices import Notice

V = VerdictStatus
ON_THEIR_WAY = [ApplicationStatus.ENDORSED, ApplicationStatus.APPROVED]
TO_JUDGE = [V.LISTED, V.RETURNED]
TONES = {V.OK: "ok", V.RANKED: "ok", V.ASKED: "warn", V.RETURNED: "warn", V.UNSUITABLE: "stop"}
AWAY = {"school_block", "course_block", "theory_phase", "weekly_school", "exam", "day_before_exam", "leave",
        "weekend_before_exam", "other_absence"}  # fmt: skip
OF_THE_PLACE = {"occupation_not_admitted", "year_not_admitted", "outside_offer", "offer_full", "trainer_unsuitable",
                "supervisor_busy", "low_presence", "short_presence"}  # fmt: skip
FOR_THE_HOME_CITY = gettext_lazy("The home city has to settle something before the stay.")
FIRST_POINTS, STEP, LAST_POINTS = 20, 2, 2


def points_for(rank: int) -> int:
    """What a rank of the host is worth in the matching; a card that is suitable or not judged has none."""
    return max(LAST_POINTS, FIRST_POINTS - STEP * (rank - 1))


def told_to_host(notices: Iterable[Notice]) -> list[str]:
    """What stands in the way, so far as it concerns the weeks at the host: never a birthday, health or a reason."""
    return list(dict.fromkeys(_told(one) for one in notices if one.is_in_the_way))


def _told(notice: Notice) -> str:
    code, dates = notice.finding.code, notice.finding.dates
    if code in AWAY:
        days = ", ".join(written(period) for period in dates)
        return _("Not there in a part of the time: %(days)s.") % {"days": days}
    if code in OF_THE_PLACE:
        return notice.sentence
    if code.startswith("minor"):
        return _("These working hours have to be kept: %(hours)s") % {"hours": PROTECTED_HOURS}
    return str(FOR_THE_HOME_CITY)


@dataclass(frozen=True)
class Card:
    """All a host knows of a candidate."""

    code: str
    occupation: str
    year: int
    regime: str
    starts_on: date
    ends_on: date
    courses: list[tuple[str, bool]]  # those that prepare for the place, and whether they are done
    hints: list[str]
    verdict: HostVerdict | None
    first: bool = False
    last: bool = False

    @property
    def status(self) -> VerdictStatus:
        return V(self.verdict.status) if self.verdict else V.LISTED

    @property
    def status_label(self) -> str | Promise:
        return self.status.label

    @property
    def tone(self) -> str:
        return TONES.get(self.status, "")

    @property
    def rank(self) -> int | None:
        return self.verdict.rank if self.verdict else None

    @property
    def is_settled(self) -> bool:
        return self.status == V.UNSUITABLE

    @property
    def reason(self) -> str:
        return str(self.verdict.get_reason_display()) if self.verdict and self.verdict.reason else ""

    @property
    def return_reason(self) -> str:
        return str(self.verdict.get_return_reason_display()) if self.verdict and self.verdict.return_reason else ""


def hosted_by(user: User) -> QuerySet[HostOffer]:
    """The places this person looks after, or stands in for somebody who does; for a training office those of its
    city."""
    hosts = acting_as(user, Role.SUPERVISOR)
    mine = Q(supervisor__in=hosts) | Q(deputy__in=hosts)
    return HostOffer.objects.filter(mine | Q(city__in=cities_where(user, Role.HR)))


def offers_with_cards(user: User) -> QuerySet[HostOffer]:
    """Places in rounds under review."""
    found = hosted_by(user).filter(round__status=RoundStatus.REVIEW, status=OfferStatus.PUBLISHED)
    return found.select_related("round", "city", "department").prefetch_related("occupations").order_by(
        "round__review_until", "starts_on", "title", "pk"
    )  # fmt: skip


def candidates_of(offer: HostOffer, user: User) -> QuerySet[Application]:
    """Those endorsed at home who wish for this place; nobody judges themselves."""
    named = Wish.objects.filter(offer=offer).values("application_id")
    return Application.objects.filter(
        pk__in=named, round=offer.round_id, round__status=RoundStatus.REVIEW, status__in=ON_THEIR_WAY
    ).exclude(apprentice_id=user.pk)


def cards_of(offer: HostOffer, user: User) -> list[Card]:
    """In a fixed number of queries; ranked first, then by code, so that the order says nothing about people."""
    people = list(candidates_of(offer, user).order_by("pk"))
    folder = load({one.apprentice_id for one in people}, span_of([offer]))
    verdicts = {one.application_id: one for one in HostVerdict.objects.filter(offer=offer).select_related("judged_by")}
    courses = list(offer.courses.order_by("title", "pk"))
    done = _done([one.apprentice_id for one in people], [course.pk for course in courses])
    last = max((one.rank for one in verdicts.values() if one.rank), default=0)
    found = []
    for one in people:
        training = folder.apprenticeships[one.apprentice_id]
        period = folder.window(one.apprentice_id, offer)
        verdict = verdicts.get(one.pk)
        rank = verdict.rank if verdict else None
        found.append(
            Card(
                code=pseudonym(offer.round_id, one.pk, offer.pk),
                occupation=training.occupation.name,
                year=training.year_on(period.start),
                regime=str(training.occupation.get_regime_display()),
                starts_on=period.start,
                ends_on=period.end,
                courses=[(course.title, course.pk in done[one.apprentice_id]) for course in courses],
                hints=told_to_host(folder.notices(one.apprentice_id, offer)),
                verdict=verdict,
                first=rank == 1,
                last=rank is not None and rank == last,
            )
        )
    return sorted(found, key=lambda card: (card.rank is None, card.rank or 0, card.code))


def _done(people: list[int], courses: list[int]) -> dict[int, set[int]]:
    done: dict[int, set[int]] = defaultdict(set)
    if people and courses:
        rows = Enrollment.objects.filter(person__in=people, course__in=courses, completed_at__isnull=False)
        for person, course in rows.values_list("person_id", "course_id"):
            done[person].add(course)
    return done


def application_by_code(offer: HostOffer, code: str, user: User) -> Application | None:
    found = candidates_of(offer, user)
    return next((one for one in found if pseudonym(offer.round_id, one.pk, offer.pk) == code), None)


@dataclass(frozen=True)
class DeskRow:
    offer: HostOffer
    cards: int
    open: int
    asked: int

    @property
    def judged(self) -> int:
        return self.cards - self.open


def desk_rows(user: User) -> list[DeskRow]:
    """Own places under review with what waits there, in three queries."""
    offers = list(offers_with_cards(user))
    keys = [offer.pk for offer in offers]
    wishes = Wish.objects.filter(
        offer__in=keys, application__status__in=ON_THEIR_WAY, application__round=F("offer__round")
    ).exclude(application__apprentice_id=user.pk)
    pairs = set(wishes.values_list("application_id", "offer_id"))
    cards = Counter(offer for _application, offer in pairs)
    states = {
        (application, offer): status
        for application, offer, status in HostVerdict.objects.filter(offer__in=keys).values_list(
            "application_id", "offer_id", "status"
        )
    }
    waiting = Counter(pair[1] for pair in pairs if states.get(pair, V.LISTED) in TO_JUDGE)
    asked = Counter(pair[1] for pair in pairs if states.get(pair) == V.ASKED)
    return [DeskRow(one, cards[one.pk], waiting[one.pk], asked[one.pk]) for one in offers]


def verdicts_to_countersign(user: User) -> QuerySet[HostVerdict]:
    """For the training office of the host city; never for whoever judged or only stands in for them, nor for the person
    it is about."""
    office = roles_of(user, Role.HR).filter(city=OuterRef("offer__city")).exclude(person=OuterRef("judged_by"))
    return (
        HostVerdict.objects.filter(
            Exists(office),
            status=V.ASKED,
            offer__round__status=RoundStatus.REVIEW,
            application__status__in=ON_THEIR_WAY,
        )
        .exclude(judged_by_id=user.pk)
        .exclude(application__apprentice_id=user.pk)
        .select_related("offer__round", "offer__city", "offer__department")
        .order_by("offer__round__review_until", "judged_at", "pk")
    )


def card_url(verdict: HostVerdict) -> str:
    code = pseudonym(verdict.offer.round_id, verdict.application_id, verdict.offer_id)
    return f"{reverse('exchange:candidates', args=[verdict.offer_id])}#{code}"


def places_to_judge() -> QuerySet[HostOffer]:
    """With candidates of whom the host has not said anything yet."""
    judged = HostVerdict.objects.filter(offer=OuterRef("offer"), application=OuterRef("application"))
    waiting = Wish.objects.filter(
        offer=OuterRef("pk"), application__round=OuterRef("round"), application__status__in=ON_THEIR_WAY
    ).exclude(Exists(judged.exclude(status__in=TO_JUDGE)))
    found = HostOffer.objects.filter(Exists(waiting), round__status=RoundStatus.REVIEW, status=OfferStatus.PUBLISHED)
    return found.select_related("round", "city", "supervisor", "deputy").order_by("pk")


def candidate_steps(user: User) -> list[NextStep]:
    """Cards that wait for somebody who looks after a place, for the start page."""
    steps = []
    hosts = keys_acting_as(user, Role.SUPERVISOR)
    for row in desk_rows(user):
        if row.open and not hosts.isdisjoint((row.offer.supervisor_id, row.offer.deputy_id)):
            title = ngettext("One candidate to look at", "%(count)s candidates to look at", row.open)
            sentence = _("They would like to come to “%(title)s”. Whoever is not judged counts as suitable.")
            url = reverse("exchange:candidates", args=[row.offer.pk])
            due, minutes = row.offer.round.review_until, 2 * row.open
            title, sentence = title % {"count": row.open}, sentence % {"title": row.offer.title}
            steps.append(NextStep(title, sentence, url, _("Look at the candidates"), 14, due, minutes))
    return steps


def still_open(round_: ExchangeRound) -> list[str]:
    """Before the matching: what hosts have not said yet. It stands in nobody's way."""
    wishes = Wish.objects.filter(application__round=round_, application__status__in=ON_THEIR_WAY)
    pairs = set(wishes.filter(offer__status=OfferStatus.PUBLISHED).values_list("application_id", "offer_id"))
    states = {
        (application, offer): status
        for application, offer, status in HostVerdict.objects.filter(offer__round=round_).values_list(
            "application_id", "offer_id", "status"
        )
    }
    listed = sum(states.get(pair, V.LISTED) in TO_JUDGE for pair in pairs)
    asked = sum(states.get(pair) == V.ASKED for pair in pairs)
    found = []
    if listed:
        sentence = ngettext(
            "Hosts have not judged one candidate yet. It counts as suitable.",
            "Hosts have not judged %(count)s candidates yet. They count as suitable.",
            listed,
        )
        found.append(sentence % {"count": listed})
    if asked:
        sentence = ngettext(
            "One verdict of a host still waits for its countersignature. Without it the candidate counts as suitable.",
            "%(count)s verdicts of hosts still wait for their countersignature. Without it the candidates count as "
            "suitable.",
            asked,
        )
        found.append(sentence % {"count": asked})
    return found


def unsuitable_in(round_: ExchangeRound) -> dict[tuple[int, int], Unsuitable]:
    """{(application, offer): reason} of what has been countersigned: such a pair is not admissible."""
    rows = HostVerdict.objects.filter(offer__round=round_, status=V.UNSUITABLE)
    found = rows.values_list("application_id", "offer_id", "reason")
    return {(application, offer): Unsuitable(reason) for application, offer, reason in found}


def ranks_in(round_: ExchangeRound) -> dict[int, dict[int, int]]:
    """{offer: {application: rank}}."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    rows = HostVerdict.objects.filter(offer__round=round_, status=V.RANKED)
    for offer, application, rank in rows.values_list("offer_id", "application_id", "rank"):
        if rank is not None:
            found[offer][application] = rank
    return dict(found)
