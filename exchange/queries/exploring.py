"""The places of a round as somebody sees them who looks for one: filtered, with reasons for and against."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from courses.models import Enrollment
from courses.states import EnrollmentStatus
from exchange.costs import CostEstimate, estimate
from exchange.models import ExchangeRound, HostOffer, Wish
from exchange.queries.conflicts import Folder, for_applicant, load, span_of
from exchange.queries.offers import COUNTING_ON_IT
from exchange.states import OfferStatus
from lms.core.periods import Period
from lms.core.templatetags.wanderjahr import date_range
from people.models import Occupation, User
from training.models import Apprenticeship
from training.notices import QUIET, Notice

MOST_REASONS = 3
FEWEST_TOLD = 3
MOST_COMPARED = 3


def open_rounds() -> list[ExchangeRound]:
    """Rounds that take applications, as everybody may know; the one that ends first before the others."""
    return list(ExchangeRound.objects.taking_applications().order_by("applications_until", "pk"))


def next_round(user: User, today: date) -> ExchangeRound | None:
    """The round whose applications open next, to have something to look forward to."""
    later = ExchangeRound.objects.visible_to(user).filter(applications_from__gt=today)
    return later.order_by("applications_from", "pk").first()


def training_of(user: User) -> Apprenticeship | None:
    return Apprenticeship.objects.select_related("city", "occupation").filter(person_id=user.pk).first()


def shown_offers(user: User) -> QuerySet[HostOffer]:
    offers = HostOffer.objects.visible_to(user).select_related("city", "department", "round", "supervisor", "deputy")
    offers = offers.annotate(first_wishes=first_wishes(), course_taken=course_taken(user))
    return offers.prefetch_related("occupations")


def offers_in(round: ExchangeRound, user: User, training: Apprenticeship | None) -> QuerySet[HostOffer]:
    """Published places of the round; for apprentices those in other cities."""
    offers = shown_offers(user).filter(round=round, status=OfferStatus.PUBLISHED)
    if training:
        offers = offers.exclude(city_id=training.city_id)
    return offers.order_by("starts_on", "city__name", "title", "pk")


def course_taken(user: User) -> Subquery:
    """A course on the topic of the place that the person has completed."""
    done = Enrollment.objects.of(user).filter(status=EnrollmentStatus.COMPLETED, course__topic=OuterRef("topic"))
    return Subquery(done.exclude(course__topic="").order_by("-completed_at", "-pk").values("course__title")[:1])


def first_wishes() -> Subquery:
    """How many applications that count name the place first."""
    counted = Wish.objects.filter(offer=OuterRef("pk"), rank=1, application__status__in=COUNTING_ON_IT)
    return Subquery(counted.order_by().values("offer").annotate(n=Count("pk")).values("n"))


def first_wishes_sentence(count: int | None) -> str:
    """Small numbers could point at a person."""
    if not count or count < FEWEST_TOLD:
        return _("fewer than three first wishes")
    return _("%(count)s first wishes") % {"count": count}


@dataclass(frozen=True)
class Filters:
    """What the address asks for; what it cannot mean is left out."""

    city: str = ""
    month: str = ""
    occupation: str = ""
    topic: str = ""
    remote: bool = False
    step_free: bool = False
    fitting: bool = False

    def admits(self, offer: HostOffer) -> bool:
        """Whatever can be said without knowing who reads."""
        return (
            (not self.city or offer.city.slug == self.city)
            and (not self.topic or offer.topic == self.topic)
            and (not self.month or self.month in months_of(offer))
            and (not self.occupation or _open_to(offer, self.occupation))
            and (not self.remote or offer.remote_share > 0)
            and (not self.step_free or offer.step_free)
        )


@dataclass(frozen=True)
class Card:
    """One place with what speaks for it and against it, for this reader."""

    offer: HostOffer
    reasons: list[str]
    notices: list[Notice]
    personal: bool = False
    period: Period | None = None  # when this person would come
    costs: CostEstimate | None = None

    @property
    def demand(self) -> str:
        return first_wishes_sentence(getattr(self.offer, "first_wishes", None))

    @property
    def objections(self) -> list[Notice]:
        return [notice for notice in self.notices if notice.is_in_the_way]

    @property
    def hints(self) -> list[Notice]:
        return [n for n in self.notices if not n.is_in_the_way and n.finding.code not in QUIET]

    @property
    def told(self) -> list[Notice]:
        """What the page of the place says, with ways out."""
        return [for_applicant(notice, self.period or self.offer.period) for notice in [*self.objections, *self.hints]]

    @property
    def fits(self) -> bool:
        return self.personal and not any(notice.is_hard for notice in self.notices)

    @property
    def lines(self) -> list[dict[str, object]]:
        """For <c-reasons>: at most three that speak for it, then what does not fit."""
        against = [
            {"text": (_("Does not fit: %(why)s") if notice.is_hard else _("Does not quite fit: %(why)s"))
             % {"why": notice.sentence}, "is_not": True}
            for notice in self.objections
        ]  # fmt: skip
        return [{"text": reason, "is_not": False} for reason in self.reasons[:MOST_REASONS]] + against


def cards(offers: Collection[HostOffer], training: Apprenticeship | None) -> list[Card]:
    """The places with reasons, in a fixed number of queries."""
    if training is None:
        return [Card(offer, [], []) for offer in offers]
    folder = load([training.person_id], span_of(offers), known=[training])
    return [_card(offer, training, folder) for offer in offers]


def _card(offer: HostOffer, training: Apprenticeship, folder: Folder) -> Card:
    notices = folder.notices(training.person_id, offer)
    codes = {notice.finding.code for notice in notices}
    period = folder.window(training.person_id, offer)
    costs = estimate(training.city.slug, offer.city.slug, period)
    reasons = _reasons(offer, training, codes, period)
    return Card(offer, reasons, notices, personal=True, period=period, costs=costs)


def _reasons(offer: HostOffer, training: Apprenticeship, codes: set[str], period: Period) -> list[str]:
    """What is true of this place for this person."""
    reasons = []
    if offer.occupations.all() and "occupation_not_admitted" not in codes:
        occupation = training.occupation.short
        reasons.append(_("It is meant for your occupation, %(occupation)s.") % {"occupation": occupation})
    course = getattr(offer, "course_taken", None)
    if course:
        reasons.append(_("You know the topic from the course “%(course)s”.") % {"course": course})
    if not codes & {"overlapping_stay", "overlapping_station", "school_block", "exam", "leave"}:
        free = _("Neither school nor another date of yours lies in this time.")
        open_dates = _("Neither school nor another date of yours lies in the time %(dates)s.") % {
            "dates": date_range(period.start, period.end)
        }
        reasons.append(free if offer.weeks is None else open_dates)
    if "year_not_admitted" not in codes:
        year = training.year_on(period.start)
        reasons.append(_("It suits training year %(year)s, yours at that time.") % {"year": year})
    if not offer.occupations.all():
        reasons.append(_("It is open to all occupations."))
    if offer.remote_share:
        reasons.append(
            _("Up to %(percent)s percent of the work can be done elsewhere.") % {"percent": offer.remote_share}
        )
    return reasons


def best_first(found: Iterable[Card]) -> list[Card]:
    """What fits the reader stands first, then what has the fewest objections; else the order stays."""
    return sorted(found, key=lambda card: (card.personal and not card.fits, len(card.objections)))


def _open_to(offer: HostOffer, short: str) -> bool:
    admitted = {occupation.short for occupation in offer.occupations.all()}
    return not admitted or short in admitted


def months_of(offer: HostOffer) -> list[str]:
    """The months the stay touches, as "2027-03"."""
    first, last = offer.starts_on, offer.ends_on
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{number // 12}-{number % 12 + 1:02}" for number in months]


def occupations_in(offers: Collection[HostOffer]) -> list[Occupation]:
    found = {occupation for offer in offers for occupation in offer.occupations.all()}
    return sorted(found, key=lambda occupation: occupation.name)


def offers_to_compare(user: User, keys: Sequence[int]) -> list[HostOffer]:
    """Up to three places in the order asked for."""
    found = {offer.pk: offer for offer in shown_offers(user).filter(pk__in=keys[:MOST_COMPARED])}
    return [found[key] for key in keys[:MOST_COMPARED] if key in found]
