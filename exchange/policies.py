"""Who may do what in the exchange: predicates read as sentences, permissions named once."""

from typing import Any

import rules
from django.utils import timezone

from lms.core import journal
from people.models import Role, User
from people.policies import allow
from people.queries import acts_as, cities_where, holds, may_sign_second, own_cities_where

JUDGING = "exchange.verdict.find_unsuitable"
WRITING = ("exchange.offer.create", "exchange.offer.change", "exchange.offer.submit")


@rules.predicate
def coordinates_the_alliance(user: User) -> bool:
    return holds(user, Role.COORDINATOR)


@rules.predicate
def coordinates_the_round(user: User, round_: Any) -> bool:
    return holds(user, Role.COORDINATOR)


@rules.predicate
def is_apprentice(user: User) -> bool:
    return holds(user, Role.APPRENTICE)


@rules.predicate
def may_host(user: User) -> bool:
    return holds(user, Role.SUPERVISOR, Role.HR)


@rules.predicate
def works_in_office_of_a_partner(user: User, agreement: Any) -> bool:
    return agreement.cities.filter(pk__in=cities_where(user, Role.HR)).exists()


@rules.predicate
def works_in_office_of_the_round(user: User, round_: Any) -> bool:
    return round_.agreement.cities.filter(pk__in=cities_where(user, Role.HR)).exists()


@rules.predicate
def writes_for_the_department(user: User, offer: Any) -> bool:
    """The author, the supervisors named in the offer, and the training office of the host city."""
    named = (offer.author_id, offer.supervisor_id, offer.deputy_id)
    if user.pk in named or cities_where(user, Role.HR).filter(pk=offer.city_id).exists():
        return True
    return acts_as(user, Role.SUPERVISOR, *named)


@rules.predicate
def works_in_office_of_the_offer(user: User, offer: Any) -> bool:
    return cities_where(user, Role.HR).filter(pk=offer.city_id).exists()


@rules.predicate
def reviews_as_somebody_else(user: User, offer: Any) -> bool:
    """In the office of the city, and no author: whoever changed the version at hand counts as one, and so does
    everybody in whose place it was written."""
    wrote = [offer.author_id, offer.changed_by_id]
    if not may_sign_second(user, Role.HR, offer.city_id, wrote):
        return False
    absent = journal.on_behalf_of(offer, *WRITING).values()
    return not absent or may_sign_second(user, Role.HR, offer.city_id, [*wrote, *absent])


@rules.predicate
def asked_for_the_seats(user: User, offer: Any) -> bool:
    return bool(offer.seats_asked_by_id == user.pk)


@rules.predicate
def asked_for_the_withdrawal(user: User, offer: Any) -> bool:
    return bool(offer.withdrawal_asked_by_id == user.pk)


@rules.predicate
def is_signed_in(user: User) -> bool:
    return bool(user.is_authenticated)


@rules.predicate
def is_own_subscription(user: User, subscription: Any) -> bool:
    return bool(subscription.person_id == user.pk)


@rules.predicate
def is_own_application(user: User, application: Any) -> bool:
    return bool(application.apprentice_id == user.pk)


@rules.predicate
def trains_the_applicant(user: User, application: Any) -> bool:
    return acts_as(user, Role.TRAINER, application.apprentice.apprenticeship.trainer_id)


@rules.predicate
def waited_too_long_for_the_trainer(user: User, application: Any) -> bool:
    return bool(timezone.localdate() > application.endorsement_due)


@rules.predicate
def works_in_home_office_themselves(user: User, application: Any) -> bool:
    """Whoever only stands in for the office does not stand in for a trainer on top of that."""
    return own_cities_where(user, Role.HR).filter(pk=application.home_city_id).exists()


@rules.predicate
def releases_as_somebody_else(user: User, application: Any) -> bool:
    """In the home office, and neither the trainer, nor who endorsed, nor only standing in for one of them."""
    first = (application.endorsed_by_id, application.apprentice.apprenticeship.trainer_id)
    return may_sign_second(user, Role.HR, application.home_city_id, first)


