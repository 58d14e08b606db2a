"""Agreements as the screens show them: which city has assented, whose turn it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exchange.models import Agreement, Assent, ExchangeRound
from exchange.models.agreements import AgreementKind, VoidReason
from exchange.queries.agreement_changes import Change, changes
from exchange.queries.offices import Offices, Turn, office_turn, training_offices
from exchange.states import AgreementStatus, RoundStatus
from lms.core.steps import NextStep
from people.models import City, Role, User
from people.queries import cities_where

TONES = {
    AgreementStatus.DRAFT: "here",
    AgreementStatus.IN_FORCE: "ok",
    AgreementStatus.SUPERSEDED: "",
    AgreementStatus.ENDED: "",
}


@dataclass(frozen=True)
class AgreementRow:
    agreement: Agreement
    cities: Sequence[City]
    tone: str
    turns: Sequence[Turn]


@dataclass(frozen=True)
class CityAssent:
    """What a city has said; `void` is what it said before, when nothing stands for it now."""

    city: City
    assent: Assent | None
    turn: Turn | None
    may_assent: bool
    may_withdraw: bool
    void: Assent | None


@dataclass(frozen=True)
class Comparison:
    """This version against another content: who knows it, and what differs."""

    title: str
    detail: str
    changes: list[Change] = field(default_factory=list)


def agreement_list(user: User) -> QuerySet[Agreement]:
    return (
        Agreement.objects.visible_to(user)
        .with_content()
        .prefetch_related("assents__person")
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
    """Each partner city with its assent to the content as it stands now."""
    draft = agreement.status == AgreementStatus.DRAFT
    said = list(agreement.assents.all())
    standing = {one.city_id: one for one in said if not one.voided_at}
    void = {one.city_id: one for one in said if one.voided_at}  # the last one of each city
    said_something = any(one.person_id == user.pk for one in standing.values())
    found = []
    for city in agreement.cities.all():
        assent, in_office = standing.get(city.pk), any(one.person == user for one in offices.get(city.pk, []))
        waiting = draft and not assent
        what = _("Read “%(title)s” and assent for %(city)s.") % {"title": agreement.title, "city": city.name}
        others = [one.person_id for one in standing.values()]
        turn = office_turn(city, offices, reader=user, what=what, until=agreement.starts_on, but=others)
        found.append(
            CityAssent(
                city,
                assent,
                turn if waiting else None,
                may_assent=waiting and not said_something and in_office,
                may_withdraw=draft and in_office and assent is not None and assent.person_id == user.pk,
                void=void.get(city.pk) if waiting else None,
            )
        )
    return found


def agreements_to_assent(user: User) -> QuerySet[Agreement]:
    """Drafts that wait for a city of which this person is the training office, and for which they may still speak."""
    standing = Assent.objects.filter(agreement=OuterRef("agreement"), voided_at=None)
    partners = Agreement.cities.through.objects.filter(city__in=cities_where(user, Role.HR))
    waiting = partners.exclude(Exists(standing.filter(Q(city=OuterRef("city")) | Q(person_id=user.pk))))
    return Agreement.objects.filter(status=AgreementStatus.DRAFT, pk__in=waiting.values("agreement")).order_by(
        "starts_on", "pk"
    )


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


def standing_version(agreement: Agreement) -> Agreement | None:
    """What this version is compared with: the memorandum of an addendum, else the last version that was in force."""
    if agreement.parent:
        return agreement.parent
    over = [AgreementStatus.IN_FORCE, AgreementStatus.SUPERSEDED, AgreementStatus.ENDED]
    former = Agreement.objects.filter(
        title=agreement.title, version__lt=agreement.version, status__in=over, kind=AgreementKind.MEMORANDUM
    )
    return former.with_content().order_by("-version").first()


def comparisons(agreement: Agreement) -> list[Comparison]:
    """Against the version in force, and against each content to which a city had assented before it was changed."""
    content, found = agreement.content, []
    if standing := standing_version(agreement):
        detail = _("%(state)s, version %(number)s") % {
            "state": standing.get_status_display(), "number": standing.version
        }  # fmt: skip
        found.append(Comparison(standing.title, detail, changes(standing.content, content)))
    lapsed = agreement.assents.filter(void_reason=VoidReason.CHANGED).select_related("city", "person")
    for hash_, given in _by_hash(lapsed).items():
        names = ", ".join(f"{one.city.name} ({one.person.full_name})" for one in given)
        if given[-1].content:
            title = _("To this %(names)s had assented") % {"names": names}
            found.append(Comparison(title, hash_[:12], changes(given[-1].content, content)))
    return found


def _by_hash(assents: Iterable[Assent]) -> dict[str, list[Assent]]:
    found: dict[str, list[Assent]] = {}
    for one in assents:
        found.setdefault(one.content_hash, []).append(one)
    return found


def what_ending_does(agreement: Agreement) -> list[str]:
    """Said before an agreement is ended: what stands on it."""
    over = [RoundStatus.CLOSED, RoundStatus.CANCELED]
    rounds = ExchangeRound.objects.filter(agreement=agreement).exclude(status__in=over).order_by("pk")
    found = []
    if names := [one.name for one in rounds]:
        found.append(
            ngettext(
                "This round stands on it: %(names)s. Its page says from then on that no agreement covers it. Stays "
                "that both cities have confirmed go on.",
                "These rounds stand on it: %(names)s. Their pages say from then on that no agreement covers them. "
                "Stays that both cities have confirmed go on.",
                len(names),
            )
            % {"names": ", ".join(names)}
        )
    addenda = agreement.addenda.filter(status=AgreementStatus.IN_FORCE).order_by("pk")
    if titles := [one.title for one in addenda]:
        found.append(_("Its addenda end with it: %(titles)s.") % {"titles": ", ".join(titles)})
    return found
