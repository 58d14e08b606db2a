"""How much of a stay is left at the host after school, exams and leave."""

from __future__ import annotations

from dataclasses import dataclass

from lms.core.periods import Period
from training.conflicts.cases import Case
from training.conflicts.days import bits, bits_of_days, mondays_to_fridays
from training.conflicts.obstacles import ABSENCES

WORKING_DAYS_A_WEEK = 5


@dataclass(frozen=True, slots=True)
class Presence:
    """`working`: days on which the host works; `weekdays`: public holidays, too; `away`: at school or on leave."""

    span: Period
    working: int
    weekdays: int
    away: int
    percent: int | None
    weeks: int | None

    @classmethod
    def of(cls, case: Case) -> Presence:
        weekdays, rules = mondays_to_fridays(case.span), case.rules
        away = bits((one.period for one in case.person.commitments if one.kind in ABSENCES), case.span)
        at_school = bits_of_days((day for day, is_whole in case.school_days if is_whole), case.span)
        return cls(
            span=case.span,
            working=weekdays & ~bits_of_days(case.host.city.holidays, case.span),
            weekdays=weekdays,
            away=away | at_school,
            percent=case.value("low_presence", "percent") if rules.level("low_presence") else None,
            weeks=case.value("short_presence", "weeks") if rules.level("short_presence") else None,
        )

    def share(self, days: int) -> tuple[int, int]:
        """Working days at the host, and all of them."""
        working = days & self.working
        return (working & ~self.away).bit_count(), working.bit_count()

    def left(self, days: int) -> int:
        """Mondays to Fridays at the host; public holidays do not make it less."""
        return (days & self.weekdays & ~self.away).bit_count()

    def is_low(self, days: int) -> bool:
        present, working = self.share(days)
        return self.percent is not None and 100 * present < self.percent * working

    def is_short(self, days: int) -> bool:
        return self.weeks is not None and self.left(days) < self.weeks * WORKING_DAYS_A_WEEK
