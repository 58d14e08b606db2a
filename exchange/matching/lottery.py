"""The draw: recomputable by anybody with `printf '%s' seed:id | sha256sum`."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256


def ticket(seed: str, applicant_id: str) -> bytes:
    return sha256(f"{seed}:{applicant_id}".encode()).digest()


def places_in_draw(applicant_ids: Iterable[str], seed: str) -> dict[str, int]:
    """Return {applicant: place}, first place is 1; one draw for all offers."""
    drawn = sorted(applicant_ids, key=lambda id_: (ticket(seed, id_), id_))
    return {id_: place for place, id_ in enumerate(drawn, start=1)}


def commitment(seed: str) -> str:
    """Return what is published with the call, before the seed itself is revealed."""
    return sha256(seed.encode()).hexdigest()
