"""Questions under lessons: who reads, asks, answers and removes them, and who hears of it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.models import LessonAnswer, LessonQuestion
from courses.queries.beside.asked import asked_steps, own_words, waiting_questions
from courses.services.beside.asking import (
    MOST_PER_HOUR,
    TooOften,
    answer,
    ask,
    remove_answer,
    remove_question,
)
from courses.services.enrolling.enrollments import enroll, withdraw
from courses.services.writing.co_authors import invite
from lms.core.errors import NotAllowed, Refused
from lms.core.journal import entries
from lms.notifications.models import Notification
from lms.notifications.texts import text_of
from tests.factories.courses import CourseFactory, lessons_of
from tests.queries import queries_of

NOTES = reverse("courses:notes")
TEACHING = reverse("courses:teaching")


@pytest.fixture
def course(cast):
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=2)


@pytest.fixture
def lesson(course, cast):
    for person in (cast.mina, cast.zoe):
        enroll(course, actor=person)
    return lessons_of(course)[0]


@pytest.fixture
def question(lesson, cast):
    return ask(lesson, "Wie lange bleibt eine Akte?", actor=cast.mina)


@pytest.fixture
def log_in(client, cast):
    def as_(name):
        client.force_login(getattr(cast, name))
        return client

    return as_


def page_of(lesson):
    return reverse("courses:lesson_questions", args=[lesson.pk])


def text(answer):
    return " ".join(answer.content.decode().split())


def messages_to(person, kind):
    return Notification.objects.filter(recipient=person, kind=f"courses/{kind}")


def test_a_learner_asks_and_everybody_in_the_course_reads_it(log_in, lesson, cast):
    sent = log_in("mina").post(page_of(lesson), {"text": "Wie lange bleibt eine Akte?"}, follow=True)
    assert "Ihre Frage steht da" in text(sent) or "Ihre Frage" in text(sent)
    for reader in ("mina", "zoe", "barbara", "hanna"):
        page = text(log_in(reader).get(page_of(lesson)))
        assert "Wie lange bleibt eine Akte?" in page
        assert "Mina, Nürnberg" in page
        assert "Musterfrau" not in page or reader == "mina"  # her own name stands in her menu


@pytest.mark.parametrize("stranger", ["kilian", "dieter", "carla", "konrad", "marlene"])
def test_strangers_find_nothing(log_in, lesson, question, stranger):
    client = log_in(stranger)
    assert client.get(page_of(lesson)).status_code == 404
    assert client.get(question.get_absolute_url()).status_code == 404
    assert client.post(page_of(lesson), {"text": "x"}).status_code == 404
    assert client.post(question.get_absolute_url(), {"text": "x"}).status_code == 404
    assert client.post(reverse("courses:question_remove", args=[question.pk])).status_code == 404


def test_trainers_are_told_once_per_question(lesson, cast, course):
    invite(course, cast.dieter, actor=cast.barbara)
    ask(lesson, "Erstens?", actor=cast.mina)
    ask(lesson, "Zweitens?", actor=cast.mina)
    assert [messages_to(person, "question_asked").count() for person in (cast.barbara, cast.dieter)] == [2, 2]
    assert not messages_to(cast.hanna, "question_asked").exists()
    subject, body = text_of(messages_to(cast.barbara, "question_asked").first(), "de")
    assert "Frage" in subject
    assert "Mina" not in body
    assert "Erstens" not in body
    assert "question" in text_of(messages_to(cast.barbara, "question_asked").first(), "en")[0]


@pytest.mark.parametrize("helper", ["barbara", "zoe", "hanna"])
def test_trainers_and_fellow_learners_answer_and_the_asker_hears_of_it(log_in, question, cast, helper):
    log_in(helper).post(question.get_absolute_url(), {"text": "Zehn Jahre."})
    question.refresh_from_db()
    assert question.answered_at is not None
    assert messages_to(cast.mina, "question_answered").count() == 1
    page = text(log_in("mina").get(question.get_absolute_url()))
    assert "Zehn Jahre." in page
    assert ("betreut diesen Kurs" in page) == (helper != "zoe")


def test_what_the_asker_adds_answers_nothing(question, cast):
    answer(question, "Ich meine Papierakten.", actor=cast.mina)
    question.refresh_from_db()
    assert question.answered_at is None
    assert not messages_to(cast.mina, "question_answered").exists()


def test_text_is_kept_plain_and_shown_as_text(log_in, lesson, cast):
    ask(lesson, "Was\x07 <script>alert(1)</script>\r\n\nist?", actor=cast.mina)
    assert LessonQuestion.objects.get().text == "Was <script>alert(1)</script>\n\nist?"
    assert "<script>alert" not in text(log_in("zoe").get(page_of(lesson)))


def test_an_empty_or_too_long_text_stays_in_the_form(log_in, lesson, question):
    client = log_in("mina")
    assert "Bitte schreiben Sie, was Sie wissen möchten." in text(client.post(page_of(lesson), {"text": " "}))
    sent = client.post(page_of(lesson), {"text": "y" * 2001})
    assert (sent.status_code, "y" * 2001 in text(sent)) == (422, True)
    assert client.post(question.get_absolute_url(), {"text": ""}).status_code == 422


def test_only_so_many_in_an_hour_with_a_sentence_and_the_text_kept(log_in, lesson, cast):
    for number in range(MOST_PER_HOUR):
        ask(lesson, f"Frage {number}", actor=cast.mina)
    sent = log_in("mina").post(page_of(lesson), {"text": "Noch eine"})
    assert (sent.status_code, "Noch eine" in text(sent)) == (422, True)
    assert "in der letzten Stunde viel geschrieben" in text(sent)
    with pytest.raises(TooOften):
        answer(LessonQuestion.objects.first(), "x", actor=cast.mina)
    LessonQuestion.objects.update(asked_at=timezone.now() - timedelta(hours=1))
    ask(lesson, "Jetzt geht es", actor=cast.mina)


def test_authors_remove_what_they_wrote(log_in, question, cast):
    made = answer(question, "Zehn Jahre.", actor=cast.zoe)
    log_in("zoe").post(reverse("courses:answer_remove", args=[made.pk]))
    question.refresh_from_db()
    assert (LessonAnswer.objects.count(), question.answered_at) == (0, None)
    log_in("mina").post(reverse("courses:question_remove", args=[question.pk]))
    assert not LessonQuestion.objects.exists()


def test_whoever_left_the_course_takes_back_what_they_asked_and_answered(log_in, question, lesson, cast):
    other = ask(lesson, "Und im Keller?", actor=cast.zoe)
    made = answer(other, "Auch dort.", actor=cast.mina)
    withdraw(cast.mina.enrollments.get(), actor=cast.mina)
    client = log_in("mina")
    page = text(client.get(NOTES))
    assert [words in page for words in ("Wie lange bleibt eine Akte?", "Auch dort.", "Und im")] == [True, True, False]
    assert question.get_absolute_url() not in page.replace(f"{question.get_absolute_url()}entfernen/", "")

    for name, pk in (("question_remove", question.pk), ("answer_remove", made.pk)):
        sent = client.post(reverse(f"courses:{name}", args=[pk]), {"zurueck": "notizen"}, follow=True)
        assert sent.redirect_chain == [(f"{NOTES}#gesagt", 302)]
    assert (list(LessonQuestion.objects.all()), LessonAnswer.objects.count()) == ([other], 0)
    assert client.post(reverse("courses:question_remove", args=[other.pk])).status_code == 404


def test_own_words_lead_to_their_question_while_it_may_be_read(question, course, cast):
    answer(question, "Ich meine Papier.", actor=cast.mina)
    assert [(one.is_answer, one.url) for one in own_words(cast.mina)] == [
        (True, question.get_absolute_url()),
        (False, question.get_absolute_url()),
    ]
    type(course).objects.filter(pk=course.pk).update(live=False)
    assert [one.url for one in own_words(cast.mina)] == ["", ""]
    assert own_words(cast.zoe) == []


def test_fellow_learners_remove_nothing_of_others(log_in, question):
    url = reverse("courses:question_remove", args=[question.pk])
    assert log_in("zoe").post(url, {"reason": "x"}).status_code == 403
    assert log_in("zoe").post(url).status_code == 403


def test_trainers_remove_with_a_sentence_which_the_author_gets(log_in, question, cast):
    url = reverse("courses:question_remove", args=[question.pk])
    without = log_in("barbara").post(url)
    assert without.status_code == 422
    assert "Bitte sagen Sie in einem Satz, warum" in text(without)
    with pytest.raises(Refused):
        remove_question(question, actor=cast.barbara)

    log = entries(question)
    log_in("barbara").post(url, {"reason": "Hier steht\nein Name."})
    assert not LessonQuestion.objects.exists()
    [entry] = [one for one in log if one.action == "courses.question.remove"]
    assert (entry.user, entry.data) == (cast.barbara, {"by_others": True})
    assert "Akte" not in entry.label
    _subject, body = text_of(messages_to(cast.mina, "question_removed").get(), "de")
    assert "Hier steht ein Name." in body


def test_trainers_remove_an_answer_and_the_question_waits_again(question, cast):
    made = answer(question, "Falsch.", actor=cast.zoe)
    remove_answer(made, actor=cast.barbara, reason="Das stimmt so nicht.")
    question.refresh_from_db()
    assert question.answered_at is None
    assert messages_to(cast.zoe, "answer_removed").exists()


def test_waiting_questions_stand_on_the_teaching_page_and_on_the_start_page(log_in, lesson, question, cast):
    ask(lesson, "Und dann?", actor=cast.zoe)
    [row] = waiting_questions(cast.barbara)
    assert (row.title, row.count, row.url) == (lesson.title, 2, page_of(lesson))
    assert "2 Fragen" in text(log_in("barbara").get(TEACHING))
    [step] = asked_steps(cast.barbara)
    assert (step.url, "2 Fragen" in step.sentence) == (page_of(lesson), True)
    assert waiting_questions(cast.hanna) == waiting_questions(cast.dieter) == []
    for one in LessonQuestion.objects.all():
        answer(one, "So.", actor=cast.barbara)
    assert asked_steps(cast.barbara) == []


def test_visitors_of_the_course_ask_nothing(lesson, cast):
    for person in (cast.kilian, cast.barbara):
        with pytest.raises(NotAllowed):
            ask(lesson, "x", actor=person)
    with pytest.raises(NotAllowed):
        answer(ask(lesson, "x", actor=cast.mina), "y", actor=cast.kilian)


def test_questions_of_a_course_that_was_taken_back_are_for_trainers_alone(log_in, course, lesson, question):
    type(course).objects.filter(pk=course.pk).update(live=False)
    assert log_in("mina").get(page_of(lesson)).status_code == 404
    assert log_in("mina").get(question.get_absolute_url()).status_code == 404
    assert log_in("barbara").get(page_of(lesson)).status_code == 200


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_asks_as_often_for_one_question_as_for_many(log_in, lesson, cast, count):
    for number in range(count):
        row = LessonQuestion.objects.create(person=cast.mina, lesson=lesson, course=lesson.course, text=str(number))
        for person in (cast.zoe, cast.barbara):
            LessonAnswer.objects.create(question=row, person=person, text="x")
    assert queries_of(log_in("mina"), page_of(lesson)) == 14
