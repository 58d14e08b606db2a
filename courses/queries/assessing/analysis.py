"""How well the questions of a test measure, for those who look after the course: from five people on, never by name."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from courses import grading
from courses.corrections import in_effect
from courses.models import Attempt, TestPage
from courses.queries.assessing.marking import marks_of
from courses.queries.writing.teaching import FEW
from courses.states import AttemptStatus
from questions.analysis import Item, analyse
from questions.kinds import Definition

WEAK, GOOD = 0.2, 0.3
HARD, EASY, KNOWN = 0.3, 0.7, 0.95


@dataclass(frozen=True)
class Wrong:
    """The wrong answer that was chosen most. How often is said from five on."""

    text: str
    percent: int | None


@dataclass(frozen=True)
class Row:
    text: str
    count: int
    solved: int  # percent
    how_hard: str
    tone: str
    tells_apart: str
    wrong: Wrong | None
    advice: str

    @property
    def order(self) -> int:
        """What should be put right first, what is merely easy last."""
        return 0 if self.tone == "stop" else 3 if self.solved >= KNOWN * 100 else 1 if self.advice else 2


@dataclass(frozen=True)
class Analysis:
    rows: list[Row]
    count: int  # of attempts; nothing is said of fewer than five
    unsaid: int  # questions that fewer than five met

    @property
    def is_said(self) -> bool:
        return bool(self.rows)


def analysis_of(test: TestPage) -> Analysis:
    """The first attempt of each person counts: later ones show what was learned from it."""
    first = Attempt.objects.filter(test=test, status=AttemptStatus.SUBMITTED, cycle=1, number=1)
    attempts = list(first.prefetch_related("marks").order_by("pk"))
    questions: dict[str, Definition] = {}
    taken = []
    for attempt in attempts:
        asked = [in_effect(one) for one in attempt.questions]
        shares = grading.earned(asked, attempt.answers, marks_of(attempt))
        questions |= {one["key"]: one for one in asked}
        taken.append((attempt.answers, dict(zip([one["key"] for one in asked], shares, strict=True))))
    items = analyse(taken) or {}
    rows = [_row(questions[key], item) for key, item in items.items() if item]
    rows.sort(key=lambda row: (row.order, row.solved, row.text))
    return Analysis(rows, len(attempts) if len(attempts) >= FEW else 0, sum(item is None for item in items.values()))


def _row(question: Definition, item: Item) -> Row:
    tone, apart = _tells_apart(item.discrimination)
    wrong = _most_chosen_wrong(question, item)
    return Row(
        text=question["text"],
        count=item.count,
        solved=round(item.difficulty * 100),
        how_hard=_how_hard(item.difficulty),
        tone=tone,
        tells_apart=apart,
        wrong=wrong,
        advice=_advice(item, wrong),
    )


def _how_hard(share: float) -> str:
    if share >= KNOWN:
        return _("very easy")
    if share >= EASY:
        return _("rather easy")
    return _("medium") if share >= HARD else _("hard")


def _tells_apart(discrimination: float | None) -> tuple[str, str]:
    if discrimination is None:
        return "", _("cannot be said yet")
    if discrimination < 0:
        return "stop", _("the wrong way round")
    if discrimination < WEAK:
        return "warn", _("hardly")
    return "ok", _("well") if discrimination >= GOOD else _("fairly well")


def _advice(item: Item, wrong: Wrong | None) -> str:
    if item.discrimination is not None and item.discrimination < 0:
        return _("Those who know more tend to get it wrong. Is the right answer really right, and is the text clear?")
    if item.difficulty >= KNOWN:
        return _("Nearly everybody knows this. A harder question would tell you more.")
    if item.difficulty < HARD and wrong and wrong.percent:
        return _("Many choose the same wrong answer. Explain in the lesson why it is wrong.")
    if item.difficulty < HARD:
        return _("Few know this. Is it explained in a lesson?")
    if item.discrimination is not None and item.discrimination < WEAK:
        return _("Whether somebody knows it says little about the rest. Read the question again.")
    return ""


def _most_chosen_wrong(question: Definition, item: Item) -> Wrong | None:
    told = _wrong_picks(question)
    chosen = [(times, pick) for pick, times in item.picks.items() if pick in told]
    if not chosen:
        return None
    times, pick = max(chosen, key=lambda one: (one[0], one[1]))
    return Wrong(told[pick], round(times * 100 / item.count) if times >= FEW else None)


def _wrong_picks(question: Definition) -> dict[str, str]:
    """What can be picked and is not right, in words, by the names that the analysis counts."""
    if "choices" in question:
        return {str(one["key"]): one["text"] for one in question["choices"] if not one["right"]}
    if "gaps" in question:
        options = [(gap["key"], one) for gap in question["gaps"] for one in gap["options"] if not one["right"]]
        return {f"{gap}:{one['key']}": one["text"] for gap, one in options}
    if "pairs" in question:
        return _wrong_pairs(question)
    return {}


def _wrong_pairs(question: dict[str, Any]) -> dict[str, str]:
    sides = {pair["right_key"]: pair["right"] for pair in question["pairs"]}
    sides |= {one["key"]: one["text"] for one in question["others"]}
    return {
        f"{pair['key']}:{key}": f"{pair['left']}: {text}"
        for pair in question["pairs"]
        for key, text in sides.items()
        if text != pair["right"]
    }
