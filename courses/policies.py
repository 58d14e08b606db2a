"""Who may do what with courses."""

from typing import Any

import rules

from courses.states import STANDING
from people.models import Membership, Role, User
from people.policies import allow
from people.queries import cities_where, holds


@rules.predicate
def belongs_to_the_alliance(user: User) -> bool:
    return Membership.objects.current().filter(person_id=user.pk).exists()


@rules.predicate
def teaches(user: User) -> bool:
    return holds(user, Role.TRAINER, Role.HR)


@rules.predicate
def teaches_in_the_city(user: User, course: Any) -> bool:
    return cities_where(user, Role.TRAINER, Role.HR).filter(pk=course.city.pk).exists()


@rules.predicate
def is_enrolled(user: User, course: Any) -> bool:
    return course.enrollments.filter(person_id=user.pk, status__in=STANDING).exists()


@rules.predicate
def works_in_office_of_the_city(user: User, city: Any) -> bool:
    return cities_where(user, Role.HR).filter(pk=city.pk).exists()


@rules.predicate
def is_own_enrollment(user: User, enrollment: Any) -> bool:
    return bool(enrollment.person_id == user.pk)


@rules.predicate
def is_own_attempt(user: User, attempt: Any) -> bool:
    return bool(attempt.enrollment.person_id == user.pk)


allow("courses.enroll", belongs_to_the_alliance, role=Role.APPRENTICE)
allow("courses.read_lessons", is_enrolled | teaches_in_the_city, role=Role.TRAINER)
allow("courses.learn", is_own_enrollment, role=Role.APPRENTICE)
allow("courses.answer_test", is_own_attempt, role=Role.APPRENTICE)
allow("courses.see_teaching", teaches, role=Role.TRAINER)
allow("courses.publish", works_in_office_of_the_city, role=Role.HR)
