"""Whether many people could take many stays: the same rules as `check`, but only yes or no."""

from __future__ import annotations

from lms.core.periods import Period
from training.conflicts.cases import Case
from training.conflicts.days import bits
from training.conflicts.facts import HostFacts, Level, PersonFacts
from training.conflicts.minors import minors
from training.conflicts.obstacles import ADMISSION, TIME_TAKEN
from training.conflicts.rules import DEFAULT_BOOK, Holding, RuleBook

HARD = (*ADMISSION, minors)  # and TIME_TAKEN, which is remembered; no other rule may be hard


def feasible(person: PersonFacts, period: Period, host: HostFacts, book: RuleBook = DEFAULT_BOOK) -> bool:
    """`check` has no hard finding about this stay."""
    return Prepared(person, period, book).feasible(period, host)


class Prepared:
    """One person, ready to be asked about many stays in the span. Hosts of one city share its public holidays."""

    def __init__(self, person: PersonFacts, span: Period, book: RuleBook = DEFAULT_BOOK) -> None:
        self.person, self.span, self.book = person, span, book
        self._taken: dict[Holding, int] = {}

    def feasible(self, period: Period, host: HostFacts) -> bool:
        if not self.span.contains(period):
            return feasible(self.person, period, host, self.book)
        rules = self.book.between(self.person.home.slug, host.city.slug, period.start)
        if self._days_taken(host, rules) & bits([period], self.span):
            return False
        case = Case(period, self.person, host, rules)
        found = (obstacle for ask in HARD for obstacle in ask(case) if obstacle.level == Level.HARD)
        return not any(obstacle.against(period) for obstacle in found)

    def _days_taken(self, host: HostFacts, rules: Holding) -> int:
        if rules not in self._taken:
            case = Case(self.span, self.person, host, rules)
            found = (obstacle for ask in TIME_TAKEN for obstacle in ask(case) if obstacle.level == Level.HARD)
            self._taken[rules] = bits((days for obstacle in found for days in obstacle.days), self.span)
        return self._taken[rules]
