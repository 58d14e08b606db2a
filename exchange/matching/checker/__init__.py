"""Holds a result to what it claims. Written against the files: it shares no rule and no line with the mechanisms."""

from __future__ import annotations

from exchange.matching.checker.claims import blocking_pairs, false_claims

__all__ = ["blocking_pairs", "false_claims"]
