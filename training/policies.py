from typing import Any

import rules

from people.models import Role, User
from people.policies import allow
from people.queries import acts_as, cities_where, holds
from training.conflicts.rules import RULES, Whose
from training.states import AgreementOnAbsence


@rules.predicate
def supervises_the_station(user: User, station: Any) -> bool:
    return acts_as(user, Role.SUPERVISOR, station.supervisor_id, station.deputy_id)


@rules.predicate
def works_in_office_of_the_station(user: User, station: Any) -> bool:
    return cities_where(user, Role.HR).filter(pk=station.department.city_id).exists()


@rules.predicate
def is_own_station(user: User, station: Any) -> bool:
    return bool(station.apprentice_id == user.pk)


@rules.predicate
def trains_the_apprentice(user: User, station: Any) -> bool:
    return acts_as(user, Role.TRAINER, station.apprentice.apprenticeship.trainer_id)


hosts = (supervises_the_station | works_in_office_of_the_station) & ~is_own_station
allow("training.check_in", hosts, role=Role.SUPERVISOR)
allow("training.complete_station", hosts, role=Role.SUPERVISOR)
allow("training.write_note", is_own_station, role=Role.APPRENTICE)
allow("training.read_note", (supervises_the_station | trains_the_apprentice) & ~is_own_station, role=Role.SUPERVISOR)


@rules.predicate
def works_in_office_of_the_city(user: User, city: Any) -> bool:
    return cities_where(user, Role.HR).filter(pk=city.pk).exists()


@rules.predicate
def works_in_an_office(user: User) -> bool:
    return holds(user, Role.HR)


@rules.predicate
def is_somebody_else(user: User, proof: Any) -> bool:
    return bool(proof.person_id != user.pk)


@rules.predicate
def works_in_office_of_the_proof(user: User, proof: Any) -> bool:
    return cities_where(user, Role.HR).filter(pk=proof.city_id).exists()


allow("training.set_rule", works_in_office_of_the_city, role=Role.HR)
allow("training.keep_city_days", works_in_office_of_the_city, role=Role.HR)
allow("training.change_occupation", works_in_an_office, role=Role.HR)
allow("training.see_suitability", works_in_an_office, role=Role.HR)
allow("training.record_suitability", works_in_office_of_the_proof & is_somebody_else, role=Role.HR)


@rules.predicate
def works_in_office_of_the_class(user: User, calendar: Any) -> bool:
    return cities_where(user, Role.HR).filter(pk=calendar.city_id).exists()


allow("training.keep_classes", works_in_office_of_the_class, role=Role.HR)


@rules.predicate
def keeps_the_training(user: User, training: Any) -> bool:
    """The home trainer and the training office of the home city."""
    if training.trainer_id == user.pk or cities_where(user, Role.HR).filter(pk=training.city_id).exists():
        return True
    return acts_as(user, Role.TRAINER, training.trainer_id)


@rules.predicate
def is_own_training(user: User, training: Any) -> bool:
    return bool(training.person_id == user.pk)


@rules.predicate
def is_about_oneself(user: User, subject: Any) -> bool:
    """Of an agreed absence or an override."""
    return bool(subject.apprentice_id == user.pk)


@rules.predicate
def works_in_an_office_of_the_stay(user: User, subject: Any) -> bool:
    return cities_where(user, Role.HR).filter(pk__in=_both_cities(subject)).exists()


@rules.predicate
def works_in_the_office_that_was_asked(user: User, agreement: Any) -> bool:
    asked = _both_cities(agreement) - {agreement.proposing_city_id}
    return cities_where(user, Role.HR).filter(pk__in=asked).exists()


@rules.predicate
def works_in_the_office_that_asked(user: User, agreement: Any) -> bool:
    return cities_where(user, Role.HR).filter(pk=agreement.proposing_city_id).exists()


@rules.predicate
def is_agreed(user: User, agreement: Any) -> bool:
    return bool(agreement.status == AgreementOnAbsence.AGREED)


@rules.predicate
def proposed_it(user: User, agreement: Any) -> bool:
    return bool(agreement.proposed_by_id == user.pk)


@rules.predicate
def answers_for_the_rule(user: User, override: Any) -> bool:
    """By whose value counts: the office of the home city, of the host city, or of either."""
    home, host = override.apprentice.apprenticeship.city_id, override.host_city_id
    whose = RULES[override.code].whose if override.code in RULES else Whose.STRICTER
    cities = {Whose.HOME: [home], Whose.HOST: [host]}.get(whose, [home, host])
    return cities_where(user, Role.HR).filter(pk__in=cities).exists()


def _both_cities(subject: Any) -> set[int]:
    return {subject.apprentice.apprenticeship.city_id, subject.host_city_id}


allow("training.keep_absences", keeps_the_training & ~is_own_training, role=Role.HR)
allow("training.propose_absence", works_in_an_office_of_the_stay & ~is_about_oneself, role=Role.HR)
allow(
    "training.decide_absence",
    works_in_the_office_that_was_asked & ~proposed_it & ~is_about_oneself,
    role=Role.HR,
)
allow(
    "training.withdraw_absence",
    (works_in_the_office_that_asked | (works_in_an_office_of_the_stay & is_agreed)) & ~is_about_oneself,
    role=Role.HR,
)
allow("training.override_warning", answers_for_the_rule & ~is_about_oneself, role=Role.HR)
