"""What the database knows for training.conflicts: of people, of their time, of cities and of rules."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from lms.core.periods import Period
from people.models import City
from training.conflicts import CityFacts, Commitment, Kind, NamedDays, PersonFacts, RuleBook, Setting, WeeklyDay
from training.holidays import public_holidays
from training.models import AbsenceKind, Apprenticeship, BlockKind, ExamKind, RuleSetting
from training.planned import PlannedStay, planned_stays
from training.queries.dates import Row, dated_rows
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
    proofs: list[tuple[int, int, date, date | None]] = field(default_factory=list)  # city, person, seen on, valid until
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


def load(
    people: Collection[int],
    within: Period | None,
    *,
    known: Iterable[Apprenticeship] | None = None,
    stays: Iterable[PlannedStay] | None = None,
) -> Files:
    """Collect what the rules need to know about stays of these people in the time, in a fixed number of queries.

    `known` and `stays`: what the caller has read already.
    """
    if not people or within is None:
        return Files()
    within = what_matters(within)
    found = (
        known
        if known is not None
        else Apprenticeship.objects.filter(person_id__in=people).select_related("city", "occupation", "person")
    )
    files = Files(within, {one.person_id: one for one in found})
    files.stays = _by_person(stays if stays is not None else planned_stays(files.apprenticeships, within))
    _read(files, dated_rows(files.apprenticeships.values(), within))
    return files


def _by_person(stays: Iterable[PlannedStay]) -> dict[int, list[PlannedStay]]:
    found: dict[int, list[PlannedStay]] = defaultdict(list)
    for stay in stays:
        found[stay.apprentice_id].append(stay)
    return found


def _read(files: Files, rows: Iterable[Row]) -> None:
    by_source: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_source[row.source].append(row)
    files.book = RuleBook(
        tuple(Setting(one.city, one.text, one.start, one.kind, json.loads(one.values)) for one in by_source["setting"])
    )
    for day in by_source["city_day"]:
        files.days.setdefault(day.city, []).append(NamedDays(day.text, day.period, day.kind))
    files.proofs = [(one.number, one.owner, one.start, one.end) for one in by_source["proof"]]
    agreed: dict[int, list[Period]] = defaultdict(list)
    for one in by_source["agreed"]:
        agreed[one.owner].append(one.period)
    files.agreed, files.commitments, files.weekly_days = agreed, defaultdict(list), defaultdict(list)
    members: dict[int, list[int]] = defaultdict(list)
    for training in files.apprenticeships.values():
        if training.school_calendar_id:
            members[training.school_calendar_id].append(training.person_id)
    for block in by_source["block"]:
        for person in members[block.number]:
            _commit(files, person, BLOCKS[BlockKind(block.kind)], block, block.text)
    for day in by_source["school_day"]:
        for person in members[day.number]:
            files.weekly_days[person].append(WeeklyDay(day.owner, day.period, day.flag))
    for exam in by_source["exam"]:
        for person in members[exam.number] if exam.number else [exam.owner]:
            _commit(files, person, Kind.EXAM, exam, exam.text, written=exam.kind == ExamKind.WRITTEN_FINAL)
    for absence in by_source["absence"]:
        _commit(files, absence.owner, ABSENCES[AbsenceKind(absence.kind)], absence, "")
    for station in by_source["station"]:
        files.commitments[station.owner].append(Commitment(Kind.STATION, station.period, station.text))


def _commit(files: Files, person: int, kind: Kind, row: Row, label: str, *, written: bool = False) -> None:
    both = any(one.contains(row.period) for one in files.agreed.get(person, ()))
    files.commitments[person].append(Commitment(kind, row.period, label, both, written))
