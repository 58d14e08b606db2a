"""Days on which somebody is under 18: hours, breaks, rest, weekends and medical certificates (JArbSchG)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date

from lms.core.periods import DAY, SATURDAY, Period
from training.conflicts.cases import FULL_AGE, Case, Obstacle, birthday, single_days
from training.conflicts.facts import Fact, WorkingDay

HOUR = 60
WEEK = 7
FOLLOW_UP_BEFORE = 3  # months: the certificate may come from the last three before it is due (§ 33 (1) JArbSchG)
EVES = ((12, 24), (12, 31))


def minors(case: Case) -> Iterator[Obstacle]:
    of_age = birthday(case.person.birth_date, FULL_AGE)
    if case.span.start >= of_age:
        return
    protected = Period(case.span.start, min(case.span.end, of_age - DAY))
    code = "minor" if of_age > case.span.end else "minor_at_first"
    yield from case.obstacle(code, [protected], {"full_age": FULL_AGE}, rule="minor")
    if case.host.hours:
        yield from _hours(case, protected)
    if case.host.holiday_work:
        days = single_days(day for day in case.host.city.holidays if day in protected)
        yield from _found(case, "minor_holiday", days)
    yield from _medical(case, protected)


def _hours(case: Case, protected: Period) -> Iterator[Obstacle]:
    week = {day.weekday: day for day in sorted(case.host.hours, key=lambda day: (day.weekday, day.start))}
    for rule in (_long_days, _long_week, _breaks, _shift, _rest, _night, _many_days, _weekend):
        code, weekdays, facts = rule(case, week)
        if weekdays:
            yield from _found(case, code, _worked(case, protected, weekdays), **facts)
    latest = case.value("minor_eve", "latest")
    late = {day for day, hours in week.items() if hours.end.hour * HOUR + hours.end.minute > latest * HOUR}
    eves = [day for day in _worked(case, protected, late) if (day.start.month, day.start.day) in EVES]
    yield from _found(case, "minor_eve", eves, latest=latest)


def _found(case: Case, code: str, days: list[Period], **facts: Fact) -> Iterator[Obstacle]:
    if days:
        yield from case.obstacle(code, days, facts, joined=len(days) > 1)


def _worked(case: Case, protected: Period, weekdays: Iterable[int]) -> list[Period]:
    """Public holidays are free, unless guests work on them."""
    wanted, free = set(weekdays), () if case.host.holiday_work else case.host.city.holidays
    return single_days(day for day in protected if day.isoweekday() in wanted and day not in free)


Week = dict[int, WorkingDay]
Broken = tuple[str, set[int], dict[str, Fact]]


def _long_days(case: Case, week: Week) -> Broken:
    """Eight and a half hours are allowed where another day of the same week is shorter than eight."""
    usual, longest = case.value("minor_hours_day", "minutes"), case.value("minor_hours_day", "longest")
    shorter = any(day.work_minutes < usual for day in week.values())
    allowed = max(usual, longest) if shorter else usual
    days = {weekday for weekday, day in week.items() if day.work_minutes > allowed}
    worked = max((week[weekday].work_minutes for weekday in days), default=0)
    return "minor_hours_day", days, {"worked": clock(worked), "allowed": clock(allowed)}


def _long_week(case: Case, week: Week) -> Broken:
    allowed, worked = case.value("minor_hours_week", "minutes"), sum(day.work_minutes for day in week.values())
    return "minor_hours_week", set(week) if worked > allowed else set(), {
        "worked": clock(worked), "allowed": clock(allowed),
    }  # fmt: skip


def _breaks(case: Case, week: Week) -> Broken:
    def needed(day: WorkingDay) -> int:
        if day.work_minutes > case.value("minor_breaks", "long_day"):
            return case.value("minor_breaks", "long_break")
        return case.value("minor_breaks", "short_break") * (day.work_minutes > case.value("minor_breaks", "short_day"))

    short = {weekday: day for weekday, day in week.items() if day.break_minutes < needed(day)}
    least = min((day.break_minutes for day in short.values()), default=0)
    return "minor_breaks", set(short), {"minutes": least, "needed": max(map(needed, short.values()), default=0)}


def _shift(case: Case, week: Week) -> Broken:
    allowed = case.value("minor_shift", "minutes")
    days = {weekday for weekday, day in week.items() if day.span_minutes > allowed}
    longest = max((week[weekday].span_minutes for weekday in days), default=0)
    return "minor_shift", days, {"worked": clock(longest), "allowed": clock(allowed)}


def _rest(case: Case, week: Week) -> Broken:
    """Between the end of one day and the start of the next one."""
    needed = case.value("minor_rest", "minutes")
    free = {}
    for weekday, day in week.items():
        following = week.get(weekday % WEEK + 1)
        if following is not None:
            free[following.weekday] = 24 * HOUR - day.start_minute - day.span_minutes + following.start_minute
    short = {weekday: minutes for weekday, minutes in free.items() if minutes < needed}
    return "minor_rest", set(short), {"rest": clock(min(short.values(), default=0)), "needed": clock(needed)}


def _night(case: Case, week: Week) -> Broken:
    earliest, latest = case.value("minor_night", "earliest"), case.value("minor_night", "latest")
    days = {
        weekday
        for weekday, day in week.items()
        if day.start_minute < earliest * HOUR or day.start_minute + day.span_minutes > latest * HOUR
    }
    return "minor_night", days, {"earliest": earliest, "latest": latest}


def _many_days(case: Case, week: Week) -> Broken:
    allowed = case.value("minor_days", "days")
    return "minor_days", set(week) if len(week) > allowed else set(), {"worked": len(week), "allowed": allowed}


def _weekend(case: Case, week: Week) -> Broken:
    return "minor_weekend", {weekday for weekday in week if weekday > SATURDAY}, {}


def _medical(case: Case, protected: Period) -> Iterator[Obstacle]:
    """Only from the date we know: whoever was not asked for a certificate gets no finding."""
    checked, begun = case.person.medical_checked_on, case.person.contract.start
    if checked is None:
        return
    before = case.value("medical_first", "months")
    missing = protected if checked < _months_after(begun, -before) else _until(protected, checked - DAY)
    if missing:
        yield from case.obstacle("medical_first", [missing], {"months": before})
    due = _months_after(begun, case.value("medical_followup", "months"))
    if checked < _months_after(due, -FOLLOW_UP_BEFORE) and protected.end >= due:
        yield from case.obstacle(
            "medical_followup",
            [Period(max(due, protected.start), protected.end)],
            {"due_on": due},
        )


def _until(period: Period, last: date) -> Period | None:
    return Period(period.start, min(last, period.end)) if last >= period.start else None


def _months_after(day: date, months: int) -> date:
    """The same day of another month, or its last one."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def clock(minutes: int) -> str:
    return f"{minutes // HOUR}:{minutes % HOUR:02}"
