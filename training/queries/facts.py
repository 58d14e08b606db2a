"""What the database knows for training.conflicts: of people, of their time, of cities and of rules."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from lms.core.periods import Period
from people.models import City
from training.conflicts import CityFacts, Commitment, Kind, NamedDays, PersonFacts, RuleBook, Setting, WeeklyDay
from training.holidays import public_holidays
from training.models import (
    Absence,
    AbsenceKind,
    AgreedAbsence,
    Apprenticeship,
    BlockKind,
    CityDay,
    Exam,
    ExamKind,
    RuleSetting,
    SchoolBlock,
    SchoolDay,
    Station,
)
from training.planned import PlannedStay, planned_stays
from training.school_holidays import school_holidays

BLOCKS = {BlockKind.SCHOOL: Kind.SCHOOL, BlockKind.COURSE: Kind.COURSE, BlockKind.THEORY: Kind.THEORY}
ABSENCES = {AbsenceKind.LEAVE: Kind.LEAVE, AbsenceKind.OTHER: Kind.OTHER, AbsenceKind.SICK: Kind.OTHER}


@dataclass
class Files:
    """The facts about some people, loaded once; whoever checks then asks nothing more of the database.

    `stays` are those planned by apps above; they stand among the commitments, too.
    """

    within: Period | None = None
    apprenticeships: dict[int, Apprenticeship] = field(default_factory=dict)
    commitments: dict[int, list[Commitment]] = field(default_factory=dict)
    weekly_days: dict[int, list[WeeklyDay]] = field(default_factory=dict)
    stays: dict[int, list[PlannedStay]] = field(default_factory=dict)
    agreed: Mapping[int, list[Period]] = field(default_factory=dict)  # absences that both cities accept
    days: dict[str, list[NamedDays]] = field(default_factory=dict)
    book: RuleBook = field(default_factory=RuleBook)

    def person(self, key: int, period: Period, *, without: tuple[str, int] | None = None) -> PersonFacts | None:
        """Facts about one person for a stay in the period; `without` leaves out the stay that is asked about."""
        training = self.apprenticeships.get(key)
        if training is None:
            return None
        stays = [as_commitment(stay) for stay in self.stays.get(key, ()) if stay.key != without]
        return PersonFacts(
            home=self.city(training.city, period),
            occupation=training.occupation.short,
            year=training.year_on(period.start),
            birth_date=training.birth_date,
            contract=Period(training.starts_on, training.ends_on),
            regime=training.occupation.regime,
            probation_ends_on=training.probation_ends_on,
            medical_checked_on=training.medical_checked_on,
            commitments=(*self.commitments.get(key, ()), *stays),
            weekly_days=tuple(self.weekly_days.get(key, ())),
            years=training.occupation.years,
        )

    def city(self, city: City, period: Period) -> CityFacts:
        """With the days off of all years that matter for a stay in the period, or for a later one instead."""
        years = what_matters(period)
        holidays, vacation = frozenset(public_holidays(city.slug, years)), tuple(school_holidays(years))
        return CityFacts(city.slug, city.name, holidays, tuple(self.days.get(city.slug, ())), vacation)


def what_matters(period: Period) -> Period:
    """Other stays of the same year, exams soon after it, and what stands against a later time instead."""
    last = min(period.end.year + 1, date.max.year)
    return Period(date(period.start.year, 1, 1), date(last, 12, 31))


def as_commitment(stay: PlannedStay) -> Commitment:
    return Commitment(Kind.STAY, stay.period, stay.host.city.name)


def rule_book() -> RuleBook:
    """The rules with what the cities set (one query)."""
    rows = RuleSetting.objects.order_by("valid_from", "pk").values_list(
        "city__slug", "code", "valid_from", "level", "values"
    )
    return RuleBook(tuple(Setting(*row) for row in rows))


def load(people: Collection[int], within: Period | None) -> Files:
    """Collect what the rules need to know about stays of these people in the time, in a fixed number of queries."""
    if not people or within is None:
        return Files()
    within = what_matters(within)
    found = Apprenticeship.objects.filter(person_id__in=people).select_related("city", "occupation", "person")
    files = Files(within, {one.person_id: one for one in found}, book=rule_book())
    files.stays = _by_person(planned_stays(files.apprenticeships, within))
    files.days = _city_days(within)
    files.commitments, files.weekly_days = defaultdict(list), defaultdict(list)
    files.agreed = _agreed(files, within)
    _read_classes(files, within, files.agreed)
    _read_own(files, within, files.agreed)
    return files


def _by_person(stays: Iterable[PlannedStay]) -> dict[int, list[PlannedStay]]:
    found: dict[int, list[PlannedStay]] = defaultdict(list)
    for stay in stays:
        found[stay.apprentice_id].append(stay)
    return found


def _city_days(within: Period) -> dict[str, list[NamedDays]]:
    found: dict[str, list[NamedDays]] = defaultdict(list)
    for day in CityDay.objects.filter(_touches(within)).select_related("city"):
        found[day.city.slug].append(NamedDays(day.name, day.period, day.kind))
    return found


def _touches(within: Period) -> Q:
    return Q(starts_on__lte=within.end, ends_on__gte=within.start)


def _read_classes(files: Files, within: Period, agreed: Mapping[int, list[Period]]) -> None:
    """Blocks, weekly days and exams of the classes these people are in."""
    members: Mapping[int, list[int]] = defaultdict(list)
    for training in files.apprenticeships.values():
        if training.school_calendar_id:
            members[training.school_calendar_id].append(training.person_id)
    in_time = _touches(within) & Q(calendar__in=list(members))
    for block in SchoolBlock.objects.filter(in_time):
        for person in members[block.calendar_id]:
            both = any(one.contains(block.period) for one in agreed[person])
            kind = BLOCKS[BlockKind(block.kind)]
            files.commitments[person].append(Commitment(kind, block.period, block.label, agreed=both))
    for day in SchoolDay.objects.filter(in_time):
        for person in members[day.calendar_id]:
            files.weekly_days[person].append(WeeklyDay(day.weekday, day.period, day.whole_day))
    own = Q(apprentice__in=list(files.apprenticeships))
    for exam in Exam.objects.filter(_touches(within), Q(calendar__in=list(members)) | own):
        for person in members[exam.calendar_id] if exam.calendar_id else [exam.apprentice_id or 0]:
            both = any(one.contains(exam.period) for one in agreed[person])
            written = exam.kind == ExamKind.WRITTEN_FINAL
            files.commitments[person].append(Commitment(Kind.EXAM, exam.period, exam.name, both, written))


def _agreed(files: Files, within: Period) -> Mapping[int, list[Period]]:
    found: Mapping[int, list[Period]] = defaultdict(list)
    rows = AgreedAbsence.objects.standing().filter(_touches(within), apprentice__in=list(files.apprenticeships))
    for row in rows:
        found[row.apprentice_id].append(row.period)
    return found


def _read_own(files: Files, within: Period, agreed: Mapping[int, list[Period]]) -> None:
    """Absences, and stations at home; those that an exchange booked belong to a stay, which is counted already."""
    people = list(files.apprenticeships)
    for absence in Absence.objects.filter(_touches(within), apprentice__in=people):
        both = any(one.contains(absence.period) for one in agreed[absence.apprentice_id])
        kind = ABSENCES[AbsenceKind(absence.kind)]
        files.commitments[absence.apprentice_id].append(Commitment(kind, absence.period, agreed=both))
    at_home = Station.objects.standing().filter(_touches(within), apprentice__in=people, source_type="")
    for station in at_home.select_related("department"):
        found = Commitment(Kind.STATION, station.period, station.department.name)
        files.commitments[station.apprentice_id].append(found)
