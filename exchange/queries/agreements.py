"""Agreements as the screens show them: which city has assented, whose turn it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from exchange.models import Agreement, Assent
from exchange.queries.offices import Offices, Turn, office_turn, training_offices
from exchange.states import AgreementStatus
from lms.core.steps import NextStep
from people.models import City, Role, User
from people.queries import cities_where

TONES = {AgreementStatus.DRAFT: "here", AgreementStatus.IN_FORCE: "ok", AgreementStatus.ENDED: ""}


@dataclass(frozen=True)
class AgreementRow:
    agreement: Agreement
    cities: Sequence[City]
    tone: str
    turns: Sequence[Turn]


@dataclass(frozen=True)
class CityAssent:
    """What a city has said; `may_assent` when the reader can say it for the city."""

    city: City
    assent: Assent | None
    turn: Turn | None
    may_assent: bool


def agreement_list(user: User) -> QuerySet[Agreement]:
    return (
        Agreement.objects.visible_to(user)
        .prefetch_related("cities", "assents__person")
        .order_by("-starts_on", "title", "-version")
    )


def agreement_rows(agreements: Iterable[Agreement], user: User) -> list[AgreementRow]:
    offices = training_offices()
    return [
        AgreementRow(
            agreement,
            list(agreement.cities.all()),
            TONES[AgreementStatus(agreement.status)],
            [one.turn for one in city_assents(agreement, user, offices) if one.turn],
        )
        for agreement in agreements
    ]


def city_assents(agreement: Agreement, user: User, offices: Offices) -> list[CityAssent]:
    """Each partner city with its assent to the text as it stands now."""
    now = agreement.content_hash
    given = {assent.city_id: assent for assent in agreement.assents.all() if assent.content_hash == now}
    draft = agreement.status == AgreementStatus.DRAFT
    said_something = any(assent.person_id == user.pk for assent in given.values())
    return [
        _city_assent(agreement, city, given.get(city.pk), draft, user, offices, said_something)
        for city in agreement.cities.all()
    ]


def _city_assent(
    agreement: Agreement,
    city: City,
    assent: Assent | None,
    draft: bool,
    user: User,
    offices: Offices,
    said_something: bool,
) -> CityAssent:
    waiting = draft and not assent
    what = _("Read “%(title)s” and assent for %(city)s.") % {"title": agreement.title, "city": city.name}
    turn = office_turn(city, offices, reader=user, what=what, until=agreement.starts_on) if waiting else None
    may_assent = waiting and not said_something and user in offices.get(city.pk, [])
    return CityAssent(city, assent, turn, may_assent)


def agreements_to_assent(user: User) -> QuerySet[Agreement]:
    """Drafts that wait for a city of which this person is the training office."""
    mine = cities_where(user, Role.HR)
    waiting = [
        agreement.pk
        for agreement in agreement_list(user).filter(status=AgreementStatus.DRAFT, cities__in=mine)
        if any(one.may_assent for one in city_assents(agreement, user, {city.pk: [user] for city in mine}))
    ]
    return Agreement.objects.filter(pk__in=waiting).order_by("starts_on", "pk")


def agreement_steps(user: User) -> list[NextStep]:
    return [
        NextStep(
            title=_("Assent to the agreement “%(title)s”") % {"title": agreement.title},
            sentence=_("It takes effect when all partner cities have assented to the same text."),
            url=reverse("exchange:agreement", args=[agreement.pk]),
            button=_("Read the agreement"),
            order=30,
            due=agreement.starts_on,
        )
        for agreement in agreements_to_assent(user)
    ]
