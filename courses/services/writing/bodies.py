"""From descriptions in plain data to blocks: every block gets a key that is the same each time."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.core.files import File
from wagtail.models import Collection

from courses.blocks import LessonBody
from lms.media.models import CourseDocument, CourseImage, CourseMedia
from people.models import User

Raw = dict[str, Any]
Where = tuple[Any, ...]
BODY = LessonBody()


@dataclass
class Store:
    """Puts files into the media library of a city and hands out keys."""

    folder: Path
    collection: Collection
    actor: User | None
    name: str

    def key(self, *parts: object) -> str:
        return str(uuid5(NAMESPACE_URL, "/".join(map(str, (self.name, *parts)))))

    def image(self, path: str, title: str) -> CourseImage:
        return self._kept(CourseImage, path, title)

    def document(self, path: str, title: str) -> CourseDocument:
        document: CourseDocument = self._kept(CourseDocument, path, title)
        document.get_file_size()
        return document

    def film(self, spec: Raw) -> CourseMedia:
        with (self.folder / spec["captions"]).open("rb") as captions:
            file = File(captions, name=Path(spec["captions"]).name)
            return self._media(spec, type="video", captions=file)

    def recording(self, spec: Raw) -> CourseMedia:
        return self._media(spec, type="audio")

    def _media(self, spec: Raw, **more: Any) -> CourseMedia:
        told = {"transcript": spec["transcript"], "duration": spec["seconds"]}
        return self._kept(CourseMedia, spec["file"], spec["title"], **told, **more)

    def _kept(self, model: Any, path: str, title: str, **more: Any) -> Any:
        """The same checks as for what somebody uploads."""
        with (self.folder / path).open("rb") as stored:
            file = File(stored, name=Path(path).name)
            common = {"title": title[:255], "collection": self.collection, "uploaded_by_user": self.actor}
            item = model(file=file, **common, **more)
            item.clean()
            item.save()
        return item


Writer = Callable[[Any, Store, Where], Any]


def goals(texts: list[str], store: Store) -> list[Raw]:
    return [{"type": "goal", "value": text, "id": store.key("goal", n)} for n, text in enumerate(texts)]


def lesson(spec: Raw, store: Store) -> list[Raw]:
    """The body in the form it is stored in. Its HTML is cleaned on the way through the blocks."""
    raw = [
        {"type": block["type"], "value": WRITERS[block["type"]](block["value"], store, where), "id": store.key(*where)}
        for n, block in enumerate(spec["body"])
        for where in [(spec["slug"], n)]
    ]
    return [block.get_prep_value() for block in BODY.to_python(raw)]


def _plain(value: Any, store: Store, where: Where) -> Any:
    return value.strip() if isinstance(value, str) else value


def _image(value: Raw, store: Store, where: Where) -> Raw:
    picture = store.image(value["file"], value.get("caption") or value["alt"])
    told = {"image": picture.pk, "alt_text": value["alt"], "decorative": not value["alt"]}
    return {"image": told, "caption": value.get("caption", "")}


def _file(value: Raw, store: Store, where: Where) -> Raw:
    document = store.document(value["file"], value["title"])
    return {"title": value["title"], "document": document.pk, "description": value.get("description", "")}


def _video(value: Raw, store: Store, where: Where) -> Raw:
    return {"title": value["title"], "video": store.film(value).pk}


def _audio(value: Raw, store: Store, where: Where) -> Raw:
    return {"title": value["title"], "audio": store.recording(value).pk}


def _table(value: Raw, store: Store, where: Where) -> Raw:
    columns = [{"type": "cell", "heading": heading} for heading in value["head"]]
    filled = [(row + [""] * len(columns))[: len(columns)] for row in value["rows"]]
    return {"caption": value["caption"], "columns": columns, "rows": [{"values": row} for row in filled]}


def _listing(name: str) -> Writer:
    """A writer for a block with a list in it: its items get keys too."""

    def write(value: Raw, store: Store, where: Where) -> Raw:
        return {**value, name: _items(value[name], store, where)}

    return write


def _items(values: list[Raw], store: Store, where: Where) -> list[Raw]:
    return [{"type": "item", "value": value, "id": store.key(*where, n)} for n, value in enumerate(values)]


WRITERS: dict[str, Writer] = {
    "text": _plain,
    "hint": _plain,
    "quote": _plain,
    "task": _plain,
    "embed": _plain,
    "image": _image,
    "file": _file,
    "video": _video,
    "audio": _audio,
    "table": _table,
    "steps": _listing("steps"),
    "accordion": _listing("items"),
    "glossary": _listing("terms"),
    "links": _listing("links"),
    "self_check": _listing("choices"),
}


def test(spec: Raw, lessons: Raw, store: Store) -> list[Raw]:
    return [_question(question, lessons, store, (spec["slug"], n)) for n, question in enumerate(spec["questions"])]


def _question(spec: Raw, lessons: Raw, store: Store, where: Where) -> Raw:
    source = lessons.get(spec.get("lesson") or "")
    value = {
        "text": spec["text"],
        "choices": _items(spec["choices"], store, where),
        "feedback": spec.get("feedback", ""),
        "lesson": source.pk if source else None,
    }
    return {"type": spec["kind"], "value": value, "id": store.key(*where)}
