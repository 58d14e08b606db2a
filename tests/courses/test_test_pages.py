from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from courses.models import Attempt, TestPage
from courses.services.assessing.assessment import save_answers, start_attempt
from courses.services.enrolling.enrollments import enroll
from tests.courses.stories import learn, take_test
from tests.factories.courses import RIGHT, WRONG, CourseFactory, LessonFactory, lessons_of
from tests.factories.courses import test_of as the_test_of
from tests.queries import queries_in, queries_of, questions_in


@pytest.fixture
def ready(cast):
    enrollment = learn(cast.mina, CourseFactory(city=cast.nuremberg, test=True))
    change(enrollment, shuffle=False)
    return enrollment


def change(enrollment, **settings):
    TestPage.objects.child_of(enrollment.course).update(**settings)


@pytest.fixture
def mina(client, cast):
    client.force_login(cast.mina)
    return client


def text(answer):
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True).split())


def begin(client, enrollment):
    return client.post(reverse("courses:attempt_start", args=[the_test_of(enrollment.course).pk])).url


def answer(client, attempt, key, picked, **more):
    """Send the page of one question."""
    keys = [question["key"] for question in attempt.questions]
    address = f"{reverse('courses:attempt', args=[attempt.pk])}?frage={keys.index(key) + 1}"
    return client.post(address, {key: picked, "seen": attempt.revision, **more})


def take(client, enrollment, answers):
    begin(client, enrollment)
    attempt = Attempt.objects.get(status="open")
    for key, picked in answers.items():
        answer(client, Attempt.objects.get(pk=attempt.pk), key, picked)
    return client.post(reverse("courses:attempt_review", args=[attempt.pk]), follow=True)


def checked(answer):
    return [one["value"] for one in BeautifulSoup(answer.content, "html.parser").find_all("input", checked=True)]


def test_mina_passes_the_test(mina, ready):
    assert "noch 2 von 2" in text(mina.get(the_test_of(ready.course).url))
    page = take(mina, ready, RIGHT)
    assert "Sie haben den Test bestanden" in text(page)
    assert "Sie haben 100 Prozent erreicht." in text(page)
    assert "Ihr Nachweis liegt bereit" in text(page)


def test_no_page_of_an_attempt_holds_a_right_answer(mina, ready):
    address = begin(mina, ready)
    attempt = Attempt.objects.get()
    pages = [mina.get(f"{address}?frage={number}") for number in (1, 2)]
    pages += [answer(mina, attempt, "one", ["nein-1"]), mina.get(reverse("courses:attempt_review", args=[attempt.pk]))]
    pages += [mina.post(reverse("courses:attempt_save", args=[attempt.pk]), {"one": "ja-0", "seen": 9})]
    for page in pages:
        told = page.content.decode() + str(page.headers)
        for telling in ("Ja gilt.", "Farben.", '"right"', 'richtig"', "checked"):
            assert telling not in told.replace("brightness", "")


def test_one_question_stands_on_each_page_and_the_next_one_follows(mina, ready):
    begin(mina, ready)
    attempt = Attempt.objects.get()
    assert "Frage 1 von 2" in text(mina.get(attempt.get_absolute_url()))
    assert answer(mina, attempt, "one", ["ja-0"]).url.endswith("?frage=2")
    page = mina.get(attempt.get_absolute_url())
    assert "Frage 2 von 2" in text(page)
    assert "1 beantwortet" in text(page)
    attempt.refresh_from_db()
    assert answer(mina, attempt, "more", ["rot-0"]).url == reverse("courses:attempt_review", args=[attempt.pk])


def test_what_is_open_is_named_before_handing_in(mina, ready):
    begin(mina, ready)
    attempt = Attempt.objects.get()
    answer(mina, attempt, "one", ["ja-0"])
    page = text(mina.get(reverse("courses:attempt_review", args=[attempt.pk])))
    assert "1 Frage ist noch offen" in page


def test_saving_for_later_keeps_the_answers(mina, ready):
    begin(mina, ready)
    attempt = Attempt.objects.get()
    page = answer(mina, attempt, "more", ["rot-0"], later="1")
    assert "Test fortsetzen" in text(mina.get(page.url))
    assert checked(mina.get(f"{attempt.get_absolute_url()}?frage=2")) == ["rot-0"]


