"""Files of the courses: for signed-in people, of the kinds we show, from their folders alone."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as tries
from hypothesis import strategies as st

from lms.media.models import CourseDocument

TEXT = b"0123456789"
OUTSIDE = [
    "images/../../secret.png",
    "images/..%2f..%2fsecret.png",
    "images/%2e%2e/%2e%2e/secret.png",
    "images/..\\..\\secret.png",
    "images//etc/passwd.png",
    "images/./../../secret.png",
    "../secret.png",
    "..%2fsecret.png",
    "%2e%2e%2fsecret.png",
    "/etc/passwd",
    "images/\x00.png",
    "images/a.png%00",
    "images/",
    "images",
    "",
    "images/" + "a" * 5_000 + ".png",
    "secret.png",
    "documents/liste.txt",
    "mail/secret.png",
]


@pytest.fixture
def folder(db):
    root = Path(settings.MEDIA_ROOT)
    for place in ("images", "documents", "mail"):
        (root / place).mkdir(parents=True, exist_ok=True)
    for name in ("secret.png", "../secret.png", "mail/secret.png", "documents/liste.txt"):
        (root / name).write_bytes(b"geheim")
    for name in ("a.png", "a.svg", "a.html", "a.js", "a.pdf", "a", "a.png.html"):
        (root / "images" / name).write_bytes(TEXT)
    return root


@pytest.fixture
def mina(cast, client):
    client.force_login(cast.mina)
    return client


def test_a_picture_is_shown_to_signed_in_people(folder, mina):
    answer = mina.get("/medien/images/a.png")
    assert (b"".join(answer), answer["Content-Type"], answer["X-Content-Type-Options"]) == (
        TEXT,
        "image/png",
        "nosniff",
    )
    assert answer["Cache-Control"].startswith("private")


KINDS = {
    "a.mp3": "audio/mpeg",
    "a.ogg": "audio/ogg",
    "a.wav": "audio/wav",
    "a.m4a": "audio/mp4",
    "a.webm": "video/webm",
    "a.MP4": "video/mp4",
    "a.vtt": "text/vtt",
}


@pytest.mark.parametrize("name", KINDS)
def test_films_and_sound_have_their_kind_on_any_machine(folder, mina, name):
    (folder / "images" / name).write_bytes(TEXT)
    answer = mina.get(f"/medien/images/{name}")
    assert (b"".join(answer), answer["Content-Type"]) == (TEXT, KINDS[name])


def test_strangers_get_no_file(folder, db):
    document = CourseDocument.objects.create(title="Liste", file=ContentFile(TEXT, name="liste.txt"))
    for address in ("/medien/images/a.png", document.url):
        answer = Client().get(address)
        assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, "/anmelden/")


@pytest.mark.parametrize("name", ["a.svg", "a.html", "a.js", "a.pdf", "a", "a.png.html"])
def test_kinds_we_do_not_show_do_not_exist(folder, mina, name):
    assert mina.get(f"/medien/images/{name}").status_code == 404


@pytest.mark.parametrize("path", OUTSIDE)
def test_no_way_leads_out_of_the_folders(folder, mina, path):
    answer = mina.get(f"/medien/{path}")
    body = b"".join(answer) if answer.streaming else answer.content
    assert (answer.status_code in (301, 400, 404), b"geheim" in body) == (True, False)


@pytest.mark.parametrize(
    "name", ["../../settings.py", "..%2f..%2fsecret.png", "x" * 3_000, "liste.txt%00", "\u202e.txt"]
)
def test_the_number_of_a_document_decides_not_its_name(folder, mina, name):
    document = CourseDocument.objects.create(title="Liste", file=ContentFile(TEXT, name="liste.txt"))
    answer = mina.get(f"/dokumente/{document.pk}/{name}")
    body = b"".join(answer) if answer.streaming else answer.content
    assert (answer.status_code in (301, 302, 400, 404), b"geheim" in body) == (True, False)


def test_documents_are_handed_out_in_a_closed_box(folder, mina):
    document = CourseDocument.objects.create(title="Liste", file=ContentFile(b"<script>1</script>", name="liste.txt"))
    answer = mina.get(document.url)
    assert b"".join(answer) == b"<script>1</script>"
    assert (answer["Content-Security-Policy"], answer["X-Content-Type-Options"]) == ("default-src 'none'", "nosniff")
    assert answer["Content-Disposition"].startswith(("attachment", "inline"))


def test_any_range_is_answered(folder, mina):
    @tries(max_examples=100, suppress_health_check=list(HealthCheck), database=None)
    @given(
        st.from_regex(r"(bytes=)?-?[0-9]{0,25}-?[0-9]{0,25}(,[0-9]+-)?", fullmatch=True)
        | st.text(st.characters(max_codepoint=126, min_codepoint=32))
    )
    def ask(wanted):
        answer = mina.get("/medien/images/a.png", headers={"range": wanted})
        body = b"".join(answer) if answer.streaming else answer.content
        assert (answer.status_code in (200, 206, 416), body in TEXT) == (True, True)

    ask()
