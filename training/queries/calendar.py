"""Somebody's time day by day: what the calendar of a person shows, and to whom."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from lms.core.periods import Period, monday_of
from people.models import Role, User
from people.queries import acting_as, acts_as, cities_where
from training import findings
from training.conflicts import Finding, Level, Stay, check
from training.holidays import public_holidays
from training.models import Apprenticeship, Station
from training.planned import PlannedStay
from training.queries import facts
from training.queries.facts import Files
from training.queries.stations import looked_after_by
from training.school_holidays import school_holidays

AROUND = timedelta(days=366)  # a stay that begins or ends outside what is shown is checked as a whole
HERE, AWAY, DAY_AT_SCHOOL = "here", "away", "day"
HOLIDAY, SCHOOL_HOLIDAYS = "holiday", "free"

WORDS = {
    "stay": gettext_lazy("Stay"),
    "station": gettext_lazy("Station"),
    "school": gettext_lazy("Vocational school, block"),
    "course": gettext_lazy("Administration school"),
    "theory": gettext_lazy("Theory phase"),
    DAY_AT_SCHOOL: gettext_lazy("Vocational school, day"),
    "exam": gettext_lazy("Exam"),
    "leave": gettext_lazy("Leave"),
    "other": gettext_lazy("Other absence"),
    HERE: gettext_lazy("Here"),
    AWAY: gettext_lazy("Away"),
    HOLIDAY: gettext_lazy("Public holiday"),
    SCHOOL_HOLIDAYS: gettext_lazy("School holidays"),
}
LETTERS = {
    "stay": pgettext_lazy("letter in the calendar: stay", "S"),
    "station": pgettext_lazy("letter in the calendar: station", "D"),
    "school": pgettext_lazy("letter in the calendar: block at school", "B"),
    "course": pgettext_lazy("letter in the calendar: course of the administration school", "C"),
    "theory": pgettext_lazy("letter in the calendar: theory phase", "T"),
    DAY_AT_SCHOOL: pgettext_lazy("letter in the calendar: day at school", "d"),
    "exam": pgettext_lazy("letter in the calendar: exam", "E"),
    "leave": pgettext_lazy("letter in the calendar: leave", "L"),
    "other": pgettext_lazy("letter in the calendar: other absence", "O"),
    HERE: pgettext_lazy("letter in the calendar: here", "H"),
    AWAY: pgettext_lazy("letter in the calendar: away", "–"),
    HOLIDAY: pgettext_lazy("letter in the calendar: public holiday", "P"),
    SCHOOL_HOLIDAYS: "",
}
TWO_THINGS = {
    "overlapping_stay", "overlapping_station", "school_block", "course_block", "theory_phase", "exam",
    "day_before_exam", "leave", "other_absence",
}  # fmt: skip
SCHOOL = {"school", "course", "theory", "exam"}
OFF = {"leave", "other"}


@dataclass(frozen=True)
class Eyes:
    """How much somebody sees: `all_stays` those not announced yet, too; `only` the weeks in which one is here."""

    all_stays: bool = False
    only: tuple[Period, ...] | None = None


@dataclass(frozen=True)
class Entry:
    """`weekday`: on this day of every week of the period, except when schools are closed."""

    kind: str
    period: Period
    name: str = ""
    city: str = ""
    url: str = ""
    weekday: int = 0

    @property
    def word(self) -> str:
        return str(WORDS[self.kind])

    @property
    def letter(self) -> str:
        return str(LETTERS[self.kind])

    @property
    def in_words(self) -> str:
        named = ", ".join(part for part in (self.name, self.city) if part)
        return f"{self.word}: {named}" if named else self.word

    @property
    def is_background(self) -> bool:
        return self.kind in (HOLIDAY, SCHOOL_HOLIDAYS)

    @property
    def every(self) -> str:
        return str(WEEKDAYS[self.weekday]) if self.weekday else ""


WEEKDAYS = {
    1: gettext_lazy("every Monday"),
    2: gettext_lazy("every Tuesday"),
    3: gettext_lazy("every Wednesday"),
    4: gettext_lazy("every Thursday"),
    5: gettext_lazy("every Friday"),
}


@dataclass(frozen=True)
class Clash:
    """Two things on one day, in the words of the findings."""

    periods: tuple[Period, ...]
    sentence: str
    remedy: str = ""

    @property
    def first(self) -> date:
        return min(period.start for period in self.periods)


@dataclass(frozen=True)
class Day:
    date: date
    entries: tuple[Entry, ...] = ()
    clashes: tuple[Clash, ...] = ()
    is_today: bool = False
    is_outside: bool = False  # of the month that is shown

    @property
    def shown(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.kind != SCHOOL_HOLIDAYS]

    @property
    def letters(self) -> str:
        return "".join(dict.fromkeys(entry.letter for entry in self.shown))

    @property
    def in_words(self) -> str:
        words = [entry.in_words for entry in self.entries] + [clash.sentence for clash in self.clashes]
        return "; ".join(words)

    @property
    def css(self) -> str:
        names = [f"wj-cal--{entry.kind}" for entry in self.entries]
        names += ["wj-cal--clash"] * bool(self.clashes) + ["wj-cal--today"] * self.is_today
        return " ".join(dict.fromkeys([*names, *(["wj-cal--outside"] * self.is_outside)]))


@dataclass(frozen=True)
class Month:
    first: date
    weeks: tuple[tuple[int, tuple[Day, ...]], ...]  # (number of the week, its seven days)


@dataclass
class PersonCalendar:
    training: Apprenticeship
    shown: Period
    today: date
    entries: list[Entry] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)

    @property
    def kinds(self) -> list[Entry]:
        """One of each kind that occurs, for the legend."""
        found = {entry.kind: entry for entry in self.entries}
        return [found[kind] for kind in WORDS if kind in found]

    def months(self) -> list[Month]:
        starts = sorted({day.replace(day=1) for day in self.shown})
        return [self._month(first) for first in starts]

    def _month(self, first: date) -> Month:
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        span = Period(monday_of(first), monday_of(last) + timedelta(days=6))
        days = [self._day(day, is_outside=day.month != first.month) for day in span]
        weeks = [tuple(days[at : at + 7]) for at in range(0, len(days), 7)]
        return Month(first, tuple((week[0].date.isocalendar().week, week) for week in weeks))

    def _day(self, day: date, *, is_outside: bool) -> Day:
        if is_outside or day not in self.shown:
            return Day(day, is_outside=True)
        clashes = tuple(clash for clash in self.clashes if any(day in period for period in clash.periods))
        return Day(day, tuple(self.on(day)), clashes, is_today=day == self.today)

    def on(self, day: date) -> list[Entry]:
        found = [entry for entry in self.entries if day in entry.period]
        closed = any(entry.is_background for entry in found)
        found = [entry for entry in found if not entry.weekday or (entry.weekday == day.isoweekday() and not closed)]
        is_away = any(entry.kind == AWAY for entry in found)
        return [entry for entry in found if not (is_away and entry.kind == HERE)]

    @property
    def is_now(self) -> bool:
        return self.today in self.shown

    def over(self) -> list[tuple[date, list[Entry]]]:
        """What lies behind, while today is shown: nobody looks for that first."""
        return self._by_month(entry for entry in self.entries if self.is_now and entry.period.end < self.today)

    def to_come(self) -> list[tuple[date, list[Entry]]]:
        return self._by_month(entry for entry in self.entries if not self.is_now or entry.period.end >= self.today)

    def _by_month(self, entries: Iterable[Entry]) -> list[tuple[date, list[Entry]]]:
        """The list: what begins in a month, or before the first one and still goes on."""
        groups: dict[date, list[Entry]] = {}
        for entry in entries:
            groups.setdefault(max(entry.period.start, self.shown.start).replace(day=1), []).append(entry)
        return sorted(groups.items())


def people_shown_to(user: User) -> QuerySet[Apprenticeship]:
    """Whose calendars somebody may open: their own, those they train, those of their office, and their guests."""
    guests = _supervised(user).values("apprentice_id")
    near = Q(person_id=user.pk) | Q(trainer__in=acting_as(user, Role.TRAINER)) | Q(city__in=cities_where(user, Role.HR))
    found = Apprenticeship.objects.filter(near | Q(person__in=guests), person__is_active=True)
    return found.select_related("person", "city", "occupation", "school_calendar").distinct()


def eyes_of(user: User, training: Apprenticeship) -> Eyes:
    if cities_where(user, Role.HR).filter(pk=training.city_id).exists() and user.pk != training.person_id:
        return Eyes(all_stays=True)
    if user.pk == training.person_id or acts_as(user, Role.TRAINER, training.trainer_id):
        return Eyes()
    stations = _supervised(user).filter(apprentice_id=training.person_id)
    return Eyes(only=tuple(station.period for station in stations))


def _supervised(user: User) -> QuerySet[Station]:
    return Station.objects.standing().filter(looked_after_by(user))


def calendar_of(training: Apprenticeship, shown: Period, today: date, *, eyes: Eyes) -> PersonCalendar:
    """All of a period in a fixed number of queries."""
    files = facts.load([training.person_id], Period(shown.start - AROUND, shown.end + AROUND))
    stays = [stay for stay in files.stays.get(training.person_id, ()) if stay.is_announced or eyes.all_stays]
    own = [*_stays(stays), *_commitments(files, training), *_weekly(files, training)]
    entries = own if eyes.only is None else _from_outside(own, eyes.only)
    entries += [*_holidays(training, stays, shown), *_school_holidays(shown)]
    if eyes.only is not None:
        entries = [part for entry in entries for part in _parts(entry, eyes.only)]
    found = PersonCalendar(training, shown, today, sorted(_touching(entries, shown), key=_order))
    if eyes.only is None:
        found.clashes = [clash for clash in _clashes(files, training, stays, own) if _touches(clash, shown)]
    return found


def _order(entry: Entry) -> tuple[date, bool, str, str]:
    return entry.period.start, entry.is_background, entry.kind, entry.name


def _touching(entries: Iterable[Entry], shown: Period) -> list[Entry]:
    return [entry for entry in entries if entry.period.overlaps(shown)]


def _touches(clash: Clash, shown: Period) -> bool:
    return any(period.overlaps(shown) for period in clash.periods)


def _stays(stays: Iterable[PlannedStay]) -> Iterator[Entry]:
    for stay in stays:
        yield Entry("stay", stay.period, stay.title, stay.host.city.name, stay.url)


def _commitments(files: Files, training: Apprenticeship) -> Iterator[Entry]:
    for one in files.commitments.get(training.person_id, ()):
        yield Entry(str(one.kind), one.period, one.label)


def _weekly(files: Files, training: Apprenticeship) -> Iterator[Entry]:
    for one in files.weekly_days.get(training.person_id, ()):
        yield Entry(DAY_AT_SCHOOL, one.period, weekday=one.weekday)


def _from_outside(entries: Iterable[Entry], weeks: tuple[Period, ...]) -> list[Entry]:
    """For a host: that somebody is away, never why."""
    away = [Entry(AWAY, one.period, weekday=one.weekday) for one in entries if one.kind not in ("stay", "station")]
    return [Entry(HERE, period) for period in weeks] + away


def _parts(entry: Entry, weeks: tuple[Period, ...]) -> Iterator[Entry]:
    for week in weeks:
        if part := entry.period.intersection(week):
            yield replace(entry, period=part)


def _language() -> str:
    return (get_language() or "de")[:2]


def _holidays(training: Apprenticeship, stays: list[PlannedStay], shown: Period) -> Iterator[Entry]:
    """Those of the place where one is on the day: during a stay in the host city, else at home."""
    home = training.city
    away = [stay.period for stay in stays]
    places = [(home.slug, home.name, part) for part in shown.subtract(*away)]
    for stay in stays:
        if part := stay.period.intersection(shown):
            places.append((stay.host.city.slug, stay.host.city.name, part))
    for slug, city, part in places:
        for day, name in public_holidays(slug, part, _language()).items():
            yield Entry(HOLIDAY, Period(day, day), name, city)


def _school_holidays(shown: Period) -> Iterator[Entry]:
    for one in school_holidays(shown, _language()):
        yield Entry(SCHOOL_HOLIDAYS, one.period, one.name)


def _clashes(files: Files, training: Apprenticeship, stays: list[PlannedStay], entries: list[Entry]) -> Iterator[Clash]:
    for stay in stays:
        for finding in _against(files, training, stay):
            yield Clash(finding.dates, findings.sentence(finding), findings.remedy(finding))
    yield from _off_at_school(entries)


def _against(files: Files, training: Apprenticeship, stay: PlannedStay) -> list[Finding]:
    person = files.person(training.person_id, stay.period, without=stay.key)
    found = check(Stay(stay.period), person, stay.host, files.book) if person else []
    return [one for one in found if one.level != Level.INFO and one.dates and one.code in TWO_THINGS]


def _off_at_school(entries: list[Entry]) -> Iterator[Clash]:
    """Leave when there is school or an exam: no rule forbids it, and somebody should look at it."""
    for off in (entry for entry in entries if entry.kind in OFF):
        for other in (entry for entry in entries if entry.kind in SCHOOL):
            if both := off.period.intersection(other.period):
                told = {"first": off.in_words, "second": other.in_words, "dates": findings.written(both)}
                yield Clash((both,), _("On the same days: %(first)s, and %(second)s (%(dates)s).") % told)
