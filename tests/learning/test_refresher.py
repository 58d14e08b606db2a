"""Questions answered wrongly come again: when, for whom, and never before a test is over."""

from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courses.models import Attempt
from courses.services.assessing.assessment import start_attempt
from courses.services.completing.completion import renew
from learning.models import RefresherCard
from learning.queries.refresher import PER_SITTING, cards_of, due_cards, refresher_steps
from learning.remembering import LATEST, SOONEST, after_answer
from learning.services.refresher import answer_card, collect, put_away
from lms.core.errors import NotAllowed, TooLate
from tests.courses.stories import learn, take_test
from tests.factories.courses import RIGHT, WRONG, AttemptFactory, CourseFactory, a_free_text, a_single
from tests.factories.courses import test_of as the_test_of
from tests.queries import queries_of

REFRESHER = reverse("learning:refresher")
DAY = timedelta(days=1)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def course(cast):
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=1, test=True)


@pytest.fixture
def enrollment(cast, course):
    return learn(cast.mina, course)


@pytest.fixture
def cards(enrollment):
    """Two questions got wrong twice, which was all the attempts; a week has gone."""
    take_test(enrollment, WRONG)
    take_test(enrollment, WRONG)
    Attempt.objects.update(submitted_at=timezone.now() - 8 * DAY)
    collect(LONG_AGO)
    return list(RefresherCard.objects.order_by("key"))


@pytest.fixture
def mina(client, cast):
    client.force_login(cast.mina)
    return client


def text(answer):
    return " ".join(answer.content.decode().split())


def card_url(card):
    return reverse("learning:card", args=[card.pk])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 400 * 24 * 3600)), min_size=1, max_size=30))
def test_a_question_is_never_due_before_tomorrow_or_after_half_a_year(answers):
    memory, now = {}, datetime(2026, 3, 1, 12, tzinfo=UTC)
    for right, wait in answers:
        memory, due_at = after_answer(memory, key=7, right=right, now=now)
        assert now + SOONEST <= due_at <= now + LATEST
        assert memory["card_id"] == 7
        now = due_at + timedelta(seconds=wait)


def test_what_is_remembered_comes_later_each_time_and_sooner_when_forgotten():
    memory, now, gaps = {}, datetime(2026, 3, 1, 12, tzinfo=UTC), []
    for right in (True, True, True, False):
        memory, due_at = after_answer(memory, key=1, right=right, now=now)
        gaps.append(due_at - now)
        now = due_at
    assert gaps[0] < gaps[1] < gaps[2]
    assert gaps[3] < gaps[2]


ATTEMPT = st.sampled_from(["wrong", "right", "open", "marking"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ATTEMPT, min_size=1, max_size=3), st.integers(1, 3), st.sampled_from(["after_last", "never"]))
def test_no_card_while_the_test_may_still_be_tried(cast_of_one, made, most, feedback):
    test, enrollment = cast_of_one
    Attempt.objects.all().delete()
    RefresherCard.objects.all().delete()
    type(test).objects.filter(pk=test.pk).update(max_attempts=most, feedback=feedback)
    for number, outcome in enumerate(made[:most], start=1):
        _attempt(enrollment, number, outcome, is_last=number == len(made[:most]))
    collect(LONG_AGO)

    states = [(one.status, one.passed) for one in Attempt.objects.all()]
    over = all(status == "submitted" for status, _passed in states) and (
        any(passed for _status, passed in states) or len(states) >= most
    )
    wrong = any(status == "submitted" and passed is False for status, passed in states)
    assert RefresherCard.objects.exists() == (over and wrong and feedback != "never")
    Attempt.objects.all().delete()
    RefresherCard.objects.all().delete()


def _attempt(enrollment, number, outcome, *, is_last):
    if outcome in ("open", "marking") and is_last:
        waiting = {"status": outcome, "score": None, "passed": None}
        AttemptFactory(
            enrollment=enrollment, number=number, **waiting,
            submitted_at=None if outcome == "open" else timezone.now(),
        )  # fmt: skip
    else:
        right = outcome == "right"
        AttemptFactory(
            enrollment=enrollment, number=number, scored=100 if right else 0, questions=[a_single()],
            answers={"one": ["ja" if right else "nein"]},
        )  # fmt: skip


