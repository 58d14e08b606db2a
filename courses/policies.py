"""Who may do what with courses."""

from typing import Any

import rules

from courses.models import CityShelfPage, CoAuthor, city_of, course_of, courses_read_by
from courses.states import STANDING
from people.models import Membership, Role, User
from people.policies import allow
from people.queries import cities_taught, cities_where, holds


@rules.predicate
def belongs_to_the_alliance(user: User) -> bool:
    return Membership.objects.current().filter(person_id=user.pk).exists()


@rules.predicate
def teaches(user: User) -> bool:
    return holds(user, Role.TRAINER, Role.HR)


@rules.predicate
def teaches_in_the_city(user: User, page: Any) -> bool:
    """`page` is the shelf of a city, or stands on it: a course, an addition."""
    shelf = page.path if isinstance(page, CityShelfPage) else page.path[: -page.steplen]
    return cities_where(user, Role.TRAINER, Role.HR).filter(shelf__path=shelf).exists()


@rules.predicate
def writes_along(user: User, course: Any) -> bool:
    """Invited by the city that owns the course, for as long as one is a trainer."""
    return CoAuthor.objects.filter(course_id=course.pk, person_id=user.pk).exists() and holds(user, Role.TRAINER)


@rules.predicate
def invited_them(user: User, co_author: Any) -> bool:
    """As one of those who look after the course."""
    return bool(teaches_in_the_city(user, co_author.course))


@rules.predicate
def is_co_author(user: User, co_author: Any) -> bool:
    return bool(co_author.person_id == user.pk)


@rules.predicate
def is_enrolled(user: User, course: Any) -> bool:
    return course.enrollments.filter(person_id=user.pk, status__in=STANDING).exists()


@rules.predicate
def teaches_them(user: User, person: Any) -> bool:
    """An apprentice of a city in which one is a trainer or in the training office."""
    cities = cities_where(user, Role.TRAINER, Role.HR)
    return Membership.objects.current().filter(person_id=person.pk, role=Role.APPRENTICE, city__in=cities).exists()


@rules.predicate
def organises(user: User, run: Any) -> bool:
    return cities_where(user, Role.TRAINER, Role.HR).filter(pk=run.city_id).exists()


@rules.predicate
def teaches_for(user: User, city: Any) -> bool:
    return cities_where(user, Role.TRAINER, Role.HR).filter(pk=city.pk).exists()


@rules.predicate
def works_in_office_of_the_city(user: User, city: Any) -> bool:
    return cities_where(user, Role.HR).filter(pk=city.pk).exists()


@rules.predicate
def reads_for_a_partner_city(user: User, page: Any) -> bool:
    course = course_of(page)
    return course is not None and courses_read_by(user).filter(pk=course.pk).exists()


@rules.predicate
def releases_for_the_city(user: User, page: Any) -> bool:
    return works_in_office_of_the_city(user, city_of(page))


@rules.predicate
def works_in_an_office(user: User) -> bool:
    return holds(user, Role.HR)


@rules.predicate
def is_own_enrollment(user: User, enrollment: Any) -> bool:
    return bool(enrollment.person_id == user.pk)


@rules.predicate
def is_own_attempt(user: User, attempt: Any) -> bool:
    return bool(attempt.enrollment.person_id == user.pk)


@rules.predicate
def trains_for_the_course(user: User, course: Any) -> bool:
    """Trainers; the training office reads no answers while the city has any."""
    shelf = course.path[: -course.steplen]
    return cities_taught(user).filter(shelf__path=shelf).exists() or bool(writes_along(user, course))


@rules.predicate
def trains_for_its_course(user: User, work: Any) -> bool:
    """`work` is an attempt at a test, or what was handed in for an assignment."""
    return bool(trains_for_the_course(user, work.enrollment.course))


@rules.predicate
def is_own_work(user: User, work: Any) -> bool:
    return bool(work.enrollment.person_id == user.pk)


@rules.predicate
def trains_this_learner(user: User, enrollment: Any) -> bool:
    """As a trainer of the course, or of the city that organises the run."""
    in_run = enrollment.run is not None and cities_taught(user).filter(pk=enrollment.run.city_id).exists()
    return in_run or bool(trains_for_the_course(user, enrollment.course))


@rules.predicate
def trains(user: User) -> bool:
    return cities_taught(user).exists()


@rules.predicate
def is_theirs(user: User, record: Any) -> bool:
    """What somebody wrote beside a lesson: a note, a question, an answer."""
    return bool(record.person_id == user.pk)


@rules.predicate
def looks_after_the_course_of(user: User, record: Any) -> bool:
    """`record` is a question about a lesson, or an answer to one."""
    course = record.question.course if hasattr(record, "question") else record.course
    return bool(teaches_in_the_city(user, course) or writes_along(user, course))


allow("courses.enroll", belongs_to_the_alliance, role=Role.APPRENTICE)
allow("courses.enroll_others", teaches_them, role=Role.TRAINER)
allow("courses.plan_runs", teaches_for, role=Role.TRAINER)
allow("courses.organise_run", organises, role=Role.TRAINER)
allow("courses.read_lessons", teaches_in_the_city | is_enrolled | writes_along, role=Role.TRAINER)
allow("courses.learn", is_own_enrollment, role=Role.APPRENTICE)
allow("courses.answer_test", is_own_attempt, role=Role.APPRENTICE)
allow("courses.see_teaching", teaches, role=Role.TRAINER)
allow("courses.begin", teaches_in_the_city, role=Role.TRAINER)
allow("courses.edit", teaches_in_the_city | writes_along, role=Role.TRAINER)
allow("courses.invite", teaches_in_the_city, role=Role.TRAINER)
allow("courses.end_co_authorship", invited_them | is_co_author, role=Role.TRAINER)
allow("courses.publish", works_in_office_of_the_city, role=Role.HR)
allow("courses.adapt", teaches_for, role=Role.TRAINER)
allow("courses.annex", teaches_for, role=Role.TRAINER)
allow("courses.recommend", reads_for_a_partner_city, role=Role.TRAINER)
allow("courses.release", releases_for_the_city, role=Role.HR)
allow("courses.see_marking", trains, role=Role.TRAINER)
allow("courses.mark", trains_for_its_course & ~is_own_work, role=Role.TRAINER)
allow("courses.regrade", trains_for_the_course, role=Role.TRAINER)
allow("courses.confirm", trains_this_learner & ~is_own_enrollment, role=Role.TRAINER)
allow("courses.take_notes", is_enrolled, role=Role.APPRENTICE)
allow("courses.remove_note", is_theirs, role=Role.APPRENTICE)
allow("courses.ask", is_enrolled, role=Role.APPRENTICE)
allow("courses.answer_question", is_enrolled | teaches_in_the_city | writes_along, role=Role.TRAINER)
allow("courses.remove_said", is_theirs | looks_after_the_course_of, role=Role.TRAINER)
allow("courses.see_extra_times", works_in_an_office, role=Role.HR)
allow("courses.grant_extra_time", works_in_office_of_the_city, role=Role.HR)
