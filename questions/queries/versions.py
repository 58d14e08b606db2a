"""What a question said, from the newest version to the first."""

from dataclasses import dataclass

from questions.kinds import kind_of
from questions.models import Question, QuestionVersion


@dataclass(frozen=True)
class Told:
    version: QuestionVersion
    right: list[str]  # in words


def versions_of(question: Question) -> list[Told]:
    versions = question.versions.select_related("author").order_by("-number")
    return [Told(one, kind_of(one.definition).right_told(one.definition)) for one in versions]
