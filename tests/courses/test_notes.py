"""Notes and bookmarks beside lessons: for the learner alone."""

import pytest
from django.urls import reverse

from courses.models import LessonNote
from courses.queries.beside.notes import Beside, beside, notes_of
from courses.services.beside.notes import remove_note, save_note, set_bookmark
from courses.services.enrolling.enrollments import enroll, withdraw
from lms.core.errors import NotAllowed
from tests.courses.stories import learn
from tests.factories.courses import CourseFactory, lessons_of
from tests.queries import queries_of

NOTES = reverse("courses:notes")
SECRET = "ZZ-NOTIZ-4e1-geheim"


@pytest.fixture
def course(cast):
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=2)


@pytest.fixture
def lesson(course, cast):
    enroll(course, actor=cast.mina)
    return lessons_of(course)[0]


@pytest.fixture
def mina(client, cast):
    client.force_login(cast.mina)
    return client


def note_url(lesson):
    return reverse("courses:note", args=[lesson.pk])


def version():
    return LessonNote.objects.get().changed_at.isoformat()


def text(answer):
    return " ".join(answer.content.decode().split())


def test_a_note_is_saved_by_a_button_and_stands_beside_the_lesson(mina, lesson):
    answer = mina.post(note_url(lesson), {"text": "Fristen\r\nnoch einmal lesen"}, follow=True)
    assert answer.redirect_chain == [(f"{lesson.url}#notiz", 302)]
    assert "Fristen\nnoch einmal lesen</textarea>" in answer.content.decode()
    assert LessonNote.objects.get().text == "Fristen\nnoch einmal lesen"


def test_markup_in_a_note_is_text(mina, lesson):
    mina.post(note_url(lesson), {"text": "<b>fett</b></textarea><script>"})
    assert "<b>fett" not in text(mina.get(NOTES))
    assert "&lt;b&gt;fett" in text(mina.get(NOTES))


def test_a_note_that_is_too_long_stays_in_the_form_with_a_sentence(mina, lesson):
    answer = mina.post(note_url(lesson), {"text": "x" * 4001})
    assert answer.status_code == 422
    assert "x" * 4001 in text(answer)
    assert not LessonNote.objects.exists()


def test_an_empty_note_is_none(mina, lesson):
    mina.post(note_url(lesson), {"text": "etwas"})
    mina.post(note_url(lesson), {"text": "  \n", "seen": version()})
    assert not LessonNote.objects.exists()


def test_of_two_windows_the_later_one_reads_both_texts_and_decides(mina, lesson):
    mina.post(note_url(lesson), {"text": "Fristen"})
    shown = version()
    assert f'name="seen" value="{shown}"' in mina.get(lesson.url).content.decode()
    mina.post(note_url(lesson), {"text": "Fristen, links geschrieben", "seen": shown})

    answer = mina.post(note_url(lesson), {"text": "Fristen, rechts geschrieben", "seen": shown})
    page = text(answer)
    assert (answer.status_code, LessonNote.objects.get().text) == (409, "Fristen, links geschrieben")
    assert "Es gibt zwei Fassungen dieser Notiz" in page
    assert "Fristen, links geschrieben</p>" in page
    assert "Fristen, rechts geschrieben</textarea>" in page

    mina.post(note_url(lesson), {"text": "Fristen, rechts geschrieben", "seen": version()})
    assert LessonNote.objects.get().text == "Fristen, rechts geschrieben"


@pytest.mark.parametrize("seen", ["", "gestern", "2026-01-01", "2026-01-01T00:00:00+00:00"])
def test_whoever_saw_no_note_overwrites_none(mina, lesson, seen):
    mina.post(note_url(lesson), {"text": "links"})
    assert mina.post(note_url(lesson), {"text": "rechts", "seen": seen}).status_code == 409
    assert mina.post(note_url(lesson), {"text": "links", "seen": seen}).status_code == 302  # nothing gets lost


def test_a_bookmark_from_another_window_is_no_other_text(mina, lesson):
    mina.post(note_url(lesson), {"text": "links"})
    shown = version()
    mina.post(reverse("courses:bookmark", args=[lesson.pk]), {"merken": "1"})
    mina.post(note_url(lesson), {"text": "links und mehr", "seen": shown})
    assert LessonNote.objects.values_list("text", "is_bookmarked").get() == ("links und mehr", True)


