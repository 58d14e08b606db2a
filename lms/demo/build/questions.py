"""The question bank of Nürnberg, and what München shares with everybody."""

from datetime import timedelta
from random import Random
from typing import Any

from lms.demo.build.clock import at, monday_of_this_week
from lms.demo.build.people import People
from lms.demo.build.places import Places
from lms.demo.content.questions import MUNICH, NUREMBERG
from people.models import Role, User
from questions.models import Question
from questions.services.bank import Place, create_question, revise_question
from questions.services.categories import create_category, share_category


def build_questions(places: Places, people: People) -> None:
    trainer, author = (people.of_role(Role.TRAINER, city)[0] for city in ("nuernberg", "muenchen"))
    with at(monday_of_this_week() - timedelta(weeks=30)):
        written = _fill(places, "nuernberg", NUREMBERG, trainer, is_shared=False)
        _fill(places, "muenchen", MUNICH, author, is_shared=True)
    with at(monday_of_this_week() - timedelta(weeks=3)):
        _explain_better(written[0], trainer)


def _fill(places: Places, city: str, bank: dict[str, list], author: User, *, is_shared: bool) -> list[Question]:
    keys = Random(city)
    written = []
    for name, questions in bank.items():
        category = create_category(places.cities[city], name, actor=author)
        if is_shared:
            share_category(category, actor=author)
        for difficulty, tags, short in questions:
            place = Place(category, difficulty, tags)
            written.append(create_question(place, definition_of(short, keys), actor=author))
    return written


def _explain_better(question: Question, author: User) -> None:
    """A trainer has read how learners understood it."""
    place = Place(question.category, question.difficulty, question.tags.names(), question.is_shared)
    clearer = question.definition | {
        "feedback": question.definition["feedback"] + " Das gilt auch für Nachbarn und Verwandte."
    }
    revise_question(question, place, clearer, seen=1, change="Erklärung ergänzt", actor=author)


def definition_of(short: dict[str, Any], keys: Random) -> dict[str, Any]:
    """Everything that learners choose gets a key; the same ones each time the demo is built."""
    made = dict(short)

    def key() -> str:
        return f"{keys.getrandbits(32):08x}"

    def options(texts: list[str]) -> list[dict[str, Any]]:
        marked = [text for text in texts if text.startswith("+")] or texts[:1]
        return [{"key": key(), "text": text.removeprefix("+"), "right": text in marked} for text in texts]

    if "choices" in short:
        made["choices"] = options(short["choices"])
    if "right" in short:
        right = made.pop("right")
        texts = {"true": "richtig", "false": "falsch"}
        made["choices"] = [{"key": one, "text": text, "right": right == (one == "true")} for one, text in texts.items()]
    if "gaps" in short:
        made["gaps"] = [{"key": str(at), "options": options(texts)} for at, texts in enumerate(short["gaps"], start=1)]
    if "pairs" in short:
        made["pairs"] = [
            {"key": key(), "left": left, "right_key": key(), "right": right} for left, right in short["pairs"]
        ]
        made["others"] = [{"key": key(), "text": text} for text in short["others"]]
    if "steps" in short:
        made["steps"] = [{"key": key(), "text": text} for text in short["steps"]]
    if "rubric" in short:
        made["rubric"] = [{"key": key(), "text": text, "points": points} for text, points in short["rubric"]]
    if "accepted" in short:
        made["typos"] = True
    return made
