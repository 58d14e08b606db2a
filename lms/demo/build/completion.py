"""A course with a rule of its own: five lessons, the test, and a trainer who has seen it done."""

from datetime import timedelta

from courses.forms.completion import SOME, key_of, tree_of
from courses.models import Admission, CoursePage, LessonPage, Source, TestPage
from courses.rule_tree import Tree
from courses.services.completing import progress
from courses.services.completing.confirmations import confirm
from courses.services.completing.prerequisites import require_before
from courses.services.completing.rules import change_rule
from courses.services.enrolling import enrollments, runs
from lms.demo.build.clock import at, monday_of_this_week, workday
from lms.demo.build.learning import learn
from lms.demo.build.people import People
from lms.demo.build.places import Places
from people.models import Role

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
SEEN = "hat einen Vorgang selbst angelegt und wiedergefunden"
PEOPLE = 14


def build_completion(courses: dict[str, CoursePage], places: Places, people: People) -> None:
    """Barbara's group is on the way; Mina waits for her word, one has it already."""
    course, monday = courses["digitale-akte"], monday_of_this_week()
    barbara = people.of_role(Role.TRAINER, "nuernberg")[0]
    with at(workday(monday - 20 * WEEK)):
        change_rule(course, rule_of_files(course), 36, actor=barbara)
        require_before(course, courses["datenschutz-im-amt"], actor=barbara)
    with at(workday(monday - 4 * WEEK)):
        run = runs.create_run(
            course, places.cities["nuernberg"], actor=barbara, name="Akten im Herbst", starts_on=monday - 3 * WEEK,
            ends_on=monday + 4 * WEEK, enroll_until=monday + WEEK, admission=Admission.OPEN,
        )  # fmt: skip
    lessons = LessonPage.objects.child_of(course).live().order_by("path")
    for number, person in enumerate(people.crowd["nuernberg"][:PEOPLE]):
        with at(workday(monday - 3 * WEEK)):
            enrollment = enrollments.enroll_person(course, person, actor=barbara, source=Source.COHORT, run=run)
            for lesson in lessons[: number % 7]:
                progress.mark_lesson_done(enrollment, lesson, actor=person)
    for number, name in enumerate(["Lena Dummy-Daten", "Mina Musterfrau"]):
        with at(workday(monday - 3 * WEEK)):
            enrollments.enroll_person(course, people[name], actor=barbara, source=Source.COHORT, run=run)
        enrollment = learn(people[name], course, monday - (14 - number) * DAY, lessons=5, right=True)
        if number == 0:
            with at(workday(monday - 3 * DAY)):
                confirm(enrollment, key_of(SEEN), actor=barbara)


def rule_of_files(course: CoursePage) -> Tree:
    """As somebody fills it in: the first five lessons and the final test."""
    lessons = LessonPage.objects.child_of(course).live().order_by("path")[:5]
    test = TestPage.objects.child_of(course).live().order_by("path")[0]
    parts = [*(f"lesson-{lesson.pk}" for lesson in lessons), f"test-{test.pk}"]
    return tree_of({
        "which": SOME, "parts": parts, "how_many": None, "tests": False, "sessions": None, "confirmation": SEEN,
    })  # fmt: skip
