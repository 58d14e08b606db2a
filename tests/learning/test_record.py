"""The learner record: everything of one person, for that person, to look at and to take away."""

import csv
import io
import json
from datetime import timedelta
from zipfile import ZipFile

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from certificates.models import Certificate
from courses.models import Attempt, Attendance, CourseRun, LessonNote, Session
from courses.services.assessing.answer_files import keep_file
from courses.services.beside.asking import ask
from courses.services.beside.notes import save_note
from courses.services.enrolling.enrollments import enroll
from learning.queries.record import record_of
from learning.services.record import export_record
from lms.core.errors import NotAllowed
from tests.courses.stories import learn, take_test
from tests.factories.courses import (
    RIGHT,
    WRONG,
    AssignmentFactory,
    AttemptFactory,
    CourseFactory,
    SubmissionFactory,
    a_free_text,
    lessons_of,
)
from tests.queries import queries_in, queries_of

RECORD, EXPORT = reverse("learning:record"), reverse("learning:record_export")
FORMULA = '=HYPERLINK("http://evil.example","x")'


@pytest.fixture
def course(cast):
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=1, test=True)


@pytest.fixture
def mina(client, cast):
    client.force_login(cast.mina)
    return client


def text(answer):
    return " ".join(answer.content.decode().split())


def opened(answer):
    return ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


def data_of(archive):
    return json.loads(archive.read("record.json"))


def test_everything_somebody_did_stands_in_one_place(mina, cast, course):
    enrollment = learn(cast.mina, course)
    take_test(enrollment, WRONG)
    passed = take_test(enrollment, RIGHT)
    save_note(lessons_of(course)[0], "Merken", actor=cast.mina)
    page = text(mina.get(RECORD))
    for words in (
        "Akten führen",
        "abgeschlossen",
        "von der Lernplattform",
        "0 Prozent",
        "100 Prozent",
        "nicht bestanden",
    ):
        assert words in page, words
    assert reverse("courses:result", args=[passed.pk]) in page
    assert Certificate.objects.get().get_absolute_url() in page
    assert "1 Notiz" in page
    [row] = record_of(cast.mina).courses
    assert [(one.number, one.score, one.passed) for one in row.attempts] == [(1, 0, False), (2, 100, True)]
    [(completion, certificate)] = row.completions
    assert (completion.grade, certificate) == ("scored", Certificate.objects.get())


def test_a_course_that_was_left_or_taken_back_stays_in_the_record(mina, cast, course):
    learn(cast.mina, course)
    type(course).objects.filter(pk=course.pk).update(live=False)
    page = text(mina.get(RECORD))
    assert "Akten führen" in page
    assert course.url not in page


def test_without_a_course_it_says_what_will_stand_here(mina):
    assert "Hier steht noch nichts" in text(mina.get(RECORD))
    assert data_of(opened(mina.post(EXPORT)))["courses"] == []


def test_it_goes_with_one(mina, cast, course, settings):
    """Data for programs, tables for people, certificates, and what was handed in."""
    enrollment = learn(cast.mina, course)
    take_test(enrollment, RIGHT)
    lesson = lessons_of(course)[0]
    save_note(lesson, FORMULA, actor=cast.mina)
    ask(lesson, "+49 oder 0049?", actor=cast.mina)
    work = SubmissionFactory(
        enrollment=enrollment, assignment=AssignmentFactory(parent=course), file_name="../../Plan.pdf"
    )
    work.file.save("zufall.pdf", ContentFile(b"%PDF mein Plan"))
    answer = mina.post(EXPORT)
    assert answer["Content-Type"] == "application/zip"
    assert "lernkonto" in answer["Content-Disposition"]
    archive = opened(answer)
    names = archive.namelist()
    assert all(not name.startswith(("/", "..")) and ".." not in name for name in names)
    [plan] = [name for name in names if name.endswith("001-plan.pdf")]
    assert archive.read(plan) == b"%PDF mein Plan"
    [paper] = [name for name in names if name.endswith(f"{Certificate.objects.get().number}.pdf")]
    assert archive.read(paper)[:4] == b"%PDF"

    data = data_of(archive)
    assert data["person"]["name"] == "Mina Musterfrau"
    assert [row["course"] for row in data["courses"]] == ["Akten führen"]
    assert data["attempts"][0]["score"] == 100
    assert sorted(sorted(row["answer"].split("; ")) for row in data["answers"]) == [["blau", "rot"], ["ja"]]
    assert data["notes"][0]["text"] == FORMULA
    assert data["completions"][0]["evidence"].startswith("von der Lernplattform")
    [notes] = [name for name in names if name.endswith("notizen.csv")]
    rows = list(csv.reader(io.StringIO(archive.read(notes).decode("utf-8-sig")), delimiter=";"))
    assert rows[1][1] == f"'{FORMULA}"
    [asked] = [name for name in names if "fragen" in name]
    assert "'+49" in archive.read(asked).decode()


