"""Courses of the three cities, and how far people have come in them."""

from datetime import date, timedelta
from pathlib import Path

from courses.models import CoursePage, Enrollment, LessonPage, TestPage
from courses.services.assessing import assessment
from courses.services.completing import progress
from courses.services.enrolling import enrollments
from courses.services.writing import authoring
from lms.demo import content
from lms.demo.build.clock import at, monday_of_this_week, workday
from lms.demo.build.people import People
from lms.demo.build.places import Places
from people.models import Role, User

FILES = Path(content.__file__).parent
DAY = timedelta(days=1)


def build_courses(places: Places, people: People) -> dict[str, CoursePage]:
    with at(monday_of_this_week() - timedelta(weeks=60)):
        for city in places.cities.values():
            authoring.set_up_shelf(city)
        return {
            spec["slug"]: authoring.create_course(spec, actor=people.of_role(Role.HR, spec["city"])[0], files=FILES)
            for spec in content.COURSES
        }


def build_learning(courses: dict[str, CoursePage], people: People) -> None:
    """Some have finished, some are on the way, some have failed a test once."""
    monday = monday_of_this_week()
    exchange, privacy, writing, accessible = (courses[slug] for slug in (
        "fit-fuer-den-austausch", "datenschutz-im-amt", "verstaendlich-schreiben", "barrierefreie-dokumente"))  # fmt: skip
    learn(people["Mina Musterfrau"], exchange, monday - 9 * DAY, lessons=4)
    learn(people["Mina Musterfrau"], privacy, monday - 40 * DAY, lessons=99, right=True, slips=3)
    learn(people["Mina Musterfrau"], writing, monday - 2 * DAY, lessons=1)
    learn(people["Kilian Beispiel"], exchange, monday - 60 * DAY, lessons=99, right=True)
    learn(people["Kilian Beispiel"], accessible, monday - 5 * DAY, lessons=2)
    learn(people["Emil Erfunden"], exchange, monday - 330 * DAY, lessons=99, right=True)
    learn(people["Zoe Platzhalter"], writing, monday - 12 * DAY, lessons=99, right=False)
    learn(people["Lena Dummy-Daten"], exchange, monday - 20 * DAY, lessons=99, right=True)
    learn(people["Jonas Probelauf"], exchange, monday - 50 * DAY, lessons=99, right=True)
    for number, person in enumerate(people.crowd["nuernberg"] + people.crowd["augsburg"]):
        if number % 3 == 0:
            learn(person, (exchange, privacy, writing, accessible)[number % 4], monday - 30 * DAY, lessons=number % 6)


def learn(
    person: User, course: CoursePage, day: date, *, lessons: int, right: bool | None = None, slips: int = 0
) -> Enrollment:
    """Enroll, do lessons in order, and take the test: passed (right), failed (not right) or not yet (None).

    `slips` of the questions are answered wrongly all the same.
    """
    day = workday(day)
    with at(day):
        enrollment = enrollments.enroll(course, actor=person)
        for lesson in LessonPage.objects.child_of(course).live().order_by("path")[:lessons]:
            progress.mark_lesson_done(enrollment, lesson, actor=person)
    test = TestPage.objects.child_of(course).live().first()
    if test and right is not None:
        with at(workday(day, 3)):
            attempt = assessment.start_attempt(enrollment, test, actor=person)
            answers = {
                question["key"]: [
                    choice["key"]
                    for choice in question["choices"]
                    if choice["right"] == (number >= slips and (right or number % 2 == 0))
                ]
                for number, question in enumerate(attempt.questions)
            }
            assessment.submit_attempt(attempt, answers, actor=person)
    return enrollment
