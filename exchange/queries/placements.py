"""Lists of stays per role, and what each of them asks somebody to do next."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exchange.models import Placement
from exchange.models.placements import PLACEMENT_SOURCE
from exchange.queries.own import OwnExchange
from exchange.states import PLACEMENT, PlacementStatus
from lms.core.steps import NextStep
from lms.core.templatetags.wanderjahr import date_range, day_short
from people.models import City, Role, User
from people.queries import acting_as, cities_where, roles_of
from training.models import Station
from training.queries.stations import notes_due, notes_to_read, stations_to_check_in, stations_to_complete
from training.states import StationStatus

P = PlacementStatus
GROUPS: dict[str, list[PlacementStatus]] = {
    "bestaetigen": [P.PROPOSED, P.HOME_CONFIRMED, P.HOST_CONFIRMED, P.CONFIRMED],
    "kommend": [P.OFFERED, P.ACCEPTED],
    "laufend": [P.ACTIVE],
    "beendet": [P.COMPLETED, P.CLOSED, P.REFUSED, P.DECLINED, P.EXPIRED, P.CANCELED, P.SWAPPED, P.TERMINATED],
}
# What needs somebody comes first, what is over last.
ORDER = Case(
    *(When(status__in=states, then=Value(index)) for index, states in enumerate(GROUPS.values())),
    default=Value(len(GROUPS)),
    output_field=IntegerField(),
)


def placements_for(user: User) -> QuerySet[Placement]:
    """Everything lists and pages of stays show about each, in one query."""
    return (
        Placement.objects.visible_to(user)
        .named_for(user)
        .select_related(
            "application",
            "round__agreement",
            "run",
            "apprentice__apprenticeship__occupation",
            "apprentice__apprenticeship__trainer",
            "offer__department",
            "offer__supervisor",
            "offer__deputy",
            "home_city",
            "host_city",
            "home_confirmed_by",
            "host_confirmed_by",
            "refused_by",
        )
    )


def placement_list(
    user: User, *, group: str = "", direction: str = "", cities: Collection[int] = ()
) -> QuerySet[Placement]:
    """`direction`: "aus" or "in", seen from the cities in whose training office the reader works."""
    found = placements_for(user)
    if group in GROUPS:
        found = found.filter(status__in=GROUPS[group])
    if direction == "aus":
        found = found.filter(home_city__in=cities)
    elif direction == "in":
        found = found.filter(host_city__in=cities)
    return found.order_by(ORDER, "starts_on", "pk")


def placements_to_confirm(user: User) -> QuerySet[Placement]:
    """Places that wait for the city in whose training office this person works, and for this person."""
    home = Q(_office_but(user, "home_city", "host_confirmed_by"), home_confirmed_by=None)
    home &= Q(host_confirmed_by=None) | ~Q(host_confirmed_by=user)
    host = Q(_office_but(user, "host_city", "home_confirmed_by"), host_confirmed_by=None)
    host &= Q(home_confirmed_by=None) | ~Q(home_confirmed_by=user)
    waiting = placements_for(user).filter(home | host, status__in=PLACEMENT.steps["refuse"].sources)
    return waiting.exclude(apprentice=user).order_by("round__confirm_until", "pk")


def _office_but(user: User, city: str, confirmed_by: str) -> Exists:
    """Works in the office of this city, and not only in the place of whoever has confirmed for the other one."""
    office = roles_of(user, Role.HR).filter(city=OuterRef(city))
    return Exists(office.exclude(person=Coalesce(OuterRef(confirmed_by), Value(0))))


def records_to_issue(user: User) -> QuerySet[Placement]:
    """Completed stays whose record the training office of the home city still owes."""
    mine = placements_for(user).filter(home_city__in=cities_where(user, Role.HR), status=P.COMPLETED)
    return mine.exclude(apprentice=user).order_by("ends_on", "pk")


def own_stay_steps(own: OwnExchange) -> list[NextStep]:
    """What apprentices could do next about their own stays."""
    return [*_answer_steps(own), *_note_steps(own.person, timezone.localdate())]


def _answer_steps(own: OwnExchange) -> list[NextStep]:
    return [
        NextStep(
            title=_("You have a place in %(city)s") % {"city": placement.host_city},
            sentence=_("“%(offer)s”, %(dates)s. Please say whether you take it.")
            % {"offer": placement.offer.title, "dates": date_range(placement.starts_on, placement.ends_on)},
            url=placement.get_absolute_url(),
            button=_("Look at the place"),
            order=1,
            due=placement.round.accept_until,
        )
        for placement in own.placements
        if placement.status == P.OFFERED
    ]


def _note_steps(user: User, today: date) -> list[NextStep]:
    return [
        NextStep(
            title=_("How was your week?"),
            sentence=_("Three questions about the week of %(day)s in %(department)s.")
            % {"day": day_short(week), "department": station.department.name},
            url=reverse("training:note_write", args=[station.pk, week.isoformat()]),
            button=_("Write the weekly note"),
            order=10,
            minutes=5,
        )
        for station, week in notes_due(user, today)
    ]


def host_steps(user: User) -> list[NextStep]:
    """What those could do next who look after somebody in their department."""
    today = timezone.localdate()
    arriving = [
        NextStep(
            title=_("%(name)s arrives") % {"name": station.apprentice.full_name},
            sentence=_("First day in %(department)s: %(day)s. Please check the guest in.")
            % {"department": station.department.name, "day": day_short(station.starts_on)},
            url=_page_of(station),
            button=_("Check in the guest"),
            order=5,
            due=station.starts_on,
        )
        for station in stations_to_check_in(user, today).filter(_stay_stands())
    ]
    waiting = list(notes_to_read(user))
    reading = [
        NextStep(
            title=ngettext("%(count)s weekly note to read", "%(count)s weekly notes to read", len(waiting))
            % {"count": len(waiting)},
            sentence=_("The oldest is by %(name)s.") % {"name": waiting[0].station.apprentice.full_name},
            url=waiting[0].get_absolute_url(),
            button=_("Read the note"),
            order=15,
            minutes=3,
        )
    ] if waiting else []  # fmt: skip
    ending = [
        NextStep(
            title=_("The station of %(name)s is over") % {"name": station.apprentice.full_name},
            sentence=_("%(department)s until %(day)s. Please complete it.")
            % {"department": station.department.name, "day": day_short(station.ends_on)},
            url=_page_of(station),
            button=_("Complete the station"),
            order=20,
            due=station.ends_on,
        )
        for station in stations_to_complete(user, today)
    ]
    return [*arriving, *reading, *ending, *_completing(user)]


def _stay_stands() -> Q:
    """Guests whose place was accepted, and everybody who is no guest."""
    standing = Placement.objects.filter(status__in=[P.ACCEPTED, P.ACTIVE])
    return Q(source_type="") | Q(source_type=PLACEMENT_SOURCE, source_id__in=standing.values("pk"))


def _completing(user: User) -> list[NextStep]:
    """Running stays of one's own department without an open station."""
    acting = acting_as(user, Role.SUPERVISOR)
    mine = Q(offer__supervisor__in=acting) | Q(offer__deputy__in=acting)
    open_stations = Station.objects.filter(
        source_type=PLACEMENT_SOURCE, status__in=[StationStatus.PLANNED, StationStatus.RUNNING]
    )
    done = placements_for(user).filter(mine, status=P.ACTIVE).exclude(pk__in=open_stations.values("source_id"))
    return [
        NextStep(
            title=_("Complete the stay of %(name)s") % {"name": placement.apprentice.full_name},
            sentence=_("All stations are completed. After that the home city issues the record."),
            url=placement.get_absolute_url(),
            button=_("Complete the stay"),
            order=20,
            due=placement.ends_on,
        )
        for placement in done.order_by("ends_on", "pk")
    ]


