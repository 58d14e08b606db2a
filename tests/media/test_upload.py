"""What trainers bring into the library of their city through the editor."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from courses.services.writing.authoring import set_up_shelf
from courses.services.writing.rights import collection_of
from lms.media.models import CourseDocument, CourseImage, CourseMedia
from tests.media.samples import CAPTIONS, FILM, PDF, pixel, sound


@pytest.fixture
def library(client, cast):
    set_up_shelf(cast.nuremberg)
    client.force_login(cast.barbara)
    return collection_of(cast.nuremberg)


def send(client, address, library, **sent):
    files = {name: SimpleUploadedFile(*file) for name, file in sent.items() if isinstance(file, tuple)}
    return client.post(address, {"title": "Neu", "collection": library.pk, "tags": ""} | sent | files).content.decode()


def test_a_document_is_taken_by_what_it_holds(client, library):
    address = reverse("wagtaildocs:add")
    assert "ihr Inhalt ist aber etwas anderes" in send(client, address, library, file=("a.pdf", b"<html>"))
    for name, content in (("a.svg", b"<svg/>"), ("a.html", b"<p>x"), ("a.docm", b"PK")):
        assert "ist nicht erlaubt" in send(client, address, library, file=(name, content))
    assert not CourseDocument.objects.exists()
    send(client, address, library, file=("a.pdf", PDF))
    assert CourseDocument.objects.get().file_size == len(PDF)


def test_the_sentence_is_there_in_english_too(client, library):
    client.cookies["django_language"] = "en"
    page = send(client, reverse("wagtaildocs:add"), library, file=("a.pdf", b"<html>"))
    assert "its content is something else. Open it in the program it was made with" in page


@pytest.mark.parametrize(("name", "content"), [("a.svg", b"<svg/>"), ("a.png", b"<svg/>"), ("a.png", b"GIF89a")])
def test_an_image_is_an_image(client, library, name, content):
    send(client, reverse("wagtailimages:add"), library, file=(name, content))
    assert not CourseImage.objects.exists()
    send(client, reverse("wagtailimages:add"), library, file=("a.png", pixel()))
    assert CourseImage.objects.exists()


def test_a_film_comes_with_captions_that_tell_how_long_it_is(client, library):
    address = reverse("wagtailmedia:add", args=["video"])
    sent = {"file": ("a.webm", FILM), "transcript": "Guten Tag.", "duration": "0"}
    page = send(client, address, library, **sent, captions=("a.vtt", b"Hallo"))
    assert "keine Untertitel-Datei im Format WebVTT" in page
    assert "Guten Tag." in page
    assert not CourseMedia.objects.exists()
    send(client, address, library, **sent, captions=("a.vtt", CAPTIONS))
    assert CourseMedia.objects.get().duration == 2.5


def test_nothing_uploaded_is_no_fault_of_ours(client, library):
    for kind in ("video", "audio"):
        assert "Dieses Feld" in send(client, reverse("wagtailmedia:add", args=[kind]), library, duration="0")
    thumbnail = ("a.png", b"<svg/>")
    sent = {"file": ("a.webm", FILM), "thumbnail": thumbnail, "duration": "0"}
    send(client, reverse("wagtailmedia:add", args=["video"]), library, **sent)
    assert not CourseMedia.objects.exists()


def test_a_recording_is_asked_for_nothing_that_only_films_have(client, library):
    address = reverse("wagtailmedia:add", args=["audio"])
    form = client.get(address).content.decode()
    asked = [name for name in ("captions", "thumbnail", "width", "transcript") if f'name="{name}"' in form]
    assert asked == ["transcript"]
    send(client, address, library, file=("a.wav", sound()), transcript="Guten Tag.", duration="1")
    assert CourseMedia.objects.get().type == "audio"


def test_a_new_title_does_not_open_the_file_again(client, library):
    send(client, reverse("wagtaildocs:add"), library, file=("a.pdf", PDF))
    document = CourseDocument.objects.get()
    document.file.storage.delete(document.file.name)
    client.post(reverse("wagtaildocs:edit", args=[document.pk]), {"title": "Anders", "collection": library.pk})
    assert CourseDocument.objects.get().title == "Anders"
