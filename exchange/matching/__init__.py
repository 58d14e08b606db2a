"""Match applicants to offers: data in, data out; no database, no clock, no chance beyond the seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from exchange.matching import audit
from exchange.matching.admissible import Code
from exchange.matching.explain import Reason
from exchange.matching.files import result_document
from exchange.matching.lottery import commitment, places_in_draw
from exchange.matching.market import Applicant, City, Department, Market, MarketError, Offer
from exchange.matching.metrics import Metrics, measure
from exchange.matching.modes import Mode, Rule, assign, reasons

__all__ = [
    "Applicant",
    "City",
    "Code",
    "Department",
    "Market",
    "MarketError",
    "Metrics",
    "Mode",
    "Offer",
    "Reason",
    "Result",
    "Rule",
    "commitment",
    "run",
]


@dataclass(frozen=True, slots=True)
class Result:
    assignment: Mapping[str, str | None]
    reasons: Mapping[str, tuple[Reason, ...]]
    metrics: Metrics
    # {applicant: place in the draw}, so that everybody can be told the own place.
    draw: Mapping[str, int]
    instance: Mapping[str, Any]
    instance_sha256: str
    # The result as a file (`exmatch-result/1`) that anybody can check with `match_verify`.
    document: Mapping[str, Any]
    outcome_sha256: str
    commitment: str
    engine: str = audit.ENGINE


def run(market: Market, *, seed: str, mode: Mode = Mode.STABLE, rule: Rule = Rule.SCORES) -> Result:
    """Assign the places in this way, explained and fingerprinted.

    Raises MarketError when the market cannot be used, Infeasible when what is fixed contradicts the rules.
    """
    draw = places_in_draw(market.applicant_by_id, seed)
    outcome = assign(market, draw, mode, rule)
    why = reasons(market, draw, mode, rule, outcome)
    instance = audit.instance(market, seed)
    document = result_document(instance, market, outcome, mode, rule, why)
    return Result(
        assignment=outcome.assignment,
        reasons=why,
        metrics=measure(market, outcome.assignment),
        draw=draw,
        instance=instance,
        instance_sha256=document["instance_sha256"],
        document=document,
        outcome_sha256=audit.fingerprint(document),
        commitment=commitment(seed),
    )
