"""The laws training stands under, as data: what they are called, when an exchange fits, which rules they leave out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from training.conflicts.facts import BBIG
from training.conflicts.rules import RULES, Rule


@dataclass(frozen=True, slots=True)
class Regime:
    """`exchange_in`: the practical phases an exchange may lie in; empty where training knows no phases.

    `best`: the phase that suits it best. `sure` False: an office has to confirm what stands here.
    """

    code: str
    laws: tuple[str, ...]
    exchange_in: tuple[str, ...] = ()
    best: str = ""
    sure: bool = True

    @property
    def left_out(self) -> tuple[Rule, ...]:
        """Rules that do not hold for people under this law."""
        return tuple(rule for rule in RULES.values() if rule.regimes and self.code not in rule.regimes)

    @property
    def without_law(self) -> tuple[Rule, ...]:
        """Rules that hold, but not by the law cited for others: planning asks for them all the same."""
        return tuple(
            rule
            for rule in RULES.values()
            if rule.law and rule.law_for and self.code not in rule.law_for and rule not in self.left_out
        )


REGIMES: Mapping[str, Regime] = {
    regime.code: regime
    for regime in (
        Regime(BBIG, ("BBiG", "TVAöD-BBiG")),
        Regime("beamte_qe2", ("BayBG", "FachV-nVD"), ("P I", "P II", "P III", "P IV", "P V"), "P III", sure=False),
        Regime("beamte_qe3", ("BayBG", "§ 43 FachV-nVD"), ("P1", "P2", "P3", "P4")),
        Regime("dual_tvsod", ("TVSöD",), sure=False),
    )
}
