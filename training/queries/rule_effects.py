"""Which planned stays another value of a rule would touch: by name where the reader may see the person."""

from dataclasses import dataclass

from people.models import User
from training import findings
from training.conflicts import RuleBook, Setting
from training.models import Apprenticeship
from training.queries.effects import Effect, effects_of_rules


@dataclass(frozen=True)
class Touched:
    """A stay the reader may see: whose it is, what would be found then, and what would no longer."""

    effect: Effect
    name: str

    @property
    def found(self) -> list[str]:
        return [findings.sentence(one) for one in self.effect.findings]

    @property
    def gone(self) -> list[str]:
        return [findings.sentence(one) for one in self.effect.gone]


@dataclass(frozen=True)
class Preview:
    stays: list[Touched]
    others: int

    @property
    def count(self) -> int:
        return len(self.stays) + self.others


def touched(user: User, book: RuleBook, setting: Setting) -> Preview:
    """What would be different if the setting was added to the book."""
    effects = effects_of_rules(book, RuleBook((*book.settings, setting)))
    people = {effect.stay.apprentice_id for effect in effects}
    seen = Apprenticeship.objects.visible_to(user).filter(person__in=people).select_related("person")
    names = {one.person_id: one.person.full_name for one in seen}
    shown = [Touched(one, names[one.stay.apprentice_id]) for one in effects if one.stay.apprentice_id in names]
    return Preview(shown, len(effects) - len(shown))
