"""What stands against stays on which days: each rule as a function. Checking and searching ask the same ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import accumulate

from lms.core.periods import DAY, SATURDAY, Period
from training.conflicts.cases import EVER, At, Case, Obstacle, birthday, single_days
from training.conflicts.facts import Fact, Kind, Level, NamedDays, PersonFacts
from training.conflicts.minors import minors

COMMITMENT_RULES = {
    Kind.STAY: "overlapping_stay",
    Kind.STATION: "overlapping_station",
    Kind.SCHOOL: "school_block",
    Kind.COURSE: "course_block",
    Kind.THEORY: "theory_phase",
    Kind.EXAM: "exam",
    Kind.LEAVE: "leave",
    Kind.OTHER: "other_absence",
}
ABSENCES = {Kind.SCHOOL, Kind.COURSE, Kind.THEORY, Kind.EXAM, Kind.LEAVE, Kind.OTHER}


def obstacles(case: Case) -> Iterator[Obstacle]:
    for ask in (*ADMISSION, *TIME_TAKEN, *WARNINGS, *NOTES):
        yield from ask(case)


def own_city(case: Case) -> Iterator[Obstacle]:
    if case.host.city.slug == case.person.home.slug:
        yield from case.obstacle("own_city", facts={"city": case.host.city.name})


def occupation(case: Case) -> Iterator[Obstacle]:
    admitted = case.host.occupations
    if admitted is not None and case.person.occupation not in admitted:
        named = ", ".join(sorted(admitted))
        yield from case.obstacle(
            "occupation_not_admitted", facts={"occupation": case.person.occupation, "admitted": named}
        )


def year_of_training(case: Case) -> Iterator[Obstacle]:
    """The year counts in which a stay begins."""
    if case.host.years is None:
        return
    first, last = case.host.years
    for year, days in _years_of_training(case.person, case.span):
        if not first <= year <= last:
            facts = {"year": year, "first": first, "last": last}
            yield from case.obstacle("year_not_admitted", days, facts, at=At.FIRST_DAY, shown=())


def _years_of_training(person: PersonFacts, span: Period) -> Iterator[tuple[int, tuple[Period, ...]]]:
    if person.years is None:
        yield person.year, EVER
        return
    for year in range(person.year_on(span.start), person.year_on(span.end) + 1):
        begins = birthday(person.contract.start, year - 1) if year > 1 else date.min
        ends = birthday(person.contract.start, year) - DAY if year < person.years else date.max
        yield year, (Period(begins, ends),)


def age(case: Case) -> Iterator[Obstacle]:
    old_enough = birthday(case.person.birth_date, case.host.min_age)
    if case.span.start < old_enough:
        yield from case.obstacle("too_young", [_before(old_enough)], {"min_age": case.host.min_age}, shown=())


def offer(case: Case) -> Iterator[Obstacle]:
    window = case.host.window
    if window is not None and not window.contains(case.span):
        outside = case.span.subtract(window)
        yield from case.obstacle("outside_offer", outside, shown=(window,))
    if case.host.seats_free is not None and case.host.seats_free < 1:
        yield from case.obstacle("offer_full")


def consent(case: Case) -> Iterator[Obstacle]:
    if case.person.consent is False:
        yield from case.obstacle("consent_missing")


def trainer(case: Case) -> Iterator[Obstacle]:
    if case.host.trainer_suitable is False:
        yield from case.obstacle("trainer_unsuitable")


def contract(case: Case) -> Iterator[Obstacle]:
    known = case.person.contract
    if case.span.end > known.end:
        yield from case.obstacle("contract_ends", [_after(known.end)], {"ends_on": known.end})
    if case.span.start < known.start:
        yield from case.obstacle("contract_not_begun", [_before(known.start)], {"begins_on": known.start})


def commitments(case: Case) -> Iterator[Obstacle]:
    def tell(shared: tuple[Period, ...]) -> Mapping[str, Fact]:
        return {"working_days": len(shared[0].working_days(case.host.city.holidays))}

    for one in case.person.commitments:
        if one.period.overlaps(case.span):
            rule = COMMITMENT_RULES[one.kind]
            code, level = (f"{rule}_agreed", Level.INFO) if one.agreed else (rule, None)
            yield from case.obstacle(code, [one.period], {"label": one.label}, rule=rule, level=level, tell=tell)


def day_before_exam(case: Case) -> Iterator[Obstacle]:
    """Directly before is the day before. With a weekend or holiday between, the law is read in two ways."""
    for exam in case.person.commitments:
        if exam.kind != Kind.EXAM or not exam.written:
            continue
        eve = exam.period.start - DAY
        day = _last_working_day(eve, case.host.city.holidays)
        if day not in case.span:
            continue
        if exam.agreed:
            code, rule, level = "day_before_exam_agreed", "day_before_exam", Level.INFO
        else:
            code, rule, level = "day_before_exam" if day == eve else "weekend_before_exam", "", None
        yield from case.obstacle(
            code, [Period(day, day)], {"label": exam.label, "exam_on": exam.period.start}, rule=rule, level=level
        )


def _last_working_day(day: date, holidays: Collection[date]) -> date:
    while day.weekday() >= SATURDAY or day in holidays:
        day -= DAY
    return day


def exam_soon(case: Case) -> Iterator[Obstacle]:
    weeks = case.value("exam_soon", "weeks")
    for exam in case.person.commitments:
        if exam.kind == Kind.EXAM and weeks:
            days = Period(exam.period.start - timedelta(weeks=weeks), exam.period.start - DAY)
            if days.overlaps(case.span):
                facts: Mapping[str, Fact] = {"label": exam.label, "weeks": weeks}
                yield from case.obstacle("exam_soon", [days], facts, at=At.LAST_DAY, shown=(exam.period,))


def second_stay(case: Case) -> Iterator[Obstacle]:
    """In a calendar year in which another stay has a day; one at the same time is an overlap instead."""
    for other in case.person.commitments:
        if other.kind == Kind.STAY and not other.agreed:
            years = Period(date(other.period.start.year, 1, 1), date(other.period.end.year, 12, 31))
            if years.overlaps(case.span):
                yield from case.obstacle(
                    "second_stay", [years], {"label": other.label}, shown=(other.period,), unless=other.period
                )


def weekly_school(case: Case) -> Iterator[Obstacle]:
    def tell(shared: tuple[Period, ...]) -> Mapping[str, Fact]:
        return {"days": len(shared)}

    by_weekday: dict[int, set[date]] = {}
    for day, _is_whole in case.school_days:
        by_weekday.setdefault(day.isoweekday(), set()).add(day)
    for weekday, days in sorted(by_weekday.items()):
        yield from case.obstacle("weekly_school", single_days(days), {"weekday": weekday}, joined=True, tell=tell)


def probation(case: Case) -> Iterator[Obstacle]:
    last = case.person.probation_ends_on
    if last is not None and case.span.start <= last:
        yield from case.obstacle("probation", [Period(date.min, last)])


def supervisor(case: Case) -> Iterator[Obstacle]:
    """Together with this person there would be more than that many at the same time."""
    most = case.value("supervisor_busy", "people")
    days = _busy_days(filter(None, map(case.span.intersection, case.host.guests)), most)
    if days:
        yield from case.obstacle("supervisor_busy", days, {"people": most})


def _busy_days(guests: Iterable[Period], most: int) -> list[Period]:
    changes: dict[date, int] = {}
    for guest in guests:
        changes[guest.start] = changes.get(guest.start, 0) + 1
        changes[guest.end + DAY] = changes.get(guest.end + DAY, 0) - 1
    days = sorted(changes)
    counts = list(accumulate(changes[day] for day in days))
    parts = zip(days, days[1:], counts, strict=False)
    return [Period(day, following - DAY) for day, following, count in parts if count >= most]


def holidays(case: Case) -> Iterator[Obstacle]:
    """Differences count on every day of the week; what is free in both cities only on Monday to Friday."""
    host, home = case.host.city, case.person.home
    at_host, at_home = ({day for day in city.holidays if day in case.span} for city in (host, home))
    same = {day for day in at_host & at_home if day.weekday() < SATURDAY}
    facts = {"host": host.name, "home": home.name, "host_slug": host.slug, "home_slug": home.slug}
    for code, days in (
        ("holidays_host_only", at_host - at_home),
        ("holidays_home_only", at_home - at_host),
        ("holidays_same", same),
    ):
        if days:
            yield from case.obstacle(code, single_days(days), facts, rule="holidays")


def school_holidays(case: Case) -> Iterator[Obstacle]:
    for named in _once(case.host.city.school_holidays or case.person.home.school_holidays):
        if named.period.overlaps(case.span):
            yield from case.obstacle("school_holidays", [named.period], {"label": named.name})


def city_days(case: Case) -> Iterator[Obstacle]:
    for city in (case.host.city, case.person.home):
        for named in _once(city.days):
            if named.period.overlaps(case.span):
                facts = {"label": named.name, "city": city.name, "kind": named.kind}
                yield from case.obstacle("city_day", [named.period], facts)


def _once(named: Iterable[NamedDays]) -> Collection[NamedDays]:
    return set(named)


def _before(day: date) -> Period:
    return Period(date.min, day - DAY)


def _after(day: date) -> Period:
    return Period(day + DAY, date.max)


# Whether somebody may come at all; what takes the time, which is the same for all hosts of a city; the rest.
ADMISSION = (own_city, occupation, year_of_training, age, offer, consent, trainer)
TIME_TAKEN = (contract, commitments, day_before_exam)
WARNINGS = (exam_soon, second_stay, weekly_school, probation, supervisor, minors)
NOTES = (holidays, school_holidays, city_days)
