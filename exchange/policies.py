"""Who may do what in the exchange: predicates read as sentences, permissions named once."""

from typing import Any

import rules
from django.utils import timezone

from people.models import Role, User
from people.policies import allow
from people.queries import cities_where, holds


@rules.predicate
def coordinates_the_alliance(user: User) -> bool:
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
def writes_for_the_department(user: User, offer: Any) -> bool:
    """The author, the supervisors named in the offer, and the training office of the host city."""
    named = user.pk in (offer.author_id, offer.supervisor_id, offer.deputy_id)
    return named or cities_where(user, Role.HR).filter(pk=offer.city_id).exists()


@rules.predicate
def works_in_office_of_the_offer(user: User, offer: Any) -> bool:
    return cities_where(user, Role.HR).filter(pk=offer.city_id).exists()


@rules.predicate
def wrote_the_offer(user: User, offer: Any) -> bool:
    """Whoever changed the version at hand counts as its author, too."""
    return user.pk in (offer.author_id, offer.changed_by_id)


@rules.predicate
def is_own_application(user: User, application: Any) -> bool:
    return bool(application.apprentice_id == user.pk)


@rules.predicate
def trains_the_applicant(user: User, application: Any) -> bool:
    return bool(application.apprentice.apprenticeship.trainer_id == user.pk)


@rules.predicate
def waited_too_long_for_the_trainer(user: User, application: Any) -> bool:
    return bool(timezone.localdate() > application.endorsement_due)


@rules.predicate
def endorsed_the_application(user: User, application: Any) -> bool:
    return bool(application.endorsed_by_id == user.pk)


@rules.predicate
def works_in_home_office(user: User, subject: Any) -> bool:
    """Of an application or a placement."""
    return cities_where(user, Role.HR).filter(pk=subject.home_city_id).exists()


@rules.predicate
def works_in_host_office(user: User, placement: Any) -> bool:
    return cities_where(user, Role.HR).filter(pk=placement.host_city_id).exists()


@rules.predicate
def confirmed_for_the_other_city(user: User, placement: Any) -> bool:
    """One human counts once, even with a role in both offices."""
    return user.pk in (placement.home_confirmed_by_id, placement.host_confirmed_by_id)


@rules.predicate
def is_own_placement(user: User, placement: Any) -> bool:
    return bool(placement.apprentice_id == user.pk)


@rules.predicate
def supervises_the_stay(user: User, placement: Any) -> bool:
    return user.pk in (placement.offer.supervisor_id, placement.offer.deputy_id)


allow("exchange.coordinate", coordinates_the_alliance, role=Role.COORDINATOR)
allow("exchange.assent_to_agreement", works_in_office_of_a_partner, role=Role.HR)
allow("exchange.create_offer", may_host, role=Role.SUPERVISOR)
allow("exchange.change_offer", writes_for_the_department, role=Role.SUPERVISOR)
allow("exchange.review_offer", works_in_office_of_the_offer & ~wrote_the_offer, role=Role.HR)
allow("exchange.pause_offer", writes_for_the_department, role=Role.SUPERVISOR)
allow("exchange.withdraw_offer", works_in_office_of_the_offer, role=Role.HR)
allow("exchange.apply", is_apprentice, role=Role.APPRENTICE)
allow("exchange.change_application", is_own_application, role=Role.APPRENTICE)
allow(
    "exchange.endorse_application",
    (trains_the_applicant | (works_in_home_office & waited_too_long_for_the_trainer)) & ~is_own_application,
    role=Role.TRAINER,
)
allow(
    "exchange.decide_application",
    works_in_home_office & ~is_own_application & ~endorsed_the_application,
    role=Role.HR,
)
allow(
    "exchange.confirm_for_home",
    works_in_home_office & ~is_own_placement & ~confirmed_for_the_other_city,
    role=Role.HR,
)
allow(
    "exchange.confirm_for_host",
    works_in_host_office & ~is_own_placement & ~confirmed_for_the_other_city,
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
