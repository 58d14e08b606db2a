"""Steps that wait too long: a reminder two working days before, and once, when it is overdue, word to who stands in and
to the training office. What was told is asked of the messages themselves, so the job may run as often as it likes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import models, transaction
from django.urls import reverse

from exchange.models import Application, HostOffer, HostVerdict, Placement
from exchange.queries.cards import card_url, places_to_judge
from exchange.queries.offers import offer_due
from exchange.services.telling import hosts_at, office
from exchange.services.verdicts import who_countersigns
from exchange.states import PLACEMENT, ApplicationStatus, OfferStatus, RoundStatus, VerdictStatus
from lms.core.periods import Period
from lms.notifications.models import Notification
from lms.notifications.services import notify
from people.models import City, Role, Substitution, User
from people.policies import allowed
from people.queries import substitutes_of
from training.holidays import public_holidays

SOON, OVERDUE, STANDING_IN = "exchange/deadline_soon", "exchange/deadline_overdue", "exchange/standing_in"
WORKING_DAYS_BEFORE = 2


@dataclass(frozen=True)
class Waiting:
    """One step of one case: whose it is, until when, and who hears of it when it is late."""

    record: models.Model
    step: str
    name: str
    url: str
    since: datetime
    due: date
    city: City
    whose: tuple[User, ...]
    when_late: tuple[User, ...]


def remind_of_deadlines(today: date) -> int:
    """Send what is due and was not sent yet; returns how many messages."""
    waiting = [*_endorsements(), *_releases(), *_reviews(), *_judgments(), *_countersignatures(), *_confirmations()]
    return sum(_remind(one, today) for one in waiting) + _tell_who_stands_in(today)


@transaction.atomic
def _remind(one: Waiting, today: date) -> int:
    late = today > one.due
    if not late and today < remind_from(one.due, one.city):
        return 0
    kind, people = (OVERDUE, one.when_late) if late else (SOON, one.whose)
    facts = {"step": one.step, "name": one.name, "due": one.due.isoformat()}
    return _tell_once(people, kind, one.record, one.since, url=one.url, **facts)


def _tell_once(people: Iterable[User], kind: str, record: models.Model, since: datetime, **message: str) -> int:
    about = f"{record._meta.label_lower}:{record.pk}"
    told = Notification.objects.filter(kind=kind, about=about, created_at__gte=since)
    if "step" in message:
        told = told.filter(facts__step=message["step"])
    known = set(told.values_list("recipient_id", flat=True))
    new = [person for person in dict.fromkeys(people) if person.pk not in known]
    for person in new:
        notify(person, kind, about=record, **message)
    return len(new)


def remind_from(due: date, city: City) -> date:
    """Two working days before, by the calendar of the city whose turn it is."""
    around = Period(due - timedelta(days=21), due - timedelta(days=1))
    return around.working_days(set(public_holidays(city.slug, around)))[-WORKING_DAYS_BEFORE]


def _endorsements() -> Iterator[Waiting]:
    for one in _applications(ApplicationStatus.SUBMITTED):
        trainer = one.apprentice.apprenticeship.trainer
        substitutes = tuple(substitutes_of(trainer, Role.TRAINER))
        late = (*substitutes, *office(one.home_city_id))
        yield _of_application(one, "endorse", one.endorsement_due, (trainer, *substitutes), late)


def _releases() -> Iterator[Waiting]:
    for one in _applications(ApplicationStatus.ENDORSED):
        staff = tuple(
            person for person in office(one.home_city_id) if allowed("exchange.decide_application", person, one)
        )
        yield _of_application(one, "release", one.round.review_until, staff, staff)


def _applications(status: ApplicationStatus) -> models.QuerySet[Application]:
    found = Application.objects.filter(status=status).select_related(
        "round", "home_city", "apprentice__apprenticeship__trainer"
    )
    return found.order_by("pk")


def _of_application(one: Application, step: str, due: date, whose: tuple[User, ...], late: tuple[User, ...]) -> Waiting:
    url = one.get_absolute_url()
    return Waiting(one, step, one.number, url, one.status_since, due, one.home_city, whose, late)


def _reviews() -> Iterator[Waiting]:
    offers = HostOffer.objects.filter(status=OfferStatus.SUBMITTED).select_related("round", "city").order_by("pk")
    for one in offers:
        staff = tuple(person for person in office(one.city_id) if allowed("exchange.review_offer", person, one))
        due = offer_due(one)
        yield Waiting(one, "review", one.title, one.get_absolute_url(), one.status_since, due, one.city, staff, staff)


def _judgments() -> Iterator[Waiting]:
    """Nobody hears of it when it is late: whoever is not judged counts as suitable."""
    for one in places_to_judge():
        url, round_ = reverse("exchange:candidates", args=[one.pk]), one.round
        yield Waiting(
            one, "judge", one.title, url, round_.status_since, round_.review_until, one.city, tuple(hosts_at(one)), ()
        )


def _countersignatures() -> Iterator[Waiting]:
    asked = HostVerdict.objects.filter(status=VerdictStatus.ASKED, offer__round__status=RoundStatus.REVIEW)
    for one in asked.select_related("offer__round", "offer__city", "application").order_by("pk"):
        offer = one.offer
        staff = tuple(who_countersigns(one))
        yield Waiting(
            one, "countersign", offer.title, card_url(one), one.judged_at, offer.round.review_until, offer.city, staff,
            staff,
        )  # fmt: skip


def _confirmations() -> Iterator[Waiting]:
    open_ones = Placement.objects.filter(status__in=PLACEMENT.steps["refuse"].sources).order_by("pk")
    for one in open_ones.select_related("round", "application", "home_city", "host_city"):
        for side, city in (("home", one.home_city), ("host", one.host_city)):
            if getattr(one, f"{side}_confirmed_by_id"):
                continue
            may = f"exchange.confirm_for_{side}"
            staff = tuple(person for person in office(city) if allowed(may, person, one))
            due, url = one.round.cities_confirm_until, one.get_absolute_url()
            number = one.application.number
            yield Waiting(one, "confirm", number, url, one.status_since, due, city, staff, staff)


def _tell_who_stands_in(today: date) -> int:
    """On the first day, whoever set it up: from now on tasks come to them as well."""
    told = 0
    begun = Substitution.objects.current(today).select_related("substitute", "membership")
    for one in begun.order_by("pk"):
        with transaction.atomic():
            facts = {"until": one.ends_on.isoformat()}
            told += _tell_once(
                [one.substitute], STANDING_IN, one, one.created_at, url=reverse("people:substitutions"), **facts
            )
    return told