def test_an_answer_can_be_taken_back(mina, ready):
    begin(mina, ready)
    attempt = Attempt.objects.get()
    answer(mina, attempt, "more", ["rot-0"])
    attempt.refresh_from_db()
    answer(mina, attempt, "more", [])
    attempt.refresh_from_db()
    assert attempt.answers == {}


@pytest.mark.parametrize(
    "sent", [{"one": "made-up", "more": ["x"]}, {"one": ["ja-0", "nein-1"]}, {"score": "100", "passed": "1"},
             {"one": "ja-0", "seen": "-1"}, {"seen": "9" * 40}, {"tab": "<script>", "to": "9" * 40}]
)  # fmt: skip
def test_made_up_answers_are_no_error(mina, ready, sent):
    assert mina.post(begin(mina, ready), sent).status_code in (200, 302)
    assert Attempt.objects.get().status == "open"


@pytest.mark.parametrize("number", ["0", "3", "-1", "x", "9" * 30, "²"])
def test_a_question_that_does_not_exist_leads_to_the_first_open_one(mina, ready, number):
    assert "Frage 1 von 2" in text(mina.get(begin(mina, ready), {"frage": number}))


def test_two_windows_with_the_same_question_do_not_mix(mina, ready):
    begin(mina, ready)
    attempt = Attempt.objects.get()
    answer(mina, attempt, "one", ["ja-0"])
    page = answer(mina, attempt, "one", ["nein-1"])
    assert page.status_code == 409
    assert "Es gibt zwei Antworten auf diese Frage" in text(page)
    assert "Die neuere Antwort: ja" in text(page)
    assert checked(page) == ["nein-1"]
    attempt.refresh_from_db()
    assert attempt.answers == {"one": ["ja-0"]}
    seen = BeautifulSoup(page.content, "html.parser").find("input", {"name": "seen"})["value"]
    answer(mina, attempt, "one", ["nein-1"], seen=seen)
    attempt.refresh_from_db()
    assert attempt.answers == {"one": ["nein-1"]}


def test_two_windows_with_two_questions_both_count(mina, ready):
    begin(mina, ready)
    attempt = Attempt.objects.get()
    answer(mina, attempt, "one", ["ja-0"])
    answer(mina, attempt, "more", ["rot-0"])
    attempt.refresh_from_db()
    assert attempt.answers == {"one": ["ja-0"], "more": ["rot-0"]}


def save(client, attempt, key, picked, **more):
    keys = [question["key"] for question in attempt.questions]
    address = f"{reverse('courses:attempt_save', args=[attempt.pk])}?frage={keys.index(key) + 1}"
    return client.post(address, {key: picked, "seen": attempt.revision, **more})


def test_the_script_saves_and_hears_when(mina, ready):
    begin(mina, ready)
    attempt = Attempt.objects.get()
    told = save(mina, attempt, "one", ["ja-0"], tab="a").json()
    assert told["saved"].startswith("gespeichert um ")
    assert (told["revision"], told["answered"]) == (1, True)
    # the reply was lost, so the same page sends again what it knows
    assert save(mina, attempt, "one", ["nein-1"], tab="a").json()["revision"] == 2
    other = save(mina, attempt, "one", ["ja-0"], tab="b")
    assert other.status_code == 409
    assert "in einem anderen Fenster" in other.json()["newer"]


def test_the_script_hears_that_the_attempt_is_handed_in(mina, ready):
    take(mina, ready, WRONG)
    attempt = Attempt.objects.get()
    told = save(mina, attempt, "one", ["ja-0"])
    assert told.status_code == 409
    assert told.json()["to"] == reverse("courses:result", args=[attempt.pk])


def test_right_answers_are_shown_only_once_no_try_is_left(mina, ready):
    first = take_test(ready, WRONG)
    page = text(mina.get(reverse("courses:result", args=[first.pk])))
    assert "Noch nicht bestanden" in page
    assert "Sie haben noch 1 Versuch." in page
    assert "Richtig wäre gewesen" not in page
    assert "Ja gilt." not in page
    assert f"Noch einmal lesen: {lessons_of(ready.course)[0].title}" in page

    last = take_test(ready, WRONG)
    page = text(mina.get(reverse("courses:result", args=[last.pk])))
    assert "Richtig wäre gewesen" in page
    assert "Ja gilt." in page
    assert "Nächsten Versuch beginnen" not in page


