"""The draw: recomputable by anybody with `printf '%s' seed:id | sha256sum`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Lottery:
    """The seed of the draw; `explicit` names people who come before all others, in this order."""

    seed: str
    explicit: tuple[str, ...] = ()

    def places(self, applicant_ids: Iterable[str]) -> dict[str, int]:
        """Return {applicant: place}, first place is 1."""
        drawn = places_in_draw(applicant_ids, self.seed)
        named = {id_: place for place, id_ in enumerate(self.explicit)}
        in_order = sorted(drawn, key=lambda id_: (named.get(id_, len(named)), drawn[id_]))
        return {id_: place for place, id_ in enumerate(in_order, start=1)}


def ticket(seed: str, applicant_id: str) -> bytes:
    return sha256(f"{seed}:{applicant_id}".encode()).digest()


def places_in_draw(applicant_ids: Iterable[str], seed: str) -> dict[str, int]:
    """Return {applicant: place}, first place is 1; one draw for all offers."""
    drawn = sorted(applicant_ids, key=lambda id_: (ticket(seed, id_), id_))
    return {id_: place for place, id_ in enumerate(drawn, start=1)}


def weight(applicant_id: str, offer_id: str) -> int:
    """32 bits that settle between results which are equal in everything else (isolation lemma)."""
    return int.from_bytes(sha256(f"{applicant_id}:{offer_id}".encode()).digest()[:4])


def commitment(seed: str) -> str:
    """Return what is published with the call, before the seed itself is revealed."""
    return sha256(seed.encode()).hexdigest()