@pytest.fixture
def cast_of_one(enrollment, course):
    return the_test_of(course), enrollment


def test_wrong_answers_of_a_test_that_is_over_become_cards_once(cast, enrollment):
    take_test(enrollment, {"one": WRONG["one"], "more": RIGHT["more"]})
    assert collect(LONG_AGO) == 0  # one attempt is left
    take_test(enrollment, WRONG)
    assert collect(LONG_AGO) == 2
    assert collect(LONG_AGO) == 0
    assert {card.key for card in RefresherCard.objects.filter(person=cast.mina)} == {"one", "more"}


def test_passing_with_a_mistake_leaves_a_card_for_the_mistake(cast, enrollment, course):
    type(the_test_of(course)).objects.update(pass_mark=50)
    assert take_test(enrollment, RIGHT | {"one": WRONG["one"]}).passed
    collect(LONG_AGO)
    assert [card.key for card in RefresherCard.objects.all()] == ["one"]
    assert due_cards(cast.mina, timezone.now()) == []  # not before a week has gone
    assert len(due_cards(cast.mina, timezone.now() + 8 * DAY)) == 1


def test_what_a_trainer_marks_never_becomes_a_card(enrollment):
    asked = [a_single(), a_free_text()]
    AttemptFactory(enrollment=enrollment, scored=0, number=1, questions=asked, answers={"one": ["nein"]})
    AttemptFactory(enrollment=enrollment, scored=0, number=2, questions=asked, answers={})
    collect(LONG_AGO)
    assert [card.key for card in RefresherCard.objects.all()] == ["one"]


def test_a_corrected_question_is_asked_as_corrected(cast, enrollment):
    asked = a_single()
    for number in (1, 2):
        AttemptFactory(enrollment=enrollment, scored=0, number=number, questions=[asked], answers={"one": ["nein"]})
    collect(LONG_AGO)
    mended = {name: value for name, value in a_single(text="Was gilt jetzt?").items() if name not in ("key", "lesson")}
    Attempt.objects.update(questions=[asked | {"corrected": mended}])
    collect(LONG_AGO)
    assert RefresherCard.objects.get().definition["text"] == "Was gilt jetzt?"


def test_a_card_hides_while_its_test_is_open_again(mina, cast, cards, enrollment, course):
    """Proved anew, or granted another attempt: the right answer must not be told by the refresher."""
    answered = answer_card(cards[0], WRONG["more"], actor=cast.mina)
    test = the_test_of(course)
    type(test).objects.filter(pk=test.pk).update(max_attempts=3)
    assert list(cards_of(cast.mina)) == []
    assert mina.get(card_url(answered)).status_code == 404
    assert "Was gilt?" not in text(mina.get(REFRESHER))
    with pytest.raises(TooLate):
        answer_card(cards[1], WRONG["one"], actor=cast.mina)
    test.refresh_from_db()
    start_attempt(enrollment, test, actor=cast.mina)
    type(test).objects.filter(pk=test.pk).update(max_attempts=2)
    assert list(cards_of(cast.mina)) == []  # an attempt is under way


def test_a_card_hides_when_the_course_is_proved_anew(cast, course):
    enrollment = learn(cast.zoe, course)
    type(the_test_of(course)).objects.update(pass_mark=50)
    take_test(enrollment, RIGHT | {"one": WRONG["one"]})
    collect(LONG_AGO)
    assert cards_of(cast.zoe).count() == 1
    enrollment.refresh_from_db()
    renew(enrollment, actor=cast.zoe)
    assert cards_of(cast.zoe).count() == 0


