"""What a stay may cost, estimated before anybody ranks it: pure sums from a table that carries its date.

The rule is § 10 (2) TVAöD-BBiG: the cheapest regular fare, necessary lodging, and for each full day away the value of
meals by the SvEV; § 10a adds one journey home a month. Training offices decide about the real amounts.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from lms.core.periods import Period

RULE = "§ 10 Abs. 2, § 10a TVAöD-BBiG"
DAY = timedelta(days=1)
DAYS_IN_MONTH = 30


@dataclass(frozen=True)
class Route:
    """Between two cities, in either direction: the cheapest regular fare one way, and the time it takes."""

    cents: int
    minutes: int


@dataclass(frozen=True)
class Table:
    as_of: date
    routes: dict[frozenset[str], Route]
    month_pass: int  # regional trains, in cents
    night: int
    meals: int  # value of the meals of a full day
    daily_up_to: int  # minutes one way up to which people travel every day instead of staying


TABLE = Table(
    as_of=date(2026, 11, 1),
    routes={
        frozenset({"nuernberg", "muenchen"}): Route(4300, 105),
        frozenset({"nuernberg", "augsburg"}): Route(3400, 105),
        frozenset({"augsburg", "muenchen"}): Route(1900, 45),
    },
    month_pass=6300,
    night=3500,
    meals=1150,
    daily_up_to=60,
)


@dataclass(frozen=True)
class CostEstimate:
    """All amounts in cents. Whoever travels daily has no nights and no full days away."""

    daily: bool
    journeys: int  # there and back, or months of the pass
    home_journeys: int
    nights: int
    full_days: int
    fares: int
    lodging: int
    meals: int
    as_of: date
    rule: str = RULE

    @property
    def total(self) -> int:
        return self.fares + self.lodging + self.meals


def estimate(home: str, host: str, period: Period, table: Table = TABLE) -> CostEstimate | None:
    """None for a city that is not in the table: no sum is better than a wrong one."""
    route = table.routes.get(frozenset({home, host}))
    if route is None:
        return None
    days = (period.end - period.start).days + 1
    if route.minutes <= table.daily_up_to:
        months = ceil(days / DAYS_IN_MONTH)
        fares = min(months * table.month_pass, 2 * route.cents * workdays(period))
        return CostEstimate(True, months, 0, 0, 0, fares, 0, 0, table.as_of)
    home_journeys = days // DAYS_IN_MONTH
    fares = 2 * route.cents * (1 + home_journeys)
    nights, full_days = days - 1, max(0, days - 2)
    return CostEstimate(
        False, 1, home_journeys, nights, full_days, fares, nights * table.night, full_days * table.meals, table.as_of
    )


def workdays(period: Period) -> int:
    days = (period.end - period.start).days + 1
    return sum((period.start + number * DAY).weekday() < 5 for number in range(days))
