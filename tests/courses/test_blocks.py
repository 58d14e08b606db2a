"""The blocks of a lesson: what learners see, what authors must not forget, what the chooser shows."""

from collections import Counter
from itertools import pairwise
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse

from courses.blocks import LessonBody
from courses.models import LessonPage
from courses.services.enrolling.enrollments import enroll
from courses.services.writing import bodies
from courses.services.writing.authoring import set_up_shelf
from lms.media.models import CourseImage
from tests.courses.every_block import EVERYTHING, FILM_OF, KINDS, SPOKEN, TABLE, store_in, written
from tests.factories.courses import CourseFactory, LessonFactory
from tests.queries import queries_of

EVIL = '<p onclick="x()">Text<script>alert(1)</script> <a href="javascript:x">x</a></p>'


@pytest.fixture
def store(db, tmp_path):
    return store_in(tmp_path)


def drawn(raw, **more):
    course = SimpleNamespace(language="de")
    context = {"course": course, "answered": None, "preview": False, "csrf_token": "", **more}
    html = "".join(block.render(context) for block in LessonBody().to_python(raw))
    return BeautifulSoup(html, "html.parser")


def test_every_kind_is_told_here():
    assert set(KINDS) == set(LessonBody().child_blocks) == set(bodies.WRITERS)


@pytest.mark.parametrize("kind", KINDS)
def test_learners_see_what_was_described(store, kind):
    value, text, shown = KINDS[kind]
    soup = drawn(written(store, {"type": kind, "value": value}))
    assert soup.get_text("|", strip=True) == text
    assert soup.select(shown) != []


def test_the_keys_are_the_same_each_time_down_to_the_entries_of_lists(store):
    first, again = written(store, *EVERYTHING), written(store, *EVERYTHING)
    lists = {"steps": "steps", "accordion": "items", "glossary": "terms", "links": "links", "self_check": "choices"}
    keys = [
        [block["id"]] + [item["id"] for item in block["value"][lists.get(block["type"], "")]]
        if block["type"] in lists
        else [block["id"]]
        for body in (first, again)
        for block in body
    ]
    half = len(keys) // 2
    assert keys[:half] == keys[half:]
    assert max(Counter(key for some in keys[:half] for key in some).values()) == 1


@pytest.fixture
def mina(cast, client, store):
    """Mina reads a lesson made of these blocks."""
    course = CourseFactory(city=cast.nuremberg, lessons=0)
    enroll(course, actor=cast.mina)
    client.force_login(cast.mina)
    return SimpleNamespace(
        lesson=lambda *blocks: LessonFactory(parent=course, body=written(store, *blocks)),
        sees=lambda page: BeautifulSoup(client.get(page.url).content, "html.parser"),
    )


def test_a_lesson_of_everything_is_one_sound_page(mina):
    page = mina.sees(mina.lesson(*EVERYTHING, *EVERYTHING))
    assert [key for key, times in Counter(tag["id"] for tag in page.select("[id]")).items() if times > 1] == []
    levels = [int(tag.name[1]) for tag in page.select_one("article").find_all(["h1", "h2", "h3", "h4"])]
    assert (levels[0], max(later - earlier for earlier, later in pairwise(levels))) == (1, 1)
    assert [tag for tag in page.select("article [src]") if not tag["src"].startswith("/medien/")] == []


def test_a_wide_table_scrolls_and_is_reached_by_keyboard(store):
    wide = {**TABLE, "head": list("ABCDEF"), "rows": [list("123456")]}
    region = drawn(written(store, {"type": "table", "value": wide})).select_one("[role=region]")
    assert (region["tabindex"], region["aria-label"]) == ("0", "Wer was braucht")
    assert drawn(written(store, {"type": "table", "value": TABLE})).select("[role=region]") == []


@pytest.mark.parametrize("times", [1, 5])
def test_a_lesson_looks_its_files_and_links_up_at_once(mina, client, store, times):
    document = store.document("liste.txt", "Liste")
    other = mina.lesson()
    linked = f'<p><a linktype="page" id="{other.pk}">x</a> <a linktype="document" id="{document.pk}">y</a></p>'
    plain = queries_of(client, mina.lesson({"type": "text", "value": "<p>x</p>"}).url)
    lesson = mina.lesson(*[*EVERYTHING, {"type": "text", "value": linked}] * times)
    page = mina.sees(lesson)
    assert [tag["href"] for tag in page.select(".wj-prose a")] == [other.url, document.url] * times
    images, films, recordings, files, pages_in_text, files_in_text = 1, 1, 1, 1, 2, 1
    assert queries_of(client, lesson.url) - plain == (
        images + films + recordings + files + pages_in_text + files_in_text
    )


def test_an_image_shown_twice_keeps_both_descriptions(store):
    [first] = written(store, {"type": "image", "value": KINDS["image"][0]})
    image = {**first["value"]["image"], "alt_text": "Ein Fleck"}
    soup = drawn([first, {**first, "id": "x", "value": {**first["value"], "image": image}}])
    assert [tag["alt"] for tag in soup.select("img")] == ["Ein Punkt", "Ein Fleck"]
    assert CourseImage.objects.get().renditions.count() == 1


