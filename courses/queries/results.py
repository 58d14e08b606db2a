"""What learners see of their own attempts."""

from dataclasses import dataclass
from typing import Any

from courses import grading
from courses.models import Attempt, Enrollment, LessonPage, TestPage


@dataclass(frozen=True)
class Standing:
    """How somebody stands with a test."""

    attempts: list[Attempt]
    max_attempts: int

    @property
    def running(self) -> Attempt | None:
        return next((attempt for attempt in self.attempts if attempt.is_open), None)

    @property
    def passed(self) -> bool:
        return any(attempt.passed for attempt in self.attempts)

    @property
    def submitted(self) -> list[Attempt]:
        return [attempt for attempt in self.attempts if not attempt.is_open]

    @property
    def left(self) -> int:
        return max(self.max_attempts - len(self.attempts), 0)

    @property
    def may_try(self) -> bool:
        return not self.passed and (self.left > 0 or self.running is not None)


def standing_of(test: TestPage, enrollment: Enrollment | None) -> Standing:
    made = Attempt.objects.filter(enrollment=enrollment, test=test).order_by("number") if enrollment else []
    return Standing(list(made), test.max_attempts)


@dataclass(frozen=True)
class ExplainedQuestion:
    number: int
    text: str
    verdict: str  # right, partly, wrong
    choices: list[dict[str, Any]]
    feedback: str
    lesson: LessonPage | None
    reveals: bool


def explained(attempt: Attempt, *, reveal: bool) -> list[ExplainedQuestion]:
    """Each question with what was picked; which answers are right only once no further try is open."""
    keys = [question["lesson"] for question in attempt.questions if question["lesson"]]
    lessons = {lesson.pk: lesson for lesson in LessonPage.objects.live().filter(pk__in=keys).defer_streamfields()}
    earned = grading.earned(attempt.questions, attempt.answers)
    return [
        ExplainedQuestion(
            number=number,
            text=question["text"],
            verdict="right" if points == 1 else "partly" if points else "wrong",
            choices=_choices(question, attempt.answers.get(question["key"], []), reveal),
            feedback=question["feedback"],
            lesson=lessons.get(question["lesson"]),
            reveals=reveal,
        )
        for number, (question, points) in enumerate(zip(attempt.questions, earned, strict=True), start=1)
    ]


def _choices(question: dict[str, Any], picked: list[str], reveal: bool) -> list[dict[str, Any]]:
    return [
        {"text": choice["text"], "picked": choice["key"] in picked, "right": choice["right"] if reveal else None}
        for choice in question["choices"]
    ]
