"""A file is what its name says, or whoever brings it reads what to do."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from hypothesis import given
from hypothesis import strategies as st

from lms.media import checks
from lms.media.checks import DOCUMENTS, MEDIA, check_captions, check_document, check_media
from tests.media.samples import CAPTIONS, FILM, MP4, PDF, archive, docx, odt, pixel, sound

OTHER = "ihr Inhalt ist aber etwas anderes"
MACROS = "Diese Datei enthält Makros"


def refusal(check, content, name):
    """What somebody reads, nothing if the file is taken."""
    file = ContentFile(content, name=name)
    try:
        check(file)
    except ValidationError as error:
        return " ".join(error.messages)
    assert file.tell() == 0, "whoever stores the file begins at its beginning"
    return ""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", PDF),
        ("a.PDF", PDF),
        ("a.docx", docx()),
        ("a.xlsx", archive("[Content_Types].xml", "xl/workbook.xml")),
        ("a.pptx", archive("[Content_Types].xml", "ppt/presentation.xml")),
        ("a.odt", odt()),
        ("a.ods", odt("application/vnd.oasis.opendocument.spreadsheet")),
        ("a.odp", odt("application/vnd.oasis.opendocument.presentation")),
        ("a.txt", "Straße\tund Umlaute".encode()),
        ("a.csv", "Straße;Ort\r\n".encode("cp1252")),
        ("a.csv", "Straße;Ort\r\n".encode("utf-16")),
        ("a.txt", b""),
    ],
)
def test_documents_that_are_what_they_say_are_taken(name, content):
    assert refusal(check_document, content, name) == ""


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.pdf", b"<html><script>1</script>", OTHER),
        ("a.pdf", b"MZ\x90\x00", OTHER),
        ("a.pdf", b"", OTHER),
        ("a.docx", PDF, OTHER),
        ("a.docx", archive("x.txt"), OTHER),
        ("a.docx", archive("[Content_Types].xml", "xl/workbook.xml"), OTHER),
        ("a.docx", b"<html>" + docx(), OTHER),
        ("a.docx", docx()[:40], OTHER),
        ("a.docx", docx("word/vbaProject.bin"), MACROS),
        ("a.xlsx", archive("[Content_Types].xml", "xl/workbook.xml", "xl/VBAPROJECT.BIN"), MACROS),
        ("a.odt", odt("application/epub+zip"), OTHER),
        ("a.odt", archive("content.xml"), OTHER),
        ("a.odt", odt("application/vnd.oasis.opendocument.text", "Basic/Standard/Module1.xml"), MACROS),
        ("a.txt", b"\x00\x01binary", OTHER),
        ("a.txt", b"\xff\xfea", OTHER),
        ("a.txt", b" \n<!DOCTYPE html><p>x", OTHER),
        ("a.csv", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', OTHER),
        ("a.csv", '<html onload="alert(1)">'.encode("utf-16"), OTHER),
        ("a.svg", b"<svg/>", OTHER),
        ("a.html", b"<p>x", OTHER),
        ("a", b"x", OTHER),
    ],
)
def test_documents_that_are_something_else_are_refused(name, content, sentence):
    assert sentence in refusal(check_document, content, name)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.webm", FILM),
        ("a.mp4", MP4),
        ("a.m4a", b"\x00\x00\x00\x20ftypM4A \x00"),
        ("a.mp3", b"ID3\x04"),
        ("a.mp3", b"\xff\xfb\x90\x00"),
        ("a.ogg", b"OggS\x00\x02"),
        ("a.wav", sound()),
    ],
)
def test_films_and_recordings_are_known_by_their_beginning(name, content):
    assert refusal(check_media, content, name) == ""
    assert OTHER in refusal(check_media, b"<svg onload=alert(1)>", name)
    assert OTHER in refusal(check_media, pixel(), name)


def test_the_films_of_some_telephones_are_refused_since_few_browsers_play_them():
    assert OTHER in refusal(check_media, b"\x00\x00\x00\x14ftypqt  \x00", "a.mp4")


def test_a_film_has_a_largest_size(settings):
    settings.MEDIA_MAX_UPLOAD_SIZE = 50
    assert "zu groß (64\xa0Bytes). Erlaubt sind bis zu 50\xa0Bytes" in refusal(check_media, FILM, "a.webm")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.vtt", b"1\n00:00:01,000 --> 00:00:02,000\nHallo", "keine Untertitel-Datei im Format WebVTT"),
        ("a.srt", CAPTIONS, "keine Untertitel-Datei im Format WebVTT"),
        ("a.vtt", b"\xff\xfe\x00", "keine Untertitel-Datei im Format WebVTT"),
        ("a.vtt", CAPTIONS + b" " * checks.CAPTIONS_AT_MOST, "keine Untertitel-Datei im Format WebVTT"),
        ("a.vtt", b"WEBVTT\n\n00:00 --> 00:02\nHallo", "Zeile 3"),
        ("a.vtt", b"WEBVTT\n", "sie enthält keine Untertitel"),
    ],
)
def test_captions_are_read(name, content, sentence):
    assert sentence in refusal(check_captions, content, name)
    assert refusal(check_captions, CAPTIONS, "a.vtt") == ""


@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", docx()[:60], odt()[:80], b"\xff\xfe", b"RIFF"]))
def test_any_content_is_taken_or_refused(content, start):
    for check, kinds in ((check_document, DOCUMENTS), (check_media, MEDIA), (check_captions, ["vtt"])):
        for kind in kinds:
            assert refusal(check, start + content, f"a.{kind}") is not None