@rules.predicate
def works_in_home_office(user: User, subject: Any) -> bool:
    """Of an application or a placement."""
    return cities_where(user, Role.HR).filter(pk=subject.home_city_id).exists()


@rules.predicate
def works_in_host_office(user: User, placement: Any) -> bool:
    return cities_where(user, Role.HR).filter(pk=placement.host_city_id).exists()


@rules.predicate
def confirms_for_home_as_somebody_else(user: User, placement: Any) -> bool:
    """One human counts once, even with a role in both offices; who only stands in for them is no second one."""
    return may_sign_second(user, Role.HR, placement.home_city_id, _confirmed_by(placement))


@rules.predicate
def confirms_for_host_as_somebody_else(user: User, placement: Any) -> bool:
    return may_sign_second(user, Role.HR, placement.host_city_id, _confirmed_by(placement))


def _confirmed_by(placement: Any) -> list[int | None]:
    """Who has confirmed, and in whose place they did."""
    signed = [placement.home_confirmed_by_id, placement.host_confirmed_by_id]
    return [*signed, *journal.on_behalf_of(placement, "exchange.placement.confirm").values()] if any(signed) else []


@rules.predicate
def is_own_placement(user: User, placement: Any) -> bool:
    return bool(placement.apprentice_id == user.pk)


@rules.predicate
def works_in_a_home_office_of_the_swap(user: User, swap: Any) -> bool:
    return cities_where(user, Role.HR).filter(pk__in=[place.home_city_id for place in swap.places]).exists()


@rules.predicate
def works_in_an_office_of_the_swap(user: User, swap: Any) -> bool:
    return cities_where(user, Role.HR).filter(pk__in=[city.pk for city in swap.cities]).exists()


@rules.predicate
def is_about_own_place(user: User, swap: Any) -> bool:
    return any(place.apprentice_id == user.pk for place in swap.places)


@rules.predicate
def confirms_the_swap_as_somebody_else(user: User, confirmation: Any) -> bool:
    """For one city: one human counts once, and so does everybody in whose place somebody confirmed for another."""
    swap = confirmation.swap
    signed = [one.person_id for one in swap.confirmations.all()]
    if signed:
        signed += journal.on_behalf_of(swap, "exchange.swap.confirm").values()
    return may_sign_second(user, Role.HR, confirmation.city_id, signed) and not is_about_own_place(user, swap)


@rules.predicate
def supervises_the_stay(user: User, placement: Any) -> bool:
    return acts_as(user, Role.SUPERVISOR, placement.offer.supervisor_id, placement.offer.deputy_id)


@rules.predicate
def took_the_decision(user: User, decision: Any) -> bool:
    return bool(decision.by_id == user.pk)


@rules.predicate
def was_asked(user: User, inquiry: Any) -> bool:
    return bool(inquiry.asked_id == user.pk)


@rules.predicate
def hosts_at_the_offer(user: User, offer: Any) -> bool:
    return acts_as(user, Role.SUPERVISOR, offer.supervisor_id, offer.deputy_id)


@rules.predicate
def countersigns_as_somebody_else(user: User, verdict: Any) -> bool:
    """In the office of the host city, and neither who judged, nor in whose place, nor only standing in for them."""
    first = [verdict.judged_by_id]
    if not may_sign_second(user, Role.HR, verdict.offer.city_id, first):
        return False
    away = journal.on_behalf_of(verdict, JUDGING).get((JUDGING, verdict.judged_by_id))
    return away is None or may_sign_second(user, Role.HR, verdict.offer.city_id, [*first, away])


@rules.predicate
def is_the_candidate(user: User, verdict: Any) -> bool:
    return bool(verdict.application.apprentice_id == user.pk)