def test_the_script_is_told_what_happened(mina, lesson):
    def sent(written, seen=""):
        told = mina.post(note_url(lesson), {"text": written, "seen": seen}, headers={"Accept": "application/json"})
        return told.status_code, told.json()

    status, told = sent("links")
    assert (status, told["seen"], told["saved"][:15]) == (200, version(), "gespeichert um ")
    assert sent("rechts") == (409, {"newer": "links", "seen": version()})
    assert sent("x" * 4001)[0] == 422
    assert sent("", version())[1]["seen"] == ""


def test_a_bookmark_comes_and_goes_and_leaves_the_note(mina, cast, lesson):
    url = reverse("courses:bookmark", args=[lesson.pk])
    mina.post(note_url(lesson), {"text": "wichtig"})
    mina.post(url, {"merken": "1"})
    assert beside(lesson, cast.mina) == Beside("wichtig", True, 0)
    mina.post(url, {"merken": "0"})
    assert beside(lesson, cast.mina) == Beside("wichtig", False, 0)
    mina.post(note_url(lesson), {"text": "", "seen": version()})
    mina.post(url, {"merken": "1"})
    mina.post(url, {"merken": "0"})
    assert not LessonNote.objects.exists()


def test_the_list_goes_by_course_and_finds_words_whatever_their_capitals(mina, cast, course, lesson):
    other = CourseFactory(city=cast.munich, title="Zeichnen", lessons=1)
    enroll(other, actor=cast.mina)
    save_note(lesson, "Ämter und ihre Fristen", actor=cast.mina)
    save_note(lessons_of(other)[0], "Stifte", actor=cast.mina)
    set_bookmark(lessons_of(course)[1], True, actor=cast.mina)

    assert [(row.course.title, len(row.notes)) for row in notes_of(cast.mina)] == [("Akten führen", 2), ("Zeichnen", 1)]
    assert [row.course.pk for row in notes_of(cast.mina, words="fristen ÄMTER")] == [course.pk]
    assert [len(row.notes) for row in notes_of(cast.mina, only_bookmarked=True)] == [1]
    assert "Stifte" not in text(mina.get(NOTES + "?q=ämter"))
    assert "Nichts gefunden" in text(mina.get(NOTES + "?q=xyz"))


def test_notes_stay_when_somebody_leaves_the_course_and_can_be_deleted(mina, cast, lesson):
    save_note(lesson, SECRET, actor=cast.mina)
    withdraw(cast.mina.enrollments.get(), actor=cast.mina)
    assert SECRET in text(mina.get(NOTES))
    assert mina.post(note_url(lesson), {"text": "neu"}).status_code == 404
    mina.post(reverse("courses:note_remove", args=[LessonNote.objects.get().pk]))
    assert not LessonNote.objects.exists()


def test_notes_of_a_course_that_was_taken_back_are_shown_without_links(mina, cast, course, lesson):
    save_note(lesson, SECRET, actor=cast.mina)
    type(course).objects.filter(pk=course.pk).update(live=False)
    page = text(mina.get(NOTES))
    assert (SECRET in page, lesson.url in page) == (True, False)


@pytest.mark.parametrize("reader", ["kilian", "barbara", "hanna", "konrad", "zoe"])
def test_nobody_else_ever_sees_a_note(client, cast, course, lesson, reader):
    save_note(lesson, SECRET, actor=cast.mina)
    note = LessonNote.objects.get()
    other = getattr(cast, reader)
    learn(other, course)
    client.force_login(other)
    addresses = [lesson.url, note_url(lesson), NOTES, reverse("courses:lesson_questions", args=[lesson.pk]), course.url]
    for url in [*addresses, reverse("courses:my_learning"), reverse("home")]:
        assert SECRET not in text(client.get(url, follow=True)), url
    assert client.post(reverse("courses:note_remove", args=[note.pk])).status_code == 404
    assert notes_of(other) == []
    with pytest.raises(NotAllowed):
        remove_note(note, actor=other)
    assert LessonNote.objects.get() == note


def test_notes_are_for_those_who_take_the_course(client, cast, lesson):
    client.force_login(cast.barbara)
    assert client.get(note_url(lesson)).status_code == 404
    with pytest.raises(NotAllowed):
        save_note(lesson, "x", actor=cast.barbara)


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_asks_as_often_for_one_note_as_for_many(mina, cast, count):
    for _ in range(count // 2 or 1):
        course = CourseFactory(city=cast.nuremberg, lessons=2)
        enroll(course, actor=cast.mina)
        for lesson in lessons_of(course)[: 2 if count > 1 else 1]:
            save_note(lesson, "x", actor=cast.mina)
    assert queries_of(mina, NOTES) == 10