def test_no_cell_of_any_table_begins_like_a_formula(mina, cast, course):
    enrollment = enroll(course, actor=cast.mina)
    for start in "=+-@\t\r":
        LessonNote.objects.update_or_create(
            person=cast.mina, lesson=lessons_of(course)[0], defaults={"text": f"{start}1+1"}
        )
        AttemptFactory(
            enrollment=enrollment, number=Attempt.objects.count() + 1, scored=0,
            questions=[a_free_text(text=f"{start}x")], answers={"why": f"{start}y"},
        )  # fmt: skip
        archive = opened(mina.post(EXPORT))
        for name in archive.namelist():
            if name.endswith(".csv"):
                for row in csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline=""), delimiter=";"):
                    assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))], name


def test_what_was_right_is_not_in_it_while_a_test_is_open(mina, cast, course):
    enrollment = learn(cast.mina, course)
    take_test(enrollment, WRONG)
    archive = opened(mina.post(EXPORT))
    everything = b"".join(archive.read(name) for name in archive.namelist()).decode(errors="replace")
    assert "nein" in everything
    for secret in ('"right"', "Ja gilt.", "Farben.", "blau-1", '"ja"'):
        assert secret not in everything, secret


def test_files_that_answered_a_question_go_along_and_lost_ones_break_nothing(mina, cast, course):
    enrollment = enroll(course, actor=cast.mina)
    file = ContentFile(b"%PDF-1.4 Antwort", name="Antwort.pdf")
    question = {
        "key": "up",
        "kind": "upload",
        "text": "Bitte hochladen",
        "feedback": "",
        "endings": ["pdf"],
        "max_mb": 5,
    }
    question |= {
        "rubric": [{"key": "a", "text": "Sache", "points": 1}],
        "lesson": None,
        "question": None,
        "version": None,
    }
    gone, elsewhere = {"file": "answers/weg.pdf", "name": "weg.pdf"}, {"file": "submissions/x.pdf", "name": "x.pdf"}
    for number, given in enumerate([keep_file(file), gone, elsewhere], start=1):
        AttemptFactory(enrollment=enrollment, number=number, scored=0, questions=[question], answers={"up": given})
    files = [name for name in opened(mina.post(EXPORT)).namelist() if name.endswith(".pdf")]
    assert [name.rpartition("/")[2] for name in files] == ["001-antwort.pdf"]


@pytest.mark.parametrize("other", ["kilian", "barbara", "hanna", "konrad"])
def test_nobody_gets_the_record_of_somebody_else(client, cast, course, other):
    enrollment = learn(cast.mina, course)
    take_test(enrollment, RIGHT)
    save_note(lessons_of(course)[0], "ZZ-geheim", actor=cast.mina)
    stranger = getattr(cast, other)
    client.force_login(stranger)
    assert "Akten führen" not in text(client.get(RECORD))
    archive = opened(client.post(EXPORT))
    everything = b"".join(archive.read(name) for name in archive.namelist()).decode(errors="replace")
    assert "Akten führen" not in everything
    assert Certificate.objects.get().number not in " ".join(archive.namelist())
    with pytest.raises(NotAllowed):
        export_record(cast.mina, actor=stranger)


def test_taking_it_away_is_only_sent(mina):
    assert mina.get(EXPORT).status_code == 405


def _a_lot(cast, count):
    for _ in range(count):
        course = CourseFactory(city=cast.nuremberg, lessons=1, test=True)
        assignment = AssignmentFactory(parent=course)
        enrollment = enroll(course, actor=cast.mina)
        AttemptFactory(enrollment=enrollment, scored=50, questions=[a_free_text()], answers={"why": "x"})
        SubmissionFactory(enrollment=enrollment, assignment=assignment)
        save_note(lessons_of(course)[0], "x", actor=cast.mina)


@pytest.mark.parametrize("count", [1, 12])
def test_it_asks_as_often_for_one_course_as_for_many(mina, cast, count):
    _a_lot(cast, count)
    assert queries_of(mina, RECORD) == 12
    assert queries_in(lambda: export_record(cast.mina, actor=cast.mina).close()) == 21


def test_attendance_stands_in_it(mina, cast, course):
    enrollment = enroll(course, actor=cast.mina)
    today, begin = timezone.localdate(), timezone.now() - timedelta(days=2)
    run = CourseRun.objects.create(
        course=course, city=cast.nuremberg, name="Herbst", starts_on=today, ends_on=today, enroll_until=today
    )
    session = Session.objects.create(
        run=run, title="Auftakt", starts_at=begin, ends_at=begin + timedelta(hours=1), place="Amt"
    )
    Attendance.objects.create(session=session, enrollment=enrollment, presence="present")
    assert "Auftakt" in text(mina.get(RECORD))
    assert data_of(opened(mina.post(EXPORT)))["attendance"][0]["presence"] == "anwesend"
