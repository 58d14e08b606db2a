"""Asking back: the question goes to one person, the case stays, the deadline keeps running."""

import pytest
from django.urls import reverse

from exchange.models import Application, Decision, Inquiry
from exchange.queries.inbox import inbox, inbox_count, with_conflicts
from exchange.queries.turns import who_is_next
from exchange.services.applications import submit_application
from exchange.services.decisions import approve_application, endorse_application
from exchange.services.inquiries import answer_inquiry, ask_back
from exchange.services.undoing import undo
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.notifications.models import Notification
from tests.exchange.stories import filled_in

ASK = "exchange:application_ask"


@pytest.fixture
def application(cast, spring, online):
    """Barbara has endorsed; Hanna is next."""
    handed_in = submit_application(filled_in(spring, cast.mina, [online]), actor=cast.mina)
    return endorse_application(handed_in, actor=cast.barbara)


@pytest.fixture
def inquiry(cast, application):
    return ask_back(application, actor=cast.hanna, asked=cast.barbara, question="Passt der Blockplan?")


def test_whoever_was_asked_is_next_until_the_answer(cast, application, inquiry, spring):
    turn = who_is_next(application, cast.mina)
    assert (turn.name, turn.until) == ("Barbara Blaupause", spring.review_until)
    assert [task.key for task in inbox(cast.barbara)] == [f"inquiry-{inquiry.pk}"]
    assert inbox_count(cast.barbara) == 1
    chips = [chip.text for chip in with_conflicts(inbox(cast.hanna))[0].chips]
    assert any("Barbara Blaupause" in text for text in chips)

    answer_inquiry(inquiry, actor=cast.barbara, answer="Ja.")

    assert who_is_next(Application.objects.get(), cast.mina).name == "Hanna Hypothese"
    assert inbox(cast.barbara) == []
    kinds = list(Notification.objects.filter(recipient=cast.hanna).values_list("kind", flat=True))
    assert "exchange/application_answered" in kinds


def test_only_whoever_decides_asks_and_only_those_who_know(cast, application):
    for person in (cast.barbara, cast.anton, cast.marlene, cast.konrad, cast.mina):
        with pytest.raises(NotAllowed):
            ask_back(application, actor=person, asked=cast.mina, question="?")
    with pytest.raises(Refused):
        ask_back(application, actor=cast.hanna, asked=cast.anton, question="Und?")


def test_one_question_at_a_time(cast, application, inquiry):
    with pytest.raises(TooLate):
        ask_back(application, actor=cast.hanna, asked=cast.mina, question="Und noch?")


def test_only_whoever_was_asked_answers(client, cast, inquiry):
    for person, status in [(cast.mina, 404), (cast.anton, 404), (cast.hanna, 403), (cast.barbara, 302)]:
        client.force_login(person)
        assert client.post(inquiry.get_absolute_url(), {"answer": "Ja."}).status_code == status


def test_an_empty_answer_comes_back(client, cast, inquiry):
    client.force_login(cast.barbara)
    assert client.post(inquiry.get_absolute_url(), {"answer": " "}).status_code == 422


def test_deciding_closes_the_question_and_taking_it_back_opens_it_again(cast, application, inquiry):
    approve_application(application, actor=cast.hanna)
    with pytest.raises(TooLate):
        answer_inquiry(inquiry, actor=cast.barbara, answer="Ja.")
    undo(Decision.objects.get(step="approve"), actor=cast.hanna)
    assert answer_inquiry(Inquiry.objects.get(), actor=cast.barbara, answer="Ja.").answer == "Ja."


def test_hanna_asks_from_the_panel_and_mina_answers(client, cast, application):
    client.force_login(cast.hanna)
    address = reverse(ASK, args=[application.pk])
    assert client.post(address, {"ask-asked": cast.mina.pk, "ask-question": ""}).status_code == 422
    sent = client.post(address, {"ask-asked": cast.mina.pk, "ask-question": "Warum München?"}, follow=True)
    assert "Mina Musterfrau" in sent.content.decode()
    client.force_login(cast.mina)
    answered = client.post(Inquiry.objects.get().get_absolute_url(), {"answer": "Wegen der Daten."}, follow=True)
    assert "Wegen der Daten." in answered.content.decode()


def test_a_second_question_that_comes_too_late_keeps_what_was_typed(client, cast, application, inquiry):
    client.force_login(cast.hanna)
    answer = client.post(reverse(ASK, args=[application.pk]), {"ask-asked": cast.mina.pk, "ask-question": "Und noch?"})
    assert answer.status_code == 409
    assert "Und noch?" in answer.content.decode()
