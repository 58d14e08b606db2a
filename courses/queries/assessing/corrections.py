"""Which attempts hold a question as it was before it was corrected, and what scoring them anew would change."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.bank import definitions_of
from courses.blocks.questions import definition_of
from courses.corrections import Outcome, corrected, is_older, outcome, told
from courses.models import Attempt, CoursePage, TestPage
from courses.queries.assessing.marking import marks_of, question_of
from courses.queries.writing.teaching import FEW, at_least_few
from courses.states import AttemptStatus
from questions.kinds import Definition, kind_of


@dataclass
class Correction:
    """One question of a test that was corrected after people had answered it."""

    test: TestPage
    key: str
    definition: Definition
    attempts: list[Attempt] = field(default_factory=list)

    @cached_property
    def outcomes(self) -> list[tuple[Attempt, Outcome]]:
        return [(attempt, self._outcome(attempt)) for attempt in self.attempts]

    def _outcome(self, attempt: Attempt) -> Outcome:
        questions = corrected(attempt.questions, self.key, self.definition)
        return outcome(
            questions, attempt.answers, marks_of(attempt),
            score=attempt.score or 0, passed=bool(attempt.passed), pass_mark=attempt.pass_mark,
        )  # fmt: skip

    @property
    def stamp(self) -> str:
        """Tells whether it was corrected once more since somebody looked."""
        return sha256(told(self.definition).encode()).hexdigest()[:16]

    @property
    def anchor(self) -> str:
        return f"frage-{self.test.pk}-{self.key}"

    @property
    def text(self) -> str:
        return str(self.definition["text"])

    @property
    def right_before(self) -> list[str]:
        frozen = question_of(self.attempts[0], self.key)
        return kind_of(self.definition).right_told(frozen) if frozen else []

    @property
    def right_now(self) -> list[str]:
        return kind_of(self.definition).right_told(self.definition)

    @property
    def is_worth_it(self) -> bool:
        return any(one.changes or one.keeps for _attempt, one in self.outcomes)

    def counts(self) -> list[str]:
        """In sentences, of persons never by name, and of few of them not even by number."""
        outcomes = [one for _attempt, one in self.outcomes]
        changed, passing, keeping = (
            sum(bool(getattr(one, name)) for one in outcomes) for name in ("changes", "now_passes", "keeps")
        )
        if len(outcomes) < FEW:
            return _in_few_words(changed, passing, keeping)
        held = ngettext(
            "%(n)s attempt was made with the question as it was.",
            "%(n)s attempts were made with the question as it was.",
            len(outcomes),
        )
        scores = ngettext("%(n)s score changes.", "%(n)s scores change.", changed)
        passes = ngettext("%(n)s attempt is passed now.", "%(n)s attempts are passed now.", passing)
        keeps = ngettext(
            "%(n)s attempt would fall below the pass mark and keeps its evidence.",
            "%(n)s attempts would fall below the pass mark and keep their evidence.",
            keeping,
        )
        lines = [held % {"n": len(outcomes)}, scores % {"n": changed}, passes % {"n": passing}]
        return [*lines, keeps % {"n": keeping}] if keeping else lines


def _in_few_words(changed: int, passing: int, keeping: int) -> list[str]:
    lines = [_("Attempts made with the question as it was: %(few)s.") % {"few": at_least_few(1)}]
    lines.append(_("At least one score changes.") if changed else _("No score changes."))
    if passing:
        lines.append(_("At least one attempt is passed now."))
    if keeping:
        lines.append(_("At least one attempt would fall below the pass mark and keeps its evidence."))
    return lines


def corrections_in(course: CoursePage) -> list[Correction]:
    """Of all tests of a course; the number of queries does not grow with the attempts."""
    return corrections_of(TestPage.objects.child_of(course).live().order_by("path"))


def corrections_of(tests: Iterable[TestPage]) -> list[Correction]:
    by_key = {test.pk: test for test in tests}
    done = Attempt.objects.filter(test__in=by_key, status=AttemptStatus.SUBMITTED)
    attempts = list(done.prefetch_related("marks").order_by("test", "pk")) if by_key else []
    bank = _bank_of(attempts)
    found: dict[tuple[int, str], Correction] = {}
    inside = {pk: {block.id: definition_of(block) for block in _written_blocks(test)} for pk, test in by_key.items()}
    for attempt in attempts:
        for question in attempt.questions:
            current = bank.get(question["question"]) or inside[attempt.test_id].get(question["key"])
            if current and is_older(question, current):
                place = attempt.test_id, question["key"]
                one = found.setdefault(place, Correction(by_key[place[0]], place[1], current))
                one.attempts.append(attempt)
    return list(found.values())


def _written_blocks(test: TestPage) -> list:
    return [block for block in test.questions if "choices" in block.value]


def _bank_of(attempts: list[Attempt]) -> dict[int, Definition]:
    keys = {one["question"] for attempt in attempts for one in attempt.questions if one["question"]}
    return {pk: stored["definition"] for pk, stored in definitions_of(keys).items()}
