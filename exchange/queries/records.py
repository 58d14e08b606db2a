"""What the exchange record says, gathered from the stay: what was really done, not what was planned."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certificates.content import Content, Facts, Halt, Items, Note, Section, Signature, Table
from certificates.models import Certificate
from certificates.states import CertificateKind
from exchange.models import Placement
from exchange.queries.stay import stations_of
from lms.core import journal
from lms.core.periods import Period
from lms.core.templatetags.wanderjahr import date_range, day
from people.models import User
from training.holidays import public_holidays
from training.models import SchoolBlock, Station
from training.states import StationStatus


def record_content(placement: Placement, *, issued_by: User, today: date) -> Content:
    done = list(
        stations_of(placement)
        .filter(status=StationStatus.DONE)
        .select_related("department", "supervisor")
        .order_by("starts_on")
    )
    return Content(
        lead=_("took part in the exchange of the cities and worked as a guest in %(city)s:")
        % {"city": placement.host_city},
        way=tuple(Halt(station.department.name, _dates(station.starts_on, _last_day(station))) for station in done),
        sections=tuple(_sections(placement, done, today)),
        signatures=tuple(_signatures(placement, issued_by, today)),
    )


def days_present(placement: Placement, stations: Iterable[Station]) -> int:
    """Working days of the completed stations, without the host city's public holidays and vocational school."""
    holidays = set(public_holidays(placement.host_city.slug, placement.period))
    school = {
        one
        for block in SchoolBlock.objects.filter(
            calendar=placement.apprentice.apprenticeship.school_calendar_id,
            starts_on__lte=placement.ends_on,
            ends_on__gte=placement.starts_on,
        )
        for one in Period(block.starts_on, block.ends_on)
    }
    worked: set[date] = set()
    for station in stations:
        if _last_day(station) >= station.starts_on:
            worked |= set(Period(station.starts_on, _last_day(station)).working_days(holidays | school))
    return len(worked)


def _last_day(station: Station) -> date:
    """A station that was completed early ended on that day."""
    if station.completed_at is None:
        return station.ends_on
    return min(station.ends_on, timezone.localtime(station.completed_at).date())


def _sections(placement: Placement, done: list[Station], today: date) -> Iterable[Section]:
    offer, apprenticeship = placement.offer, placement.apprentice.apprenticeship
    year = apprenticeship.year_on(placement.starts_on)
    weeks = placement.period.weeks
    present = days_present(placement, done)
    yield Facts(
        _("The stay"),
        (
            (
                _("Occupation"),
                _("%(occupation)s, year of training %(year)s")
                % {"occupation": apprenticeship.occupation.name, "year": year},
            ),
            (_("Home city"), f"{placement.home_city.name}, {apprenticeship.department.name}"),
            (_("Host city"), f"{placement.host_city.name}, {offer.department.name}"),
            (
                _("Period"),
                ngettext("%(dates)s (%(count)s week)", "%(dates)s (%(count)s weeks)", weeks)
                % {"dates": _dates(placement.starts_on, placement.ends_on), "count": weeks},
            ),
            (
                _("Days present"),
                ngettext("%(count)s working day", "%(count)s working days", present) % {"count": present},
            ),
            (_("Supervisor"), offer.supervisor.full_name),
        ),
    )
    yield Note(_("Mission: %(title)s") % {"title": offer.title}, offer.mission)
    if done:
        rows = tuple(
            (one.department.name, _dates(one.starts_on, _last_day(one)), one.supervisor.full_name) for one in done
        )
        yield Table(_("Stations"), (_("Department"), _("Period"), _("Supervisor")), rows)
    tasks = tuple(dict.fromkeys(one.tasks.strip() for one in done if one.tasks.strip() and one.tasks != offer.mission))
    if tasks:
        yield Items(_("Tasks"), tasks)
    if offer.learning_goals:
        yield Items(_("Learning goals"), tuple(str(goal) for goal in offer.learning_goals))
    courses = _courses(placement, today)
    if courses:
        yield Items(_("Courses completed"), courses)
    yield Note(
        _("What this record is"),
        _(
            "This record shows a stay in another city administration within the training. "
            "It is no reference in the sense of § 16 BBiG. "
            "The home city stayed responsible for the training throughout."
        ),
    )


def _courses(placement: Placement, today: date) -> tuple[str, ...]:
    held = Certificate.objects.standing().filter(
        recipient=placement.apprentice_id, kind=CertificateKind.COURSE, issued_on__lte=today
    )
    return tuple(f"{one.title}, {day(one.issued_on)} ({one.number})" for one in held.order_by("issued_on", "pk"))


def _signatures(placement: Placement, issued_by: User, today: date) -> Iterable[Signature]:
    yield Signature(
        issued_by.full_name, _("Training office, City of %(city)s") % {"city": placement.home_city.name}, day(today)
    )
    completed = journal.entries(placement).filter(action="exchange.placement.complete").last()
    if completed is not None and completed.user is not None:
        yield Signature(
            completed.user.full_name,
            _("for the host, City of %(city)s") % {"city": placement.host_city.name},
            day(completed.timestamp),
        )


def _dates(start: date, end: date) -> str:
    return date_range(start, max(start, end))