def office_steps(user: User) -> list[NextStep]:
    """Training offices have them in the inbox, too; the start page names the first of each."""
    confirm, records = placements_to_confirm(user), records_to_issue(user)
    steps = []
    if count := confirm.count():
        first = confirm[0]
        title = ngettext("%(count)s place to confirm", "%(count)s places to confirm", count) % {"count": count}
        sentence = _("Both cities confirm, each by its own person.")
        steps.append(
            NextStep(
                title, sentence, first.get_absolute_url(), _("Look at the place"), 12, first.round.cities_confirm_until
            )
        )
    if count := records.count():
        title = ngettext("%(count)s record to issue", "%(count)s records to issue", count) % {"count": count}
        sentence = _("The stay is completed. The record shows it.")
        steps.append(NextStep(title, sentence, records[0].get_absolute_url(), _("Look at the stay"), 25))
    return steps


def _page_of(station: Station) -> str:
    if station.source_type == PLACEMENT_SOURCE and station.source_id:
        return reverse("exchange:placement", args=[station.source_id])
    return station.get_absolute_url()


@dataclass(frozen=True)
class CurrentStay:
    """The strip on the start page of an apprentice."""

    title: str
    url: str
    city: City
    department: str
    contact: str
    starts_on: date
    ends_on: date
    where_am_i: str


def current_stay(own: OwnExchange) -> CurrentStay | None:
    """The stay that runs, else the next one."""
    placement = next((one for one in own.placements if one.status in (P.ACCEPTED, P.ACTIVE)), None)
    if placement is None:
        return None
    return CurrentStay(
        title=placement.offer.title,
        url=placement.get_absolute_url(),
        city=placement.host_city,
        department=placement.offer.department.name,
        contact=placement.offer.supervisor.full_name,
        starts_on=placement.starts_on,
        ends_on=placement.ends_on,
        where_am_i=day_of(placement, timezone.localdate()),
    )


def day_of(placement: Placement, today: date) -> str:
    """Day 12 of 42, or how long until it starts."""
    ahead = (placement.starts_on - today).days
    if ahead > 0:
        return ngettext("It starts tomorrow.", "It starts in %(days)s days.", ahead) % {"days": ahead}
    days = placement.period.days
    return _("Day %(day)s of %(days)s") % {"day": min(1 - ahead, days), "days": days}
