"""What apprentices read about a wish that was not met."""

import pytest
from django.utils.translation import override

from exchange.explanations import reason_sentence
from exchange.matching import Code, run
from tests.exchange.matching.markets import applicant, market, offer


def said(reason, language="de"):
    with override(language):
        return reason_sentence(reason.code, reason.own, reason.cutoff, {"basis": reason.basis})


def reason_of(who, *people, **more):
    return run(market([offer("chatbot")], people, **more), seed="2027").reasons[who][0]


MINA, KILIAN = applicant("mina", "chatbot"), applicant("kilian", "chatbot")


def test_kilian_compares_his_points_with_the_last_seat():
    reason = reason_of("kilian", MINA, KILIAN, scores={"M-innolab": {"mina": 65, "kilian": 40}})
    assert said(reason) == (
        "Dieser Platz ist vergeben. Zum Zug kam zuletzt eine Bewerbung mit 65 Punkten, Ihre hat 40 Punkte."
    )
    assert said(reason, "en") == (
        "This place is full. The last seat went to an application with 65 points, yours has 40 points."
    )


def test_groups_are_not_called_points():
    reason = reason_of("mina", applicant("mina", "chatbot", priority_class=1), KILIAN)
    assert said(reason) == (
        "Dieser Platz ist vergeben. Bei gleichen Punkten kommt Gruppe 0 vor Gruppe 1; Sie sind in Gruppe 1."
    )


def test_in_the_draw_the_own_number_is_told():
    people = {"mina": MINA, "kilian": KILIAN}
    result = run(market([offer("chatbot")], people.values()), seed="2027")
    (unlucky,) = (who for who, received in result.assignment.items() if received is None)
    assert said(result.reasons[unlucky][0]) == (
        "Dieser Platz ist vergeben. Mehrere Bewerbungen waren gleichauf, deshalb hat das Los entschieden: "
        "Zum Zug kam zuletzt Losnummer 1, Sie haben Losnummer 2."
    )


@pytest.mark.parametrize("code", list(Code))
def test_every_code_has_one_clear_sentence_in_both_languages(code):
    with override("de"):
        german = reason_sentence(code, 3, 2, {})
    with override("en"):
        english = reason_sentence(code, 3, 2, {})
    assert german != english
    assert german.endswith(".")
    assert "%" not in german + english
