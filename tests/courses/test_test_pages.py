import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from courses.models import Attempt
from courses.services.assessment import start_attempt
from courses.services.enrollments import enroll
from tests.courses.stories import learn, take_test
from tests.factories.courses import RIGHT, WRONG, CourseFactory, lessons_of
from tests.factories.courses import test_of as the_test_of


@pytest.fixture
def ready(cast):
    return learn(cast.mina, CourseFactory(city=cast.nuremberg, test=True))


@pytest.fixture
def mina(client, cast):
    client.force_login(cast.mina)
    return client


def text(answer):
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True).split())


def begin(client, enrollment):
    return client.post(reverse("courses:attempt_start", args=[the_test_of(enrollment.course).pk])).url


def test_mina_passes_the_test(mina, ready):
    assert "noch 2 von 2" in text(mina.get(the_test_of(ready.course).url))
    address = begin(mina, ready)
    answer = mina.post(address, RIGHT, follow=True)
    assert "Sie haben den Test bestanden" in text(answer)
    assert "Sie haben 100 Prozent erreicht." in text(answer)
    assert "Ihr Nachweis liegt bereit" in text(answer)


def test_the_page_of_an_attempt_holds_no_right_answer(mina, ready):
    address = begin(mina, ready)
    page = mina.get(address).content.decode()
    for telling in ("Ja gilt.", "Farben.", "right", 'richtig"', "checked"):
        assert telling not in page.replace("brightness", "")
    assert [one["value"] for one in BeautifulSoup(page, "html.parser").find_all("input", {"name": "one"})] != []


def test_what_is_not_answered_is_named_and_what_is_answered_stays(mina, ready):
    address = begin(mina, ready)
    answer = mina.post(address, {"one": "ja-0"})
    page = BeautifulSoup(answer.content, "html.parser")
    assert "Bitte kreuzen Sie mindestens eine Antwort an." in text(answer)
    assert [one["value"] for one in page.find_all("input", checked=True)] == ["ja-0"]
    assert Attempt.objects.get().answers == {"one": ["ja-0"]}


def test_saving_for_later_keeps_the_answers(mina, ready):
    address = begin(mina, ready)
    answer = mina.post(address, {"more": ["rot-0"], "later": "1"}, follow=True)
    assert "Test fortsetzen" in text(answer)
    page = BeautifulSoup(mina.get(address).content, "html.parser")
    assert [one["value"] for one in page.find_all("input", checked=True)] == ["rot-0"]


@pytest.mark.parametrize(
    "sent", [{"one": "made-up", "more": ["x"]}, {"one": ["ja-0", "nein-1"]}, {"score": "100", "passed": "1"}]
)
def test_made_up_answers_are_a_sentence_and_not_an_error(mina, ready, sent):
    assert mina.post(begin(mina, ready), sent).status_code == 200
    assert Attempt.objects.get().status == "open"


def test_right_answers_are_shown_only_once_no_try_is_left(mina, ready):
    first = take_test(ready, WRONG)
    page = text(mina.get(reverse("courses:result", args=[first.pk])))
    assert "Noch nicht bestanden" in page
    assert "Sie haben noch 1 Versuch." in page
    assert "wäre richtig gewesen" not in page
    assert f"Noch einmal lesen: {lessons_of(ready.course)[0].title}" in page

    last = take_test(ready, WRONG)
    page = text(mina.get(reverse("courses:result", args=[last.pk])))
    assert "wäre richtig gewesen" in page
    assert "Nächsten Versuch beginnen" not in page


def test_without_a_try_left_the_answer_is_a_friendly_refusal(mina, ready):
    take_test(ready, WRONG)
    take_test(ready, WRONG)
    answer = mina.post(reverse("courses:attempt_start", args=[the_test_of(ready.course).pk]))
    assert "alle Versuche" in text(answer)
    assert answer.status_code == 400
    assert "Sie haben alle Versuche genutzt" in text(mina.get(the_test_of(ready.course).url))


def test_an_open_attempt_has_no_result_and_a_closed_one_no_form(mina, ready):
    address = begin(mina, ready)
    attempt = Attempt.objects.get()
    result = reverse("courses:result", args=[attempt.pk])
    assert mina.get(result).url == address
    mina.post(address, RIGHT)
    assert mina.get(address).url == result
    assert mina.post(address, WRONG).url == result
    attempt.refresh_from_db()
    assert attempt.score == 100


@pytest.mark.parametrize("who", ["kilian", "barbara", "hanna", "konrad"])
def test_an_attempt_of_somebody_else_is_not_found(client, cast, ready, who):
    attempt = start_attempt(ready, the_test_of(ready.course), actor=cast.mina)
    client.force_login(getattr(cast, who))
    for address in (reverse("courses:attempt", args=[attempt.pk]), reverse("courses:result", args=[attempt.pk])):
        assert client.get(address).status_code == 404
    assert client.post(reverse("courses:attempt", args=[attempt.pk]), RIGHT).status_code == 404


def test_the_test_is_closed_until_the_lessons_are_done(mina, cast):
    course = CourseFactory(city=cast.nuremberg, test=True)
    enroll(course, actor=cast.mina)
    assert "Der Test öffnet sich nach den Lektionen" in text(mina.get(the_test_of(course).url))
    assert mina.post(reverse("courses:attempt_start", args=[the_test_of(course).pk])).status_code == 400


def test_nobody_starts_without_being_enrolled(mina, cast):
    course = CourseFactory(city=cast.nuremberg, test=True)
    assert mina.post(reverse("courses:attempt_start", args=[the_test_of(course).pk])).status_code == 404
    assert mina.get(reverse("courses:attempt_start", args=[the_test_of(course).pk])).status_code == 405