def test_one_question_at_a_time_scored_by_the_server_and_explained(mina, cast, cards):
    page = text(mina.get(REFRESHER))
    assert "Frage 1 von 2" in page
    assert page.count("<legend") + page.count("Was noch?") >= 1
    first, second = due_cards(cast.mina, timezone.now())
    assert first.definition["feedback"] not in page

    key = {"one": "one", "more": "more"}[first.key]
    sent = mina.post(card_url(first), {"answer": RIGHT[key]}, follow=True)
    assert "Richtig" in text(sent)
    assert first.definition["feedback"] in text(sent)
    assert "Frage 2 von 2" in text(mina.get(REFRESHER))
    sent = mina.post(card_url(second), {"unknown": "1"}, follow=True)
    assert "Noch nicht richtig" in text(sent)
    assert second.definition["feedback"] in text(sent)
    assert "Für heute fertig" in text(mina.get(REFRESHER))
    right, wrong = RefresherCard.objects.get(pk=first.pk), RefresherCard.objects.get(pk=second.pk)
    assert timezone.now() < wrong.due_at < right.due_at


def test_an_answer_counts_once(mina, cast, cards):
    answer_card(cards[0], RIGHT["more"], actor=cast.mina)
    with pytest.raises(TooLate):
        answer_card(cards[0], WRONG["more"], actor=cast.mina)
    known = RefresherCard.objects.get(pk=cards[0].pk)
    assert "Richtig" in text(mina.post(card_url(cards[0]), {"answer": WRONG["more"]}, follow=True))
    assert RefresherCard.objects.get(pk=cards[0].pk).memory == known.memory


def test_without_an_answer_the_form_asks_for_one(mina, cards):
    sent = mina.post(card_url(cards[1]), {})
    assert sent.status_code == 422
    assert RefresherCard.objects.filter(answered_at__isnull=False).count() == 0


def test_a_sitting_has_eight_questions(cast, cards):
    card = cards[0]
    for number in range(20):
        RefresherCard.objects.create(
            person=cast.mina, test=card.test, key=f"k{number}", definition=a_single(f"k{number}"), due_at=LONG_AGO
        )
    assert len(due_cards(cast.mina, timezone.now())) == PER_SITTING
    for one in due_cards(cast.mina, timezone.now())[:3]:
        answer_card(one, None, actor=cast.mina)
    assert len(due_cards(cast.mina, timezone.now())) == PER_SITTING - 3


def test_the_start_page_asks_at_most_once_a_week(mina, cast, cards):
    [step] = refresher_steps(cast.mina)
    assert (step.url, step.sentence[:8]) == (REFRESHER, "2 Fragen")
    assert "Wissen auffrischen" in text(mina.get(reverse("home")))
    answer_card(cards[0], None, actor=cast.mina)
    assert refresher_steps(cast.mina) == []
    with patch("django.utils.timezone.now", return_value=timezone.now() + 8 * DAY):
        assert len(refresher_steps(cast.mina)) == 1


def test_a_question_can_be_put_away(mina, cast, cards):
    mina.post(reverse("learning:card_put_away", args=[cards[0].pk]))
    assert [card.pk for card in cards_of(cast.mina)] == [cards[1].pk]
    collect(LONG_AGO)
    assert cards_of(cast.mina).count() == 1


@pytest.mark.parametrize("stranger", ["kilian", "barbara", "hanna", "konrad"])
def test_cards_are_the_learners_alone(client, cast, cards, stranger):
    other = getattr(cast, stranger)
    client.force_login(other)
    assert client.get(card_url(cards[0])).status_code == 404
    assert client.post(card_url(cards[0]), {"unknown": "1"}).status_code == 404
    assert client.post(reverse("learning:card_put_away", args=[cards[0].pk])).status_code == 404
    for act in (lambda: answer_card(cards[0], None, actor=other), lambda: put_away(cards[0], actor=other)):
        with pytest.raises(NotAllowed):
            act()


@pytest.mark.parametrize("count", [1, 12])
def test_the_page_asks_as_often_for_one_card_as_for_many(mina, cast, cards, count):
    for number in range(count):
        RefresherCard.objects.create(
            person=cast.mina, test=cards[0].test, key=f"k{number}", definition=a_single(f"k{number}"), due_at=LONG_AGO
        )
    assert queries_of(mina, REFRESHER) == 8
