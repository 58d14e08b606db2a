"""The questions of an attempt, frozen as they are at this moment: an attempt keeps them, whatever changes later."""

from random import Random
from typing import Any

from django.utils.translation import gettext as _

from courses.bank import definitions_of, pool_for
from courses.blocks.questions import definition_of
from courses.drawing import BANK, DRAW, drawn, wishes_in
from courses.models import CoursePage, TestPage
from lms.core.errors import Refused
from questions.kinds import kind_of

Question = dict[str, Any]


def questions_for(test: TestPage, course: CoursePage, order: Random) -> list[Question]:
    """What stands in the test, what it names and what it draws, mixed where the test says so."""
    raw = test.questions.get_prep_value()
    wishes = wishes_in(raw)
    drawing = drawn(wishes, pool_for(course.city, wishes) if wishes else {}, order)
    if drawing.short:
        raise Refused(_too_few(course), about=course)
    stored = definitions_of(drawing.all)
    found = []
    for at, child in enumerate(raw):
        if child["type"] in (BANK, DRAW):
            lesson = child["value"].get("lesson")
            found += [_from_bank(key, lesson, stored[key]) for key in drawing.questions.get(child["id"], [])]
        else:
            found.append(_written(test.questions[at]))
    if test.shuffle:
        order.shuffle(found)
        found = [kind_of(one).shuffled(one, order) for one in found]
    return found


def _too_few(course: CoursePage) -> str:
    if course.contact:
        sentence = _("At the moment there are too few questions for this test. Please write to %(contact)s.")
        return sentence % {"contact": course.contact}
    return _("At the moment there are too few questions for this test. Please talk to your trainer.")


def _from_bank(key: int, lesson: int | None, stored: dict[str, Any]) -> Question:
    place = {"key": f"q{key}", "lesson": lesson, "question": key, "version": stored["version"]}
    return stored["definition"] | place


def _written(block: Any) -> Question:
    lesson = block.value["lesson"]
    place = {"key": block.id, "lesson": lesson.pk if lesson else None, "question": None, "version": None}
    return definition_of(block) | place
