"""What learners see of their own attempts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from django.db.models import QuerySet

from courses import grading
from courses.corrections import in_effect
from courses.models import Attempt, Enrollment, Feedback, LessonPage, Mark, TestPage
from courses.queries.assessing.attempts import closes_for_tries, may_begin_at
from courses.states import AttemptStatus
from questions.kinds import kind_of


@dataclass(frozen=True)
class Standing:
    """How somebody stands with a test."""

    test: TestPage
    attempts: Sequence[Attempt]

    @property
    def running(self) -> Attempt | None:
        return next((attempt for attempt in self.attempts if attempt.is_open), None)

    @property
    def passed(self) -> bool:
        return any(attempt.passed for attempt in self.attempts)

    @property
    def marking(self) -> Attempt | None:
        return next((attempt for attempt in self.attempts if attempt.status == AttemptStatus.MARKING), None)

    @property
    def submitted(self) -> list[Attempt]:
        return [attempt for attempt in self.attempts if not attempt.is_open]

    @property
    def left(self) -> int:
        return max(self.test.max_attempts - len(self.attempts), 0)

    @property
    def may_try(self) -> bool:
        """Perhaps not at once: after the waiting time, or once the last attempt is marked."""
        return not self.passed and (self.left > 0 or self.running is not None)

    def waits_until(self, now: datetime) -> datetime | None:
        moment = may_begin_at(self.test, self.attempts)
        return moment if moment and moment > now else None

    def is_closed(self, day: date) -> bool:
        return closes_for_tries(self.test, day)


def standing_of(test: TestPage, enrollment: Enrollment | None) -> Standing:
    return Standing(test, list(_attempts(test, enrollment)) if enrollment else [])


def _attempts(test: TestPage, enrollment: Enrollment) -> QuerySet[Attempt]:
    """Those of this time: whoever proves a course anew has all attempts again."""
    return Attempt.objects.filter(enrollment=enrollment, cycle=enrollment.cycle, test=test).order_by("number")


def reveals(attempt: Attempt, standing: Standing, day: date, *, may_try: bool) -> bool:
    """Whether right answers and explanations may be shown: never to somebody who is answering the test right now."""
    test = standing.test
    if attempt.status != AttemptStatus.SUBMITTED or standing.running:
        return False
    if test.feedback == Feedback.AFTER_ATTEMPT:
        return True
    if test.feedback == Feedback.AFTER_LAST:
        return not may_try
    return test.feedback == Feedback.AFTER_CLOSE and closes_for_tries(test, day)


def gives_verdicts(attempt: Attempt, revealed: bool) -> bool:
    """Whether it is said of each question how well it was answered."""
    told = attempt.test.feedback in (Feedback.AFTER_ATTEMPT, Feedback.AFTER_LAST)
    return attempt.status == AttemptStatus.SUBMITTED and (revealed or told)


@dataclass(frozen=True)
class ExplainedQuestion:
    number: int
    key: str
    text: str
    verdict: str  # right, partly, wrong, waiting; empty where nothing is said yet
    answer: list[str]
    right: list[str]  # only once it may be shown
    feedback: str
    lesson: LessonPage | None
    file: bool
    comment: str
    late: list[str]
    was_corrected: bool = False


def explained(attempt: Attempt, *, reveal: bool, verdicts: bool = True) -> list[ExplainedQuestion]:
    """Each question with what was answered; what would have been right only where it may be shown."""
    keys = [question["lesson"] for question in attempt.questions if question.get("lesson")]
    lessons = {lesson.pk: lesson for lesson in LessonPage.objects.live().filter(pk__in=keys).defer_streamfields()}
    marks = {mark.key: mark for mark in attempt.marks.all()} if verdicts else {}
    counting = [in_effect(question) for question in attempt.questions]
    earned = grading.earned(counting, attempt.answers, {key: mark.percent for key, mark in marks.items()})
    return [
        _explained(attempt, number, points, marks, lessons, reveal, verdicts)
        for number, points in enumerate(earned, start=1)
    ]


def _explained(
    attempt: Attempt,
    number: int,
    points: Fraction,
    marks: dict[str, Mark],
    lessons: dict[int, LessonPage],
    reveal: bool,
    verdicts: bool,
) -> ExplainedQuestion:
    question = attempt.questions[number - 1]
    kind, key = kind_of(question), question["key"]
    counts = in_effect(question)
    answer = attempt.answers.get(key)
    mark = marks.get(key)
    return ExplainedQuestion(
        number=number,
        key=key,
        text=question["text"],
        verdict=_verdict(points) if verdicts else "waiting" if kind.by_hand and answer is not None else "",
        answer=kind.told(question, answer),
        right=kind.right_told(counts) if reveal else [],
        feedback=counts.get("feedback", "") if reveal else "",
        lesson=lessons.get(question.get("lesson")),
        file=kind.name == "upload" and answer is not None,
        comment=mark.comment if mark else "",
        late=kind.told(question, attempt.late_answers.get(key)),
        was_corrected="corrected" in question and verdicts,
    )


def _verdict(points: Fraction) -> str:
    return "right" if points == 1 else "partly" if points else "wrong"


def to_read_again(attempt: Attempt) -> list[LessonPage]:
    """Lessons of what was not answered rightly, where the single questions are not told."""
    earned = grading.earned(attempt.questions, attempt.answers, {})
    keys = {question.get("lesson") for question, points in zip(attempt.questions, earned, strict=True) if points < 1}
    return list(LessonPage.objects.live().filter(pk__in=keys - {None}).order_by("path").defer_streamfields())