allow("exchange.coordinate", coordinates_the_alliance, role=Role.COORDINATOR)
allow("exchange.assent_to_agreement", works_in_office_of_a_partner, role=Role.HR)
allow("exchange.assent_to_round", works_in_office_of_the_round, role=Role.HR)
allow("exchange.vote_on_round", works_in_office_of_the_round, role=Role.HR)
allow("exchange.see_clearing", works_in_office_of_the_round | coordinates_the_round, role=Role.HR)
allow("exchange.note_clearing_wishes", is_own_application | works_in_home_office, role=Role.APPRENTICE)
allow("exchange.propose_in_clearing", works_in_home_office & ~is_own_application, role=Role.HR)
allow("exchange.wish_to_swap", is_own_placement, role=Role.APPRENTICE)
allow("exchange.propose_swap", works_in_a_home_office_of_the_swap & ~is_about_own_place, role=Role.HR)
allow("exchange.confirm_swap", confirms_the_swap_as_somebody_else, role=Role.HR)
allow("exchange.refuse_swap", works_in_an_office_of_the_swap & ~is_about_own_place, role=Role.HR)
allow("exchange.create_offer", may_host, role=Role.SUPERVISOR)
allow("exchange.change_offer", writes_for_the_department, role=Role.SUPERVISOR)
allow("exchange.review_offer", reviews_as_somebody_else, role=Role.HR)
allow("exchange.pause_offer", writes_for_the_department, role=Role.SUPERVISOR)
allow("exchange.withdraw_offer", works_in_office_of_the_offer, role=Role.HR)
allow("exchange.agree_to_withdrawal", coordinates_the_alliance & ~asked_for_the_withdrawal, role=Role.COORDINATOR)
allow("exchange.ask_seats", writes_for_the_department, role=Role.SUPERVISOR)
allow("exchange.decide_seats", works_in_office_of_the_offer & ~asked_for_the_seats, role=Role.HR)
allow("exchange.subscribe", is_signed_in, role=Role.APPRENTICE)
allow("exchange.end_subscription", is_own_subscription, role=Role.APPRENTICE)
allow("exchange.judge_candidates", hosts_at_the_offer, role=Role.SUPERVISOR)
allow("exchange.countersign_verdict", countersigns_as_somebody_else & ~is_the_candidate, role=Role.HR)
allow("exchange.apply", is_apprentice, role=Role.APPRENTICE)
allow("exchange.change_application", is_own_application, role=Role.APPRENTICE)
allow("exchange.record_guardian", works_in_home_office & ~is_own_application, role=Role.HR)
allow(
    "exchange.endorse_application",
    (trains_the_applicant | (waited_too_long_for_the_trainer & works_in_home_office_themselves)) & ~is_own_application,
    role=Role.TRAINER,
)
allow(
    "exchange.decide_application",
    releases_as_somebody_else & ~is_own_application,
    role=Role.HR,
)
allow(
    "exchange.confirm_for_home",
    confirms_for_home_as_somebody_else & ~is_own_placement,
    role=Role.HR,
)
allow(
    "exchange.confirm_for_host",
    confirms_for_host_as_somebody_else & ~is_own_placement,
    role=Role.HR,
)
allow("exchange.refuse_placement", (works_in_home_office | works_in_host_office) & ~is_own_placement, role=Role.HR)
allow("exchange.answer_placement", is_own_placement, role=Role.APPRENTICE)
allow(
    "exchange.complete_placement",
    (supervises_the_stay | works_in_host_office) & ~is_own_placement,
    role=Role.SUPERVISOR,
)
allow("exchange.plan_stations", works_in_host_office | supervises_the_stay, role=Role.HR)
allow("exchange.issue_record", works_in_home_office & ~is_own_placement, role=Role.HR)
allow("exchange.end_placement", (works_in_home_office | works_in_host_office) & ~is_own_placement, role=Role.HR)
allow("exchange.undo_decision", took_the_decision, role=Role.HR)
allow("exchange.answer_inquiry", was_asked, role=Role.TRAINER)
