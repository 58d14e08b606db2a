"""Canonical records and their fingerprints: the same market and seed give the same bytes anywhere."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from exchange.matching.market import Applicant, Market, Offer

ENGINE = "wanderjahr-matching/2"


def canonical_json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(document: object) -> str:
    return sha256(canonical_json(document).encode()).hexdigest()


def instance(market: Market, seed: str) -> dict[str, Any]:
    """Return the market as an `exmatch-instance/1` document, lists ordered by id."""
    return {
        "format": "exmatch-instance/1",
        "name": market.name,
        "weeks": market.weeks,
        "cities": [
            {"id": one.id, "tolerance": one.tolerance, "carry": one.carry, "max_in": one.max_in, "max_out": one.max_out}
            for one in sorted(market.cities, key=_id)
        ],
        "departments": [
            {"id": department.id, "city": department.city, "quota": department.quota}
            for department in sorted(market.departments, key=_id)
        ],
        "offers": [_offer(offer) for offer in sorted(market.offers, key=_id)],
        "applicants": [_applicant(applicant) for applicant in sorted(market.applicants, key=_id)],
        "scores": {department: dict(points) for department, points in market.scores.items()},
        "lottery": {"seed": seed, "algorithm": "sha256(seed:applicant)"},
        "pinned": dict(market.pinned),
        "pairs": sorted(sorted(pair) for pair in market.pairs),
    }


def _id(item: Any) -> str:
    return str(item.id)


def _offer(offer: Offer) -> dict[str, Any]:
    return {
        "id": offer.id,
        "department": offer.department,
        "capacity": offer.capacity,
        "weeks": list(offer.weeks),
        "occupations": None if offer.occupations is None else sorted(offer.occupations),
        "years": list(offer.years),
        "min_age": offer.min_age,
        "skills": sorted(offer.skills),
    }


def _applicant(applicant: Applicant) -> dict[str, Any]:
    return {
        "id": applicant.id,
        "city": applicant.city,
        "occupation": applicant.occupation,
        "year": applicant.year,
        "age": applicant.age,
        "skills": sorted(applicant.skills),
        "busy": sorted(applicant.busy),
        "prefs": list(applicant.prefs),
        "class": applicant.priority_class,
    }