UNFINISHED = {
    "text": ("", [""]),
    "hint": ({"title": "", "text": ""}, ["text", "title"]),
    "image": ({"image": {"image": None, "alt_text": ""}}, ["image.image"]),
    "video": ({"title": "Film", "video": None}, ["video"]),
    "audio": ({"title": "Ton", "audio": None}, ["audio"]),
    "file": ({"title": "Datei", "document": None}, ["document"]),
    "embed": ({"title": "Film", "url": ""}, ["url"]),
    "steps": ({"title": "", "steps": []}, ["steps"]),
    "accordion": ({"items": [{"title": ""}]}, ["items.0.text", "items.0.title"]),
    "links": ({"links": [{"label": "x", "url": "javascript:alert(1)"}]}, ["links.0.url"]),
    "glossary": ({"terms": [{"term": "Wort"}]}, ["terms.0.explanation"]),
    "quote": ({"text": ""}, ["text"]),
    "task": ({"title": "", "text": "", "minutes": None}, ["minutes", "text", "title"]),
    "self_check": ({"question": "Was?", "choices": [{"text": "a"}, {"text": "b"}]}, ["choices"]),
}


def refused(raw):
    """Where something is missing, and what is said about it."""
    body = LessonBody()
    with pytest.raises(ValidationError) as error:
        body.clean(body.to_python(raw))
    assert body.clean_deferred(body.to_python(raw)), "a draft may be unfinished"
    return dict(_messages(error.value.as_json_data()["blockErrors"][0], ()))


def _messages(found, path):
    for name, inside in found.get("blockErrors", {}).items():
        yield from _messages(inside, (*path, str(name)))
    if "messages" in found:
        yield ".".join(path), " ".join(found["messages"])


@pytest.mark.parametrize("kind", UNFINISHED)
def test_a_draft_may_be_unfinished_a_publication_may_not(db, kind):
    value, fields = UNFINISHED[kind]
    raw = [{"type": kind, "id": "x", "value": value}]
    assert sorted(refused(raw)) == fields
    assert drawn(raw, preview=True) is not None  # its author looks at it


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"caption": " "}, "Geben Sie der Tabelle eine Beschriftung"),
        ({"head": ["Anliegen", ""]}, "Geben Sie jeder Spalte eine Überschrift"),
        ({"rows": [["", "Ausweis"]]}, "Füllen Sie in jeder Zeile die erste Zelle aus"),
        ({"rows": []}, "mindestens zwei Spalten und eine Zeile"),
        ({"head": ["Anliegen"]}, "mindestens zwei Spalten und eine Zeile"),
    ],
)
def test_a_table_is_published_when_it_can_be_understood_by_ear(store, changes, sentence):
    assert sentence in refused(written(store, {"type": "table", "value": TABLE | changes}))[""]
    body = LessonBody()
    assert body.clean(body.to_python(written(store, {"type": "table", "value": TABLE})))


def test_a_recording_is_published_only_with_a_transcript(store):
    silent = written(store, {"type": "audio", "value": SPOKEN | {"transcript": " "}})
    assert "Öffnen Sie die Aufnahme unter „Medien“" in refused(silent)["audio"]


def test_described_files_are_looked_into_like_uploaded_ones(store):
    (store.folder / "film.vtt").write_text("Hallo")
    with pytest.raises(ValidationError, match="WebVTT"):
        written(store, {"type": "video", "value": FILM_OF})


def test_html_is_clean_wherever_it_comes_from(mina, store):
    stored = written(
        store, {"type": "text", "value": EVIL}, {"type": "task", "value": {**KINDS["task"][0], "text": EVIL}}
    )
    assert [stored[0]["value"], stored[1]["value"]["text"]] == ["<p>Text <a>x</a></p>"] * 2

    lesson = mina.lesson()
    raw = [{"type": "text", "id": "a", "value": EVIL}]
    LessonPage.objects.filter(pk=lesson.pk).update(body=raw)  # past all forms
    assert str(mina.sees(lesson).select_one(".wj-prose").p) == "<p>Text <a>x</a></p>"

    body = LessonBody()
    value = body.normalize([("text", EVIL)])  # as code writes it
    assert value.get_prep_value()[0]["value"] == "<p>Text <a>x</a></p>"


def test_addresses_that_are_none_are_no_links(store):
    [raw] = written(store, {"type": "links", "value": KINDS["links"][0]})
    raw["value"]["links"][0]["value"]["url"] = "javascript:alert(1)"
    soup = drawn([raw])
    assert (soup.select("a"), soup.get_text("|", strip=True)) == ([], "Mehr|Gesetz|Alles")


@pytest.mark.parametrize("kind", KINDS)
def test_the_chooser_shows_what_a_block_is_for_and_looks_like(client, cast, kind):
    set_up_shelf(cast.nuremberg)
    client.force_login(cast.barbara)
    block = LessonPage._meta.get_field("body").stream_block.child_blocks[kind]
    assert all([block.get_description(), block.meta.group, block.meta.icon != "placeholder", block.is_previewable])
    example = client.get(f"{reverse('wagtailadmin_block_preview')}?id={block.definition_prefix}")
    soup = BeautifulSoup(example.content, "html.parser").select_one(".wj-lesson")
    assert len(soup.get_text(strip=True)) > 10
    assert soup.select("[src]") == []


def test_the_everyday_blocks_come_first():
    groups = [(str(name), [block.name for block in inside]) for name, inside in LessonBody().grouped_child_blocks()]
    assert groups == [
        ("Am häufigsten", ["text", "image", "hint", "steps"]),
        ("Üben", ["self_check", "task"]),
        ("Film, Ton, Datei", ["video", "audio", "embed", "file"]),
        ("Zum Nachschlagen", ["accordion", "table", "glossary", "links", "quote"]),
    ]
