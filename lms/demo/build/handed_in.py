"""What learners handed in and trainers look at: answers in their own words, a short memo, a question put right."""

from datetime import date, timedelta
from typing import Any

from courses.models import AssignmentPage, Attempt, CoursePage, Enrollment, LessonPage, TestPage
from courses.services.assessing import assessment, assignments, marking
from courses.services.completing import progress
from courses.services.enrolling import enrollments
from courses.services.writing.structure import add_part
from lms.demo.build.clock import at, monday_of_this_week, workday
from lms.demo.build.people import People
from lms.demo.content.handed_in import ANSWERS, ASSIGNMENT, FEEDBACK, MEMOS, PRACTICE, TOLD_AGAIN
from people.models import Role, User
from questions.models import Question
from questions.services.bank import Place, revise_question

DAY = timedelta(days=1)
KIND_OF_PRACTICE = ("matching", "short_text", "free_text")


def build_handed_in(courses: dict[str, CoursePage], people: People) -> None:
    """In a course of Nürnberg: some work is done with, some waits for Barbara."""
    course, trainer = courses["digitale-akte"], people.of_role(Role.TRAINER, "nuernberg")[0]
    office = people.of_role(Role.HR, "nuernberg")[0]
    monday = monday_of_this_week()
    with at(workday(monday - 40 * DAY)):
        practice, memo = _add_parts(course, trainer, office)
    learners = people.crowd["nuernberg"][: len(ANSWERS)]
    for number, (person, told) in enumerate(zip(learners, ANSWERS, strict=False)):
        day = workday(monday - (20 - 2 * number) * DAY)
        enrollment = _learn(person, course, day, slips=number % 4)
        attempt = _practise(enrollment, practice, told, day)
        if number < 2:
            _mark(attempt, trainer, workday(day, 2), generous=number == 0)
    _memos(course, memo, learners, trainer, monday)
    with at(workday(monday - 3 * DAY)):
        _accept_another_word(trainer)


def _add_parts(course: CoursePage, trainer: User, office: User) -> tuple[TestPage, AssignmentPage]:
    practice: Any = add_part(course, "test", PRACTICE["title"], actor=trainer)
    practice.intro, practice.pass_mark, practice.shuffle = PRACTICE["intro"], 60, False
    practice.questions = [{"type": "bank", "value": {"question": pk, "lesson": None}} for pk in _bank()]
    memo: Any = add_part(course, "assignment", ASSIGNMENT["title"], actor=trainer)
    memo.body = [{"type": "text", "value": ASSIGNMENT["text"]}]
    memo.criteria, memo.minutes = ASSIGNMENT["criteria"], 20
    for page in (practice, memo):
        page.save_revision(user=office).publish(user=office)
        page.refresh_from_db()
    return practice, memo


def _bank() -> list[int]:
    """The questions of the category on files, the one in own words last."""
    found = Question.objects.filter(city__slug="nuernberg", category__name="Akten und Schriftgut")
    by_kind = dict(found.values_list("kind", "pk"))
    return [by_kind[kind] for kind in KIND_OF_PRACTICE]


def _learn(person: User, course: CoursePage, day: date, *, slips: int) -> Enrollment:
    """All lessons and the final test, with a mistake in every so many questions."""
    with at(day):
        enrollment = enrollments.enroll(course, actor=person)
        for lesson in LessonPage.objects.child_of(course).live().order_by("path"):
            progress.mark_lesson_done(enrollment, lesson, actor=person)
        test = TestPage.objects.child_of(course).live().order_by("path")[0]
        attempt = assessment.start_attempt(enrollment, test, actor=person)
        keys = sorted(question["key"] for question in attempt.questions)
        wrong = {key for at_, key in enumerate(keys) if at_ % 6 < slips}
        answers = {one["key"]: _picked(one, right=one["key"] not in wrong) for one in attempt.questions}
        assessment.submit_attempt(attempt, answers, actor=person)
    return Enrollment.objects.get(pk=enrollment.pk)


def _picked(question: dict[str, Any], *, right: bool) -> list[str]:
    fitting = [choice["key"] for choice in question["choices"] if choice["right"] == right]
    return fitting if right else fitting[:1]


def _practise(enrollment: Enrollment, practice: TestPage, told: dict[str, str], day: date) -> Attempt:
    with at(workday(day, 1)):
        attempt = assessment.start_attempt(enrollment, practice, actor=enrollment.person)
        answers: dict[str, Any] = {}
        for question in attempt.questions:
            if question["kind"] == "matching":
                answers[question["key"]] = {pair["key"]: pair["right_key"] for pair in question["pairs"]}
            else:
                answers[question["key"]] = told[question["kind"]]
        return assessment.submit_attempt(attempt, answers, actor=enrollment.person)


def _mark(attempt: Attempt, trainer: User, day: date, *, generous: bool) -> None:
    question = next(one for one in attempt.questions if one["kind"] == "free_text")
    points = {one["key"]: one["points"] - (0 if generous else 1) for one in question["rubric"]}
    with at(day):
        marking.mark_answer(attempt, question["key"], marking.Given(points, TOLD_AGAIN[not generous]), actor=trainer)


def _memos(course: CoursePage, memo: AssignmentPage, learners: list[User], trainer: User, monday: date) -> None:
    """One is accepted, one came back, one waits."""
    for number, (person, text) in enumerate(zip(learners, MEMOS, strict=False)):
        enrollment = Enrollment.objects.get(person=person, course=course)
        with at(workday(monday - (12 - 3 * number) * DAY)):
            work = assignments.hand_in(enrollment, memo, text=text, actor=person)
        if number < 2:
            with at(workday(monday - (11 - 3 * number) * DAY)):
                decide = (assignments.accept, assignments.give_back)[number]
                decide(work, feedback=FEEDBACK[number], actor=trainer)


def _accept_another_word(trainer: User) -> None:
    """An abbreviation that everybody uses was marked as wrong."""
    question = Question.objects.get(city__slug="nuernberg", category__name="Akten und Schriftgut", kind="short_text")
    place = Place(question.category, question.difficulty, question.tags.names(), question.is_shared)
    wider = question.definition | {"accepted": [*question.definition["accepted"], "AZ", "GZ"]}
    revise_question(question, place, wider, seen=question.number, change="AZ und GZ gelten auch", actor=trainer)
