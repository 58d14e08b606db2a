"""Questions are written, corrected, shared and put aside. What was once asked is never changed: it has versions."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.core import journal
from lms.core.errors import Refused, TooLate
from people.models import User
from people.policies import require
from questions.kinds import Definition, kind_of
from questions.models import Category, Difficulty, Question, QuestionVersion


@dataclass(frozen=True)
class Place:
    """Where a question lies, and by what it is found."""

    category: Category
    difficulty: str = Difficulty.MEDIUM
    tags: Iterable[str] = ()
    is_shared: bool = False


@transaction.atomic
def create_question(place: Place, definition: Definition, *, actor: User, change: str = "") -> Question:
    city = place.category.city
    require("questions.write_for", actor, city, city_id=city.pk)
    _check(definition)
    question = Question(city=city, kind=definition["kind"], definition=definition)
    _put(question, place)
    _keep_version(question, change, actor)
    journal.record(question, "questions.question.create", actor=actor)
    return question


@transaction.atomic
def revise_question(
    question: Question, place: Place, definition: Definition, *, seen: int, change: str, actor: User
) -> Question:
    """A new version if the question itself changed; `seen` is the version that the author started from."""
    require("questions.edit", actor, question, city_id=question.city_id)
    _check(definition)
    if place.category.city_id != question.city_id or definition["kind"] != question.kind:
        raise Refused(_("A question keeps its city and its kind. Please write a new one instead."))
    current = Question.objects.select_for_update().get(pk=question.pk)
    if current.number != seen:
        raise TooLate(_("Somebody else has changed this question in the meantime. Please look at it again."))
    if definition != current.definition:
        current.number, current.definition = seen + 1, definition
        _keep_version(current, change, actor)
        journal.record(current, "questions.question.revise", actor=actor, number=current.number)
    _put(current, place)
    return current


def _check(definition: Definition) -> None:
    """Forms say it at the field; this holds for whoever comes another way."""
    if faults := kind_of(definition).faults(definition):
        raise Refused(_("This question cannot be asked yet: %(faults)s.") % {"faults": faults})


def _put(question: Question, place: Place) -> None:
    question.category, question.difficulty = place.category, place.difficulty
    question.is_shared = place.is_shared or place.category.is_shared
    question.save()
    question.tags.set(sorted({tag.lower() for tag in place.tags}))


def _keep_version(question: Question, change: str, actor: User) -> None:
    QuestionVersion.objects.create(
        question=question,
        number=question.number,
        definition=question.definition,
        change=change,
        author=actor,
        created_at=timezone.now(),
    )


@transaction.atomic
def retire_question(question: Question, *, actor: User) -> None:
    """Nobody is asked it from now on; attempts keep it as it was."""
    _switch(question, "is_retired", True, "retire", actor)


@transaction.atomic
def bring_back_question(question: Question, *, actor: User) -> None:
    _switch(question, "is_retired", False, "bring_back", actor)


@transaction.atomic
def share_question(question: Question, *, actor: User) -> None:
    """All cities may read it, with its right answers, use it and copy it."""
    _switch(question, "is_shared", True, "share", actor)


@transaction.atomic
def unshare_question(question: Question, *, actor: User) -> None:
    if question.category.is_shared:
        sentence = _("Its category is shared with all cities. Move the question to another category first.")
        raise Refused(sentence)
    _switch(question, "is_shared", False, "unshare", actor)


def _switch(question: Question, field: str, value: bool, action: str, actor: User) -> None:
    require("questions.edit", actor, question, city_id=question.city_id)
    changed = Question.objects.filter(pk=question.pk, **{field: not value}).update(**{field: value})
    setattr(question, field, value)
    if changed:
        journal.record(question, f"questions.question.{action}", actor=actor)


@transaction.atomic
def copy_question(question: Question, category: Category, *, actor: User) -> Question:
    """Into a category of one's own, to be changed there; the original goes its own way."""
    if not Question.objects.visible_to(actor).filter(pk=question.pk).exists():
        raise Refused(_("This question is not shared with your city."))
    place = Place(category, question.difficulty, question.tags.names())
    change = _("Copied from %(city)s") % {"city": question.city.name}
    return create_question(place, question.definition, actor=actor, change=change)
