"""What a reader sees of the person behind a stay: the home side everything, a host what the agreement lets it see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from exchange.consent import every_shareable
from exchange.models import Placement
from exchange.queries.agreement_terms import terms_by_title
from people.models import Role, User
from people.queries import keys_acting_as, keys_of_cities_where

ON_THE_CARD = frozenset({"occupation", "year"})  # of a candidate without a name


@dataclass(frozen=True)
class Guest:
    """Empty is what the reader does not see."""

    occupation: str = ""
    occupation_short: str = ""
    year: int | None = None
    email: str = ""


def guests_of(placements: Sequence[Placement], user: User, today: date) -> dict[int, Guest]:
    """By stay, in one query for the agreements; the stays are those of `placements_for`."""
    agreements = {one.round.agreement_id: one.round.agreement for one in placements}
    terms = terms_by_title(agreements.values(), today)
    offices, trainers = keys_of_cities_where(user, Role.HR), keys_acting_as(user, Role.TRAINER)
    found = {}
    for one in placements:
        at_home = one.home_city_id in offices or one.apprentice.apprenticeship.trainer_id in trainers
        if at_home or one.apprentice_id == user.pk:
            seen = frozenset(every_shareable())
        elif one.is_known:
            seen = frozenset(terms[one.round.agreement.title].shared_fields)
        else:
            seen = ON_THE_CARD
        found[one.pk] = _guest(one, seen)
    return found


def _guest(placement: Placement, seen: frozenset[str]) -> Guest:
    training = placement.apprentice.apprenticeship
    return Guest(
        occupation=training.occupation.name if "occupation" in seen else "",
        occupation_short=training.occupation.short if "occupation" in seen else "",
        year=training.year_on(placement.starts_on) if "year" in seen else None,
        email=placement.apprentice.email if "email" in seen else "",
    )
