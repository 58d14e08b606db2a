"""Whether a person may have an offer at all, and the first rule that says no."""

from __future__ import annotations

from enum import StrEnum

from exchange.matching.market import Applicant, Market


class Code(StrEnum):
    """Why a wish was not met, in the order in which the rules are asked."""

    UNKNOWN_OFFER = "unknown_offer"
    OWN_CITY = "own_city"
    INELIGIBLE_OCCUPATION = "ineligible_occupation"
    INELIGIBLE_YEAR = "ineligible_year"
    INELIGIBLE_AGE = "ineligible_age"
    INELIGIBLE_SKILL = "ineligible_skill"
    CLASH = "clash"
    PINNED_FULL = "pinned_full"
    FULL_PRIORITY_OFFER = "full_priority_offer"
    FULL_PRIORITY_DEPARTMENT = "full_priority_department"
    FULL_PRIORITY_CITY = "full_priority_city"
    FULL_LOTTERY_OFFER = "full_lottery_offer"
    FULL_LOTTERY_DEPARTMENT = "full_lottery_department"
    FULL_LOTTERY_CITY = "full_lottery_city"
    MAX_OUT = "max_out"
    RECIPROCITY_OUT = "reciprocity_out"
    RECIPROCITY_IN = "reciprocity_in"
    OPTIMUM_COUNT = "optimum_count"
    OPTIMUM_PROFILE = "optimum_profile"
    OPTIMUM_TIEBREAK = "optimum_tiebreak"


def obstacle(market: Market, applicant: Applicant, offer_id: str) -> Code | None:
    """Return the first rule that keeps this person from this offer, whoever else applies."""
    offer = market.offer_by_id.get(offer_id)
    if offer is None:
        return Code.UNKNOWN_OFFER
    if market.city_of(offer) == applicant.city:
        return Code.OWN_CITY
    if offer.occupations is not None and applicant.occupation not in offer.occupations:
        return Code.INELIGIBLE_OCCUPATION
    if not offer.years[0] <= applicant.year <= offer.years[1]:
        return Code.INELIGIBLE_YEAR
    if applicant.age < offer.min_age:
        return Code.INELIGIBLE_AGE
    if not offer.skills <= applicant.skills:
        return Code.INELIGIBLE_SKILL
    if clashing_weeks(applicant, offer.weeks):
        return Code.CLASH
    return None


def clashing_weeks(applicant: Applicant, weeks: tuple[int, int]) -> tuple[int, ...]:
    first, last = weeks
    return tuple(sorted(week for week in applicant.busy if first <= week <= last))
