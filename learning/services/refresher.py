"""Questions that were answered wrongly come again, until they are remembered."""

from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from courses import grading
from courses.addresses import Place
from courses.corrections import in_effect
from courses.models import Attempt
from courses.states import AttemptStatus
from learning.models import RefresherCard
from learning.queries.refresher import WEEK, cards_of, closed_for
from learning.remembering import after_answer
from lms.core.errors import TooLate
from people.models import User
from people.policies import require
from questions.kinds import Answer, Definition, kind_of

Key = tuple[int, int, str]  # person, test, question


@transaction.atomic
def collect(since: datetime) -> int:
    """Make a card of each question answered wrongly in tests that are over for the person; returns how many are new.

    Done twice, it does nothing more. A question that was corrected since is asked as corrected.
    """
    submitted = Attempt.objects.filter(status=AttemptStatus.SUBMITTED, score__lt=100, submitted_at__gte=since)
    attempts = closed_for(submitted, person="enrollment__person").select_related("enrollment").order_by("pk")
    found: dict[Key, RefresherCard] = {}
    for attempt in attempts:
        for question in _wrong(attempt):
            key = (attempt.enrollment.person_id, attempt.test_id, question["key"])
            found[key] = _card(key, question, attempt)
    known = {_key_of(card): card for card in RefresherCard.objects.filter(test__in={test for _who, test, _q in found})}
    for key in found.keys() & known.keys():
        _correct(known[key], found[key].definition)
    new = [card for key, card in found.items() if key not in known]
    RefresherCard.objects.bulk_create(new, ignore_conflicts=True, batch_size=500)
    return len(new)


def _key_of(card: RefresherCard) -> Key:
    return (card.person_id, card.test_id, card.key)


def _wrong(attempt: Attempt) -> Iterator[Definition]:
    """What a machine scored and found not fully right."""
    questions = [in_effect(question) for question in attempt.questions]
    for question, points in zip(questions, grading.earned(questions, attempt.answers, {}), strict=True):
        if points < 1 and not kind_of(question).by_hand:
            yield question


def _card(key: Key, question: Definition, attempt: Attempt) -> RefresherCard:
    person, test, name = key
    due_at = (attempt.submitted_at or timezone.now()) + WEEK
    return RefresherCard(person_id=person, test_id=test, key=name, definition=question, due_at=due_at)


def _correct(card: RefresherCard, definition: Definition) -> None:
    if "corrected" not in card.definition and card.definition != definition:
        RefresherCard.objects.filter(pk=card.pk).update(definition=definition)


@transaction.atomic
def answer_card(card: RefresherCard, sent: Answer, *, actor: User) -> RefresherCard:
    """Score an answer and say when the question comes again. None is "I do not know"."""
    require("learning.refresh", actor, card)
    now = timezone.now()
    card = RefresherCard.objects.select_for_update().get(pk=card.pk)
    if not cards_of(actor).filter(pk=card.pk, due_at__lte=now).exists():
        sentence = _("This question is not due at the moment. Thank you, your first answer counts.")
        raise TooLate(sentence, about=Place(reverse("learning:refresher")))
    given = kind_of(card.definition).kept(card.definition, sent)
    known, due_at = after_answer(card.memory.get("card", {}), key=card.pk, right=points_for(card, given) == 1, now=now)
    card.memory, card.due_at, card.answered_at = {"card": known, "answer": given}, due_at, now
    card.save(update_fields=["memory", "due_at", "answered_at"])
    return card


def points_for(card: RefresherCard, answer: Answer) -> Fraction:
    return grading.earned([card.definition | {"key": card.key}], {card.key: answer}, {})[0]


@transaction.atomic
def put_away(card: RefresherCard, *, actor: User) -> None:
    """Never ask it again."""
    require("learning.refresh", actor, card)
    RefresherCard.objects.filter(pk=card.pk).update(is_put_away=True)
