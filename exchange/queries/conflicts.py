"""What stands against the stay of a person at a host: facts for training.conflicts, in a fixed number of queries."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exchange.models import Application, HostOffer, Placement
from exchange.models.placements import PLACEMENT_SOURCE
from exchange.queries.hosts import TAKES_TIME, Hosts, Seat, hosts_from, load_hosts, placements_in
from exchange.states import SHOWN_TO_APPRENTICE
from lms.core.periods import Period
from people.models import User
from people.policies import allowed
from training.conflicts import CityFacts, Commitment, Finding, HostFacts, Stay, check, next_windows
from training.models import AgreedAbsence, Apprenticeship, Override
from training.notices import Notice, with_overrides
from training.planned import PlannedStay
from training.queries import facts
from training.queries.facts import Files, as_commitment


@dataclass
class Folder:
    """The facts about some people, loaded once; `check` then asks nothing more of the database.

    Offers come with `select_related("city", "round").prefetch_related("occupations")`.
    """

    files: Files
    hosts: Hosts = field(default_factory=Hosts)
    overrides: dict[int, list[Override]] = field(default_factory=dict)
    _windows: dict[tuple[int, int], Period] = field(default_factory=dict)

    @property
    def apprenticeships(self) -> dict[int, Apprenticeship]:
        return self.files.apprenticeships

    def commitments(self, person_id: int) -> list[Commitment]:
        stays = [as_commitment(stay) for stay in self.files.stays.get(person_id, ())]
        return [*self.files.commitments.get(person_id, ()), *stays]

    def window(self, person_id: int, offer: HostOffer) -> Period:
        """When this person would come; where the dates are open, the best time for them, else the first one."""
        if offer.weeks is None:
            return offer.period
        key = (person_id, offer.pk)
        if key not in self._windows:
            self._windows[key] = self._best(person_id, offer)
        return self._windows[key]

    def _best(self, person_id: int, offer: HostOffer) -> Period:
        assert offer.weeks is not None  # noqa: S101 - for the type checker
        person = self.files.person(person_id, offer.period)
        if person is None:
            return offer.windows[0]
        host = self.hosts.facts(offer, self.files, person_id)
        found = next_windows(person, offer.weeks, offer.period, host, self.files.book, limit=1)
        return found[0] if found else offer.windows[0]

    def check(
        self, person_id: int, offer: HostOffer, *, stay: Placement | None = None, consent: bool | None = None
    ) -> list[Finding]:
        """What stands against it; `stay`: when it is about one that is planned already, which is not in its own way."""
        period = stay.period if stay else self.window(person_id, offer)
        without = (PLACEMENT_SOURCE, stay.pk) if stay else None
        person = self.files.person(person_id, period, without=without)
        if person is None:
            return []
        host = self.hosts.facts(offer, self.files, person_id)
        return check(Stay(period), replace(person, consent=consent), host, self.files.book)

    def notices(
        self, person_id: int, offer: HostOffer, *, stay: Placement | None = None, consent: bool | None = None
    ) -> list[Notice]:
        found = self.check(person_id, offer, stay=stay, consent=consent)
        period = stay.period if stay else self.window(person_id, offer)
        return with_overrides(found, self.overrides.get(person_id, ()), offer.city_id, period)


def load(people: Collection[int], within: Period | None, *, known: Iterable[Apprenticeship] | None = None) -> Folder:
    """Collect what the rules need to know about these people in the time, in a fixed number of queries."""
    if not people or within is None:
        return Folder(Files())
    seats = placements_in(people, within, also=facts.what_matters(within))
    files = facts.load(people, within, known=known, stays=_commitments_of(seats, people))
    hosts = hosts_from(seats, files.proofs, people, within)
    overrides: dict[int, list[Override]] = {}
    standing = Override.objects.standing().filter(apprentice__in=people).select_related("decided_by")
    for one in standing.filter(starts_on__lte=within.end, ends_on__gte=within.start):
        overrides.setdefault(one.apprentice_id, []).append(one)
    return Folder(files, hosts, overrides)


def _commitments_of(seats: Iterable[Seat], people: Collection[int]) -> list[PlannedStay]:
    """As `stays_planned`, with no more than what stands in the way of another stay."""
    return [
        PlannedStay(
            (PLACEMENT_SOURCE, seat.pk),
            seat.person,
            Period(seat.start, seat.end),
            HostFacts(CityFacts(seat.city_slug, seat.city_name)),
            "",
            "",
        )
        for seat in seats
        if seat.person in people and seat.status in TAKES_TIME
    ]


def span_of(offers: Iterable[HostOffer]) -> Period | None:
    """The time the offers cover, and to the end of their round, as a way out may lie later."""
    found = list(offers)
    if not found:
        return None
    last = max(max(offer.ends_on, offer.round.stays_until) for offer in found)
    return Period(min(offer.starts_on for offer in found), last)


def folder_of(applications: Collection[Application]) -> Folder:
    """All about the wishes of applications from `with_wishes`."""
    offers = [wish.offer for application in applications for wish in application.wishes.all()]
    people = {application.apprentice_id: application.apprentice for application in applications}
    known = [person.apprenticeship for person in people.values() if hasattr(person, "apprenticeship")]
    return load(people.keys(), span_of(offers), known=known)


def consent_of(application: Application) -> bool | None:
    """None before the person was asked."""
    return None if application.submitted_at is None else application.consented_at is not None


def override_of(placement: Placement, code: str) -> Override:
    """What to ask the policies about: a decision about this rule, at this stay."""
    return Override(apprentice=placement.apprentice, host_city=placement.host_city, code=code)


def for_stay(notices: Iterable[Notice], placement: Placement, user: User) -> list[Notice]:
    """With what this reader may do about each on the page of a stay."""
    asked = AgreedAbsence(apprentice=placement.apprentice, host_city=placement.host_city)
    may_ask = allowed("training.propose_absence", user, asked)
    return [_for_stay(notice, placement, user, may_ask=may_ask) for notice in notices]


def _for_stay(notice: Notice, placement: Placement, user: User, *, may_ask: bool) -> Notice:
    subject = override_of(placement, notice.finding.code)
    if notice.override is not None:
        url = reverse("training:override_withdraw", args=[notice.override.pk])
        return replace(notice, withdraw_url=url) if allowed("training.override_warning", user, subject) else notice
    may_decide = bool(notice.who_decides) and allowed("training.override_warning", user, subject)
    days = notice.finding.dates[0] if notice.can_be_agreed and may_ask and notice.finding.dates else None
    ask = reverse("exchange:placement_absence", args=[placement.pk])
    decide = reverse("exchange:placement_override", args=[placement.pk, notice.finding.code])
    return replace(
        notice,
        override_url=decide if may_decide else "",
        agree_url=f"{ask}?von={days.start}&bis={days.end}" if days else "",
    )


def for_office(notice: Notice, person: Apprenticeship, offer: HostOffer) -> Notice:
    """With the way to have an absence agreed, while the home city decides about an application."""
    if not notice.can_be_agreed or not notice.finding.dates:
        return notice
    days = notice.finding.dates[0]
    url = reverse("training:agreement_propose", args=[person.person_id, offer.city.slug])
    return replace(notice, agree_url=f"{url}?von={days.start}&bis={days.end}")


def for_applicant(notice: Notice, period: Period) -> Notice:
    """With the way to places in the time that is free."""
    free = notice.finding.fix
    if free is None or not notice.is_in_the_way:
        return notice
    weeks = round((free.start - period.start).days / 7)
    label = (
        ngettext("%(weeks)s week later: see places", "%(weeks)s weeks later: see places", weeks) % {"weeks": weeks}
        if weeks > 0
        else _("See places in the free time")
    )
    return replace(notice, fix_url=f"{reverse('exchange:explore')}?monat={free.start:%Y-%m}", fix_label=label)


def stays_planned(people: Collection[int], within: Period | None) -> list[PlannedStay]:
    """The stays of these people that take time, for training.planned."""
    rows = Placement.objects.filter(apprentice__in=people, status__in=TAKES_TIME)
    if within is not None:
        rows = rows.filter(starts_on__lte=within.end, ends_on__gte=within.start)
    rows = rows.select_related("host_city", "offer__city", "offer__round").prefetch_related("offer__occupations")
    found = list(rows)
    hosts = load_hosts(people, _around(found)) if found else Hosts()
    return [
        PlannedStay(
            (PLACEMENT_SOURCE, row.pk),
            row.apprentice_id,
            row.period,
            hosts.facts(row.offer, Files(), row.apprentice_id),
            row.offer.title,
            row.get_absolute_url(),
            is_announced=row.status in SHOWN_TO_APPRENTICE,
            hosts=(row.offer.supervisor_id, row.offer.deputy_id),
        )
        for row in found
    ]


def _around(stays: Collection[Placement]) -> Period:
    return Period(min(one.starts_on for one in stays), max(one.ends_on for one in stays))
