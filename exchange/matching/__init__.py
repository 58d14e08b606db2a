"""Match applicants to offers: data in, data out; no database, no clock, no chance beyond the seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from exchange.matching import audit
from exchange.matching.admissible import Code
from exchange.matching.explain import Reason, reasons
from exchange.matching.lottery import commitment, places_in_draw
from exchange.matching.market import Applicant, City, Department, Market, MarketError, Offer
from exchange.matching.mechanisms.stable import deferred_acceptance
from exchange.matching.metrics import Metrics, measure

__all__ = [
    "Applicant",
    "City",
    "Code",
    "Department",
    "Market",
    "MarketError",
    "Metrics",
    "Offer",
    "Reason",
    "Result",
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
    outcome_sha256: str
    commitment: str
    engine: str = audit.ENGINE


def run(market: Market, *, seed: str) -> Result:
    """Return the stable result that is best for every applicant, explained and fingerprinted."""
    draw = places_in_draw(market.applicant_by_id, seed)
    assignment = deferred_acceptance(market, draw)
    instance = audit.instance(market, seed)
    instance_sha256 = audit.fingerprint(instance)
    return Result(
        assignment=assignment,
        reasons=reasons(market, assignment, draw),
        metrics=measure(market, assignment),
        draw=draw,
        instance=instance,
        instance_sha256=instance_sha256,
        outcome_sha256=audit.outcome_fingerprint(instance_sha256, assignment),
        commitment=commitment(seed),
    )
