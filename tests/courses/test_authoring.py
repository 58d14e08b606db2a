import struct
import zlib

import pytest

from courses.models import CoursePage
from courses.services.enrolling.enrollments import enroll
from courses.services.writing.authoring import create_course, has_traces, set_up_catalogue, set_up_shelf
from lms.core.errors import NotAllowed, Refused
from lms.media.models import CourseDocument, CourseImage, CourseMedia
from tests.factories.courses import lessons_of
from tests.factories.courses import test_of as the_test_of

CHOICES = [
    {"text": "ja", "right": True, "feedback": "Genau."},
    {"text": "nein", "right": False, "feedback": "Leider nicht."},
]
FILM = {"title": "Rundgang", "file": "film.webm", "captions": "film.vtt", "transcript": "Ein Rundgang.", "seconds": 30}
BODY = [
    {"type": "text", "value": "<p>Wer schreibt, der bleibt.</p>"},
    {"type": "hint", "value": {"tone": "warn", "title": "Achtung", "text": "<p>Fristen.</p>"}},
    {"type": "image", "value": {"file": "bild.png", "alt": "Ein leeres Blatt", "caption": "Blatt"}},
    {"type": "file", "value": {"title": "Liste", "file": "liste.txt", "description": "Zum Abhaken."}},
    {"type": "video", "value": FILM},
    {"type": "self_check", "value": {"question": "Stimmt das?", "kind": "single", "choices": CHOICES}},
]
QUESTION = {"kind": "single", "text": "Gilt das?", "choices": CHOICES, "feedback": "Steht im Gesetz.", "lesson": "eins"}


def spec(**changes):
    return {
        "slug": "akten",
        "city": "augsburg",
        "title": "Akten führen",
        "summary": "Kurz.",
        "goals": ["Sie können es."],
        "audience": "alle",
        "level": "beginner",
        "language": "de",
        "topic": "citizens",
        "licence": "CC BY-SA 4.0",
        "contact": "dieter.demozweck@example.org",
        "cover": None,
        "lessons": [{"slug": "eins", "title": "Eins", "minutes": 8, "body": BODY}],
        "test": {
            "slug": "test",
            "title": "Test",
            "intro": "",
            "pass_mark": 70,
            "max_attempts": 3,
            "questions": [QUESTION],
        },
    } | changes


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "bild.png").write_bytes(a_pixel())
    (tmp_path / "liste.txt").write_text("[ ] Frist notieren")
    (tmp_path / "film.webm").write_bytes(b"\x1aE\xdf\xa3")
    (tmp_path / "film.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:02.000\nHallo\n")
    return tmp_path


def a_pixel():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\x00\xff")) + chunk(b"IEND", b"")


def test_a_described_course_is_published_with_all_it_needs(cast, folder, client):
    course = create_course(spec(), actor=cast.anton, files=folder)
    [lesson] = lessons_of(course)
    assert (course.city, course.live, course.owner, lesson.minutes) == (cast.augsburg, True, cast.anton, 8)
    assert [block.block_type for block in lesson.body] == ["text", "hint", "image", "file", "video", "self_check"]
    assert [question.value["lesson"].pk for question in the_test_of(course).questions] == [lesson.pk]
    stored = [model.objects.get().collection.name for model in (CourseImage, CourseDocument, CourseMedia)]
    assert stored == ["Augsburg"] * 3

    client.force_login(cast.anton)
    page = client.get(lesson.url).content.decode()
    for shown in ('alt="Ein leeres Blatt"', "Fristen.", "<track ", "Ein Rundgang.", "(TXT, ", "Stimmt das?"):
        assert shown in page
    assert "Genau." not in page


def test_building_it_again_changes_nothing(cast, folder):
    first = create_course(spec(), actor=None, files=folder)
    again = create_course(spec(title="Anders"), actor=None, files=folder)
    assert (again.pk, again.title) == (first.pk, "Akten führen")
    assert CoursePage.objects.count() == CourseImage.objects.count() == 1


def test_the_keys_of_blocks_are_the_same_each_time(cast, folder):
    course = create_course(spec(), actor=None, files=folder)
    before = [block.id for block in lessons_of(course)[0].body]
    course.delete()
    again = create_course(spec(), actor=None, files=folder)
    assert [block.id for block in lessons_of(again)[0].body] == before


@pytest.mark.parametrize("who", ["dieter", "hanna", "mina", "konrad"])
def test_only_the_training_office_of_the_city_publishes(cast, folder, who):
    with pytest.raises(NotAllowed):
        create_course(spec(), actor=getattr(cast, who), files=folder)


def test_a_film_without_a_transcript_is_not_published(cast, folder):
    silent = {"type": "video", "value": FILM | {"transcript": ""}}
    lesson = {"slug": "eins", "title": "Eins", "minutes": 8, "body": [silent]}
    with pytest.raises(Refused):
        create_course(spec(lessons=[lesson]), actor=None, files=folder)
    assert CoursePage.objects.count() == 0


def test_setting_up_twice_changes_nothing(cast):
    assert set_up_catalogue() == set_up_catalogue()
    assert set_up_shelf(cast.nuremberg) == set_up_shelf(cast.nuremberg)


def test_a_page_somebody_learned_on_leaves_traces(cast, folder):
    course = create_course(spec(), actor=None, files=folder)
    assert not has_traces(course.get_parent())
    enroll(course, actor=cast.mina)
    assert has_traces(course.get_parent())
    assert not has_traces(lessons_of(course)[0])
