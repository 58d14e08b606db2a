"""Whom one enrolls together: apprentices of a city, by occupation and year of training."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from courses.models import CoursePage, CourseRun, Enrollment
from courses.queries.enrolling.runs import ASKED
from courses.states import STANDING
from learning.groups import Group
from learning.queries.duties import in_training
from people.models import City, Occupation, Role, User
from people.queries import cities_where, people_with


@dataclass(frozen=True)
class Candidate:
    """Somebody of a cohort, and why they need not be enrolled (empty if they will be)."""

    person: User
    already: str


def cohort(
    city: City, occupation: Occupation | None, year: int | None, day: date, group: Group | None = None
) -> list[User]:
    """The apprentices of a city who are in training on a day; of one occupation, of one year, of a group."""
    members = None if group is None else set(group.members.values_list("pk", flat=True))
    return [
        one.person
        for one in in_training(city.pk, day)
        if (occupation is None or one.occupation_id == occupation.pk)
        and (year is None or one.year_on(day) == year)
        and (members is None or one.person_id in members)
    ]


def candidates(course: CoursePage, people: list[User]) -> list[Candidate]:
    """With what each already has of the course; one query."""
    known = statuses(course, people)
    words = {status: _("takes the course already") for status in STANDING}
    words |= {status: _("has asked for a seat") for status in ASKED}
    return [Candidate(person, words.get(known.get(person.pk, ""), "")) for person in people]  # type: ignore[call-overload]


def statuses(course: CoursePage, people: list[User]) -> dict[int, str]:
    """The status of each in a course, by person."""
    found = Enrollment.objects.filter(course=course, person__in=people)
    return dict(found.values_list("person_id", "status"))


def own_apprentices(user: User) -> QuerySet[User]:
    """The apprentices of the cities in which somebody teaches."""
    cities = cities_where(user, Role.TRAINER, Role.HR)
    return people_with(Role.APPRENTICE).filter(
        pk__in=User.objects.filter(memberships__city__in=cities, memberships__role=Role.APPRENTICE).values("pk")
    )


def runs_to_fill(course: CoursePage, user: User, today: date) -> QuerySet[CourseRun]:
    """The runs of a course into which somebody can enroll people of their city."""
    cities = cities_where(user, Role.TRAINER, Role.HR)
    runs: QuerySet[CourseRun] = CourseRun.objects.filter(
        Q(city__in=cities) | Q(is_for_all_cities=True), course=course, is_cancelled=False, ends_on__gte=today
    )
    return runs.select_related("city").order_by("starts_on", "pk")
