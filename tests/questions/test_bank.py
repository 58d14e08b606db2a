"""What services hold, whoever asks: rights, versions, sharing."""

import pytest

from lms.core.errors import NotAllowed, Refused, TooLate
from questions.models import Question
from questions.services import bank, categories
from tests.factories.questions import CategoryFactory, QuestionFactory, a_definition


@pytest.fixture
def drawer(cast):
    return CategoryFactory(city=cast.nuremberg)


STEPS = [bank.retire_question, bank.bring_back_question, bank.share_question, bank.unshare_question]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("who", ["dieter", "marlene", "mina", "carla", "konrad"])
def test_only_those_who_teach_for_the_city_change_its_questions(cast, drawer, step, who):
    question = QuestionFactory(category=drawer, is_shared=True)
    actor = getattr(cast, who)
    with pytest.raises(NotAllowed):
        step(question, actor=actor)
    with pytest.raises(NotAllowed):
        bank.revise_question(question, bank.Place(drawer), a_definition(), seen=1, change="x", actor=actor)
    with pytest.raises(NotAllowed):
        bank.create_question(bank.Place(drawer), a_definition(), actor=actor)
    with pytest.raises(NotAllowed):
        categories.share_category(drawer, actor=actor)
    with pytest.raises(NotAllowed):
        categories.create_category(cast.nuremberg, "Neu", actor=actor)


def test_superusers_get_no_shortcut(cast, drawer):
    cast.konrad.is_superuser = True
    cast.konrad.save()
    with pytest.raises(NotAllowed):
        bank.retire_question(QuestionFactory(category=drawer), actor=cast.konrad)


def test_what_cannot_be_asked_does_not_get_into_the_bank(cast, drawer):
    with pytest.raises(Refused):
        bank.create_question(bank.Place(drawer), a_definition(choices=[]), actor=cast.barbara)
    assert not Question.objects.exists()


def test_a_new_version_only_if_the_question_changed(cast, drawer):
    question = bank.create_question(bank.Place(drawer), a_definition(), actor=cast.barbara)
    other = CategoryFactory(city=cast.nuremberg)
    place = bank.Place(other, "hard", ["Neu", "neu"])
    moved = bank.revise_question(question, place, a_definition(), seen=1, change="", actor=cast.hanna)
    assert (moved.number, moved.category, moved.difficulty, list(moved.tags.names())) == (1, other, "hard", ["neu"])
    changed = bank.revise_question(moved, place, a_definition(text="Neu?"), seen=1, change="Wort", actor=cast.hanna)
    assert (changed.number, changed.versions.count(), changed.definition["text"]) == (2, 2, "Neu?")
    with pytest.raises(TooLate):
        bank.revise_question(changed, place, a_definition(), seen=1, change="x", actor=cast.barbara)


def test_a_question_keeps_its_city_and_kind(cast, drawer):
    question = QuestionFactory(category=drawer)
    elsewhere = bank.Place(CategoryFactory(city=cast.augsburg))
    for place, definition in ((elsewhere, a_definition()), (bank.Place(drawer), a_definition("number"))):
        with pytest.raises(Refused):
            bank.revise_question(question, place, definition, seen=1, change="x", actor=cast.barbara)


def test_only_what_is_shared_is_copied(cast, drawer):
    foreign = QuestionFactory(category__city=cast.augsburg)
    with pytest.raises(Refused):
        bank.copy_question(foreign, drawer, actor=cast.barbara)
    shared = QuestionFactory(category__city=cast.augsburg, is_shared=True)
    with pytest.raises(NotAllowed):
        bank.copy_question(shared, shared.category, actor=cast.barbara)
    copied = bank.copy_question(shared, drawer, actor=cast.barbara)
    bank.revise_question(
        copied, bank.Place(drawer), a_definition(text="Unsere?"), seen=1, change="x", actor=cast.barbara
    )
    shared.refresh_from_db()
    assert shared.definition == a_definition()


def test_a_name_that_somebody_took_a_moment_ago_is_refused(cast, drawer):
    with pytest.raises(TooLate):
        categories.create_category(cast.nuremberg, drawer.name, actor=cast.hanna)


def test_whoever_may_change_a_question_sees_it(cast, drawer):
    QuestionFactory(category=drawer)
    QuestionFactory(category__city=cast.munich, is_shared=True)
    for person in vars(cast).values():
        if hasattr(person, "full_name"):
            own = set(Question.objects.of(person))
            assert own <= set(Question.objects.visible_to(person))