@pytest.mark.parametrize(
    ("feedback", "closes_in", "verdicts", "right"),
    [("never", None, False, False), ("after_attempt", None, True, True), ("after_last", None, True, False),
     ("after_close", 0, False, False), ("after_close", -1, True, True)],
)  # fmt: skip
def test_the_test_says_when_right_answers_are_shown(mina, ready, feedback, closes_in, verdicts, right):
    attempt = take_test(ready, WRONG)
    day = None if closes_in is None else timezone.localdate() + timedelta(days=closes_in)
    change(ready, feedback=feedback, closes_on=day)
    page = text(mina.get(reverse("courses:result", args=[attempt.pk])))
    assert ("Richtig wäre gewesen" in page, "Ja gilt." in page) == (right, right)
    assert ("nicht richtig" in page) == verdicts
    assert lessons_of(ready.course)[0].title in page


def test_nothing_is_shown_while_the_next_attempt_is_open(mina, ready):
    first = take_test(ready, WRONG)
    change(ready, feedback="after_attempt")
    begin(mina, ready)
    page = text(mina.get(reverse("courses:result", args=[first.pk])))
    assert "Ja gilt." not in page
    assert "Richtig wäre gewesen" not in page


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
    take_test(ready, RIGHT)
    assert mina.get(address).url == result
    assert mina.post(address, WRONG).status_code == 400
    assert mina.post(reverse("courses:attempt_review", args=[attempt.pk])).url == result
    attempt.refresh_from_db()
    assert attempt.score == 100


def test_what_a_page_and_a_save_cost(mina, ready):
    begin(mina, ready)
    attempt = Attempt.objects.get()
    assert queries_of(mina, attempt.get_absolute_url()) <= 8
    picks = iter([["ja-0"], ["nein-1"]])
    assert queries_in(lambda: save(mina, attempt, "one", next(picks), tab="a")) <= 8


@pytest.mark.parametrize("answers", [WRONG, RIGHT])
def test_what_handing_in_costs(mina, ready, answers):
    """Passed or not; what follows when the course is completed by it comes on top, once."""
    LessonFactory(parent=ready.course)
    attempt = start_attempt(ready, the_test_of(ready.course), actor=ready.person)
    save_answers(attempt, answers, actor=ready.person)
    submit = reverse("courses:attempt_review", args=[attempt.pk])
    mina.get(submit)
    assert questions_in(lambda: mina.post(submit)) <= 12
    assert Attempt.objects.get().status == "submitted"


@pytest.mark.parametrize("who", ["kilian", "barbara", "hanna", "konrad"])
def test_an_attempt_of_somebody_else_is_not_found(client, cast, ready, who):
    attempt = start_attempt(ready, the_test_of(ready.course), actor=cast.mina)
    client.force_login(getattr(cast, who))
    for name in ("attempt", "attempt_review", "result"):
        assert client.get(reverse(f"courses:{name}", args=[attempt.pk])).status_code == 404
    for name in ("attempt", "attempt_save", "attempt_review"):
        assert client.post(reverse(f"courses:{name}", args=[attempt.pk]), RIGHT).status_code == 404


def test_the_test_is_closed_until_the_lessons_are_done(mina, cast):
    course = CourseFactory(city=cast.nuremberg, test=True)
    enroll(course, actor=cast.mina)
    assert "Der Test öffnet sich nach den Lektionen" in text(mina.get(the_test_of(course).url))
    assert mina.post(reverse("courses:attempt_start", args=[the_test_of(course).pk])).status_code == 400


def test_nobody_starts_without_being_enrolled(mina, cast):
    course = CourseFactory(city=cast.nuremberg, test=True)
    assert mina.post(reverse("courses:attempt_start", args=[the_test_of(course).pk])).status_code == 404
    assert mina.get(reverse("courses:attempt_start", args=[the_test_of(course).pk])).status_code == 405
