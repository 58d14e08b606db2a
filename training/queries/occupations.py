"""Occupations and the laws they stand under, as screens show them."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lms.core import journal
from people.models import Occupation
from people.models import Regime as Law
from training import rule_texts
from training.conflicts.regimes import REGIMES, Regime

LEADS = {
    Law.BBIG: _("Trainees with a contract. School and exams come before the stay; young people are protected."),
    Law.QE2: _("Candidates for the second level. Courses and practical phases take turns for two years."),
    Law.QE3: _("Candidates for the third level. They study at the HföD and work in four practical phases."),
    Law.DUAL: _("Students with a training contract. In lecture time they work on some days of the week only."),
}


@dataclass(frozen=True)
class LawShown:
    """A law with what differs under it, in words."""

    regime: Regime

    @property
    def name(self) -> str | Promise:
        return Law(self.regime.code).label

    @property
    def lead(self) -> Promise:
        return LEADS[Law(self.regime.code)]

    @property
    def left_out(self) -> list[tuple[str, str]]:
        return [(rule.code, rule_texts.title(rule.code)) for rule in self.regime.left_out]

    @property
    def without_law(self) -> list[tuple[str, str]]:
        return [(rule.code, rule_texts.title(rule.code)) for rule in self.regime.without_law]


def laws() -> list[LawShown]:
    return [LawShown(regime) for regime in REGIMES.values()]


def law_of(occupation: Occupation) -> LawShown:
    return LawShown(REGIMES[occupation.regime])


def confirmation_of(occupation: Occupation) -> Any:
    """The entry of the journal that says who has confirmed it, and when; None while it is to be confirmed."""
    if not occupation.is_confirmed:
        return None
    return journal.entries(occupation).filter(action="training.occupation.confirm").last()
